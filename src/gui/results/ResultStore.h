/// The results of one search as the table shows them: what was found, and the rows of it, in found
/// order or arranged. Knows no Qt model; ResultModel announces what changes here.
#pragma once

#include "gui/results/ResultRows.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace findling::gui {

class ResultStore : public ResultFiles {
public:
    using Row = ResultRow;

    /// Rows that come into being at one place, and how many give way to them there.
    struct Change {
        size_t at = 0;
        size_t removed = 0;
        std::vector<Row> rows = {};
        bool newFiles = false;  ///< of files that had no rows yet
    };

    size_t rows() const { return m_rows.size(); }
    /// Rows of files and of lines that match.
    size_t resultRows() const { return m_rows.size() - m_contextRows; }
    const Row& row(size_t at) const { return m_rows[at]; }
    /// The row of a file or line; rows() when it is not to be seen.
    size_t find(const Row& row) const;
    /// Lines that are counted but have no row now.
    uint64_t hiddenLines(uint32_t file) const;
    /// Matching lines of the files whose rows come before this one.
    uint64_t matchesBefore(size_t row) const;

    /// Takes batches in without a row of the table: first add(), then the growth of files that
    /// have rows already, then the rows of the new files.
    void add(std::shared_ptr<const PackedRows> rows);
    bool nextGrowth(Change& change);
    Change newFiles();
    /// The two halves of a change: what gives way is removed before the rest is inserted.
    void remove(const Change& change);
    void insert(const Change& change);
    /// While a snapshot is being arranged, growth waits for arrange().
    void leaveGrowth() { m_growth.clear(); }

    /// What of a file's rows has to change after its setShown(); `at`: its own row.
    Change unfolding(size_t at) const;

    /// After setGone(): its rows have to go.
    Change leaving(uint32_t file) const {
        return difference(file, find({file, Row::kFile}), false);
    }

    /// Rows that come from now on are filtered; those that are here stay until arrange().
    void setFilter(std::shared_ptr<const RowFilter> filter);
    /// The same with lines around matches.
    void setContext(const ContextWish& context) { m_context = context; }
    const ContextWish& context() const { return m_context; }
    /// The lines of its file that a row stands for.
    LineRange linesOf(const Row& row) const {
        return gui::linesOf(*this, row, m_context.terminator);
    }
    /// Puts rows that were arranged from a snapshot in place of the present ones. What came since
    /// then follows by nextGrowth() and newFiles().
    void arrange(ArrangedRows& arranged, bool foundOrder);
    /// Marks the moment of a snapshot: growth from here on is kept for arrange().
    ResultFiles startArranging();

private:
    struct Hidden {
        uint32_t file = 0xFFFFFFFF;
        uint32_t lines = 0;
        uint64_t matches = 0;
        Shown shown = Shown::None;
        const RowFilter* filter = nullptr;
        uint64_t count = 0;

        bool sameQuestion(const Hidden& other) const {
            return file == other.file && lines == other.lines && matches == other.matches &&
                   shown == other.shown && filter == other.filter;
        }
    };
    static constexpr size_t kCounted = 4096;

    RowFilter::Use& use() const;
    bool grown(uint32_t file, Change& change);
    Change difference(uint32_t file, size_t at, bool keepMore) const;
    void forgetCounts(size_t row);

    std::vector<Row> m_rows;
    size_t m_contextRows = 0;
    std::vector<uint32_t> m_growth;          ///< files
    std::vector<uint32_t> m_grownSince;      ///< since the last snapshot
    mutable std::vector<uint64_t> m_counts;  ///< matches before each block of kCounted rows
    mutable Hidden m_hidden;                 ///< the last answer of hiddenLines()
    ContextWish m_context;
    std::shared_ptr<const RowFilter> m_filter;
    mutable std::unique_ptr<RowFilter::Use> m_use;  ///< of the filter, by this thread
    size_t m_filesWithRows = 0;
    bool m_foundOrder = true;  ///< rows are in ascending order of files
};

}  // namespace findling::gui
