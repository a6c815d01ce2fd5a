/// Formatted results that are kept until all are there, and then handed out in order.
#pragma once

#include "core/query/RowOrder.h"
#include "core/search/Sink.h"

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace findling {

/// Rows of one search thread, filled without a lock.
class SortedRows : public Rows {
public:
    void add(const Entry& entry, std::string_view bytes, const SortOrder& order);
    bool empty() const { return m_rows.empty(); }
    size_t bytes() const { return m_bytes; }

private:
    friend class RowSorter;
    struct Row {
        int64_t number;    ///< size or time
        const char* path;  ///< in a block; the row's bytes follow where they are not the same
        uint32_t pathLength;
        uint32_t textOffset;  ///< of the part of the path that is compared first
        uint32_t textLength;
        uint32_t bytesOffset;  ///< of the row's bytes, from `path`
        size_t bytesLength;
    };
    char* allocate(size_t size);

    std::vector<Row> m_rows;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    size_t m_left = 0;  ///< free bytes at the end of the last block
    char* m_next = nullptr;
    size_t m_bytes = 0;
};

/// Takes the rows of all threads, sorts them with as many threads, and hands them out.
class RowSorter {
public:
    explicit RowSorter(const SortOrder& order) : m_order(order) {}

    void take(std::unique_ptr<SortedRows> rows);
    /// Calls `use` for each row's bytes in order, until it answers false.
    void each(unsigned threads, const std::function<bool(std::string_view bytes)>& use);

private:
    using Row = SortedRows::Row;
    bool before(const Row& a, const Row& b) const;
    template <class Less>
    void sortWith(std::vector<Row>& rows, unsigned threads, Less less);

    SortOrder m_order;
    std::vector<std::unique_ptr<SortedRows>> m_parts;
    size_t m_count = 0;
};

}  // namespace findling
