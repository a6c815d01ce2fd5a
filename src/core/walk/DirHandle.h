/// An open folder: the place from which its entries are opened, listed and asked for facts.
/// Entries are reached relative to it (openat), so that a path may be longer than PATH_MAX
/// and nothing above can be swapped for a link in between.
#pragma once

#include "core/base/FileHandle.h"
#include "core/walk/FileStat.h"

#include <string>
#include <string_view>

namespace findling {

class DirHandle {
public:
    DirHandle() = default;
    DirHandle(DirHandle&& other) noexcept;
    DirHandle& operator=(DirHandle&& other) noexcept;
    ~DirHandle() { close(); }

    /// The folder at a path. `code` is errno on failure. Links in the path are followed: the user
    /// named it.
    static DirHandle openRoot(const std::string& path, int& code);
    /// A folder in this one; `name` may hold several parts. Never follows a link unless told to.
    DirHandle openChild(const std::string& name, bool follow, int& code) const;
    /// A file in this folder for reading; never blocks on a FIFO or device.
    FileHandle openFile(const std::string& name, bool follow, int& code) const;
    /// Facts of an entry; follow asks for the target of a link. Returns errno.
    int stat(const std::string& name, bool follow, FileStat& out) const;
    /// Where a link points to, as it is written there; empty where it cannot be read.
    std::string linkTarget(const std::string& name) const;
    /// Facts of this folder itself. Returns errno.
    int stat(FileStat& out) const;

    bool isOpen() const { return m_native != -1; }
    void close();
    intptr_t native() const { return m_native; }
    const std::string& path() const { return m_path; }

private:
    intptr_t m_native = -1;  ///< a descriptor; on Windows, which has no openat, 0 while open
    std::string m_path;      ///< Windows only: what stands in for the descriptor
};

/// Facts of a path as the user named it. Returns errno.
int statPath(const std::string& path, bool follow, FileStat& out);
FileHandle openPath(const std::string& path, int& code);
FileHandle openStandardInput(int& code);
/// The absolute path without links, or empty where there is none.
std::string realPath(const std::string& path);

}  // namespace findling
