/// A folder in the walk: a link in the chain from the root, open while something below needs it.
#pragma once

#include "core/walk/DirHandle.h"
#include "core/walk/IgnoreScope.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

namespace findling {

/// One place a walk starts from. Outlives all folders below it.
struct WalkRoot {
    std::string path;      ///< as the user wrote it; "." contributes nothing to result paths
    std::string absolute;  ///< without links; equals path where that cannot be told
    size_t index = 0;      ///< in the query
    bool stream = false;   ///< standard input, or a descriptor of this process: read as it comes
    bool listed = false;   ///< out of a list: a file is judged by the filters
    size_t below = 0;      ///< of a listed file: so much of its path is the folder it was found in
    bool follow = true;    ///< what a link leads to is meant, not the link
    FileType type = FileType::Unknown;  ///< where it is known already
    std::string prefix() const;  ///< what result paths begin with: "src/" for src, "" for "."
};

/// The absolute path as it is written: links stay. `here` keeps the current folder for more calls.
std::string absolutePath(std::string_view path, std::string& here);

/// How many folders stay open at once over all threads; children reopen the others from further
/// up, so that neither a deep nor a wide tree runs out of descriptors.
class OpenFolders {
public:
    explicit OpenFolders(size_t limit) : m_limit(limit) {}
    bool mayStay() const { return m_count.load(std::memory_order_relaxed) < m_limit; }

private:
    friend class Folder;
    size_t m_limit;
    std::atomic<size_t> m_count{0};
};

class Folder {
public:
    Folder(std::shared_ptr<Folder> parent, std::string name, const WalkRoot& root,
           OpenFolders& open);
    ~Folder();

    const WalkRoot& root() const { return m_root; }
    const std::string& name() const { return m_name; }
    uint32_t depth() const { return m_depth; }  ///< 0 for the root
    const std::shared_ptr<Folder>& parent() const { return m_parent; }

    /// Path below the root with a "/" at its end, or nothing for the root. Built anew.
    std::string relativePath() const;

    /// Opens the folder itself. Returns errno.
    int open(bool follow);
    const DirHandle& handle() const { return m_handle; }

    /// The handle is shared with the tasks below and stays open while it has users: whoever lists
    /// the folder, and every waiting task. Where too many are open it is not shared. Decided by
    /// the lister, before it makes the first task.
    void decideSharing();
    void addUser();
    void removeUser();
    /// The lister is done.
    void finishListing();

    /// hasWholeReads() of it, asked once. `handle` is the folder's.
    bool wholeReads(const DirHandle& handle) const;

    /// An open handle for a user of this folder: its own, or one reopened from further up.
    /// `temporary` owns the latter.
    const DirHandle* usableHandle(DirHandle& temporary, bool follow, int& code);

    std::shared_ptr<const IgnoreScope> ignore;  ///< set once, before there are users
    IgnoreVerdict inherited;  ///< the git rule that hides this folder, which holds tracked files
    uint64_t device = 0;      ///< known where the walk needs it
    uint64_t inode = 0;

private:
    bool tryAddUser();
    void close();

    std::shared_ptr<Folder> m_parent;
    std::string m_name;
    const WalkRoot& m_root;
    OpenFolders& m_open;
    uint32_t m_depth;
    DirHandle m_handle;
    bool m_shared = false;
    std::atomic<int> m_users{0};
    mutable std::atomic<int8_t> m_wholeReads{-1};  ///< -1: not asked yet
};

}  // namespace findling
