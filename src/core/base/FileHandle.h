/// A file open for reading, by read() alone: a mapped file that shrinks would end the program.
#pragma once

#include <cstddef>
#include <cstdint>

namespace findling {

/// How large a file is, and how much of that the disk holds: less where it has holes.
struct FileExtent {
    uint64_t size = 0;
    uint64_t allocated = 0;
};

class FileHandle {
public:
    /// A descriptor, or a HANDLE on Windows; -1 when closed (INVALID_HANDLE_VALUE is the same).
    using Native = intptr_t;
    FileHandle() = default;
    explicit FileHandle(Native native) : m_native(native) {}
    FileHandle(FileHandle&& other) noexcept;
    FileHandle& operator=(FileHandle&& other) noexcept;
    ~FileHandle() { close(); }

    bool isOpen() const { return m_native != -1; }
    void close();
    Native native() const { return m_native; }

    /// Bytes read, 0 at the end, or -1 with errno in `code`. Interrupted calls are repeated.
    int64_t read(char* buffer, size_t size, int& code);

    bool extent(FileExtent& out) const;
    /// Where the next data begin at or after `offset`: beyond a hole; `size` where only a hole is
    /// left, `offset` where nothing is known of holes.
    uint64_t nextData(uint64_t offset, uint64_t size) const;
    /// The next read() begins here.
    bool moveTo(uint64_t offset);
    /// As read(), at this offset, without moving. Any thread.
    int64_t readAt(char* buffer, size_t size, uint64_t offset, int& code) const;

    /// Waits until read() would not block, but at most so long: what a pipe needs, so that a stop
    /// is seen. False if nothing came.
    bool waitReadable(int milliseconds) const;

private:
    Native m_native = -1;
};

}  // namespace findling
