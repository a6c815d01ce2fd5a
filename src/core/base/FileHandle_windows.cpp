#include "core/base/FileHandle.h"

#include "core/base/WindowsText.h"

#include <algorithm>
#include <utility>
#include <windows.h>

namespace findling {

namespace {

HANDLE handle(intptr_t native) {
    return reinterpret_cast<HANDLE>(native);
}

}  // namespace

FileHandle::FileHandle(FileHandle&& other) noexcept : m_native(std::exchange(other.m_native, -1)) {}

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept {
    std::swap(m_native, other.m_native);
    return *this;
}

void FileHandle::close() {
    if (isOpen()) ::CloseHandle(handle(m_native));
    m_native = -1;
}

int64_t FileHandle::read(char* buffer, size_t size, int& code) {
    DWORD got = 0;
    const auto wanted = static_cast<DWORD>(std::min<size_t>(size, 1 << 30));
    if (::ReadFile(handle(m_native), buffer, wanted, &got, nullptr)) return got;
    // The writing end of a pipe is gone: that is how it ends.
    if (::GetLastError() == ERROR_BROKEN_PIPE || ::GetLastError() == ERROR_HANDLE_EOF) return 0;
    code = lastErrorCode();
    return -1;
}

bool FileHandle::extent(FileExtent& out) const {
    LARGE_INTEGER size;
    if (::GetFileType(handle(m_native)) != FILE_TYPE_DISK ||
        !::GetFileSizeEx(handle(m_native), &size)) {
        return false;
    }
    out.size = out.allocated = static_cast<uint64_t>(size.QuadPart);
    return true;
}

uint64_t FileHandle::nextData(uint64_t offset, uint64_t) const {
    return offset;
}

bool FileHandle::moveTo(uint64_t offset) {
    LARGE_INTEGER place;
    place.QuadPart = static_cast<LONGLONG>(offset);
    return ::SetFilePointerEx(handle(m_native), place, nullptr, FILE_BEGIN) != 0;
}

int64_t FileHandle::readAt(char* buffer, size_t size, uint64_t offset, int& code) const {
    OVERLAPPED place{};
    place.Offset = static_cast<DWORD>(offset);
    place.OffsetHigh = static_cast<DWORD>(offset >> 32);
    DWORD got = 0;
    const auto wanted = static_cast<DWORD>(std::min<size_t>(size, 1 << 30));
    if (::ReadFile(handle(m_native), buffer, wanted, &got, &place)) return got;
    if (::GetLastError() == ERROR_HANDLE_EOF) return 0;
    code = lastErrorCode();
    return -1;
}

bool FileHandle::waitReadable(int milliseconds) const {
    DWORD available = 0;
    // Only pipes can be asked; files and consoles are read as they are.
    if (!::PeekNamedPipe(handle(m_native), nullptr, 0, nullptr, &available, nullptr)) return true;
    if (available == 0) ::Sleep(static_cast<DWORD>(milliseconds));
    return available > 0;
}

}  // namespace findling
