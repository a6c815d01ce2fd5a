#include "core/walk/GitRepository.h"

#include "core/base/Text.h"

#include <cerrno>

namespace findling {

namespace {

constexpr size_t kMaxPointer = 64 * 1024;
constexpr size_t kMaxConfig = 1 << 20;
constexpr size_t kMaxIndex = size_t{4} << 30;
constexpr std::string_view kPointer = "gitdir:";

std::string below(const std::string& folder, const std::string& path) {
    return path.substr(0, 1) == "/" ? path : folder + "/" + path;
}

/// The folder that a .git file names, relative to the work tree or absolute; empty if none.
std::string pointedFolder(const DirHandle& folder) {
    int code = 0;
    const auto text = readSmallFile(folder, ".git", kMaxPointer, code);
    if (!text || text->compare(0, kPointer.size(), kPointer) != 0) return {};
    return std::string(trimmed(std::string_view(*text).substr(kPointer.size())));
}

/// The repository's own folder, or empty where `folder` is not the top of a work tree.
std::string gitFolderOf(const DirHandle& folder) {
    FileStat facts;
    if (folder.stat(".git", true, facts) != 0) return {};
    const std::string git = facts.type == FileType::Folder ? ".git" : pointedFolder(folder);
    // HEAD may be a dangling link in old repositories: it counts all the same.
    if (git.empty() || folder.stat(git + "/HEAD", false, facts) != 0) return {};
    return git;
}

}  // namespace

std::optional<std::string> readSmallFile(const DirHandle& folder, const std::string& name,
                                         size_t maxBytes, int& code, bool followLinks) {
    FileStat facts;
    code = folder.stat(name, followLinks, facts);
    if (code == ENOENT || code == ENOTDIR) code = 0;
    if (code != 0 || facts.type != FileType::File) return std::nullopt;
    FileHandle file = folder.openFile(name, followLinks, code);
    if (!file.isOpen()) {
        if (code == ENOENT || code == ELOOP) code = 0;
        return std::nullopt;
    }
    // One byte more than there is: the read that fills the text is followed by the one that ends
    // it.
    std::string text(std::min<size_t>(facts.size, maxBytes) + 1, '\0');
    for (size_t used = 0;;) {
        if (used == text.size()) text.resize(2 * used);
        const int64_t got = file.read(text.data() + used, text.size() - used, code);
        if (got < 0) return std::nullopt;
        used += static_cast<size_t>(got);
        if (got == 0) {
            text.resize(used);
            return text;
        }
        if (used > maxBytes) {
            code = EFBIG;
            return std::nullopt;
        }
    }
}

std::shared_ptr<const GitRepository> GitRepository::open(const DirHandle& folder,
                                                         const std::string& path,
                                                         const GitConfig& user,
                                                         const Report& report) {
    const std::string git = gitFolderOf(folder);
    if (git.empty()) return nullptr;
    auto repository = std::make_shared<GitRepository>();
    repository->m_path = path;
    repository->m_gitFolder = repository->m_commonFolder = git;
    int code = 0;
    if (const auto common = readSmallFile(folder, git + "/commondir", kMaxPointer, code)) {
        repository->m_commonFolder = below(git, std::string(trimmed(*common)));
    }
    repository->m_config = user;
    const std::string configFile = repository->m_commonFolder + "/config";
    if (const auto text = readSmallFile(folder, configFile, kMaxConfig, code)) {
        repository->m_config.apply(*text, repository->m_commonFolder,
                                   [&](const std::string& included) {
                                       int ignored = 0;
                                       return readSmallFile(folder, included, kMaxConfig, ignored);
                                   });
    }
    repository->readExcludes(folder, report);
    return repository;
}

void GitRepository::readExcludes(const DirHandle& folder, const Report& report) {
    const auto read = [&](const std::string& file) -> std::shared_ptr<const IgnoreRules> {
        if (file.empty()) return nullptr;
        int code = 0;
        const auto text = readSmallFile(folder, file, IgnoreRules::kMaxBytes, code, true);
        const std::string source = below(m_path, file);
        if (code != 0) report(systemProblem(source, "read ignore rules", code));
        return text ? IgnoreRules::parse(*text, source, ignoreCase()) : nullptr;
    };
    m_infoExclude = read(m_commonFolder + "/info/exclude");
    m_userExcludes =
        read(m_config.excludesFile ? *m_config.excludesFile : GitConfig::defaultExcludesFile());
}

const GitIndex& GitRepository::index(const Report& report) const {
    std::call_once(m_indexOnce, [&] {
        int code = 0;
        const DirHandle folder = DirHandle::openRoot(m_path, code);
        const std::string path = below(m_path, m_gitFolder + "/index");
        auto bytes = folder.isOpen()
                         ? readSmallFile(folder, m_gitFolder + "/index", kMaxIndex, code, true)
                         : std::nullopt;
        if (code != 0) report(systemProblem(path, "read git index", code));
        if (!bytes) return;  // a repository in which nothing was added yet
        auto parsed = GitIndex::parse(std::move(*bytes));
        if (parsed) m_index = std::move(*parsed);
        else
            report({path, "read git index", 0,
                    parsed.error().text + "; tracked files that a rule hides may be missing"});
    });
    return m_index;
}

bool GitRepository::tracks(std::string_view absolutePath, bool folder, const Report& report) const {
    if (absolutePath.size() <= baseLength()) return false;
    const std::string_view path = absolutePath.substr(baseLength());
    const GitIndex& tracked = index(report);
    return tracked.tracks(path) || (folder && tracked.tracksBelow(path));
}

}  // namespace findling
