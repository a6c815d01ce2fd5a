#include "core/format/SortedRows.h"

#include <algorithm>
#include <cstring>
#include <exception>
#include <thread>

namespace findling {

namespace {

constexpr size_t kBlock = 64 * 1024;
/// Fewer rows are sorted before another thread has started.
constexpr size_t kRowsForThreads = 4096;

}  // namespace

char* SortedRows::allocate(size_t size) {
    if (size > m_left) {
        // A batch is small: its first block is made for it, not for the largest that may come.
        const size_t block = std::max(size, m_blocks.empty() ? kBlock / 4 : kBlock);
        m_blocks.push_back(std::make_unique<char[]>(block));
        m_next = m_blocks.back().get();
        m_left = block;
    }
    char* out = m_next;
    m_next += size;
    m_left -= size;
    m_bytes += size;
    return out;
}

void SortedRows::add(const Entry& entry, std::string_view bytes, const SortOrder& order) {
    const std::string_view path = entry.path();
    const std::string_view text = sortText(order.key, path);
    // Plain output is the path and a newline: it is kept once.
    const bool same = bytes.substr(0, path.size()) == path;
    const size_t offset = same ? 0 : path.size();
    char* at = allocate(offset + bytes.size());
    if (!same) std::memcpy(at, path.data(), path.size());
    std::memcpy(at + offset, bytes.data(), bytes.size());
    m_rows.push_back({sortNumber(order.key, entry), at, static_cast<uint32_t>(path.size()),
                      static_cast<uint32_t>(text.empty() ? 0 : text.data() - path.data()),
                      static_cast<uint32_t>(text.size()), static_cast<uint32_t>(offset),
                      bytes.size()});
}

void RowSorter::take(std::unique_ptr<SortedRows> rows) {
    if (!rows || rows->empty()) return;
    m_count += rows->m_rows.size();
    m_parts.push_back(std::move(rows));
}

/// Equal keys in the order of their paths, which settles all.
bool RowSorter::before(const Row& a, const Row& b) const {
    const Row& x = m_order.reverse ? b : a;
    const Row& y = m_order.reverse ? a : b;
    if (x.number != y.number) return x.number < y.number;
    const auto compare = m_order.natural ? compareNaturally : comparePaths;
    if (m_order.key == SortKey::Name || m_order.key == SortKey::Extension) {
        const int order =
            compare({x.path + x.textOffset, x.textLength}, {y.path + y.textOffset, y.textLength});
        if (order != 0) return order < 0;
    }
    return compare({x.path, x.pathLength}, {y.path, y.pathLength}) < 0;
}

void RowSorter::each(unsigned threads, const std::function<bool(std::string_view bytes)>& use) {
    std::vector<Row> rows;
    rows.reserve(m_count);
    for (const auto& part : m_parts) {
        rows.insert(rows.end(), part->m_rows.begin(), part->m_rows.end());
        part->m_rows = {};
    }
    // The usual wish is spared the questions for the others.
    if (m_order == SortOrder{SortKey::Path, false, false}) {
        sortWith(rows, threads, [](const Row& a, const Row& b) {
            return comparePaths({a.path, a.pathLength}, {b.path, b.pathLength}) < 0;
        });
    } else {
        sortWith(rows, threads, [this](const Row& a, const Row& b) { return before(a, b); });
    }
    for (const Row& row : rows) {
        if (!use({row.path + row.bytesOffset, row.bytesLength})) return;
    }
}

template <class Less>
void RowSorter::sortWith(std::vector<Row>& rows, unsigned threads, Less less) {
    const size_t parts = rows.size() < kRowsForThreads ? 1 : std::clamp(threads, 1u, 16u);
    const auto edge = [&](size_t i) {
        return rows.begin() + static_cast<ptrdiff_t>(rows.size() * i / parts);
    };
    std::vector<std::thread> helpers;
    helpers.reserve(parts);
    for (size_t i = 1; i < parts; ++i) {
        try {
            helpers.emplace_back([&, i] { std::sort(edge(i), edge(i + 1), less); });
        } catch (const std::exception&) {  // no thread or no memory for one: done here
            std::sort(edge(i), edge(i + 1), less);
        }
    }
    std::sort(edge(0), edge(1), less);
    for (std::thread& helper : helpers) helper.join();
    for (size_t i = 1; i < parts; ++i) std::inplace_merge(rows.begin(), edge(i), edge(i + 1), less);
}

}  // namespace findling
