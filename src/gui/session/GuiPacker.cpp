#include "gui/session/GuiPacker.h"

#include "core/base/Text.h"
#include "gui/results/DisplayText.h"

#include <algorithm>
#include <limits>

namespace findling::gui {

namespace {

uint32_t narrow(size_t value) {
    return static_cast<uint32_t>(std::min<size_t>(value, std::numeric_limits<uint32_t>::max()));
}

}  // namespace

PackedFile& GuiPacker::addFile(const Entry& entry) {
    if (!m_rows) m_rows = std::make_unique<PackedRows>();
    PackedRows& rows = *m_rows;
    PackedFile file;
    const std::string_view path = entry.path();
    const size_t slash = path.rfind('/');
    const std::string_view folder = path.substr(0, slash == std::string_view::npos ? 0 : slash + 1);
    const std::string_view name = path.substr(folder.size());
    const size_t relative = std::min(entry.relativePath().size(), path.size());
    const uint32_t rootLength = narrow(std::min(path.size() - relative, folder.size()));
    const PackedFolder* last = rows.folders.empty() ? nullptr : &rows.folders.back();
    if (!last || last->rootLength != rootLength || rows.text(last->at, last->length) != folder) {
        rows.folders.push_back({narrow(rows.bytes.size()), narrow(folder.size()), rootLength});
        rows.bytes += folder;
    }
    file.folder = narrow(rows.folders.size() - 1);
    file.nameAt = narrow(rows.bytes.size());
    file.nameLength =
        static_cast<uint16_t>(std::min<size_t>(name.size(), std::numeric_limits<uint16_t>::max()));
    rows.bytes += name;
    file.type = entry.type();
    // Names out of memory come at once; what the table shows of their facts it reads itself.
    if (const FileStat* facts = entry.isRecorded() ? entry.knownStat() : entry.stat()) {
        file.statKnown = true;
        file.size = facts->size;
        file.modified = facts->modified;
        file.type = facts->type;
        file.mode = static_cast<uint16_t>(facts->mode & 07777);
        file.executable = facts->type == FileType::File && (facts->mode & 0111) != 0;
    }
    file.firstMatch = narrow(rows.matches.size());
    rows.files.push_back(file);
    return rows.files.back();
}

/// The open file in the present rows: where they were taken in its middle, its continuation.
PackedFile& GuiPacker::currentFile() {
    if (m_rows && !m_rows->files.empty() && !m_rows->files.back().ended)
        return m_rows->files.back();
    if (!m_rows) m_rows = std::make_unique<PackedRows>();
    PackedFile file;
    file.continued = true;
    file.firstMatch = narrow(m_rows->matches.size());
    m_rows->files.push_back(file);
    return m_rows->files.back();
}

void GuiPacker::entry(const Entry& entry) {
    addFile(entry).ended = true;
}

void GuiPacker::beginFile(const Entry& entry) {
    addFile(entry);
    m_linesOfFile = 0;
}

void GuiPacker::match(const Entry&, const Match& match) {
    if (match.context || m_linesOfFile >= PackedRows::kMaxLinesPerFile) return;
    ++m_linesOfFile;
    currentFile();
    PackedRows& rows = *m_rows;
    PackedMatch packed;
    packed.line = match.line;
    packed.offset = match.offset;
    packed.firstSpan = narrow(rows.spans.size());
    for (const Span& span : match.spans) {
        if (packed.spanCount >= PackedRows::kMaxSpansPerLine) break;
        rows.spans.push_back({narrow(span.begin), narrow(span.end)});
        ++packed.spanCount;
    }
    addText(packed, withoutTerminator(match.text), match);
    rows.matches.push_back(packed);
}

void GuiPacker::addText(PackedMatch& packed, std::string_view line, const Match& match) {
    const size_t first = match.spans.empty() ? 0 : std::min(match.spans.front().begin, line.size());
    // Indentation says little in a list; the match must be near the start to be seen.
    size_t begin = std::min(line.find_first_not_of(" \t"), first);
    if (line.size() - begin > PackedRows::kMaxText && first - begin > PackedRows::kTextBefore) {
        begin = characterStart(line, first - PackedRows::kTextBefore);
        packed.moreBefore = true;
    }
    size_t end = line.size();
    if (end - begin > PackedRows::kMaxText) {
        end = characterStart(line, begin + PackedRows::kMaxText);
        packed.moreAfter = true;
    }
    packed.cutBefore = narrow(begin);
    packed.textAt = narrow(m_rows->bytes.size());
    packed.textLength = narrow(end - begin);
    m_rows->bytes += line.substr(begin, end - begin);
}

void GuiPacker::endFile(const Entry&, const FileEnd& end) {
    PackedFile& file = currentFile();
    file.matches = narrow(end.matches);
    file.binary = end.binary;
    file.ended = true;
    if (end.encoding.empty()) return;
    std::vector<std::string>& known = m_rows->encodings;
    const auto place = std::find(known.begin(), known.end(), end.encoding) - known.begin();
    if (place > std::numeric_limits<uint8_t>::max()) return;
    if (place == std::ssize(known)) known.emplace_back(end.encoding);
    file.encoding = static_cast<uint8_t>(place);
}

size_t GuiPacker::bytes() const {
    if (!m_rows) return 0;
    return m_rows->bytes.size() + m_rows->files.size() * sizeof(PackedFile) +
           m_rows->matches.size() * sizeof(PackedMatch);
}

std::unique_ptr<Rows> GuiPacker::take() {
    if (m_rows) {  // kept as long as the window shows them
        m_rows->bytes.shrink_to_fit();
        m_rows->folders.shrink_to_fit();
        m_rows->files.shrink_to_fit();
        m_rows->matches.shrink_to_fit();
        m_rows->spans.shrink_to_fit();
    }
    return std::move(m_rows);
}

}  // namespace findling::gui
