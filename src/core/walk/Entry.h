/// One thing that the walk came upon. Name and type come from the folder's listing for free;
/// path, facts and ignore verdict are worked out when first asked for, and remembered.
#pragma once

#include "core/walk/Folder.h"

#include <optional>
#include <string>
#include <string_view>

namespace findling {

/// Builds the paths of one folder's entries in place: one per search thread.
class PathBuilder {
public:
    void setFolder(const Folder& folder);
    /// A folder that is not open: known from its path below a root, with a "/" at its end.
    void setFolder(const WalkRoot& root, std::string_view path);
    std::string_view path(std::string_view name);  ///< as results show it
    std::string_view absolute(std::string_view name);
    std::string_view relative(std::string_view name);  ///< below the root

private:
    const Folder* m_folder = nullptr;
    const WalkRoot* m_root = nullptr;
    std::string m_below;  ///< the path of a folder that is not open
    bool m_built = false;
    bool m_absoluteBuilt = false;
    std::string m_path, m_absolute;
    size_t m_prefixLength = 0, m_folderLength = 0, m_absoluteLength = 0;

    void build();
};

class Entry {
public:
    /// An entry of a folder. `handle` is the folder's, open as long as the entry lives.
    Entry(const Folder& folder, const DirHandle& handle, PathBuilder& paths, std::string_view name,
          FileType type, bool follow);
    /// An entry that a record of an earlier walk tells of: its folder is not open, facts are read
    /// by its path.
    Entry(const WalkRoot& root, PathBuilder& paths, std::string_view name, FileType type,
          uint32_t depth, bool follow);
    /// A file that was itself given as a root.
    Entry(const WalkRoot& root, const FileStat& facts);

    std::string_view name() const { return m_name; }
    FileType type() const { return m_type; }  ///< of the target, where links are followed
    bool isFolder() const { return m_type == FileType::Folder; }
    bool isHidden() const { return !m_name.empty() && m_name.front() == '.'; }
    uint32_t depth() const { return m_depth; }  ///< 1 for an entry of the root folder
    bool isRoot() const { return m_depth == 0; }
    bool isRecorded() const { return m_depth > 0 && m_folder == nullptr; }
    const WalkRoot& root() const { return m_root; }

    /// As results show it: root joined with the relative path. Valid until another entry's path
    /// is asked for on this thread.
    std::string_view path() const;
    std::string_view relativePath() const;
    std::string_view absolutePath() const;

    /// Facts, read once; null when they cannot be read, then statError() is errno.
    const FileStat* stat() const;
    int statError() const { return m_statError; }
    /// Facts where they have been read already.
    const FileStat* knownStat() const { return m_stat ? &*m_stat : nullptr; }
    /// errno where a link was to be followed and could not: it is then an entry itself. Not for one
    /// whose target is simply gone.
    int followError() const { return m_followError; }

    /// What the ignore rules say, judged once.
    const IgnoreVerdict& ignored() const {
        if (!m_verdict) judge();
        return *m_verdict;
    }

    /// Of a link: where it points to; empty where that cannot be read.
    std::string linkTarget() const;
    FileHandle openFile(int& code) const;
    /// Whether a read of the file that yields less than asked for has come to its end.
    bool hasWholeReads() const { return m_folder && m_folder->wholeReads(*m_handle); }
    DirHandle openFolder(int& code) const;
    bool followsLinks() const { return m_follow; }

private:
    void judge() const;

    const Folder* m_folder = nullptr;
    const DirHandle* m_handle = nullptr;
    const WalkRoot& m_root;
    PathBuilder* m_paths = nullptr;
    std::string_view m_name;
    FileType m_type;
    uint32_t m_depth;
    bool m_follow;
    mutable std::optional<FileStat> m_stat;
    mutable int m_statError = 0;
    mutable int m_followError = 0;
    mutable std::optional<IgnoreVerdict> m_verdict;
};

}  // namespace findling
