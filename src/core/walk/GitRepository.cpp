#include "core/walk/GitRepository.h"

#include "core/base/Text.h"

#include <array>
#include <cerrno>

namespace findling {

namespace {

constexpr size_t kMaxPointer = 64 * 1024;
constexpr std::string_view kPointer = "gitdir:";

/// The folder that a .git file names, relative to the work tree or absolute; empty if none.
std::string pointedFolder(const DirHandle& folder) {
    int code = 0;
    const auto text = readSmallFile(folder, ".git", kMaxPointer, code);
    if (!text || text->compare(0, kPointer.size(), kPointer) != 0) return {};
    return std::string(trimmed(std::string_view(*text).substr(kPointer.size())));
}

}  // namespace

std::optional<std::string> readSmallFile(const DirHandle& folder, const std::string& name,
                                         size_t maxBytes, int& code) {
    FileStat facts;
    code = folder.stat(name, false, facts);
    if (code == ENOENT || code == ENOTDIR) code = 0;
    if (code != 0 || facts.type != FileType::File) return std::nullopt;
    FileHandle file = folder.openFile(name, false, code);
    if (!file.isOpen()) {
        if (code == ENOENT || code == ELOOP) code = 0;
        return std::nullopt;
    }
    std::string text;
    std::array<char, 16384> buffer;
    for (;;) {
        const int64_t got = file.read(buffer.data(), buffer.size(), code);
        if (got < 0) return std::nullopt;
        if (got == 0) return text;
        text.append(buffer.data(), static_cast<size_t>(got));
        if (text.size() > maxBytes) {
            code = EFBIG;
            return std::nullopt;
        }
    }
}

bool isRepositoryTop(const DirHandle& folder) {
    FileStat facts;
    if (folder.stat(".git", true, facts) != 0) return false;
    if (facts.type == FileType::Folder) return folder.stat(".git/HEAD", false, facts) == 0;
    const std::string target = pointedFolder(folder);
    return !target.empty() && folder.stat(target + "/HEAD", true, facts) == 0;
}

std::optional<std::string> readInfoExclude(const DirHandle& folder, const std::string& path,
                                           std::string& source, int& code) {
    std::string gitFolder = pointedFolder(folder);
    if (gitFolder.empty()) {
        gitFolder = ".git";
    } else if (const auto common = readSmallFile(folder, gitFolder + "/commondir", kMaxPointer, code)) {
        const std::string target(trimmed(*common));
        gitFolder = target.substr(0, 1) == "/" ? target : gitFolder + "/" + target;
    }
    const std::string file = gitFolder + "/info/exclude";
    source = file.front() == '/' ? file : path + "/" + file;
    return readSmallFile(folder, file, size_t{8} << 20, code);
}

}  // namespace findling
