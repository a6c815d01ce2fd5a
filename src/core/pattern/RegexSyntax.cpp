#include "core/pattern/RegexSyntax.h"

#include "core/base/Text.h"

namespace findling {

namespace {

constexpr std::string_view kMeta = "\\^$.[]|()?*+{}#- \t\n\r\v\f&~";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Bytes of the escape at `at`, its argument in braces or brackets included.
size_t escapeLength(std::string_view p, size_t at) {
    if (at + 1 >= p.size()) return 1;
    const char c = p[at + 1];
    const bool takesName = std::string_view("pPxoNgk").find(c) != std::string_view::npos;
    if (!takesName || at + 2 >= p.size()) return 2;
    const char open = p[at + 2];
    const char close = open == '{' ? '}' : open == '<' ? '>' : open == '\'' ? '\'' : '\0';
    if (close == '\0') return c == 'p' || c == 'P' ? 3 : 2;
    const size_t end = p.find(close, at + 3);
    return end == std::string_view::npos ? p.size() - at : end + 1 - at;
}

/// Bytes of the class at `at`, or npos where it is not closed.
size_t classLength(std::string_view p, size_t at) {
    size_t i = at + 1;
    if (i < p.size() && p[i] == '^') ++i;
    if (i < p.size() && p[i] == ']') ++i;
    while (i < p.size() && p[i] != ']') {
        if (p.compare(i, 2, "\\Q") == 0) return std::string_view::npos;
        if (p[i] == '\\') {
            i += 2;
        } else if (p[i] == '[' && i + 1 < p.size() &&
                   std::string_view(":.=").find(p[i + 1]) != std::string_view::npos) {
            const std::string close{p[i + 1], ']'};
            const size_t end = p.find(close, i + 2);
            i = end == std::string_view::npos ? i + 1 : end + 2;
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
            default: m_run += c; ++m_at; return true;
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
        if (std::string_view("dDwWsSbBhHvVRzZApPtrfe").find(c) == std::string_view::npos) return false;
        m_at += escapeLength(m_pattern, m_at);
        endRun();
        return skipQuantifier(false);
    }

    bool skipGroup() {
        if (m_pattern.compare(m_at, 2, "(*") == 0) return false;
        if (m_pattern.compare(m_at, 2, "(?") == 0) {
            const std::string_view kind = m_pattern.substr(m_at + 2, 1);
            // Flags such as (?i) or (?x) change what follows them.
            if (kind.empty() || std::string_view(":=!<>P'|").find(kind) == std::string_view::npos) return false;
        }
        size_t depth = 0;
        while (m_at < m_pattern.size()) {
            const char c = m_pattern[m_at];
            if (m_pattern.compare(m_at, 2, "\\Q") == 0) return false;
            // Comments and extended syntax inside could hide a parenthesis.
            if (m_pattern.compare(m_at, 3, "(?#") == 0 || c == '#') return false;
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
            while (!m_run.empty() && (static_cast<unsigned char>(m_run.back()) & 0xc0) == 0x80) m_run.pop_back();
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

}  // namespace

bool regexHasUpper(std::string_view pattern) {
    std::string literal;
    for (size_t i = 0; i < pattern.size();) {
        if (pattern[i] == '\\') {
            i += escapeLength(pattern, i);
        } else if (pattern.compare(i, 3, "(?<") == 0 || pattern.compare(i, 4, "(?P<") == 0) {
            i = std::min(pattern.find('>', i), pattern.size());  // the name of a group
        } else {
            literal += pattern[i++];
        }
    }
    return hasUpper(literal);
}

std::string requiredLiteral(std::string_view pattern) {
    return LiteralReader(pattern).read();
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
