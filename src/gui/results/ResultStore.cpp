#include "gui/results/ResultStore.h"

#include <algorithm>

namespace findling::gui {

namespace {

/// One entry a file, with the fewest lines it had.
void keepFirst(std::vector<ResultFiles::Growth>& growth) {
    const auto byFile = [](const auto& a, const auto& b) { return a.file < b.file; };
    const auto sameFile = [](const auto& a, const auto& b) { return a.file == b.file; };
    std::stable_sort(growth.begin(), growth.end(), byFile);
    growth.erase(std::unique(growth.begin(), growth.end(), sameFile), growth.end());
}

}  // namespace

void ResultStore::add(std::shared_ptr<const PackedRows> rows) {
    const size_t before = m_growth.size();
    ResultFiles::add(std::move(rows), m_growth);
    m_grownSince.insert(m_grownSince.end(), m_growth.begin() + static_cast<ptrdiff_t>(before),
                        m_growth.end());
    std::erase_if(m_growth, [&](const Growth& growth) { return growth.file >= m_filesWithRows; });
    keepFirst(m_growth);
    if (m_grownSince.size() > 4096) keepFirst(m_grownSince);
}

bool ResultStore::nextGrowth(Insertion& insertion) {
    while (!m_growth.empty()) {
        const Growth growth = m_growth.back();
        m_growth.pop_back();
        if (grown(growth, insertion)) return true;
    }
    return false;
}

/// Rows of a file only come in front of its row "n more lines", or at its end.
bool ResultStore::grown(const Growth& growth, Insertion& insertion) {
    if (!m_use) m_use = std::make_unique<RowFilter::Use>(m_filter);
    std::vector<Row> had;
    std::vector<Row> now;
    appendRows(*this, growth.file, growth.linesBefore, *m_use, had);
    appendRows(*this, growth.file, lines(growth.file), *m_use, now);
    if (now.size() <= had.size()) return false;
    const size_t place = had.empty() ? m_rows.size() : find({growth.file, Row::kFile});
    if (!had.empty() && place == m_rows.size()) return false;
    insertion.newFiles = false;
    insertion.at = place + had.size();
    insertion.rows.assign(now.begin() + static_cast<std::ptrdiff_t>(had.size()), now.end());
    if (had.empty()) m_foundOrder = false;  // a filter let it through only now
    return true;
}

ResultStore::Insertion ResultStore::newFiles() {
    if (!m_use) m_use = std::make_unique<RowFilter::Use>(m_filter);
    Insertion insertion{m_rows.size(), {}, true};
    for (size_t i = m_filesWithRows; i < files(); ++i) {
        const auto index = static_cast<uint32_t>(i);
        appendRows(*this, index, lines(index), *m_use, insertion.rows);
    }
    return insertion;
}

void ResultStore::insert(const Insertion& insertion) {
    if (insertion.newFiles) m_filesWithRows = files();
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(insertion.at),
                  insertion.rows.begin(), insertion.rows.end());
}

std::vector<ResultRow> ResultStore::linesWhen(uint32_t file, Shown shown) {
    if (!m_use) m_use = std::make_unique<RowFilter::Use>(m_filter);
    const Shown before = this->shown(file);
    setShown(file, shown);
    std::vector<Row> rows;
    appendRows(*this, file, lines(file), *m_use, rows);
    setShown(file, before);
    if (!rows.empty()) rows.erase(rows.begin());
    return rows;
}

uint64_t ResultStore::hiddenLines(uint32_t file) const {
    RowFilter::Use use(m_filter);
    return gui::hiddenLines(*this, file, use);
}

void ResultStore::removeRows(size_t at, size_t count) {
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
    m_foundOrder = foundOrder;
    m_filesWithRows = arranged.files;
    m_growth = std::move(m_grownSince);
    m_grownSince.clear();
    std::erase_if(m_growth, [&](const Growth& growth) { return growth.file >= m_filesWithRows; });
}

}  // namespace findling::gui
