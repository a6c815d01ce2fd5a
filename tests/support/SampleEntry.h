/// Entries made by hand, with whatever facts a test of a format wants to see printed.
#pragma once

#include "core/walk/Entry.h"

#include <string>
#include <string_view>

namespace findling::test {

class SampleEntry {
public:
    /// A root, as only roots can have facts of which the file system knows nothing.
    SampleEntry(std::string_view path, const FileStat& facts);
    /// An entry at `below` ("a/b.txt") in a root. The facts are those of the file system; where
    /// there is no such folder they are unknown.
    SampleEntry(std::string_view root, std::string_view below, FileType type);
    SampleEntry(const SampleEntry&) = delete;
    SampleEntry& operator=(const SampleEntry&) = delete;

    const Entry& operator*() const { return *m_entry; }

private:
    WalkRoot m_root;
    OpenFolders m_open{8};
    std::shared_ptr<Folder> m_folder;
    DirHandle m_handle;
    PathBuilder m_paths;
    std::string m_name;
    std::optional<Entry> m_entry;
};

/// A plain file: mode 0644, of user and group 0, empty, from the first second of 1970.
FileStat fileFacts();

}  // namespace findling::test
