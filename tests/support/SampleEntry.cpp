#include "support/SampleEntry.h"

namespace findling::test {

namespace {

/// What WalkRoot::absolute is for a root, if the current folder were /somewhere.
std::string absolute(std::string_view root) {
    if (root.substr(0, 1) == "/") return std::string(root);
    return root == "." ? "/somewhere" : "/somewhere/" + std::string(root);
}

}  // namespace

SampleEntry::SampleEntry(std::string_view path, const FileStat& facts)
    : m_root{std::string(path), absolute(path)} {
    m_entry.emplace(m_root, facts);
}

SampleEntry::SampleEntry(std::string_view root, std::string_view below, FileType type)
    : m_root{std::string(root), absolute(root)} {
    m_folder = std::make_shared<Folder>(nullptr, "", m_root, m_open);
    size_t slash = 0;
    for (size_t at = 0; (slash = below.find('/', at)) != std::string_view::npos; at = slash + 1) {
        m_folder = std::make_shared<Folder>(m_folder, std::string(below.substr(at, slash - at)),
                                            m_root, m_open);
    }
    m_name = below.substr(below.rfind('/') + 1);
    int code = 0;
    m_handle = DirHandle::openRoot(m_root.prefix() + m_folder->relativePath() + ".", code);
    m_paths.setFolder(*m_folder);
    m_entry.emplace(*m_folder, m_handle, m_paths, m_name, type, false);
}

FileStat fileFacts() {
    FileStat facts;
    facts.type = FileType::File;
    facts.mode = 0644;
    return facts;
}

}  // namespace findling::test
