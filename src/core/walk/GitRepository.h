/// What of a git repository is read: that it is one, and where its own exclude file lies.
/// Git itself is never started: a hostile repository's configuration could run programs.
#pragma once

#include "core/walk/DirHandle.h"

#include <optional>
#include <string>

namespace findling {

/// Reads a whole small file below an open folder. Nothing for a missing file; `code` is errno for
/// one that cannot be read (0 when it is missing, a link, or not a regular file: git ignores those).
std::optional<std::string> readSmallFile(const DirHandle& folder, const std::string& name,
                                         size_t maxBytes, int& code);

/// Whether the folder is the top of a work tree: has a .git folder with a HEAD, or a .git file
/// that names one (work trees and submodules).
bool isRepositoryTop(const DirHandle& folder);

/// The text of info/exclude of the repository whose work tree the folder is, and its path.
std::optional<std::string> readInfoExclude(const DirHandle& folder, const std::string& path,
                                           std::string& source, int& code);

}  // namespace findling
