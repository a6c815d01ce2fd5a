/// What the name field of the window means, in the core's globs: words mean "the name contains",
/// several words mean all of them in any order, and a wildcard makes the whole text one glob.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace findling::gui {

struct NameWords {
    enum class Problem : uint8_t {
        None,
        TooManyWords,    ///< every order of the words is a glob of its own: four at most
        PathAmongWords,  ///< a word with "/" is a path and must stand alone
    };
    static constexpr size_t kMaxWords = 4;

    std::vector<std::string> globs = {};  ///< a name matches any of them; empty = every name
    Problem problem = Problem::None;
    bool literal = true;  ///< the globs were made from words
};

NameWords nameWords(std::string_view typed);

}  // namespace findling::gui
