#include "core/pattern/Needle.h"

#include "core/base/Text.h"

#include <algorithm>
#include <cstring>

namespace findling {

namespace {

/// Bytes of names by how often they are seen, the most frequent first; counted over the names below
/// /usr and in the sources of Linux. What is not here is rarer still.
constexpr std::string_view kFrequent = "e.ctsoia_pnrlgmd-yhub1f2vx3kz0w6845qj79,+:@ !";

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

}  // namespace

Needle::Needle(std::string text, bool foldCase) : m_text(std::move(text)), m_foldCase(foldCase) {
    size_t best = 0;
    for (size_t i = 0; i < m_text.size(); ++i) {
        const size_t rank = std::min(kFrequent.find(lower(m_text[i])), kFrequent.size());
        if (i > 0 && rank <= best) continue;
        best = rank;
        m_anchor = i;
    }
    if (m_text.empty()) return;
    m_lower = m_upper = m_text[m_anchor];
    if (foldCase && isLetter(m_lower)) m_upper = static_cast<char>(m_lower & ~0x20);
}

bool Needle::foldsInAscii(char c) {
    // U+212A KELVIN SIGN folds to k, U+017F LATIN SMALL LETTER LONG S to s, and to i fold both
    // U+0130 LATIN CAPITAL LETTER I WITH DOT ABOVE and U+0131 LATIN SMALL LETTER DOTLESS I.
    const char small = lower(c);
    return static_cast<unsigned char>(c) < 0x80 && small != 'k' && small != 's' && small != 'i';
}

bool Needle::isAt(const char* place) const {
    if (!m_foldCase) return std::memcmp(place, m_text.data(), m_text.size()) == 0;
    for (size_t i = 0; i < m_text.size(); ++i) {
        if (lower(place[i]) != m_text[i]) return false;
    }
    return true;
}

// Two streams of one byte each, merged: memchr() reads far more at a time than a loop here would.

Needle::Scan::Scan(const Needle& needle, std::string_view haystack)
    : m_needle(needle), m_begin(haystack.data()), m_end(haystack.data()) {
    const size_t size = needle.m_text.size();
    if (haystack.size() >= size) m_end += haystack.size() - (size - needle.m_anchor) + 1;
    m_low = m_up = m_begin;
    if (size == 0 || haystack.size() < size) return;
    const char* const first = m_begin + needle.m_anchor;
    m_low = find(needle.m_lower, first);
    m_up = needle.m_upper == needle.m_lower ? m_end : find(needle.m_upper, first);
}

const char* Needle::Scan::find(char c, const char* from) const {
    if (from >= m_end) return m_end;
    const void* found = std::memchr(from, c, static_cast<size_t>(m_end - from));
    return found ? static_cast<const char*>(found) : m_end;
}

size_t Needle::Scan::next(size_t from) {
    if (m_needle.isEmpty()) return from;
    const char* const first = m_begin + from + m_needle.m_anchor;
    if (m_low < first) m_low = find(m_needle.m_lower, first);
    if (m_up < first) m_up = find(m_needle.m_upper, first);
    while (m_low < m_end || m_up < m_end) {
        const char* const place = std::min(m_low, m_up);
        if (m_needle.isAt(place - m_needle.m_anchor))
            return static_cast<size_t>(place - m_needle.m_anchor - m_begin);
        if (place == m_low) m_low = find(m_needle.m_lower, place + 1);
        else m_up = find(m_needle.m_upper, place + 1);
    }
    return std::string_view::npos;
}

}  // namespace findling
