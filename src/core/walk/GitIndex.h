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
    static Result<GitIndex> parse(std::string bytes);

    /// Whether this file, or this folder as a submodule, is tracked. Paths are relative to the top
    /// of the work tree, with "/" between their parts.
    bool tracks(std::string_view path) const;
    /// Whether something below this folder is tracked.
    bool tracksBelow(std::string_view folder) const;

    size_t size() const { return m_names.size(); }

private:
    struct Name {
        uint64_t begin;  ///< in m_text
        uint32_t length;
    };
    class Reader;
    bool readEntries(Reader& in, uint32_t version, size_t hashSize, uint32_t count);
    bool readPadded(Reader& in, size_t entryBegin, uint32_t flags);
    bool readShortened(Reader& in);
    std::string_view nameAt(size_t i) const {
        return std::string_view(m_text).substr(m_names[i].begin, m_names[i].length);
    }
    size_t firstNotBefore(std::string_view path) const;

    std::string m_text;         ///< the file itself, or the names of one that shortens them
    std::vector<Name> m_names;  ///< in git's order: by bytes
    std::vector<std::string> m_folders;  ///< of a sparse index: all below them is tracked
};

}  // namespace findling
