/// The paths that a git repository tracks, read from its index file. Git never ignores those.
/// Source: git's index-format documentation; versions 2, 3 and 4, with SHA-1 or SHA-256.
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

class GitIndex {
public:
    GitIndex() = default;

    /// Errors: a damaged file, or one that refers to another (a split index).
    static Result<GitIndex> parse(std::string_view bytes);

    /// Whether this file, or this folder as a submodule, is tracked. Paths are relative to the top
    /// of the work tree, with "/" between their parts.
    bool tracks(std::string_view path) const;
    /// Whether something below this folder is tracked.
    bool tracksBelow(std::string_view folder) const;

    size_t size() const { return m_begins.size(); }

private:
    std::string_view nameAt(size_t i) const;
    size_t firstNotBefore(std::string_view path) const;

    std::string m_names;  ///< one after the other, in git's order: by bytes
    std::vector<uint64_t> m_begins;
    std::vector<std::string> m_folders;  ///< of a sparse index: all below them is tracked
};

}  // namespace findling
