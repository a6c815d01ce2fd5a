#include "gui/results/ResultStore.h"

#include "gui/results/NaturalOrder.h"

#include <algorithm>
#include <numeric>

namespace findling::gui {

const PackedFile& ResultStore::file(uint32_t file) const {
    const File& entry = m_files[file];
    return m_chunks[entry.chunk]->files[entry.index];
}

std::string ResultStore::path(uint32_t index) const {
    const PackedFile& packed = file(index);
    const PackedRows& home = *m_chunks[m_files[index].chunk];
    std::string path(home.text(packed.folderAt, packed.folderLength));
    path += home.text(packed.nameAt, packed.nameLength);
    return path;
}

std::string_view ResultStore::folder(uint32_t index) const {
    const PackedFile& packed = file(index);
    std::string_view folder =
        m_chunks[m_files[index].chunk]->text(packed.folderAt, packed.folderLength);
    folder.remove_prefix(packed.rootLength);
    while (folder.size() > 1 && folder.back() == '/') folder.remove_suffix(1);
    return folder;
}

std::string_view ResultStore::name(uint32_t index) const {
    const PackedFile& packed = file(index);
    return m_chunks[m_files[index].chunk]->text(packed.nameAt, packed.nameLength);
}

ResultStore::Line ResultStore::line(uint32_t index, uint32_t line) const {
    const File& entry = m_files[index];
    const PackedRows* home = m_chunks[entry.chunk].get();
    const PackedFile& packed = home->files[entry.index];
    if (line < packed.matchCount) return {home, &home->matches[packed.firstMatch + line]};
    line -= packed.matchCount;
    for (const Segment& segment : m_extra[static_cast<size_t>(entry.extra)]) {
        home = m_chunks[segment.chunk].get();
        if (line < segment.count) return {home, &home->matches[segment.first + line]};
        line -= segment.count;
    }
    return {};
}

bool ResultStore::hasMoreRow(const File& entry, Shown shown) const {
    if (shown == Shown::None || entry.lines == 0) return false;
    if (shown == Shown::Some) return entry.lines > kFirstLines;
    return entry.matches > entry.lines;  // more than are kept
}

uint32_t ResultStore::visibleLines(const File& entry, Shown shown) const {
    if (shown == Shown::None) return 0;
    return shown == Shown::Some ? std::min(entry.lines, kFirstLines) : entry.lines;
}

uint64_t ResultStore::hiddenLines(uint32_t index) const {
    const File& entry = m_files[index];
    return std::max<uint64_t>(entry.matches, entry.lines) - visibleLines(entry, entry.shown);
}

std::vector<ResultStore::Row> ResultStore::linesWhen(uint32_t index, Shown shown) const {
    const File& entry = m_files[index];
    std::vector<Row> rows(visibleLines(entry, shown), Row{index, 0});
    for (uint32_t i = 0; i < rows.size(); ++i) rows[i].line = i;
    if (hasMoreRow(entry, shown)) rows.push_back({index, Row::kMore});
    return rows;
}

void ResultStore::add(std::unique_ptr<PackedRows> rows) {
    const auto chunk = static_cast<uint32_t>(m_chunks.size());
    m_chunks.push_back(std::move(rows));
    const PackedRows& packed = *m_chunks.back();
    for (uint32_t i = 0; i < packed.files.size(); ++i) {
        const PackedFile& piece = packed.files[i];
        if (piece.continued) {
            const auto open = m_open.find(packed.thread);
            if (open != m_open.end()) continueFile(open->second, chunk, piece);
        } else {
            m_open[packed.thread] = static_cast<uint32_t>(m_files.size());
            m_files.push_back({chunk, i, piece.matchCount, -1,
                               std::max<uint64_t>(piece.matches, piece.matchCount), Shown::Some});
        }
    }
}

void ResultStore::continueFile(uint32_t index, uint32_t chunk, const PackedFile& piece) {
    File& entry = m_files[index];
    if (index < m_filesWithRows && std::none_of(m_growth.begin(), m_growth.end(),
                                                [&](const Growth& g) { return g.file == index; })) {
        m_growth.push_back({index, entry.lines});
    }
    if (entry.extra < 0) {
        entry.extra = static_cast<int32_t>(m_extra.size());
        m_extra.emplace_back();
    }
    if (piece.matchCount > 0) {
        m_extra[static_cast<size_t>(entry.extra)].push_back(
            {chunk, piece.firstMatch, piece.matchCount});
    }
    entry.lines += piece.matchCount;
    entry.matches = piece.ended ? piece.matches : std::max<uint64_t>(entry.matches, entry.lines);
}

bool ResultStore::nextGrowth(Insertion& insertion) {
    while (!m_growth.empty()) {
        const Growth growth = m_growth.back();
        m_growth.pop_back();
        const File& entry = m_files[growth.file];
        // The row "n more lines" stays the last one: growth happens in front of it, or not at all.
        File before = entry;
        before.lines = growth.linesBefore;
        before.matches = growth.linesBefore;
        const uint32_t had = visibleLines(before, entry.shown);
        std::vector<Row> now = linesWhen(growth.file, entry.shown);
        const size_t hadRows = had + (hasMoreRow(before, entry.shown) ? 1 : 0);
        if (now.size() <= hadRows) continue;
        insertion.newFiles = false;
        insertion.at = find({growth.file, Row::kFile}) + 1 + hadRows;
        insertion.rows.assign(now.begin() + static_cast<std::ptrdiff_t>(hadRows), now.end());
        return true;
    }
    return false;
}

ResultStore::Insertion ResultStore::newFiles() const {
    Insertion insertion{m_rows.size(), {}, true};
    for (size_t i = m_filesWithRows; i < m_files.size(); ++i) {
        const auto index = static_cast<uint32_t>(i);
        insertion.rows.push_back({index, Row::kFile});
        if (m_files[i].lines == 0) continue;
        const std::vector<Row> lines = linesWhen(index, m_files[i].shown);
        insertion.rows.insert(insertion.rows.end(), lines.begin(), lines.end());
    }
    return insertion;
}

void ResultStore::insert(const Insertion& insertion) {
    if (insertion.newFiles) m_filesWithRows = m_files.size();
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(insertion.at),
                  insertion.rows.begin(), insertion.rows.end());
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

void ResultStore::setAllShown(Shown shown) {
    for (File& entry : m_files) entry.shown = shown;
}

bool ResultStore::less(SortKey key, uint32_t a, uint32_t b) const {
    switch (key) {
        case SortKey::Name: return naturalCompare(name(a), name(b)) < 0;
        case SortKey::Folder: {
            const int order = naturalCompare(folder(a), folder(b));
            return order != 0 ? order < 0 : naturalCompare(name(a), name(b)) < 0;
        }
        case SortKey::Size: return file(a).size < file(b).size;
        case SortKey::Modified: return file(a).modified < file(b).modified;
        case SortKey::Matches: return matches(a) < matches(b);
        case SortKey::Found: break;
    }
    return a < b;
}

void ResultStore::setOrder(SortKey key, bool descending) {
    m_foundOrder = key == SortKey::Found;
    m_order.clear();
    if (m_foundOrder) return;
    m_order.resize(m_files.size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    // Stable, and with the sides exchanged rather than the result reversed: equals stay as found.
    std::stable_sort(m_order.begin(), m_order.end(), [&](uint32_t a, uint32_t b) {
        return descending ? less(key, b, a) : less(key, a, b);
    });
}

void ResultStore::rebuild() {
    m_rows.clear();
    m_growth.clear();
    m_filesWithRows = m_files.size();
    for (size_t i = 0; i < m_files.size(); ++i) {
        const uint32_t index = i < m_order.size() ? m_order[i] : static_cast<uint32_t>(i);
        m_rows.push_back({index, Row::kFile});
        const File& entry = m_files[index];
        for (uint32_t line = 0; line < visibleLines(entry, entry.shown); ++line) {
            m_rows.push_back({index, line});
        }
        if (hasMoreRow(entry, entry.shown)) m_rows.push_back({index, Row::kMore});
    }
}

}  // namespace findling::gui
