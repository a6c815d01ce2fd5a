#include "core/pattern/RegexSyntax.h"

#include "core/base/Text.h"
#include "core/pattern/RegexTokens.h"

#include <algorithm>

namespace findling {

namespace {

constexpr std::string_view kMeta = "\\^$.[]|()?*+{}#- \t\n\r\v\f&~";

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
