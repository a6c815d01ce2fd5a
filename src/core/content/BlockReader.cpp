#include "core/content/BlockReader.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace findling {

void BlockReader::start(FileHandle file, bool shortEnds, bool growing) {
    m_file = std::move(file);
    m_source = nullptr;
    m_begin = m_end = 0;
    m_atEnd = m_measured = m_sparse = false;
    m_shortEnds = shortEnds;
    m_growing = growing;
    m_skipsHoles = true;
    m_position = m_size = m_hole = 0;
    m_limit = UINT64_MAX;
    // One file with a huge line must not make every later read work on a huge buffer.
    if (m_capacity > kBlock || !m_buffer) {
        m_buffer = allocatePages(kBlock);
        m_capacity = kBlock;
    }
}

TextSource BlockReader::takeSource() {
    TextSource below = std::move(m_source);
    if (!below) {
        below = [this](char* buffer, size_t size, ReadFailure& failure) {
            return read(buffer, size, failure);
        };
    }
    return prefixed(std::string(text()), std::move(below));
}

void BlockReader::replaceSource(TextSource source) {
    m_source = std::move(source);
    m_begin = m_end = 0;
    m_atEnd = false;
}

void BlockReader::makeRoom() {
    if (m_begin > 0) {
        std::memmove(m_buffer.get(), m_buffer.get() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_capacity - m_end >= kBlock / 2) return;
    auto larger = allocatePages(m_capacity * 2);
    std::memcpy(larger.get(), m_buffer.get(), m_end);
    m_buffer = std::move(larger);
    m_capacity *= 2;
}

/// A file that does not end with its first block is asked how large it is: it is read so far and
/// one block more, however fast it grows. (Files of /proc have no size.)
void BlockReader::measure() {
    m_measured = true;
    FileExtent extent;
    if (m_growing || !m_file.extent(extent) || extent.size == 0) return;
    m_size = extent.size;
    m_limit = std::max(extent.size, m_position) + kBlock;
    m_sparse = m_skipsHoles && extent.size > extent.allocated &&
               extent.size - extent.allocated >= kMinHole;
}

/// Whether a large hole begins here, which is then left behind.
bool BlockReader::leaveHole() {
    if (!m_sparse) return false;
    const uint64_t data = m_file.nextData(m_position, m_size);
    if (data < m_position + kMinHole || !m_file.moveTo(data)) return false;
    m_hole = data - m_position;
    m_position = data;
    return true;
}

bool BlockReader::moveTo(uint64_t offset) {
    if (!m_file.moveTo(offset)) return false;
    m_position = offset;
    m_begin = m_end = 0;
    m_atEnd = false;
    return true;
}

int64_t BlockReader::read(char* buffer, size_t size, ReadFailure& failure) {
    size = static_cast<size_t>(std::min<uint64_t>(size, m_limit - std::min(m_limit, m_position)));
    const int64_t got = size == 0 ? 0 : m_file.read(buffer, size, failure.code);
    if (got > 0) m_position += static_cast<uint64_t>(got);
    // At once, before what was read is searched: it may grow meanwhile.
    if (got > 0 && !m_measured && !(m_shortEnds && static_cast<size_t>(got) < size)) measure();
    return got;
}

BlockReader::Filled BlockReader::fill(ReadFailure& failure) {
    if (m_atEnd) return Filled::End;
    if (m_begin == m_end) m_begin = m_end = 0;
    if (m_end == m_capacity || m_begin > 0) makeRoom();
    const size_t room = m_capacity - m_end;
    if (!m_source && m_measured && leaveHole()) return Filled::Hole;
    char* const to = m_buffer.get() + m_end;
    const int64_t got = m_source ? m_source(to, room, failure) : read(to, room, failure);
    if (got <= 0) {
        m_atEnd = true;
        return Filled::End;
    }
    m_end += static_cast<size_t>(got);
    m_atEnd = !m_source && m_shortEnds && static_cast<size_t>(got) < room;
    return Filled::More;
}

void BlockReader::close() {
    m_file.close();
    m_source = nullptr;
    m_atEnd = true;
}

}  // namespace findling
