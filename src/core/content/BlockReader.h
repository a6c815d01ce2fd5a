/// Reads a text in large blocks into one buffer, of which the caller drops what it has seen.
#pragma once

#include "core/base/FileHandle.h"
#include "core/base/PageBuffer.h"
#include "core/content/TextSource.h"

#include <memory>
#include <string_view>

namespace findling {

class BlockReader {
public:
    /// 99.7 % of source files end within one block of this size.
    static constexpr size_t kBlock = 256 * 1024;
    /// A hole of a sparse file from this size on is not read.
    static constexpr uint64_t kMinHole = 16 * 1024 * 1024;

    /// `shortEnds`: a read that yields less than asked for has come to the end, as on every local
    /// file system. `growing`: a pipe, read for as long as it goes on.
    void start(FileHandle file, bool shortEnds, bool growing);
    /// From here on the bytes come through `wrap`, those in text() among them.
    template <class Wrap>
    void filter(Wrap wrap) {
        replaceSource(wrap(takeSource()));
    }
    bool isFiltered() const { return static_cast<bool>(m_source); }

    enum class Filled : uint8_t {
        More,  ///< there is more text
        End,   ///< or a failure, which says so
        Hole,  ///< behind the text are holeSize() NUL bytes that were not read
    };
    /// Reads once more behind what is there.
    Filled fill(ReadFailure& failure);
    uint64_t holeSize() const { return m_hole; }

    /// Whether fill() would not have to wait, after waiting so long at most.
    bool waitReadable(int milliseconds) const { return m_file.waitReadable(milliseconds); }
    std::string_view text() const { return {m_buffer.get() + m_begin, m_end - m_begin}; }
    /// Forgets the first bytes of text().
    void drop(size_t count) { m_begin += count; }
    bool atEnd() const { return m_atEnd; }
    void close();

    const FileHandle& file() const { return m_file; }
    /// Bytes read from the file so far, holes included.
    uint64_t position() const { return m_position; }
    /// Of the file, once a second block was asked for; else 0.
    uint64_t fileSize() const { return m_size; }
    /// Holes are read like everything else.
    void readHoles() { m_skipsHoles = false; }
    bool isSparse() const { return m_sparse; }
    /// Goes on at this offset of the file, as if all before it had been read and dropped.
    bool moveTo(uint64_t offset);

private:
    TextSource takeSource();
    void replaceSource(TextSource source);
    void makeRoom();
    void measure();
    bool leaveHole();
    int64_t read(char* buffer, size_t size, ReadFailure& failure);

    FileHandle m_file;
    TextSource m_source;
    PageBuffer m_buffer;
    size_t m_capacity = 0;
    size_t m_begin = 0;
    size_t m_end = 0;
    bool m_atEnd = true;
    bool m_shortEnds = false;
    bool m_growing = false;
    bool m_measured = false;
    bool m_sparse = false;
    bool m_skipsHoles = true;
    uint64_t m_position = 0;
    uint64_t m_size = 0;
    uint64_t m_limit = UINT64_MAX;  ///< how far a file is read that grows meanwhile
    uint64_t m_hole = 0;
};

}  // namespace findling
