/// Makes rows for the table without a search, as the search threads would pack them.
#pragma once

#include "gui/session/SearchSession.h"

#include <memory>
#include <string>
#include <string_view>

/// Rows of one search thread, under construction.
class PackedRowsBuilder {
public:
    explicit PackedRowsBuilder(unsigned thread = 0) { m_rows->thread = thread; }

    PackedRowsBuilder& file(std::string_view folder, std::string_view name, uint64_t size = 0,
                            int64_t modified = 0) {
        findling::gui::PackedFile file;
        m_rows->folders.push_back({append(folder), static_cast<uint32_t>(folder.size()), 0});
        file.folder = static_cast<uint32_t>(m_rows->folders.size() - 1);
        file.nameAt = append(name);
        file.nameLength = static_cast<uint16_t>(name.size());
        file.size = size;
        file.modified = modified;
        file.type = findling::FileType::File;
        file.statKnown = file.ended = true;
        return add(file);
    }
    /// More lines of the file that this thread's earlier rows left open.
    PackedRowsBuilder& continued() {
        findling::gui::PackedFile file;
        file.continued = true;
        return add(file);
    }
    PackedRowsBuilder& open() {
        m_rows->files.back().ended = false;
        return *this;
    }
    PackedRowsBuilder& line(uint64_t number, std::string_view text, uint32_t begin, uint32_t end) {
        findling::gui::PackedMatch match;
        match.line = number;
        match.textAt = append(text);
        match.textLength = static_cast<uint32_t>(text.size());
        match.firstSpan = static_cast<uint32_t>(m_rows->spans.size());
        match.spanCount = 1;
        m_rows->spans.push_back({begin, end});
        m_rows->matches.push_back(match);
        ++m_rows->files.back().matches;
        return *this;
    }
    /// Where the last line begins in its text.
    PackedRowsBuilder& at(uint64_t offset) {
        m_rows->matches.back().offset = offset;
        return *this;
    }
    PackedRowsBuilder& lines(uint64_t first, uint64_t count) {
        for (uint64_t i = 0; i < count; ++i) line(first + i, "a match", 2, 7);
        return *this;
    }
    PackedRowsBuilder& total(uint64_t matches) {
        m_rows->files.back().matches = static_cast<uint32_t>(matches);
        m_rows->files.back().ended = true;
        return *this;
    }

    std::unique_ptr<findling::gui::PackedRows> take() { return std::move(m_rows); }
    findling::gui::RowBatches batches() {
        findling::gui::RowBatches out;
        out.push_back(take());
        return out;
    }

private:
    uint32_t append(std::string_view text) {
        const auto at = static_cast<uint32_t>(m_rows->bytes.size());
        m_rows->bytes += text;
        return at;
    }
    PackedRowsBuilder& add(findling::gui::PackedFile file) {
        file.firstMatch = static_cast<uint32_t>(m_rows->matches.size());
        m_rows->files.push_back(file);
        return *this;
    }

    std::unique_ptr<findling::gui::PackedRows> m_rows =
        std::make_unique<findling::gui::PackedRows>();
};
