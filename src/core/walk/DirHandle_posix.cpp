#include "core/walk/DirHandle.h"

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <unistd.h>
#include <utility>

namespace findling {

namespace {

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOCTTY;
/// O_NONBLOCK: a FIFO that replaced a file since the listing must not block the search.
constexpr int kFileFlags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;

int openRetrying(int folder, const char* name, int flags, int& code) {
    for (;;) {
        const int fd = ::openat(folder, name, flags);
        if (fd >= 0) {
            code = 0;
            return fd;
        }
        code = errno;
        if (code != EINTR) return -1;
    }
}

int fd(intptr_t native) {
    return static_cast<int>(native);
}

}  // namespace

DirHandle::DirHandle(DirHandle&& other) noexcept : m_native(std::exchange(other.m_native, -1)) {}

DirHandle& DirHandle::operator=(DirHandle&& other) noexcept {
    std::swap(m_native, other.m_native);
    return *this;
}

void DirHandle::close() {
    if (isOpen()) ::close(fd(m_native));
    m_native = -1;
}

DirHandle DirHandle::openRoot(const std::string& path, int& code) {
    DirHandle out;
    out.m_native = openRetrying(AT_FDCWD, path.c_str(), kFolderFlags, code);
    return out;
}

DirHandle DirHandle::openChild(const std::string& name, bool follow, int& code) const {
    DirHandle out;
    out.m_native =
        openRetrying(fd(m_native), name.c_str(), kFolderFlags | (follow ? 0 : O_NOFOLLOW), code);
    return out;
}

FileHandle DirHandle::openFile(const std::string& name, bool follow, int& code) const {
    return FileHandle(
        openRetrying(fd(m_native), name.c_str(), kFileFlags | (follow ? 0 : O_NOFOLLOW), code));
}

std::string DirHandle::linkTarget(const std::string& name) const {
    std::string target(256, '\0');
    for (;;) {
        const ssize_t got = ::readlinkat(fd(m_native), name.c_str(), target.data(), target.size());
        if (got < 0) return {};
        // A buffer that is full may hold but the beginning.
        if (static_cast<size_t>(got) < target.size()) {
            target.resize(static_cast<size_t>(got));
            return target;
        }
        target.resize(2 * target.size());
    }
}

FileHandle openPath(const std::string& path, int& code) {
    return FileHandle(openRetrying(AT_FDCWD, path.c_str(), kFileFlags, code));
}

FileHandle openStandardInput(int& code) {
    // A duplicate, as a handle closes what it holds.
    const int copy = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
    code = copy < 0 ? errno : 0;
    return FileHandle(copy);
}

std::string realPath(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr),
                                                           &std::free);
    return real ? std::string(real.get()) : std::string();
}

}  // namespace findling
