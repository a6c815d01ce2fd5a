#include "core/pattern/RegexTokens.h"

#include "core/base/Digits.h"

#include <algorithm>

namespace findling {

namespace {

bool isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
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

/// Digits at `i`, which moves behind them.
bool readNumber(std::string_view p, size_t& i, uint32_t& value) {
    const size_t begin = i;
    value = 0;
    for (; i < p.size() && isDigit(p[i]) && value <= 65535; ++i)
        value = value * 10 + static_cast<uint32_t>(p[i] - '0');
    return i > begin;
}

Quantifier readBraces(std::string_view p, size_t at) {
    Quantifier out;
    size_t i = at + 1;
    if (!readNumber(p, i, out.min)) {
        // "{,3}" and "{ 2 }" are text for older releases of PCRE2 and repeats for newer ones.
        out.unknown = i < p.size() && (p[i] == ',' || p[i] == ' ');
        return out;
    }
    out.max = out.min;
    if (i < p.size() && p[i] == ',') {
        ++i;
        if (!readNumber(p, i, out.max)) out.max = UINT32_MAX;
    }
    out.unknown = i >= p.size() || p[i] != '}';
    out.length = out.unknown ? 0 : i + 1 - at;
    return out;
}

}  // namespace

Quantifier readQuantifier(std::string_view p, size_t at) {
    Quantifier out;
    const char c = at < p.size() ? p[at] : '\0';
    if (c == '{') return readBraces(p, at);
    if (c != '*' && c != '+' && c != '?') return out;
    out.length = 1;
    out.min = c == '+' ? 1 : 0;
    if (c == '?') out.max = 1;
    return out;
}

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

}  // namespace findling
