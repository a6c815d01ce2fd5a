#include "core/base/FileHandle.h"

#include <cerrno>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace findling {

FileHandle::FileHandle(FileHandle&& other) noexcept : m_native(std::exchange(other.m_native, -1)) {}

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept {
    std::swap(m_native, other.m_native);
    return *this;
}

void FileHandle::close() {
    if (isOpen()) ::close(static_cast<int>(m_native));
    m_native = -1;
}

int64_t FileHandle::read(char* buffer, size_t size, int& code) {
    for (;;) {
        const ssize_t got = ::read(static_cast<int>(m_native), buffer, size);
        if (got >= 0) return got;
        if (errno == EINTR) continue;
        code = errno;
        return -1;
    }
}

bool FileHandle::extent(FileExtent& out) const {
    struct stat facts;
    if (::fstat(static_cast<int>(m_native), &facts) != 0 || !S_ISREG(facts.st_mode)) return false;
    constexpr uint64_t kUnit = 512;  // of st_blocks, whatever the file system's own is
    out.size = static_cast<uint64_t>(facts.st_size);
    out.allocated = static_cast<uint64_t>(facts.st_blocks) * kUnit;
    return true;
}

uint64_t FileHandle::nextData(uint64_t offset, uint64_t size) const {
#ifdef SEEK_DATA
    const off_t found = ::lseek(static_cast<int>(m_native), static_cast<off_t>(offset), SEEK_DATA);
    if (found >= 0) {
        // The call has moved the place to read from.
        ::lseek(static_cast<int>(m_native), static_cast<off_t>(offset), SEEK_SET);
        return static_cast<uint64_t>(found);
    }
    if (errno == ENXIO) return size;
#endif
    return offset;
}

bool FileHandle::moveTo(uint64_t offset) {
    return ::lseek(static_cast<int>(m_native), static_cast<off_t>(offset), SEEK_SET) >= 0;
}

int64_t FileHandle::readAt(char* buffer, size_t size, uint64_t offset, int& code) const {
    for (;;) {
        const ssize_t got =
            ::pread(static_cast<int>(m_native), buffer, size, static_cast<off_t>(offset));
        if (got >= 0) return got;
        if (errno == EINTR) continue;
        code = errno;
        return -1;
    }
}

bool FileHandle::waitReadable(int milliseconds) const {
    struct pollfd wanted {
        static_cast<int>(m_native), POLLIN, 0
    };
    return ::poll(&wanted, 1, milliseconds) > 0;
}

}  // namespace findling
