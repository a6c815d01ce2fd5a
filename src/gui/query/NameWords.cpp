#include "gui/query/NameWords.h"

#include "core/base/Text.h"
#include "core/pattern/Glob.h"

#include <algorithm>

namespace findling::gui {

namespace {

std::string wordGlob(std::string_view word) {
    if (word.find('/') == std::string_view::npos) return "*" + escapeGlob(word) + "*";
    // "src/ma" is in "x/src/main.c": the path may begin anywhere, and in the middle of a name.
    const bool folders = word.size() > 1 && word.back() == '/';
    if (folders) word.remove_suffix(1);
    const std::string head = word.front() == '/' ? "**" : "**/*";
    return head + escapeGlob(word) + (folders ? "/" : "*");
}

}  // namespace

NameWords nameWords(std::string_view typed) {
    constexpr std::string_view kBlank = " \t";
    NameWords out;
    std::string_view text = trimmed(typed);
    if (hasWildcard(text)) {
        out.literal = false;
        out.globs.emplace_back(text);
        return out;
    }
    while (!text.empty()) {
        const size_t end = std::min(text.find_first_of(kBlank), text.size());
        out.globs.push_back(wordGlob(text.substr(0, end)));
        text.remove_prefix(std::min(text.find_first_not_of(kBlank, end), text.size()));
    }
    return out;
}

}  // namespace findling::gui
