#include "python/Rows.h"

#include <utility>

namespace findling::python {

FoundRows& FoundPacker::rows() {
    if (!m_rows) m_rows = std::make_unique<FoundRows>();
    return *m_rows;
}

void FoundPacker::setPath(const Entry& entry) {
    const std::string_view path = entry.path();
    m_path = rows().text.size();
    m_pathLength = path.size();
    m_rows->text += path;
    m_hasPath = true;
}

void FoundPacker::entry(const Entry& entry) {
    setPath(entry);
    m_rows->rows.push_back({m_path, m_pathLength});
}

void FoundPacker::beginFile(const Entry&) {
    m_hasPath = false;
}

void FoundPacker::match(const Entry& entry, const Match& match) {
    if (match.context) return;
    if (!m_hasPath) setPath(entry);  // also after a take() in the middle of a file
    FoundRows& out = *m_rows;
    FoundRows::Row row{m_path, m_pathLength};
    row.line = match.line;
    row.offset = match.offset;
    row.begin = out.text.size();
    row.length = match.text.size();
    row.firstSpan = out.spans.size();
    row.spanCount = match.spans.size();
    out.text += match.text;
    out.spans.insert(out.spans.end(), match.spans.begin(), match.spans.end());
    out.rows.push_back(row);
}

void FoundPacker::endFile(const Entry& entry, const FileEnd& end) {
    m_hasPath = false;
    if (!end.binary) return;
    rows().problems.push_back({std::string(entry.path()), "search", 0,
                               "matches, but is binary: its lines are not shown (text=True does)"});
}

size_t FoundPacker::bytes() const {
    if (!m_rows) return 0;
    return m_rows->text.size() + m_rows->rows.size() * sizeof(FoundRows::Row) +
           m_rows->spans.size() * sizeof(Span);
}

std::unique_ptr<Rows> FoundPacker::take() {
    m_hasPath = false;
    return std::exchange(m_rows, nullptr);
}

}  // namespace findling::python
