#include "gui/results/ResultFiles.h"

#include <algorithm>

namespace findling::gui {

const PackedFile& ResultFiles::file(uint32_t file) const {
    const File& entry = at(file);
    return m_chunks[entry.chunk]->files[entry.index];
}

std::string ResultFiles::path(uint32_t index) const {
    const PackedFile& packed = file(index);
    const PackedRows& home = *m_chunks[at(index).chunk];
    const PackedFolder& folder = home.folders[packed.folder];
    std::string path(home.text(folder.at, folder.length));
    path += home.text(packed.nameAt, packed.nameLength);
    return path;
}

std::string_view ResultFiles::folder(uint32_t index) const {
    const PackedRows& home = *m_chunks[at(index).chunk];
    const PackedFolder& packed = home.folders[file(index).folder];
    std::string_view folder = home.text(packed.at, packed.length);
    folder.remove_prefix(packed.rootLength);
    while (folder.size() > 1 && folder.back() == '/') folder.remove_suffix(1);
    return folder;
}

std::string_view ResultFiles::name(uint32_t index) const {
    const PackedFile& packed = file(index);
    return m_chunks[at(index).chunk]->text(packed.nameAt, packed.nameLength);
}

std::string_view ResultFiles::encoding(uint32_t index) const {
    const File& entry = at(index);
    if (!entry.split) return m_chunks[entry.chunk]->encodings[file(index).encoding];
    const Extra& extra = m_extra.at(index);
    const PackedRows& home = *m_chunks[extra.lastChunk];
    return home.encodings[home.files[extra.lastIndex].encoding];
}

uint64_t ResultFiles::matches(uint32_t index) const {
    const File& entry = at(index);
    if (entry.split) return m_extra.at(index).matches;
    return std::max<uint64_t>(file(index).matches, entry.lines);
}

ResultFiles::Line ResultFiles::line(uint32_t index, uint32_t line) const {
    const File& entry = at(index);
    const PackedRows* home = m_chunks[entry.chunk].get();
    const uint32_t own = home->matchCount(entry.index);
    if (line < own) return {home, &home->matches[home->files[entry.index].firstMatch + line]};
    line -= own;
    if (!entry.split) return {};
    for (const Segment& segment : m_extra.at(index).segments) {
        home = m_chunks[segment.chunk].get();
        if (line < segment.count) return {home, &home->matches[segment.first + line]};
        line -= segment.count;
    }
    return {};
}

bool ResultFiles::ended(uint32_t index) const {
    if (!at(index).split) return file(index).ended;
    const Extra& extra = m_extra.at(index);
    return m_chunks[extra.lastChunk]->files[extra.lastIndex].ended;
}

ResultFiles::File& ResultFiles::change(uint32_t file) {
    Block& block = m_blocks[file / kBlock];
    if (block.shared) block = {std::make_shared<std::vector<File>>(*block.files), false};
    return (*block.files)[file % kBlock];
}

void ResultFiles::setGone(uint32_t file) {
    if (gone(file)) return;
    change(file).gone = 1;
    ++m_gone;
    m_lines -= lines(file);
}

void ResultFiles::append(const File& file) {
    if (m_count % kBlock == 0) {
        m_blocks.push_back({std::make_shared<std::vector<File>>(), false});
    } else if (m_blocks.back().shared) {
        m_blocks.back() = {std::make_shared<std::vector<File>>(*m_blocks.back().files), false};
    }
    m_blocks.back().files->push_back(file);
    ++m_count;
}

void ResultFiles::setAllShown(Shown shown) {
    for (uint32_t i = 0; i < m_count; ++i) {
        if (at(i).lines > 0 || at(i).shown != static_cast<uint8_t>(shown)) setShown(i, shown);
    }
}

void ResultFiles::add(std::shared_ptr<const PackedRows> rows, std::vector<uint32_t>& grown) {
    const auto chunk = static_cast<uint32_t>(m_chunks.size());
    m_chunks.push_back(std::move(rows));
    const PackedRows& packed = *m_chunks.back();
    for (size_t i = 0; i < packed.files.size(); ++i) {
        if (packed.files[i].continued) {
            const auto open = m_open.find(packed.thread);
            if (open != m_open.end()) continueFile(open->second, chunk, i, grown);
        } else {
            m_open[packed.thread] = static_cast<uint32_t>(m_count);
            File file;
            file.chunk = chunk;
            file.index = static_cast<uint32_t>(i) & kMaxIndex;
            file.lines = packed.matchCount(i);
            m_factsKnown = m_factsKnown && packed.files[i].statKnown;
            m_lines += file.lines;
            append(file);
        }
    }
}

void ResultFiles::continueFile(uint32_t index, uint32_t chunk, size_t piece,
                               std::vector<uint32_t>& grown) {
    File& entry = change(index);
    const PackedRows& rows = *m_chunks[chunk];
    const PackedFile& packed = rows.files[piece];
    grown.push_back(index);
    if (!entry.split) {
        m_extra.emplace(index, Extra{matches(index), 0, 0, {}});
        entry.split = 1;
    }
    Extra& extra = m_extra.at(index);
    const uint32_t count = rows.matchCount(piece);
    if (count > 0) extra.segments.push_back({chunk, packed.firstMatch, count});
    extra.lastChunk = chunk;
    extra.lastIndex = static_cast<uint32_t>(piece);
    entry.lines += count;
    m_lines += count;
    extra.matches = packed.ended ? packed.matches : std::max<uint64_t>(extra.matches, entry.lines);
}

ResultFiles ResultFiles::snapshot() {
    for (Block& block : m_blocks) block.shared = true;
    return *this;
}

}  // namespace findling::gui
