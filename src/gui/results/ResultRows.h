/// Which rows the table shows of what was found, and in what order. Plain functions over a
/// ResultFiles: sorting and filtering millions runs on a worker.
#pragma once

#include "gui/results/RowFilter.h"

#include <functional>
#include <vector>

namespace findling::gui {

/// What stands in one row of the table.
struct ResultRow {
    static constexpr uint32_t kFile = 0xFFFFFFFF;  ///< the file itself
    static constexpr uint32_t kMore = 0xFFFFFFFE;  ///< "312 more lines"
    uint32_t file = 0;
    uint32_t line = kFile;

    bool isFile() const { return line == kFile; }
    bool isMore() const { return line == kMore; }
    bool isLine() const { return line < kMore; }
    friend bool operator==(const ResultRow&, const ResultRow&) = default;
};

enum class SortKey : uint8_t {
    Found,
    Name,
    Folder,
    Size,
    Modified,
    Matches,
    Type,
    Encoding,
    Permissions,
    Created,
    Owner
};

/// Files in some order.
using FileOrder = std::shared_ptr<const std::vector<uint32_t>>;

struct RowWish {
    SortKey key = SortKey::Found;
    bool descending = false;
    std::shared_ptr<const RowFilter> filter = {};
    FileOrder order = {};  ///< of all files by this key, where it is known already
};

/// Appends the rows of one file; nothing where a filter leaves nothing of it.
void appendRows(const ResultFiles& files, uint32_t file, RowFilter::Use& filter,
                std::vector<ResultRow>& out);
/// Lines of a file that have no row now, of all that are counted.
uint64_t hiddenLines(const ResultFiles& files, uint32_t file, RowFilter::Use& filter);

struct ArrangedRows {
    std::vector<ResultRow> rows;
    std::vector<uint32_t> places;  ///< by file: its row; kNone where it has none
    size_t files = 0;              ///< how many were there
    FileOrder order = {};          ///< what the rows follow; null in found order
    static constexpr uint32_t kNone = 0xFFFFFFFF;

    /// Where a row is: that of its file where a filter hides it; -1 where both are hidden.
    int place(const ResultRow& row) const;
};

/// All rows anew. Equal files stay in found order. Ends early, with half a result, when cancelled.
ArrangedRows arrangeRows(const ResultFiles& files, const RowWish& wish,
                         const std::function<bool()>& cancelled);

}  // namespace findling::gui
