/// A file open for reading, by read() alone: a mapped file that shrinks would end the program.
#pragma once

#include <cstddef>
#include <cstdint>

namespace findling {

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

    /// Waits until read() would not block, but at most so long: what a pipe needs, so that a stop
    /// is seen. False if nothing came.
    bool waitReadable(int milliseconds) const;

private:
    Native m_native = -1;
};

}  // namespace findling
