/// Which rows the table shows of what was found, and in what order: files, their matching lines,
/// and the lines around those. Plain functions over a ResultFiles: sorting and filtering millions
/// runs on a worker.
#pragma once

#include "gui/results/FileSort.h"
#include "gui/results/RowFilter.h"

#include <functional>
#include <vector>

namespace findling::gui {

/// What stands in one row of the table.
struct ResultRow {
    static constexpr uint32_t kFile = 0xFFFFFFFF;  ///< the file itself
    static constexpr uint32_t kMore = 0xFFFFFFFE;  ///< "312 more lines"
    static constexpr int kMostContext = 10;        ///< lines on either side of a match
    uint32_t file = 0;
    uint32_t line = kFile;  ///< which of its matching lines, or what else

    /// A line so far behind a match, or before it where negative: both fit where else a line is.
    static constexpr ResultRow context(uint32_t file, uint32_t match, int distance) {
        const auto signedByte = static_cast<uint8_t>(static_cast<int8_t>(distance));
        return {file, kContext | static_cast<uint32_t>(signedByte) << 16 | (match & 0xFFFF)};
    }

    bool isFile() const { return line == kFile; }
    bool isMore() const { return line == kMore; }
    bool isLine() const { return line < kContext; }  ///< a matching line
    bool isContext() const { return line >= kContext && line < kMore; }
    bool isText() const { return line < kMore; }  ///< a line of the file, matching or not
    /// The matching line that it is, or belongs to.
    uint32_t match() const { return isContext() ? line & 0xFFFF : line; }
    int distance() const { return isContext() ? static_cast<int8_t>(line >> 16 & 0xFF) : 0; }
    friend bool operator==(const ResultRow&, const ResultRow&) = default;

private:
    static constexpr uint32_t kContext = 0x80000000;
    static_assert(PackedRows::kMaxLinesPerFile <= 0xFFFF);
};
static_assert(sizeof(ResultRow) == 8);  // there may be millions

/// How many lines are shown around each match.
struct ContextWish {
    int lines = 0;           ///< before and after it
    char terminator = '\n';  ///< of the lines that were searched

    friend bool operator==(const ContextWish&, const ContextWish&) = default;
};

struct RowWish {
    SortKey key = SortKey::Found;
    bool descending = false;
    std::shared_ptr<const RowFilter> filter = {};
    FileOrder order = {};  ///< of all files by this key, where it is known already
    ContextWish context = {};
};

/// Appends the rows of one file; nothing where a filter leaves nothing of it.
///
/// Of the lines between two matches each is shown once, with the nearer of the two: it stays the
/// same row however much context is wanted. A match that a filter hides is a line like any other;
/// one that is only not unfolded yet still ends what is shown of the match before it, so that
/// unfolding adds rows and changes none.
void appendRows(const ResultFiles& files, uint32_t file, RowFilter::Use& filter,
                const ContextWish& context, std::vector<ResultRow>& out);
/// Lines of a file that have no row now, of all that are counted.
uint64_t hiddenLines(const ResultFiles& files, uint32_t file, RowFilter::Use& filter);

/// Numbers of lines in a file, from 1.
struct LineRange {
    uint64_t first = 0;
    uint64_t last = 0;
};
/// What is kept of a matching line, without its end.
std::string_view keptText(const ResultFiles::Line& line, char terminator);
/// Of a match: all lines that it spans, as far as they are kept. Of a row of context: its own.
LineRange linesOf(const ResultFiles& files, const ResultRow& row, char terminator);

struct ArrangedRows {
    std::vector<ResultRow> rows;
    std::vector<uint32_t> places;  ///< by file: its row; kNone where it has none
    size_t files = 0;              ///< how many were there
    size_t contextRows = 0;
    FileOrder order = {};  ///< what the rows follow; null in found order
    static constexpr uint32_t kNone = 0xFFFFFFFF;

    /// Where a row is. One that is not to be seen stands where its match does, or its file; -1
    /// where that is hidden, too.
    int place(const ResultRow& row) const;
};

/// All rows anew. Equal files stay in found order. Ends early, with half a result, when cancelled.
ArrangedRows arrangeRows(const ResultFiles& files, const RowWish& wish,
                         const std::function<bool()>& cancelled);

}  // namespace findling::gui
