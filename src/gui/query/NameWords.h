/// What the name field of the window means, in the core's globs: words mean "the name contains",
/// several words mean all of them in any order, and a wildcard makes the whole text one glob.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace findling::gui {

struct NameWords {
    std::vector<std::string> globs = {};  ///< a name matches all of them; empty = every name
    bool literal = true;                  ///< the globs were made from words
};

NameWords nameWords(std::string_view typed);

}  // namespace findling::gui
