/// A pattern of an ignore file, cut at its "/" into what each part says about one folder or name.
/// Source: gitignore(5) and git's wildmatch with WM_PATHNAME (for "foo**/bar": as of git 2.52).
#pragma once

#include "core/walk/WildName.h"

#include <optional>
#include <string_view>
#include <vector>

namespace findling {

struct IgnorePart {
    enum class Kind : uint8_t {
        Name,     ///< one folder or name
        Folders,  ///< "**/": any number of folders
        Rest,     ///< "/**" at the end: whatever follows, at any depth
    };
    Kind kind = Kind::Name;
    WildName name = {};
};

/// Nothing for a malformed pattern (an unclosed "[", a "\" at the end): to git it matches nothing.
std::optional<std::vector<IgnorePart>> splitIgnorePattern(std::string_view pattern,
                                                          bool ignoreCase);

}  // namespace findling
