#include "gui/results/ResultStore.h"

#include <algorithm>

namespace findling::gui {

namespace {

void keepOnce(std::vector<uint32_t>& files) {
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
}

}  // namespace

void ResultStore::add(std::shared_ptr<const PackedRows> rows) {
    const size_t before = m_growth.size();
    ResultFiles::add(std::move(rows), m_growth);
    m_grownSince.insert(m_grownSince.end(), m_growth.begin() + static_cast<ptrdiff_t>(before),
                        m_growth.end());
    std::erase_if(m_growth, [&](uint32_t file) { return file >= m_filesWithRows; });
    keepOnce(m_growth);
    if (m_growth.size() > before) forgetCounts(0);
    if (m_grownSince.size() > 4096) keepOnce(m_grownSince);
}

RowFilter::Use& ResultStore::use() const {
    if (!m_use) m_use = std::make_unique<RowFilter::Use>(m_filter);
    return *m_use;
}

bool ResultStore::nextGrowth(Insertion& insertion) {
    while (!m_growth.empty()) {
        const uint32_t file = m_growth.back();
        m_growth.pop_back();
        if (grown(file, insertion)) return true;
    }
    return false;
}

/// Rows of a file only come in front of its row "n more lines", or at its end. What it has is
/// looked up in the table: a filter or a fold may have changed since it was filled.
bool ResultStore::grown(uint32_t file, Insertion& insertion) {
    std::vector<Row> now;
    appendRows(*this, file, use(), now);
    const size_t place = find({file, Row::kFile});
    size_t same = 0;
    while (same < now.size() && place + same < m_rows.size() && m_rows[place + same] == now[same])
        ++same;
    const size_t next = place + same;
    const bool more = next < m_rows.size() && m_rows[next].file == file && m_rows[next].isMore();
    if (next < m_rows.size() && m_rows[next].file == file && !more) return false;
    if (more && (now.empty() || !now.back().isMore())) return false;
    const size_t end = now.size() - (more ? 1 : 0);
    if (same >= end) return false;
    insertion.newFiles = false;
    insertion.at = next;
    insertion.rows.assign(now.begin() + static_cast<std::ptrdiff_t>(same),
                          now.begin() + static_cast<std::ptrdiff_t>(end));
    if (place == m_rows.size()) m_foundOrder = false;  // a filter let it through only now
    return true;
}

ResultStore::Insertion ResultStore::newFiles() {
    Insertion insertion{m_rows.size(), {}, true};
    for (size_t i = m_filesWithRows; i < files(); ++i) {
        const auto index = static_cast<uint32_t>(i);
        appendRows(*this, index, use(), insertion.rows);
    }
    return insertion;
}

void ResultStore::insert(const Insertion& insertion) {
    forgetCounts(insertion.at);
    if (insertion.newFiles) m_filesWithRows = files();
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(insertion.at),
                  insertion.rows.begin(), insertion.rows.end());
}

std::vector<ResultRow> ResultStore::linesWhen(uint32_t file, Shown shown) {
    const Shown before = this->shown(file);
    setShown(file, shown);
    std::vector<Row> rows;
    appendRows(*this, file, use(), rows);
    setShown(file, before);
    if (!rows.empty()) rows.erase(rows.begin());
    return rows;
}

uint64_t ResultStore::hiddenLines(uint32_t file) const {
    // Every cell of a row asks, at each repaint.
    const Hidden now{file, lines(file), matches(file), shown(file), m_filter.get(), 0};
    if (!now.sameQuestion(m_hidden)) {
        m_hidden = now;
        m_hidden.count = gui::hiddenLines(*this, file, use());
    }
    return m_hidden.count;
}

uint64_t ResultStore::matchesBefore(size_t row) const {
    const auto sum = [this](size_t begin, size_t end) {
        uint64_t out = 0;
        for (size_t i = begin; i < end; ++i)
            out += m_rows[i].isFile() ? matches(m_rows[i].file) : 0;
        return out;
    };
    if (m_counts.empty()) m_counts.push_back(0);
    while (m_counts.size() <= row / kCounted) {
        const size_t begin = (m_counts.size() - 1) * kCounted;
        m_counts.push_back(m_counts.back() + sum(begin, begin + kCounted));
    }
    const size_t block = row / kCounted;
    return m_counts[block] + sum(block * kCounted, row);
}

void ResultStore::forgetCounts(size_t row) {
    m_counts.resize(std::min(m_counts.size(), row / kCounted + 1));
}

void ResultStore::removeRows(size_t at, size_t count) {
    forgetCounts(at);
    const auto first = m_rows.begin() + static_cast<std::ptrdiff_t>(at);
    m_rows.erase(first, first + static_cast<std::ptrdiff_t>(count));
}

size_t ResultStore::find(const Row& wanted) const {
    auto at = m_rows.begin();
    if (m_foundOrder) {
        at = std::lower_bound(m_rows.begin(), m_rows.end(), wanted.file,
                              [](const Row& row, uint32_t file) { return row.file < file; });
    }
    at = std::find(at, m_rows.end(), wanted);
    return static_cast<size_t>(at - m_rows.begin());
}

void ResultStore::setFilter(std::shared_ptr<const RowFilter> filter) {
    m_filter = std::move(filter);
    m_use.reset();
}

ResultFiles ResultStore::startArranging() {
    m_grownSince.clear();
    return snapshot();
}

void ResultStore::arrange(ArrangedRows& arranged, bool foundOrder) {
    m_rows.swap(arranged.rows);
    forgetCounts(0);
    m_foundOrder = foundOrder;
    m_filesWithRows = arranged.files;
    m_growth = std::move(m_grownSince);
    m_grownSince.clear();
    keepOnce(m_growth);
    std::erase_if(m_growth, [&](uint32_t file) { return file >= m_filesWithRows; });
}

}  // namespace findling::gui
