#include "core/pattern/RegexSyntax.h"

#include "core/base/Text.h"

#include <algorithm>

namespace findling {

namespace {

constexpr std::string_view kMeta = "\\^$.[]|()?*+{}#- \t\n\r\v\f&~";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Bytes of the escape at `at`, its argument included.
size_t escapeLength(std::string_view p, size_t at) {
    if (at + 1 >= p.size()) return 1;
    const char c = p[at + 1];
    // The byte behind \c belongs to it whatever it is: "\c]" closes no class.
    if (c == 'c') return std::min<size_t>(3, p.size() - at);
    const bool takesName = std::string_view("pPxoNgk").find(c) != std::string_view::npos;
    if (!takesName || at + 2 >= p.size()) return 2;
    const char open = p[at + 2];
    const char close = open == '{' ? '}' : open == '<' ? '>' : open == '\'' ? '\'' : '\0';
    if (close == '\0') {
        if (c == 'p' || c == 'P') return 3;
        size_t length = 2;
        while (c == 'x' && length < 4 && at + length < p.size() && isHex(p[at + length])) ++length;
        return length;
    }
    const size_t end = p.find(close, at + 3);
    return end == std::string_view::npos ? p.size() - at : end + 1 - at;
}

/// Where "[:name:]" at `at` ends, or 0 where these are plain characters, by PCRE2's own rule: the
/// end must come before any "]" or another such opening.
size_t posixEnd(std::string_view p, size_t at) {
    const char mark = p[at + 1];
    for (size_t i = at + 2; i + 1 < p.size(); ++i) {
        if (p[i] == '\\' && (p[i + 1] == ']' || p[i + 1] == '\\')) ++i;
        else if (p[i] == ']' || (p[i] == '[' && p[i + 1] == mark)) return 0;
        else if (p[i] == mark && p[i + 1] == ']') return i + 2;
    }
    return 0;
}

/// Bytes of the class at `at`, or npos where it is not closed.
size_t classLength(std::string_view p, size_t at) {
    size_t i = at + 1;
    if (i < p.size() && p[i] == '^') ++i;
    if (i < p.size() && p[i] == ']') ++i;
    while (i < p.size() && p[i] != ']') {
        if (p.compare(i, 2, "\\Q") == 0) return std::string_view::npos;
        if (p[i] == '\\') {
            i += escapeLength(p, i);
        } else if (p[i] == '[' && i + 1 < p.size() &&
                   std::string_view(":.=").find(p[i + 1]) != std::string_view::npos) {
            const size_t end = posixEnd(p, i);
            i = end == 0 ? i + 1 : end;
        } else {
            ++i;
        }
    }
    return i < p.size() ? i + 1 - at : std::string_view::npos;
}

/// Collects the runs of plain characters outside of groups and keeps the longest.
class LiteralReader {
public:
    explicit LiteralReader(std::string_view pattern) : m_pattern(pattern) {}

    std::string read() {
        while (m_at < m_pattern.size()) {
            if (!step()) return {};
        }
        endRun();
        return m_best;
    }

private:
    bool step() {
        const char c = m_pattern[m_at];
        switch (c) {
            case '|': return false;
            case '(': return skipGroup();
            case ')': return false;
            case '[': {
                const size_t length = classLength(m_pattern, m_at);
                if (length == std::string_view::npos) return false;
                m_at += length;
                endRun();
                return skipQuantifier(false);
            }
            case '\\': return escape();
            case '^':
            case '$':
            case '.':
                ++m_at;
                endRun();
                return skipQuantifier(false);
            case '*':
            case '?':
            case '+':
            case '{': return skipQuantifier(true);
            default:
                m_run += c;
                ++m_at;
                return true;
        }
    }

    bool escape() {
        if (m_at + 1 >= m_pattern.size()) return false;
        const char c = m_pattern[m_at + 1];
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !isDigit(c) && static_cast<unsigned char>(c) < 0x80) {
            m_run += c;
            m_at += 2;
            return true;
        }
        // Of the lettered escapes only those whose extent is certain.
        if (std::string_view("dDwWsSbBhHvVRzZApPtrfe").find(c) == std::string_view::npos)
            return false;
        m_at += escapeLength(m_pattern, m_at);
        endRun();
        return skipQuantifier(false);
    }

    bool skipGroup() {
        if (m_pattern.compare(m_at, 2, "(?") == 0) {
            const std::string_view kind = m_pattern.substr(m_at + 2, 1);
            // Flags such as (?i) or (?x) change what follows them.
            if (kind.empty() || std::string_view(":=!<>P'|").find(kind) == std::string_view::npos)
                return false;
        }
        size_t depth = 0;
        while (m_at < m_pattern.size()) {
            const char c = m_pattern[m_at];
            if (m_pattern.compare(m_at, 2, "\\Q") == 0) return false;
            // A verb may end the match early; a comment could hide a parenthesis.
            if (m_pattern.compare(m_at, 2, "(*") == 0 || c == '#') return false;
            if (c == '\\') {
                m_at += escapeLength(m_pattern, m_at);
                continue;
            }
            if (c == '[') {
                const size_t length = classLength(m_pattern, m_at);
                if (length == std::string_view::npos) return false;
                m_at += length;
                continue;
            }
            ++m_at;
            if (c == '(') ++depth;
            if (c == ')' && --depth == 0) {
                endRun();
                return skipQuantifier(false);
            }
        }
        return false;
    }

    /// A quantifier, if one is here. `afterRun`: it belongs to the last character of the run.
    bool skipQuantifier(bool afterRun) {
        if (m_at >= m_pattern.size()) return true;
        const char c = m_pattern[m_at];
        if (c != '*' && c != '?' && c != '+' && c != '{') return true;
        size_t length = 1;
        if (c == '{') {
            size_t i = m_at + 1;
            while (i < m_pattern.size() && (isDigit(m_pattern[i]) || m_pattern[i] == ',')) ++i;
            // Anything else in braces is read differently by different releases of PCRE2.
            if (i == m_at + 1 || i >= m_pattern.size() || m_pattern[i] != '}') return false;
            length = i + 1 - m_at;
        }
        if (afterRun) {
            if (m_run.empty()) return false;
            // A repeated character may be several bytes long and may be absent.
            while (!m_run.empty() && (static_cast<unsigned char>(m_run.back()) & 0xc0) == 0x80)
                m_run.pop_back();
            const char last = m_run.empty() ? '\0' : m_run.back();
            if (!m_run.empty()) m_run.pop_back();
            if (c == '+' && static_cast<unsigned char>(last) < 0x80 && last != '\0') m_run += last;
        }
        m_at += length;
        if (m_at < m_pattern.size() && (m_pattern[m_at] == '?' || m_pattern[m_at] == '+')) ++m_at;
        endRun();
        return true;
    }

    void endRun() {
        if (m_run.size() > m_best.size()) m_best = m_run;
        m_run.clear();
    }

    std::string_view m_pattern;
    size_t m_at = 0;
    std::string m_run;
    std::string m_best;
};

/// Behind "(?" and what belongs to it: the name of a group, a call such as (?R) or (?&Name), flags.
size_t skipGroupHead(std::string_view p, size_t at) {
    size_t i = at + 2;
    if (p.compare(i, 2, "<=") == 0 || p.compare(i, 2, "<!") == 0) return i + 2;
    if (i < p.size() && p[i] == 'P') ++i;
    if (p.compare(at + 2, 2, "P=") == 0 || p.compare(at + 2, 2, "P>") == 0) {
        return std::min(p.find(')', i), p.size());
    }
    const char c = i < p.size() ? p[i] : '\0';
    if (c == '<' || c == '\'') return std::min(p.find(c == '<' ? '>' : '\'', i + 1), p.size());
    if (std::string_view(":=!|#").find(c) != std::string_view::npos) return i + 1;
    return std::min(p.find_first_of(":)", i), p.size());
}

}  // namespace

bool regexHasUpper(std::string_view pattern) {
    std::string literal;
    for (size_t i = 0; i < pattern.size();) {
        if (pattern[i] == '\\') {
            i += escapeLength(pattern, i);
        } else if (pattern.compare(i, 2, "(*") == 0) {
            i = std::min(pattern.find(')', i), pattern.size());  // a verb
        } else if (pattern.compare(i, 2, "(?") == 0) {
            i = skipGroupHead(pattern, i);
        } else {
            literal += pattern[i++];
        }
    }
    return hasUpper(literal);
}

std::string requiredLiteral(std::string_view pattern) {
    return LiteralReader(pattern).read();
}

bool regexNamesNewline(std::string_view pattern) {
    for (size_t i = 0; i < pattern.size();) {
        if (pattern.compare(i, 2, "\\Q") == 0) {
            i = std::min(pattern.find("\\E", i), pattern.size());
        } else if (pattern[i] == '\\') {
            if (pattern.compare(i, 2, "\\n") == 0) return true;
            i += escapeLength(pattern, i);
        } else if (pattern[i] == '[') {
            const size_t length = classLength(pattern, i);
            i += length == std::string_view::npos ? 1 : length;
        } else {
            ++i;
        }
    }
    return false;
}

std::string escapeRegex(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (kMeta.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

}  // namespace findling
