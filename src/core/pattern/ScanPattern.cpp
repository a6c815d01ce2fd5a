#include "core/pattern/ScanPattern.h"

#include "core/base/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace findling {

namespace {

using Kind = RegexNode::Kind;

/// Above these a repeat is loosened: what a scanner makes of "(?:[a-z]+x){500}" is large and slow.
constexpr uint32_t kMaxSetRepeat = 512;
constexpr size_t kMaxRepeatedSize = 200;
/// From so many alternatives on those of plain text are scanned as such.
constexpr size_t kManyAlternatives = 8;
constexpr size_t kMaxExpressions = 256;

enum class Side : uint8_t { First, Last };

/// Whether every text of it begins (or ends) with a word character.
bool hasWordAt(Side side, const RegexNode& n) {
    switch (n.kind) {
        case Kind::Text: return isAsciiWord(side == Side::First ? n.text.front() : n.text.back());
        case Kind::Set:
            for (unsigned c = 0; c < 128; ++c) {
                if (n.ascii[c] && !isAsciiWord(static_cast<char>(c))) return false;
            }
            return true;
        case Kind::Sequence: {
            const auto wide = [](const RegexNode& part) { return !isZeroWidth(part); };
            if (side == Side::First) {
                const auto part = std::find_if(n.parts.begin(), n.parts.end(), wide);
                return part != n.parts.end() && hasWordAt(side, *part);
            }
            const auto part = std::find_if(n.parts.rbegin(), n.parts.rend(), wide);
            return part != n.parts.rend() && hasWordAt(side, *part);
        }
        case Kind::Choice:
            return std::all_of(n.parts.begin(), n.parts.end(),
                               [side](const RegexNode& part) { return hasWordAt(side, part); });
        case Kind::Repeat: return n.min > 0 && hasWordAt(side, n.parts.front());
        default: return false;
    }
}

/// Roughly, the states that a scanner needs for it.
size_t weight(const RegexNode& n) {
    size_t sum = 1;
    if (n.kind == Kind::Text) return n.text.size();
    for (const RegexNode& part : n.parts) sum += weight(part);
    if (n.kind == Kind::Repeat)
        sum *= std::max<size_t>(1, n.max == RegexNode::kNoLimit ? n.min : n.max);
    return sum;
}

class Writer {
public:
    Writer(ScanText text, const ScanOptions& options) : m_text(text), m_options(options) {}

    bool exact() const { return m_exact; }

    /// Nothing where no text matches.
    std::optional<std::string> write(const RegexNode& n) {
        switch (n.kind) {
            case Kind::Text: return text(n);
            case Kind::Set: return set(n);
            case Kind::Sequence: return sequence(n);
            case Kind::Choice: return choice(n);
            case Kind::Repeat: return repeat(n);
            case Kind::LineStart: return m_options.lines ? "^" : loosened();
            case Kind::LineEnd:
                return !m_options.lines ? loosened() : m_options.crlf ? "\\r?$" : "$";
            case Kind::WordEdge: return m_text == ScanText::Ascii ? "\\b" : loosened();
            case Kind::NoWordEdge: return m_text == ScanText::Ascii ? "\\B" : loosened();
            case Kind::NotAfterWord:
            case Kind::NotBeforeWord: return loosened();
            case Kind::Empty: break;
        }
        return std::string();
    }

private:
    std::string loosened() {
        m_exact = false;
        return {};
    }

    static void appendByte(std::string& out, unsigned char c) {
        if (isAsciiWord(static_cast<char>(c))) out += static_cast<char>(c);
        else fmt::format_to(std::back_inserter(out), "\\x{:02x}", c);
    }

    std::optional<std::string> text(const RegexNode& n) {
        if (m_text == ScanText::Ascii && !isAscii(n.text)) return std::nullopt;
        std::string out;
        for (const char c : n.text) {
            const char lower = n.caseless ? lowerAscii({&c, 1})[0] : '\0';
            if (m_text == ScanText::Any && lower == 'k') out += "(?:k|\\xe2\\x84\\xaa)";
            else if (m_text == ScanText::Any && lower == 's') out += "(?:s|\\xc5\\xbf)";
            else appendByte(out, static_cast<unsigned char>(c));
        }
        return n.caseless ? "(?i:" + out + ")" : out;
    }

    /// The set in brackets, without them; "" when it is empty.
    static std::string members(const AsciiSet& ascii) {
        std::string out;
        for (unsigned c = 0; c < 128; ++c) {
            if (!ascii[c]) continue;
            unsigned last = c;
            while (last + 1 < 128 && ascii[last + 1]) ++last;
            fmt::format_to(std::back_inserter(out), "\\x{:02x}", c);
            if (last > c) fmt::format_to(std::back_inserter(out), "-\\x{:02x}", last);
            c = last;
        }
        return out;
    }

    bool widened(const RegexNode& n) const {
        return n.kind == Kind::Set && n.beyond && m_text == ScanText::Any;
    }

    std::optional<std::string> set(const RegexNode& n) {
        const std::string ascii = members(n.ascii);
        if (widened(n)) {
            return ascii.empty() ? "[\\x80-\\xff]+" : "(?:[" + ascii + "]|[\\x80-\\xff]+)";
        }
        if (ascii.empty()) return std::nullopt;
        return "[" + ascii + "]";
    }

    std::optional<std::string> sequence(const RegexNode& n) {
        std::string out;
        for (size_t i = 0; i < n.parts.size(); ++i) {
            const RegexNode& part = n.parts[i];
            if (m_text == ScanText::Ascii && isWordWall(n, i)) {
                out += "\\b";
                continue;
            }
            const auto written = write(part);
            if (!written) return std::nullopt;
            out += part.kind == Kind::Choice ? "(?:" + *written + ")" : *written;
        }
        return out;
    }

    /// Beside a word character, "no word character here" is an edge of a word.
    static bool isWordWall(const RegexNode& sequence, size_t at) {
        const auto& parts = sequence.parts;
        if (parts[at].kind == Kind::NotAfterWord) {
            return at + 1 < parts.size() && hasWordAt(Side::First, parts[at + 1]);
        }
        return parts[at].kind == Kind::NotBeforeWord && at > 0 &&
               hasWordAt(Side::Last, parts[at - 1]);
    }

    std::optional<std::string> choice(const RegexNode& n) {
        std::string out;
        bool any = false;
        for (const RegexNode& part : n.parts) {
            const auto written = write(part);
            if (!written) continue;
            out += (any ? "|" : "") + *written;
            any = true;
        }
        if (!any) return std::nullopt;
        return out;
    }

    std::optional<std::string> repeat(const RegexNode& n) {
        const RegexNode& part = n.parts.front();
        uint32_t min = n.min;
        uint32_t max = n.max;
        std::optional<std::string> inner;
        if (widened(part)) {
            // One character is one byte or more: at least so many bytes, and no upper limit.
            inner = "[" + members(part.ascii) + "\\x80-\\xff]";
            max = RegexNode::kNoLimit;
        } else {
            inner = write(part);
            if (!inner) return min == 0 ? std::optional<std::string>("") : std::nullopt;
            if (part.kind != Kind::Set) inner = "(?:" + *inner + ")";
        }
        limit(part, min, max);
        if (max == RegexNode::kNoLimit && min <= 1) return *inner + (min == 0 ? "*" : "+");
        if (max == RegexNode::kNoLimit) return fmt::format("{}{{{},}}", *inner, min);
        return fmt::format("{}{{{},{}}}", *inner, min, max);
    }

    void limit(const RegexNode& part, uint32_t& min, uint32_t& max) {
        const uint32_t most = part.kind == Kind::Set
                                  ? kMaxSetRepeat
                                  : static_cast<uint32_t>(std::max<size_t>(
                                        1, kMaxRepeatedSize / std::max<size_t>(1, weight(part))));
        if (min > most) {
            min = most;
            max = RegexNode::kNoLimit;
            m_exact = false;
        } else if (max != RegexNode::kNoLimit && max > most) {
            max = RegexNode::kNoLimit;
            m_exact = false;
        }
    }

    ScanText m_text;
    ScanOptions m_options;
    bool m_exact = true;
};

/// The alternatives of a whole expression, each with the assertions around them: a scanner takes
/// ten thousand expressions better than one with as many alternatives.
std::vector<RegexNode> alternatives(const RegexNode& root) {
    if (root.kind == Kind::Choice) return root.parts;
    std::vector<RegexNode> out;
    if (root.kind == Kind::Sequence) {
        size_t choice = root.parts.size();
        for (size_t i = 0; i < root.parts.size(); ++i) {
            const bool isChoice = root.parts[i].kind == Kind::Choice;
            if (isChoice && choice == root.parts.size()) choice = i;
            else if (!isZeroWidth(root.parts[i])) return {root};
        }
        if (choice == root.parts.size()) return {root};
        for (const RegexNode& part : root.parts[choice].parts) {
            RegexNode one;
            one.kind = Kind::Sequence;
            for (size_t i = 0; i < root.parts.size(); ++i)
                one.parts.push_back(i == choice ? part : root.parts[i]);
            out.push_back(std::move(one));
        }
        return out;
    }
    return {root};
}

/// An alternative as plain text with its walls; false where it is more than that.
bool readLiteral(const RegexNode& n, ScanLiteral& out) {
    if (n.kind == Kind::Text) {
        out.text = n.text;
        out.caseless = n.caseless;
        return true;
    }
    if (n.kind != Kind::Sequence) return false;
    for (const RegexNode& part : n.parts) {
        if (part.kind == Kind::Text && out.text.empty()) readLiteral(part, out);
        else if (part.kind == Kind::NotAfterWord && out.text.empty()) out.noWordBefore = true;
        else if (part.kind == Kind::NotBeforeWord && !out.text.empty()) out.noWordAfter = true;
        else return false;
    }
    return !out.text.empty();
}

/// All alternatives as plain texts, or nothing.
std::vector<ScanLiteral> readLiterals(const std::vector<RegexNode>& alternatives) {
    std::vector<ScanLiteral> out;
    for (const RegexNode& alternative : alternatives) {
        ScanLiteral literal;
        if (!readLiteral(alternative, literal)) return {};
        out.push_back(std::move(literal));
    }
    return out;
}

ScanPattern literalPattern(std::vector<ScanLiteral> literals, ScanText text, bool exact) {
    ScanPattern out;
    out.exact = exact && text != ScanText::Any;
    for (const ScanLiteral& literal : literals) {
        const bool walls = literal.noWordBefore || literal.noWordAfter;
        if (text == ScanText::Bytes && walls) out.exact = false;
    }
    bool meetsBeyond = false;
    for (ScanLiteral& literal : literals) {
        if (text == ScanText::Ascii && !isAscii(literal.text)) continue;
        // What stands beside a word is known for ASCII alone.
        if (text == ScanText::Any) literal.noWordBefore = literal.noWordAfter = false;
        meetsBeyond = meetsBeyond ||
                      (literal.caseless && literal.text.find_first_of("kKsS") != std::string::npos);
        out.literals.push_back(std::move(literal));
    }
    if (text == ScanText::Any && meetsBeyond) {
        // The Kelvin sign and the long s: rare enough to look at every line that holds one.
        for (const char* sign : {"\xe2\x84\xaa", "\xc5\xbf"}) out.literals.push_back({sign});
    }
    return out;
}

}  // namespace

std::optional<ScanPattern> scanPattern(const RegexTree& tree, ScanText text,
                                       const ScanOptions& options) {
    if (isNullable(tree.root)) return std::nullopt;
    const std::vector<RegexNode> all = alternatives(tree.root);
    if (all.size() >= kManyAlternatives) {
        std::vector<ScanLiteral> literals = readLiterals(all);
        if (!literals.empty())
            return literalPattern(std::move(literals), text, tree.exact && !options.crlf);
        // What Vectorscan makes of more takes it seconds.
        if (all.size() > kMaxExpressions) return std::nullopt;
    }
    Writer writer(text, options);
    ScanPattern out;
    for (const RegexNode& alternative : all) {
        if (auto written = writer.write(alternative))
            out.expressions.push_back(std::move(*written));
    }
    // Of text beyond ASCII only PCRE2 can tell; with "\r\n" a "\s" may have taken the "\r".
    out.exact = tree.exact && writer.exact() && text != ScanText::Any && !options.crlf;
    return out;
}

bool bytesDecide(const RegexNode& n) {
    switch (n.kind) {
        case Kind::Text: return !n.caseless || n.text.find_first_of("kKsS") == std::string::npos;
        case Kind::Set: return !n.beyond;
        default: return std::all_of(n.parts.begin(), n.parts.end(), bytesDecide);
    }
}

RequiredLiteral requiredLiteral(const RegexNode& n) {
    if (n.kind == Kind::Text) return {n.text, n.caseless};
    RequiredLiteral best;
    if (n.kind == Kind::Sequence || (n.kind == Kind::Repeat && n.min > 0)) {
        for (const RegexNode& part : n.parts) {
            RequiredLiteral inner = requiredLiteral(part);
            if (inner.text.size() > best.text.size()) best = std::move(inner);
        }
    }
    return best;
}

}  // namespace findling
