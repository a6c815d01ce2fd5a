#include "gui/results/ResultStore.h"

#include <algorithm>

namespace findling::gui {

namespace {

void keepOnce(std::vector<uint32_t>& files) {
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
}

template <class Rows>
size_t contextRows(Rows begin, Rows end) {
    return static_cast<size_t>(
        std::count_if(begin, end, [](const ResultRow& row) { return row.isContext(); }));
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

bool ResultStore::nextGrowth(Change& change) {
    while (!m_growth.empty()) {
        const uint32_t file = m_growth.back();
        m_growth.pop_back();
        if (grown(file, change)) return true;
    }
    return false;
}

/// Rows of a file mostly come in front of its row "n more lines", or at its end; with context they
/// may take the place of what was shown behind its last match.
bool ResultStore::grown(uint32_t file, Change& change) {
    const size_t place = find({file, Row::kFile});
    change = difference(file, place, true);
    if (change.removed == 0 && change.rows.empty()) return false;
    if (place == m_rows.size()) m_foundOrder = false;  // a filter let it through only now
    return true;
}

/// From the rows that a file has to those that it should have: what both begin with stays, and its
/// row "n more lines" where that is wanted.
ResultStore::Change ResultStore::difference(uint32_t file, size_t at, bool keepMore) const {
    std::vector<Row> now;
    appendRows(*this, file, use(), m_context, now);
    // Until a filter that is on its way is there, a file keeps its own row.
    if (now.empty() && at < m_rows.size() && !gone(file)) now.push_back({file, Row::kFile});
    size_t same = 0;
    while (same < now.size() && at + same < m_rows.size() && m_rows[at + same] == now[same]) ++same;
    size_t end = at + same;
    while (end < m_rows.size() && m_rows[end].file == file) ++end;
    size_t last = now.size();
    if (keepMore && end > at + same && last > same && m_rows[end - 1].isMore() &&
        now[last - 1].isMore()) {
        --end;
        --last;
    }
    return {at + same,
            end - at - same,
            {now.begin() + static_cast<std::ptrdiff_t>(same),
             now.begin() + static_cast<std::ptrdiff_t>(last)},
            false};
}

ResultStore::Change ResultStore::unfolding(size_t at) const {
    return difference(m_rows[at].file, at, false);
}

ResultStore::Change ResultStore::newFiles() {
    Change change{m_rows.size(), 0, {}, true};
    for (size_t i = m_filesWithRows; i < files(); ++i) {
        appendRows(*this, static_cast<uint32_t>(i), use(), m_context, change.rows);
    }
    return change;
}

void ResultStore::remove(const Change& change) {
    forgetCounts(change.at);
    const auto first = m_rows.begin() + static_cast<std::ptrdiff_t>(change.at);
    const auto last = first + static_cast<std::ptrdiff_t>(change.removed);
    m_contextRows -= contextRows(first, last);
    m_rows.erase(first, last);
}

void ResultStore::insert(const Change& change) {
    forgetCounts(change.at);
    if (change.newFiles) m_filesWithRows = files();
    m_contextRows += contextRows(change.rows.begin(), change.rows.end());
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(change.at), change.rows.begin(),
                  change.rows.end());
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
    m_contextRows = arranged.contextRows;
    forgetCounts(0);
    m_foundOrder = foundOrder;
    m_filesWithRows = arranged.files;
    m_growth = std::move(m_grownSince);
    m_grownSince.clear();
    keepOnce(m_growth);
    std::erase_if(m_growth, [&](uint32_t file) { return file >= m_filesWithRows; });
}

}  // namespace findling::gui
