/// Results packed on the search threads, without Python: objects are made of them later, by the
/// thread that asks.
#pragma once

#include "core/search/Sink.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace findling::python {

struct FoundRows : Rows {
    /// An entry, or a matching line.
    struct Row {
        size_t path, pathLength;       ///< in `text`
        uint64_t line = 0;             ///< from 1; 0 for an entry
        uint64_t offset = 0;           ///< of the line, in bytes
        size_t begin = 0, length = 0;  ///< of the line, in `text`
        size_t firstSpan = 0, spanCount = 0;
    };

    std::string text;
    std::vector<Row> rows;
    std::vector<Span> spans;
    std::vector<Problem> problems;  ///< what the packer itself cannot hand on

    std::string_view path(const Row& row) const {
        return std::string_view(text).substr(row.path, row.pathLength);
    }
    std::string_view lineText(const Row& row) const {
        return std::string_view(text).substr(row.begin, row.length);
    }
};

class FoundPacker : public RowPacker {
public:
    void entry(const Entry& entry) override;
    void beginFile(const Entry& entry) override;
    void match(const Entry& entry, const Match& match) override;
    void endFile(const Entry& entry, const FileEnd& end) override;
    size_t bytes() const override;
    std::unique_ptr<Rows> take() override;

private:
    FoundRows& rows();
    void setPath(const Entry& entry);

    std::unique_ptr<FoundRows> m_rows;
    size_t m_path = 0, m_pathLength = 0;  ///< of the file at hand, in m_rows->text
    bool m_hasPath = false;
};

}  // namespace findling::python
