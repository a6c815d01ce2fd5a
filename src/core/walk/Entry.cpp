#include "core/walk/Entry.h"

#include <cerrno>

namespace findling {

void PathBuilder::setFolder(const Folder& folder) {
    m_folder = &folder;
    m_root = &folder.root();
    m_built = false;
    m_absoluteBuilt = false;
}

void PathBuilder::setFolder(const WalkRoot& root, std::string_view path) {
    m_folder = nullptr;
    m_root = &root;
    m_below = path;
    m_built = false;
    m_absoluteBuilt = false;
}

void PathBuilder::build() {
    m_path = m_root->prefix();
    m_prefixLength = m_path.size();
    m_path += m_folder ? m_folder->relativePath() : m_below;
    m_folderLength = m_path.size();
    m_built = true;
}

std::string_view PathBuilder::path(std::string_view name) {
    if (!m_built) build();
    m_path.resize(m_folderLength);
    m_path += name;
    return m_path;
}

std::string_view PathBuilder::relative(std::string_view name) {
    return path(name).substr(m_prefixLength);
}

std::string_view PathBuilder::absolute(std::string_view name) {
    if (!m_absoluteBuilt) {
        m_absolute = m_root->absolute;
        if (m_absolute.empty() || m_absolute.back() != '/') m_absolute += '/';
        m_absolute += m_folder ? m_folder->relativePath() : m_below;
        m_absoluteLength = m_absolute.size();
        m_absoluteBuilt = true;
    }
    m_absolute.resize(m_absoluteLength);
    m_absolute += name;
    return m_absolute;
}

Entry::Entry(const Folder& folder, const DirHandle& handle, PathBuilder& paths,
             std::string_view name, FileType type, bool follow)
    : m_folder(&folder),
      m_handle(&handle),
      m_root(folder.root()),
      m_paths(&paths),
      m_name(name),
      m_type(type),
      m_depth(folder.depth() + 1),
      m_follow(follow) {
    if (m_type == FileType::Unknown || (m_follow && m_type == FileType::Link)) {
        if (const FileStat* facts = stat()) m_type = facts->type;
    }
}

Entry::Entry(const WalkRoot& root, PathBuilder& paths, std::string_view name, FileType type,
             uint32_t depth, bool follow)
    : m_root(root), m_paths(&paths), m_name(name), m_type(type), m_depth(depth), m_follow(follow) {}

Entry::Entry(const WalkRoot& root, const FileStat& facts)
    : m_root(root),
      m_name(root.path),
      m_type(facts.type),
      m_depth(0),
      m_follow(true),
      m_stat(facts) {
    if (const size_t slash = m_name.rfind('/'); slash != std::string_view::npos) {
        m_name.remove_prefix(slash + 1);
    }
}

std::string_view Entry::path() const {
    return m_paths ? m_paths->path(m_name) : std::string_view(m_root.path);
}

std::string_view Entry::relativePath() const {
    if (m_paths) return m_paths->relative(m_name);
    // A listed file is judged as the list spells it.
    std::string_view path = m_root.listed ? std::string_view(m_root.path) : m_name;
    if (m_root.listed) path.remove_prefix(std::min(m_root.below, path.size()));
    while (path.substr(0, 2) == "./") path.remove_prefix(2);
    return path;
}

std::string_view Entry::absolutePath() const {
    return m_paths ? m_paths->absolute(m_name) : std::string_view(m_root.absolute);
}

const FileStat* Entry::stat() const {
    if (m_stat) return &*m_stat;
    if (m_statError != 0) return nullptr;
    FileStat facts;
    const std::string name(m_handle ? m_name : path());
    const auto read = [&](bool follow) {
        return m_handle ? m_handle->stat(name, follow, facts) : statPath(name, follow, facts);
    };
    m_statError = read(m_follow);
    // A link whose target is gone, or cannot be reached, is still there as a link.
    if (m_statError != 0 && m_follow && read(false) == 0) {
        if (m_statError != ENOENT && facts.type == FileType::Link) m_followError = m_statError;
        m_statError = 0;
    }
    if (m_statError != 0) return nullptr;
    m_stat = facts;
    return &*m_stat;
}

void Entry::judge() const {
    m_verdict = IgnoreVerdict{};
    if (!m_folder || !m_folder->ignore) return;
    m_verdict = m_folder->ignore->judge({m_name, isFolder(), m_paths}, m_folder->inherited);
}

std::string Entry::linkTarget() const {
    return m_handle ? m_handle->linkTarget(std::string(m_name)) : std::string();
}

FileHandle Entry::openFile(int& code) const {
    if (m_root.stream && m_root.absolute.empty()) return openStandardInput(code);
    if (!m_handle) return openPath(std::string(path()), code);
    return m_handle->openFile(std::string(m_name), m_follow, code);
}

DirHandle Entry::openFolder(int& code) const {
    if (!m_handle) return DirHandle::openRoot(std::string(path()), code);
    return m_handle->openChild(std::string(m_name), m_follow, code);
}

}  // namespace findling
