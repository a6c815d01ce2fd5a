#include "core/content/BlockReader.h"

#include <cstring>

namespace findling {

void BlockReader::start(FileHandle file) {
    m_file = std::move(file);
    m_begin = m_end = 0;
    m_atEnd = false;
    // One file with a huge line must not make every later read work on a huge buffer.
    if (m_capacity > kBlock || !m_buffer) {
        m_buffer = std::make_unique_for_overwrite<char[]>(kBlock);
        m_capacity = kBlock;
    }
}

void BlockReader::makeRoom() {
    if (m_begin > 0) {
        std::memmove(m_buffer.get(), m_buffer.get() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_capacity - m_end >= kBlock / 2) return;
    auto larger = std::make_unique_for_overwrite<char[]>(m_capacity * 2);
    std::memcpy(larger.get(), m_buffer.get(), m_end);
    m_buffer = std::move(larger);
    m_capacity *= 2;
}

bool BlockReader::fill(int& code) {
    code = 0;
    if (m_atEnd) return false;
    if (m_begin == m_end) m_begin = m_end = 0;
    if (m_end == m_capacity || m_begin > 0) makeRoom();
    const int64_t got = m_file.read(m_buffer.get() + m_end, m_capacity - m_end, code);
    if (got <= 0) {
        m_atEnd = true;
        return false;
    }
    m_end += static_cast<size_t>(got);
    return true;
}

void BlockReader::close() {
    m_file.close();
    m_atEnd = true;
}

}  // namespace findling
