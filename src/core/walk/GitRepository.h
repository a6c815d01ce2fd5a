/// What of a git repository is read: its excludes, two settings, and which paths it tracks.
/// Git itself is never started: a hostile repository's configuration could run programs.
#pragma once

#include "core/base/Problem.h"
#include "core/walk/DirHandle.h"
#include "core/walk/GitConfig.h"
#include "core/walk/GitIndex.h"
#include "core/walk/IgnoreRules.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace findling {

/// Where problems go that come up on any thread at any time.
using Report = std::function<void(Problem)>;

/// Reads a whole small file below an open folder. Nothing for a missing file; `code` is errno for
/// one that cannot be read (0 when it is missing, not a regular file, or a link that is not
/// followed: git ignores those).
std::optional<std::string> readSmallFile(const DirHandle& folder, const std::string& name,
                                         size_t maxBytes, int& code, bool followLinks = false);

class GitRepository {
public:
    /// The repository whose work tree has its top in this folder: one with a .git folder that has
    /// a HEAD, or with a .git file that names such a folder (linked work trees and submodules).
    /// Null where there is none. `path` is the folder's absolute path.
    static std::shared_ptr<const GitRepository> open(const DirHandle& folder,
                                                     const std::string& path, const GitConfig& user,
                                                     const Report& report);

    bool ignoreCase() const { return m_config.ignoreCase; }
    const std::shared_ptr<const IgnoreRules>& infoExclude() const { return m_infoExclude; }
    const std::shared_ptr<const IgnoreRules>& userExcludes() const { return m_userExcludes; }
    size_t baseLength() const { return m_path.size() + (m_path.back() == '/' ? 0 : 1); }

    /// Whether a file, or anything in a folder, is tracked. The index is read when first asked for.
    bool tracks(std::string_view absolutePath, bool folder, const Report& report) const;

private:
    void readExcludes(const DirHandle& folder, const Report& report);
    const GitIndex& index(const Report& report) const;

    std::string m_path;       ///< absolute, of the work tree
    std::string m_gitFolder;  ///< relative to it, or absolute
    std::string m_commonFolder;
    GitConfig m_config;
    std::shared_ptr<const IgnoreRules> m_infoExclude;
    std::shared_ptr<const IgnoreRules> m_userExcludes;
    mutable std::once_flag m_indexOnce;
    mutable GitIndex m_index;
};

}  // namespace findling
