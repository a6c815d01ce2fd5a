/// Reads a file in large blocks into one buffer, of which the caller drops what it has seen.
#pragma once

#include "core/base/FileHandle.h"

#include <memory>
#include <string_view>

namespace findling {

class BlockReader {
public:
    /// 99.7 % of source files end within one block of this size.
    static constexpr size_t kBlock = 256 * 1024;

    void start(FileHandle file);

    /// Reads once more behind what is there. False at the end of the file, or on an error, which
    /// is then in `code`.
    bool fill(int& code);
    /// Whether fill() would not have to wait, after waiting so long at most.
    bool waitReadable(int milliseconds) const { return m_file.waitReadable(milliseconds); }
    std::string_view text() const { return {m_buffer.get() + m_begin, m_end - m_begin}; }
    /// Forgets the first bytes of text().
    void drop(size_t count) { m_begin += count; }
    bool atEnd() const { return m_atEnd; }
    void close();

private:
    void makeRoom();

    FileHandle m_file;
    std::unique_ptr<char[]> m_buffer;
    size_t m_capacity = 0;
    size_t m_begin = 0;
    size_t m_end = 0;
    bool m_atEnd = true;
};

}  // namespace findling
