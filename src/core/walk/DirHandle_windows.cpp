#include "core/walk/DirHandle.h"

#include "core/base/WindowsText.h"

#include <cerrno>
#include <utility>
#include <windows.h>

namespace findling {

namespace {

constexpr DWORD kShareAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

int64_t nanoseconds(const FILETIME& t) {
    // 100 ns since 1601, of which 11644473600 s lie before 1970.
    const auto ticks = static_cast<int64_t>(uint64_t{t.dwHighDateTime} << 32 | t.dwLowDateTime);
    return (ticks - 116444736000000000) * 100;
}

HANDLE openHandle(const std::string& path, DWORD access, bool follow, int& code) {
    const DWORD flags = FILE_FLAG_BACKUP_SEMANTICS | (follow ? 0 : FILE_FLAG_OPEN_REPARSE_POINT);
    const HANDLE h = ::CreateFileW(extendedPath(path).c_str(), access, kShareAll, nullptr,
                                   OPEN_EXISTING, flags, nullptr);
    code = h == INVALID_HANDLE_VALUE ? lastErrorCode() : 0;
    return h;
}

int readStat(const std::string& path, bool follow, FileStat& out) {
    int code = 0;
    const HANDLE h = openHandle(path, FILE_READ_ATTRIBUTES, follow, code);
    if (code != 0) return code;
    BY_HANDLE_FILE_INFORMATION facts;
    const bool ok = ::GetFileInformationByHandle(h, &facts) != 0;
    code = ok ? 0 : lastErrorCode();
    ::CloseHandle(h);
    if (!ok) return code;
    const DWORD attributes = facts.dwFileAttributes;
    out.type = attributes & FILE_ATTRIBUTE_REPARSE_POINT ? FileType::Link
               : attributes & FILE_ATTRIBUTE_DIRECTORY   ? FileType::Folder
                                                         : FileType::File;
    out.size = uint64_t{facts.nFileSizeHigh} << 32 | facts.nFileSizeLow;
    out.modified = nanoseconds(facts.ftLastWriteTime);
    out.accessed = nanoseconds(facts.ftLastAccessTime);
    out.changed = out.modified;  // Windows shows no time of the inode
    out.created = nanoseconds(facts.ftCreationTime);
    out.device = facts.dwVolumeSerialNumber;
    out.inode = uint64_t{facts.nFileIndexHigh} << 32 | facts.nFileIndexLow;
    out.mode = attributes & FILE_ATTRIBUTE_READONLY ? 0444 : 0666;
    return 0;
}

std::string joined(const std::string& folder, const std::string& name) {
    return folder.empty() || folder.back() == '/' ? folder + name : folder + "/" + name;
}

}  // namespace

DirHandle::DirHandle(DirHandle&& other) noexcept
    : m_native(std::exchange(other.m_native, -1)), m_path(std::move(other.m_path)) {}

DirHandle& DirHandle::operator=(DirHandle&& other) noexcept {
    std::swap(m_native, other.m_native);
    std::swap(m_path, other.m_path);
    return *this;
}

void DirHandle::close() {
    m_native = -1;
}

DirHandle DirHandle::openRoot(const std::string& path, int& code) {
    DirHandle out;
    FileStat facts;
    code = readStat(path, true, facts);
    if (code == 0 && facts.type != FileType::Folder) code = ENOTDIR;
    if (code != 0) return out;
    out.m_native = 0;
    out.m_path = path;
    return out;
}

DirHandle DirHandle::openChild(const std::string& name, bool follow, int& code) const {
    DirHandle out;
    FileStat facts;
    const std::string path = joined(m_path, name);
    code = readStat(path, follow, facts);
    if (code == 0 && facts.type != FileType::Folder) code = ENOTDIR;
    if (code != 0) return out;
    out.m_native = 0;
    out.m_path = path;
    return out;
}

FileHandle DirHandle::openFile(const std::string& name, bool follow, int& code) const {
    return FileHandle(
        reinterpret_cast<intptr_t>(openHandle(joined(m_path, name), GENERIC_READ, follow, code)));
}

std::string DirHandle::linkTarget(const std::string&) const {
    return {};
}

FileHandle openPath(const std::string& path, int& code) {
    return FileHandle(reinterpret_cast<intptr_t>(openHandle(path, GENERIC_READ, true, code)));
}

FileHandle openStandardInput(int& code) {
    HANDLE copy = INVALID_HANDLE_VALUE;
    const HANDLE self = ::GetCurrentProcess();
    const bool ok = ::DuplicateHandle(self, ::GetStdHandle(STD_INPUT_HANDLE), self, &copy, 0, FALSE,
                                      DUPLICATE_SAME_ACCESS) != 0;
    code = ok ? 0 : lastErrorCode();
    return ok ? FileHandle(reinterpret_cast<intptr_t>(copy)) : FileHandle();
}

int DirHandle::stat(const std::string& name, bool follow, FileStat& out) const {
    return readStat(joined(m_path, name), follow, out);
}

int DirHandle::stat(FileStat& out) const {
    return readStat(m_path, true, out);
}

int statPath(const std::string& path, bool follow, FileStat& out) {
    return readStat(path, follow, out);
}

std::string realPath(const std::string& path) {
    int code = 0;
    const HANDLE h = openHandle(path, FILE_READ_ATTRIBUTES, true, code);
    if (code != 0) return {};
    std::wstring wide(32768, L'\0');
    wide.resize(::GetFinalPathNameByHandleW(h, wide.data(), 32768, FILE_NAME_NORMALIZED));
    ::CloseHandle(h);
    if (wide.compare(0, 4, L"\\\\?\\") == 0) wide.erase(0, 4);
    std::string out = fromWide(wide);
    for (char& c : out) {
        if (c == '\\') c = '/';
    }
    return out;
}

}  // namespace findling
