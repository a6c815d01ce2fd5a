/// The results of one search as the table shows them: files in found order or sorted, each with the
/// lines below it that are unfolded. Knows no Qt model; ResultModel announces what changes here.
#pragma once

#include "gui/session/PackedRows.h"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace findling::gui {

class ResultStore {
public:
    /// Lines that a file shows before it is asked for all of them.
    static constexpr uint32_t kFirstLines = 25;

    enum class Shown : uint8_t { None, Some, All };
    enum class SortKey : uint8_t { Found, Name, Folder, Size, Modified, Matches };

    /// What stands in one row of the table.
    struct Row {
        static constexpr uint32_t kFile = 0xFFFFFFFF;  ///< the file itself
        static constexpr uint32_t kMore = 0xFFFFFFFE;  ///< "312 more lines"
        uint32_t file = 0;
        uint32_t line = kFile;

        bool isFile() const { return line == kFile; }
        bool isMore() const { return line == kMore; }
        bool isLine() const { return line < kMore; }
        friend bool operator==(const Row&, const Row&) = default;
    };
    /// Rows that came into being, in the table as it is after them.
    struct Insertion {
        size_t at = 0;
        std::vector<Row> rows = {};
        bool newFiles = false;  ///< of files that had no rows yet
    };
    struct Line {
        const PackedRows* home = nullptr;
        const PackedMatch* match = nullptr;
    };

    size_t rows() const { return m_rows.size(); }
    const Row& row(size_t at) const { return m_rows[at]; }
    size_t files() const { return m_files.size(); }
    /// The row of a file or line; rows() when it is not to be seen.
    size_t find(const Row& row) const;

    const PackedFile& file(uint32_t file) const;
    std::string path(uint32_t file) const;
    std::string_view folder(uint32_t file) const;  ///< below the root, without a "/" at the end
    std::string_view name(uint32_t file) const;
    uint32_t lines(uint32_t file) const { return m_files[file].lines; }
    uint64_t matches(uint32_t file) const { return m_files[file].matches; }
    Line line(uint32_t file, uint32_t line) const;
    Shown shown(uint32_t file) const { return m_files[file].shown; }
    /// Lines that are counted but have no row now.
    uint64_t hiddenLines(uint32_t file) const;

    /// Takes batches in without a row of the table: first add(), then the growth of files that
    /// have rows already, then the rows of the new files.
    void add(std::unique_ptr<PackedRows> rows);
    bool nextGrowth(Insertion& insertion);
    Insertion newFiles() const;
    void insert(const Insertion& insertion);

    /// Rows of a file below its own when it shows this much of its lines.
    std::vector<Row> linesWhen(uint32_t file, Shown shown) const;
    void setShown(uint32_t file, Shown shown) { m_files[file].shown = shown; }
    void removeRows(size_t at, size_t count);
    void setAllShown(Shown shown);  ///< then rebuild()

    void setOrder(SortKey key, bool descending);
    /// All rows anew, in the order that was set.
    void rebuild();

private:
    struct Segment {
        uint32_t chunk = 0;
        uint32_t first = 0;
        uint32_t count = 0;
    };
    struct File {
        uint32_t chunk = 0;
        uint32_t index = 0;    ///< in the chunk's files
        uint32_t lines = 0;    ///< kept
        int32_t extra = -1;    ///< further segments in m_extra; -1: all lines are in its chunk
        uint64_t matches = 0;  ///< matching lines so far
        Shown shown = Shown::Some;
    };
    struct Growth {
        uint32_t file;
        uint32_t linesBefore;
    };

    uint32_t visibleLines(const File& file, Shown shown) const;
    bool hasMoreRow(const File& file, Shown shown) const;
    void continueFile(uint32_t file, uint32_t chunk, const PackedFile& piece);
    bool less(SortKey key, uint32_t a, uint32_t b) const;

    std::vector<std::unique_ptr<PackedRows>> m_chunks;
    std::vector<File> m_files;  ///< in found order
    std::vector<std::vector<Segment>> m_extra;
    std::vector<uint32_t> m_order;  ///< empty = found order
    std::vector<Row> m_rows;
    std::vector<Growth> m_growth;
    std::unordered_map<unsigned, uint32_t> m_open;  ///< by search thread: its unfinished file
    size_t m_filesWithRows = 0;
    bool m_foundOrder = true;  ///< rows are in ascending order of files
};

}  // namespace findling::gui
