#include "core/pattern/Glob.h"

#include "core/base/Text.h"
#include "core/pattern/Braces.h"
#include "core/pattern/CharacterClass.h"

#include <utility>

namespace findling {

CaseMode resolvedCase(CaseMode mode, std::string_view text) {
    if (mode != CaseMode::Smart) return mode;
    return hasUpper(text) || namesCaseClass(text) ? CaseMode::Sensitive : CaseMode::Insensitive;
}

bool namesCaseClass(std::string_view pattern) {
    return pattern.find("[:upper:]") != std::string_view::npos ||
           pattern.find("[:lower:]") != std::string_view::npos;
}

bool hasWildcard(std::string_view pattern) {
    return pattern.find_first_of("*?[]{}\\") != std::string_view::npos;
}

std::string escapeGlob(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("*?[]{}\\").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

Error Glob::error(size_t offset, std::string text) const {
    return {ErrorKind::Pattern, std::move(text), m_text, offset};
}

Result<Glob> Glob::compile(std::string_view pattern, CaseMode mode) {
    Glob glob;
    glob.m_text = pattern;
    glob.m_foldCase = resolvedCase(mode, pattern) == CaseMode::Insensitive;
    size_t offset = 0;
    if (pattern.find('\0') != std::string_view::npos) {
        return glob.error(pattern.find('\0'), "a name cannot hold a NUL byte");
    }
    while (pattern.substr(0, 2) == "./" || (offset == 0 && pattern.substr(0, 1) == "/")) {
        const size_t skip = pattern.front() == '/' ? 1 : 2;
        pattern.remove_prefix(skip);
        offset += skip;
        glob.m_wantsPath = true;
    }
    while (pattern.size() > 1 && pattern.back() == '/') {
        pattern.remove_suffix(1);
        glob.m_foldersOnly = true;
    }
    if (pattern.empty()) {
        return glob.error(offset, "an empty pattern matches nothing; '*' matches every name");
    }
    glob.m_wantsPath = glob.m_wantsPath || pattern.find('/') != std::string_view::npos;
    auto expanded = expandBraces(pattern, kMaxAlternatives);
    if (!expanded) return glob.error(*expanded.error().offset + offset, expanded.error().text);
    // Offsets of later errors are exact where no brace was expanded.
    for (const std::string& alternative : *expanded) {
        if (auto added = glob.addAlternative(alternative, offset); !added) return added.error();
    }
    return glob;
}

Result<void> Glob::addAlternative(std::string_view pattern, size_t offset) {
    Alternative alternative;
    size_t begin = 0;
    for (;;) {
        // A "/" inside a class ends the part too: a class never matches it anyway.
        const size_t end = std::min(pattern.find('/', begin), pattern.size());
        const std::string_view text = pattern.substr(begin, end - begin);
        Part part;
        if (m_wantsPath && text == "**") {
            part.anyFolders = true;
        } else if (!text.empty()) {
            auto tokens = parsePart(text, offset + begin);
            if (!tokens) return tokens.error();
            part.tokens = std::move(*tokens);
        }
        const bool again =
            part.anyFolders && !alternative.parts.empty() && alternative.parts.back().anyFolders;
        const bool emptyMiddle = text.empty() && !(begin == 0 && end == pattern.size());
        if (!again && !emptyMiddle) alternative.parts.push_back(std::move(part));
        if (end == pattern.size()) break;
        begin = end + 1;
    }
    recogniseShape(alternative);
    m_alternatives.push_back(std::move(alternative));
    return {};
}

Result<Glob::Tokens> Glob::parsePart(std::string_view part, size_t offset) {
    Tokens out;
    for (size_t at = 0; at < part.size();) {
        const char c = part[at];
        if (c == '*') {
            if (out.empty() || out.back().op != Op::Star) out.push_back({Op::Star});
            ++at;
        } else if (c == '?') {
            out.push_back({Op::AnyChar});
            ++at;
        } else if (c == '[') {
            auto next = parseClass(part, at, offset, out);
            if (!next) return next.error();
            at = *next;
        } else {
            if (c == '\\' && ++at == part.size()) {
                return error(offset + at - 1,
                             "'\\' at the end escapes nothing; write \\\\ for the character");
            }
            const CodePoint point = decodeUtf8(part.substr(at));
            // Invalid bytes live above Unicode, so that they equal themselves alone.
            const uint32_t value = point.valid ? point.value : kInvalidByte + point.value;
            out.push_back({Op::Char, m_foldCase && point.valid ? foldCase(value) : value});
            at += point.length;
        }
    }
    return out;
}

Result<size_t> Glob::parseClass(std::string_view part, size_t at, size_t offset, Tokens& out) {
    Class set;
    size_t i = at + 1;
    if (i < part.size() && (part[i] == '!' || part[i] == '^')) {
        set.negated = true;
        ++i;
    }
    const auto character = [&](size_t& from) -> uint32_t {
        if (part[from] == '\\' && from + 1 < part.size()) ++from;
        const CodePoint point = decodeUtf8(part.substr(from));
        from += point.length;
        return point.valid ? point.value : kInvalidByte + point.value;
    };
    for (bool first = true;; first = false) {
        if (i >= part.size())
            return error(offset + at, "'[' is not closed; write \\[ for the character");
        if (part[i] == ']' && !first) break;
        if (part.compare(i, 2, "[:") == 0) {
            const size_t close = part.find(":]", i + 2);
            if (close != std::string_view::npos) {
                std::string className(part.substr(i + 2, close - i - 2));
                if (!isCharacterClass(className)) {
                    return error(offset + i, "unknown class [:" + className + ":]");
                }
                set.names.push_back(std::move(className));
                i = close + 2;
                continue;
            }
        }
        const size_t start = i;
        const uint32_t low = character(i);
        uint32_t high = low;
        if (i + 1 < part.size() && part[i] == '-' && part[i + 1] != ']') {
            ++i;
            high = character(i);
        }
        if (high < low) return error(offset + start, "the range runs backwards");
        set.ranges.push_back({low, high});
    }
    out.push_back({Op::Class, static_cast<uint32_t>(m_classes.size())});
    m_classes.push_back(std::move(set));
    return i + 1;
}

bool Glob::classHolds(const Class& set, uint32_t c) const {
    for (const Range& range : set.ranges) {
        if (c >= range.first && c <= range.last) return true;
    }
    for (const std::string& className : set.names) {
        if (inCharacterClass(className, c)) return true;
    }
    return false;
}

bool Glob::matchesOne(const Token& token, uint32_t c) const {
    switch (token.op) {
        case Op::AnyChar: return true;
        case Op::Char: return token.value == (m_foldCase && c < kInvalidByte ? foldCase(c) : c);
        case Op::Class: {
            const Class& set = m_classes[token.value];
            bool held = classHolds(set, c);
            if (!held && m_foldCase && c < kInvalidByte) {
                held = classHolds(set, foldCase(c)) || classHolds(set, upperCase(c));
            }
            return held != set.negated;
        }
        case Op::Star: break;
    }
    return false;
}

bool Glob::matchesTokens(const Tokens& tokens, std::string_view subject) const {
    size_t t = 0;
    size_t s = 0;
    size_t starToken = std::string_view::npos;  // the last * seen, and where it may resume
    size_t starSubject = 0;
    while (s < subject.size()) {
        if (t < tokens.size() && tokens[t].op == Op::Star) {
            starToken = t++;
            starSubject = s;
            continue;
        }
        const auto byte = static_cast<unsigned char>(subject[s]);
        const CodePoint point =
            byte < 0x80 ? CodePoint{byte, 1, true} : decodeUtf8(subject.substr(s));
        const uint32_t c = point.valid ? point.value : kInvalidByte + point.value;
        if (t < tokens.size() && matchesOne(tokens[t], c)) {
            ++t;
            s += point.length;
            continue;
        }
        if (starToken == std::string_view::npos) return false;
        // The last * takes one character more; earlier ones never need to change.
        starSubject += decodeUtf8(subject.substr(starSubject)).length;
        s = starSubject;
        t = starToken + 1;
    }
    while (t < tokens.size() && tokens[t].op == Op::Star) ++t;
    return t == tokens.size();
}

bool Glob::matchesParts(const Alternative& alternative, std::string_view subject) const {
    const std::vector<Part>& parts = alternative.parts;
    if (parts.size() == 1 && !parts[0].anyFolders) {
        if (m_wantsPath && subject.find('/') != std::string_view::npos) return false;
        return matchesTokens(parts[0].tokens, subject);
    }
    // As matchesTokens(), one level up: ** is the star, a folder name the character.
    constexpr size_t kNone = std::string_view::npos;
    size_t p = 0;
    size_t s = 0;
    size_t starPart = kNone;
    size_t starSubject = 0;
    const auto partEnd = [&](size_t from) {
        return std::min(subject.find('/', from), subject.size());
    };
    while (s <= subject.size() && s != kNone) {
        if (p < parts.size() && parts[p].anyFolders) {
            if (p + 1 == parts.size())
                return true;  // at least this part is left: foo/** is not foo
            starPart = p++;
            starSubject = s;
            continue;
        }
        const size_t end = partEnd(s);
        if (p < parts.size() && matchesTokens(parts[p].tokens, subject.substr(s, end - s))) {
            ++p;
            s = end == subject.size() ? kNone : end + 1;
            continue;
        }
        if (starPart == kNone) return false;
        const size_t starEnd = partEnd(starSubject);
        if (starEnd == subject.size()) return false;
        starSubject = starEnd + 1;
        s = starSubject;
        p = starPart + 1;
    }
    return p == parts.size();
}

/// The longest run of characters that must stand in a subject as they are, byte for byte but for
/// the case of ASCII letters.
std::string Glob::longestText(const Tokens& tokens) const {
    std::string longest, run;
    for (const Token& token : tokens) {
        const bool plain = token.op == Op::Char && token.value < kInvalidByte &&
                           (!m_foldCase || (token.value < 0x80 &&
                                            Needle::foldsInAscii(static_cast<char>(token.value))));
        if (plain) appendUtf8(run, token.value);
        else run.clear();
        if (run.size() > longest.size()) longest = run;
    }
    return longest;
}

Needle Glob::nameNeedle() const {
    const Alternative& only = m_alternatives.front();
    if (m_alternatives.size() > 1 || only.parts.empty()) return {};
    return Needle(longestText(only.parts.back().tokens), m_foldCase);
}

void Glob::recogniseShape(Alternative& alternative) const {
    std::string longest;
    for (const Part& part : alternative.parts) {
        std::string text = longestText(part.tokens);
        if (text.size() > longest.size()) longest = std::move(text);
    }
    alternative.needle = Needle(std::move(longest), m_foldCase);
    if (alternative.parts.size() != 1 || alternative.parts[0].anyFolders || m_wantsPath) return;
    const Tokens& tokens = alternative.parts[0].tokens;
    const bool starFirst = !tokens.empty() && tokens.front().op == Op::Star;
    const bool starLast = tokens.size() > 1 && tokens.back().op == Op::Star;
    std::string literal;
    for (size_t i = starFirst ? 1 : 0; i < tokens.size() - (starLast ? 1 : 0); ++i) {
        if (tokens[i].op != Op::Char || tokens[i].value >= kInvalidByte) return;
        // Folding may change a letter's length beyond ASCII, so only ASCII is compared as bytes.
        if (m_foldCase && tokens[i].value >= 0x80) return;
        appendUtf8(literal, tokens[i].value);
    }
    alternative.literal = std::move(literal);
    alternative.needle = Needle(alternative.literal, m_foldCase);
    if (starFirst && tokens.size() == 1) alternative.shape = Shape::Any;
    else if (starFirst && starLast) alternative.shape = Shape::Contains;
    else if (starFirst) alternative.shape = Shape::Suffix;
    else if (starLast) alternative.shape = Shape::Prefix;
    else alternative.shape = Shape::Equal;
}

namespace {

bool equalFolded(std::string_view text, std::string_view lower) {
    for (size_t i = 0; i < lower.size(); ++i) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != lower[i]) return false;
    }
    return true;
}

}  // namespace

/// `sure` is false where only the slow matcher can tell: a letter beyond ASCII may fold into it.
bool Glob::matchesShape(const Alternative& a, std::string_view subject, bool& sure) const {
    sure = true;
    const std::string& literal = a.literal;
    if (a.shape == Shape::Any) return true;
    if (!m_foldCase) {
        switch (a.shape) {
            case Shape::Equal: return subject == literal;
            case Shape::Prefix: return subject.substr(0, literal.size()) == literal;
            case Shape::Suffix:
                return subject.size() >= literal.size() &&
                       subject.substr(subject.size() - literal.size()) == literal;
            case Shape::Contains: return a.needle.find(subject) != std::string_view::npos;
            default: break;
        }
    }
    bool found = false;
    const size_t n = literal.size();
    switch (a.shape) {
        case Shape::Equal: found = subject.size() == n && equalFolded(subject, literal); break;
        case Shape::Prefix: found = subject.size() >= n && equalFolded(subject, literal); break;
        case Shape::Suffix:
            found = subject.size() >= n && equalFolded(subject.substr(subject.size() - n), literal);
            break;
        default: found = a.needle.find(subject) != std::string_view::npos;
    }
    sure = found || isAscii(subject);
    return found;
}

bool Glob::matchesAny(std::string_view subject) const {
    for (const Alternative& alternative : m_alternatives) {
        if (alternative.shape != Shape::General) {
            bool sure = false;
            if (matchesShape(alternative, subject, sure)) return true;
            if (sure) continue;
        } else if (alternative.needle.find(subject) == std::string_view::npos) {
            continue;
        }
        if (matchesParts(alternative, subject)) return true;
    }
    return false;
}

bool Glob::matchesSlowly(std::string_view subject) const {
    for (const Alternative& alternative : m_alternatives) {
        if (matchesParts(alternative, subject)) return true;
    }
    return false;
}

}  // namespace findling
