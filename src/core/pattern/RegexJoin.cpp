#include "core/pattern/RegexJoin.h"

#include "core/pattern/RegexCode.h"

namespace findling {

namespace {

bool compiles(const std::string& pattern, uint32_t flags) {
    int error = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code* made = compileCode(pattern, flags, error, offset);
    pcre2_code_free(made);
    return made != nullptr;
}

/// A group around a pattern that is valid alone, but may leave a \Q or a comment open.
std::string grouped(const std::string& pattern, uint32_t flags) {
    if (pattern.find_first_of("\\#") == std::string::npos) return "(?:" + pattern + ")";
    for (const char* end : {")", "\\E)", "\n)"}) {
        std::string group = "(?:" + pattern + end;
        if (compiles(group, flags)) return group;
    }
    return "(?:" + pattern + ")";
}

}  // namespace

bool usesGroupNumbers(const std::string& pattern) {
    for (size_t i = 0; i + 1 < pattern.size(); ++i) {
        const char next = pattern[i + 1];
        if (pattern[i] == '\\' && ((next >= '1' && next <= '9') || next == 'g')) return true;
        if (pattern.compare(i, 2, "(?") == 0 &&
            pattern.find_first_of("0123456789+-R(", i + 2) == i + 2) {
            return true;
        }
        if (pattern[i] == '\\') ++i;
    }
    return false;
}

std::string joinPatterns(std::span<const std::string> expressions, const RegexOptions& options,
                         Joining joining, uint32_t flags) {
    if (expressions.size() == 1 && !options.word && !options.wholeLine) return expressions.front();
    std::string out;
    for (const std::string& expression : expressions) {
        out += (out.empty() ? "" : "|") + grouped(expression, flags);
    }
    if (expressions.size() > 1) out = (joining == Joining::SameNumbers ? "(?|" : "(?:") + out + ")";
    if (options.word) out = "(?<!\\w)" + out + "(?!\\w)";
    if (options.wholeLine) out = "^" + out + "$";
    return out;
}

}  // namespace findling
