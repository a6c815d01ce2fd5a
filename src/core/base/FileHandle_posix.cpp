#include "core/base/FileHandle.h"

#include <cerrno>
#include <poll.h>
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

bool FileHandle::waitReadable(int milliseconds) const {
    struct pollfd wanted {
        static_cast<int>(m_native), POLLIN, 0
    };
    return ::poll(&wanted, 1, milliseconds) > 0;
}

}  // namespace findling
