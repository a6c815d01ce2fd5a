#include "core/pattern/RegexTree.h"

#include "core/base/Digits.h"
#include "core/base/Text.h"
#include "core/pattern/CharacterOracle.h"
#include "core/pattern/RegexTokens.h"

#include <algorithm>

namespace findling {

namespace {

using Kind = RegexNode::Kind;

/// PCRE2 itself allows as many.
constexpr int kMaxNesting = 250;
/// A repeat of up to so many takes no time worth watching.
constexpr uint32_t kShortLoop = 16;

RegexNode node(Kind kind) {
    RegexNode out;
    out.kind = kind;
    return out;
}

/// Reads from left to right. Whatever it does not know makes m_failed, and the result worthless.
class Reader {
public:
    Reader(std::string_view pattern, const RegexReading& reading)
        : m_pattern(pattern), m_terminator(reading.terminator) {
        m_flags.caseless = reading.caseless;
        m_flags.dotAll = reading.dotAll;
    }

    std::optional<RegexTree> read() {
        m_tree.root = choice(0);
        if (m_failed || m_at < m_pattern.size()) return std::nullopt;
        return std::move(m_tree);
    }

private:
    bool at(std::string_view text) const { return m_pattern.compare(m_at, text.size(), text) == 0; }
    bool atEnd() const { return m_at >= m_pattern.size(); }
    char peek(size_t ahead = 0) const {
        return m_at + ahead < m_pattern.size() ? m_pattern[m_at + ahead] : '\0';
    }
    RegexNode fail() {
        m_failed = true;
        m_at = m_pattern.size();
        return {};
    }
    RegexNode dropped() {
        m_tree.exact = false;
        return {};
    }

    RegexNode choice(int depth) {
        if (depth > kMaxNesting) return fail();
        const CharacterFlags outer = m_flags;
        RegexNode out = node(Kind::Choice);
        for (;;) {
            out.parts.push_back(sequence(depth));
            if (m_quoted || peek() != '|' || atEnd()) break;
            ++m_at;
        }
        m_flags = outer;
        if (out.parts.size() == 1) return std::move(out.parts.front());
        return out;
    }

    RegexNode sequence(int depth) {
        RegexNode out = node(Kind::Sequence);
        for (;;) {
            skipQuotesAndBlanks();
            if (atEnd() || (!m_quoted && (peek() == '|' || peek() == ')'))) break;
            RegexNode part = m_quoted ? character() : atom(depth);
            if (m_failed) return {};
            append(out, quantified(std::move(part)));
        }
        if (out.parts.empty()) return {};
        if (out.parts.size() == 1) return std::move(out.parts.front());
        return out;
    }

    /// \Q and \E, and with (?x) blanks and comments.
    void skipQuotesAndBlanks() {
        while (!atEnd()) {
            if (m_quoted) {
                if (!at("\\E")) return;
                m_quoted = false;
                m_at += 2;
            } else if (at("\\Q")) {
                m_quoted = true;
                m_at += 2;
                // "a\Q\E*" repeats the a.
                if (at("\\E")) fail();
            } else if (m_flags.extended &&
                       std::string_view(" \t\n\v\f\r").find(peek()) != std::string_view::npos) {
                ++m_at;
            } else if (m_flags.extended && peek() == '#') {
                m_at = std::min(m_pattern.find('\n', m_at), m_pattern.size());
            } else {
                return;
            }
        }
    }

    static void append(RegexNode& sequence, RegexNode part) {
        if (part.kind == Kind::Empty) return;
        if (part.kind == Kind::Text && !sequence.parts.empty()) {
            RegexNode& last = sequence.parts.back();
            if (last.kind == Kind::Text && last.caseless == part.caseless) {
                last.text += part.text;
                return;
            }
        }
        sequence.parts.push_back(std::move(part));
    }

    RegexNode atom(int depth) {
        switch (peek()) {
            case '(': return group(depth);
            case '[': return characterClass();
            case '\\': return escape();
            case '.': ++m_at; return set(".", true);
            case '^': ++m_at; return node(Kind::LineStart);
            case '$': ++m_at; return node(Kind::LineEnd);
            case '*':
            case '+':
            case '?': return fail();
            default: return character();
        }
    }

    /// One character that stands for itself.
    RegexNode character() {
        const CodePoint code = decodeUtf8(m_pattern.substr(m_at));
        const std::string_view text = m_pattern.substr(m_at, code.length);
        // (?x) skips a few blanks beyond ASCII, too.
        if (m_flags.extended && code.value >= 0x80 && !m_quoted) return fail();
        m_at += code.length;
        return literal(text);
    }

    RegexNode literal(std::string_view text) {
        if (m_terminator && text.size() == 1 && text[0] == *m_terminator) return node(Kind::Set);
        const bool ascii = isAscii(text);
        if (m_flags.caseless && !ascii) return set(text, true);
        RegexNode out = node(Kind::Text);
        out.text = text;
        out.caseless = m_flags.caseless;
        return out;
    }

    /// What one character `item` stands for, as PCRE2 has it.
    RegexNode set(std::string_view item, bool beyond) {
        RegexNode out = node(Kind::Set);
        const AsciiSet* ascii = m_oracle.ask(item, m_flags);
        if (!ascii) return fail();
        out.ascii = *ascii;
        if (m_terminator) out.ascii.reset(static_cast<unsigned char>(*m_terminator));
        out.beyond = beyond;
        return out;
    }

    RegexNode characterClass() {
        const size_t length = classLength(m_pattern, m_at);
        // "[a[:<:]]" and "[]]" where the latter's meaning hangs on settings are left to PCRE2.
        if (length == std::string_view::npos) return fail();
        const std::string_view text = m_pattern.substr(m_at, length);
        if (text.find("\\E") != std::string_view::npos) return fail();
        if (text.find("[:<:]") != std::string_view::npos ||
            text.find("[:>:]") != std::string_view::npos) {
            return fail();
        }
        m_at += length;
        const bool plain =
            text[1] != '^' && isAscii(text) && text.find_first_of("\\:") == std::string_view::npos;
        RegexNode out = set(text, !plain);
        out.beyond = !plain || meetsBeyond(out.ascii);
        return out;
    }

    /// Without regard to case k is also the Kelvin sign and s the long s.
    bool meetsBeyond(const AsciiSet& ascii) const {
        return m_flags.caseless && (ascii['k'] || ascii['s']);
    }

    RegexNode escape() {
        if (m_at + 1 >= m_pattern.size()) return fail();
        const char c = peek(1);
        if (!isAsciiLetter(c) && !isDigit(c)) {
            ++m_at;
            return character();
        }
        const size_t length = escapeLength(m_pattern, m_at);
        const std::string_view text = m_pattern.substr(m_at, length);
        m_at += length;
        // \R is also the two of "\r\n", where these can be in a line.
        if (c == 'R' && m_terminator != '\n') return fail();
        if (std::string_view("dDwWsShHvVRpP").find(c) != std::string_view::npos || text == "\\N")
            return set(text, true);
        if (std::string_view("aefnrtxc").find(c) != std::string_view::npos ||
            text.find("\\o{") == 0) {
            RegexNode out = set(text, false);
            out.beyond = out.ascii.none() || meetsBeyond(out.ascii);
            // A line end stands for nothing here, but for no character beyond ASCII either.
            if (c == 'n' || c == 'r' || c == 't') out.beyond = false;
            return out;
        }
        switch (c) {
            case 'b': return node(Kind::WordEdge);
            case 'B': return node(Kind::NoWordEdge);
            case 'A': return node(Kind::LineStart);
            case 'z':
            case 'Z': return node(Kind::LineEnd);
            case 'G': return dropped();
            case 'K': return {};
            case 'k': return backReference();
            case 'g': return text.size() > 3 && text[2] == '{' ? backReference() : fail();
            default: break;
        }
        // \12 may be an octal number.
        if (c >= '1' && c <= '9' && !isDigit(peek())) return backReference();
        return fail();
    }

    RegexNode backReference() {
        m_tree.exact = false;
        RegexNode any = node(Kind::Set);
        any.ascii.set();
        if (m_terminator) any.ascii.reset(static_cast<unsigned char>(*m_terminator));
        any.beyond = true;
        return repeat(std::move(any), 0, RegexNode::kNoLimit);
    }

    static RegexNode repeat(RegexNode part, uint32_t min, uint32_t max) {
        RegexNode out = node(Kind::Repeat);
        out.min = min;
        out.max = max;
        out.parts.push_back(std::move(part));
        return out;
    }

    RegexNode group(int depth) {
        if (at("(?<!\\w)")) return skip(7, Kind::NotAfterWord);
        if (at("(?!\\w)")) return skip(6, Kind::NotBeforeWord);
        if (at("(*")) return fail();
        bool zeroWidth = false;
        if (!at("(?")) {
            ++m_at;
        } else if (const char c = peek(2); c == ':' || c == '|') {
            m_at += 3;
        } else if (c == '>') {
            m_tree.exact = false;
            m_at += 3;
        } else if (c == '=' || c == '!') {
            zeroWidth = true;
            m_at += 3;
        } else if (at("(?<=") || at("(?<!")) {
            zeroWidth = true;
            m_at += 4;
        } else if (c == '<' || c == '\'' || at("(?P<")) {
            const size_t end = m_pattern.find(c == '\'' ? '\'' : '>', m_at + 4);
            const char first = peek(c == 'P' ? 4 : 3);
            if (end == std::string_view::npos || (!isAsciiLetter(first) && first != '_'))
                return fail();
            m_at = end + 1;
        } else if (at("(?P=")) {
            m_at = std::min(m_pattern.find(')', m_at), m_pattern.size() - 1) + 1;
            return backReference();
        } else {
            return settings(depth);
        }
        RegexNode inner = inside(depth);
        return zeroWidth ? dropped() : inner;
    }

    RegexNode skip(size_t length, Kind kind) {
        m_at += length;
        return node(kind);
    }

    /// Up to the parenthesis that closes the group.
    RegexNode inside(int depth) {
        RegexNode inner = choice(depth + 1);
        if (peek() != ')' || m_quoted) return fail();
        ++m_at;
        return inner;
    }

    /// "(?i)" for what follows in this group, "(?i-s:...)" for what it holds.
    RegexNode settings(int depth) {
        CharacterFlags flags = m_flags;
        bool on = true;
        size_t i = m_at + 2;
        if (i < m_pattern.size() && m_pattern[i] == '^') {
            flags = {};
            ++i;
        }
        for (; i < m_pattern.size() && m_pattern[i] != ')' && m_pattern[i] != ':'; ++i) {
            switch (m_pattern[i]) {
                case '-': on = false; break;
                case 'i': flags.caseless = on; break;
                case 's': flags.dotAll = on; break;
                case 'x':
                    // (?xx) skips blanks in classes, too.
                    if (m_pattern[i - 1] == 'x') return fail();
                    flags.extended = on;
                    break;
                case 'm':
                case 'n':
                case 'J':
                case 'U': break;
                default: return fail();
            }
        }
        if (i >= m_pattern.size()) return fail();
        m_at = i + 1;
        if (m_pattern[i] == ')') {
            m_flags = flags;
            return std::string_view("*+?{").find(peek()) == std::string_view::npos || atEnd()
                       ? RegexNode()
                       : fail();
        }
        const CharacterFlags outer = m_flags;
        m_flags = flags;
        RegexNode inner = inside(depth);
        m_flags = outer;
        return inner;
    }

    /// The part with the quantifiers that follow it. (Several: "a{2}{3}" repeats the repeat.)
    RegexNode quantified(RegexNode part) {
        for (;;) {
            skipQuotesAndBlanks();
            if (m_quoted || atEnd()) return part;
            const Quantifier quantifier = readQuantifier(m_pattern, m_at);
            if (quantifier.unknown) return fail();
            if (quantifier.length == 0) return part;
            m_at += quantifier.length;
            const auto [min, max] = std::pair(quantifier.min, quantifier.max);
            if (peek() == '+') m_tree.exact = false;  // possessive
            if (peek() == '+' || peek() == '?') ++m_at;
            if (max > kShortLoop) m_tree.loops.push_back(m_at);
            if (isZeroWidth(part)) {
                if (min == 0 && part.kind != Kind::Empty) part = dropped();
            } else {
                part = repeat(std::move(part), min, max);
            }
        }
    }

    std::string_view m_pattern;
    size_t m_at = 0;
    std::optional<char> m_terminator;
    CharacterFlags m_flags;
    bool m_quoted = false;
    bool m_failed = false;
    CharacterOracle m_oracle;
    RegexTree m_tree;
};

}  // namespace

std::optional<RegexTree> readRegex(std::string_view pattern, const RegexReading& reading) {
    return Reader(pattern, reading).read();
}

bool isZeroWidth(const RegexNode& n) {
    return n.kind != Kind::Text && n.kind != Kind::Set && n.kind != Kind::Sequence &&
           n.kind != Kind::Choice && n.kind != Kind::Repeat;
}

bool isNullable(const RegexNode& n) {
    switch (n.kind) {
        case Kind::Text: return n.text.empty();
        case Kind::Set: return false;
        case Kind::Sequence: return std::all_of(n.parts.begin(), n.parts.end(), isNullable);
        case Kind::Choice: return std::any_of(n.parts.begin(), n.parts.end(), isNullable);
        case Kind::Repeat: return n.min == 0 || isNullable(n.parts.front());
        default: return true;
    }
}

}  // namespace findling
