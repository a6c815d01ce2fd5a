#include "gui/preview/PreviewLines.h"

#include "gui/results/DisplayText.h"
#include "gui/results/ResultModel.h"

#include <QCoreApplication>

#include <algorithm>

namespace findling::gui {

namespace {

constexpr size_t kBeforeMatch = 1000;  ///< bytes of a cut line in front of its match
/// In longer lines matches are not found again byte by byte.
constexpr size_t kLongestMapped = 64 * 1024;

struct PreviewLinesText {
    Q_DECLARE_TR_FUNCTIONS(PreviewLinesText)
};

/// Appends a byte, or what it becomes once its character is complete.
void feed(TextDecoder* decoder, char byte, std::string& out) {
    if (decoder) decoder->decode({&byte, 1}, false, out);
    else out += byte;
}

}  // namespace

PreviewLines::PreviewLines(PreviewText& out, const PreviewTarget& target, const PreviewFile& file)
    : m_out(out),
      m_reading(target.reading),
      m_shown(file.shown()),
      m_searched(file.searched()),
      m_keepsMatches(file.keepsMatches()) {
    if (m_shown.form == Decoding::Form::ByLine) m_decoder = m_shown.decoder();
    if (m_shown != m_searched && m_keepsMatches) {
        m_mapFrom = m_searched.decoder();
        m_mapTo = m_shown.decoder();
    }
    for (const PreviewMatch& match : target.matches) m_matches[match.line] = &match;
}

std::string_view PreviewLines::decoded(std::string_view line) {
    if (!m_decoder) return line;
    m_decoded.clear();
    m_decoder->reset();
    m_decoder->decode(line, true, m_decoded);
    return m_decoded;
}

void PreviewLines::addLead(std::string_view line) {
    if (m_reading.terminator == '\n' && line.ends_with('\r')) line.remove_suffix(1);
    m_out.lead += displayText(decoded(line.substr(0, kLongestLine)), {}, true);
    m_out.lead += u'\n';
}

void PreviewLines::add(std::string_view line, uint64_t cutFront, bool cutBack) {
    const size_t end = line.size() + 1;
    const bool carriageReturn = m_reading.terminator == '\n' && line.ends_with('\r');
    if (carriageReturn) line.remove_suffix(1);
    const std::string_view text = decoded(line);
    // What the search counted in: bytes, or decoded text.
    const bool same = m_shown == m_searched && m_decoder;
    const size_t size = same ? text.size() + (carriageReturn ? 2 : 1) : end;
    const uint64_t number = m_out.firstLine + static_cast<uint64_t>(m_out.lines);
    Offsets offsets = shownAt(searched(number, size, cutFront), line, cutFront);
    Piece piece{text, cutFront > 0, cutBack};
    if (text.size() > kLongestLine) {
        const size_t first = offsets.empty() ? 0 : std::min(offsets.front(), text.size());
        size_t begin = first > kLongestLine - kBeforeMatch ? first - kBeforeMatch : 0;
        begin = characterStart(text, begin);
        const size_t last = characterStart(text, std::min(begin + kLongestLine, text.size()));
        piece = {text.substr(begin, last - begin), piece.cutFront || begin > 0,
                 piece.cutBack || last < text.size()};
        for (size_t& offset : offsets) offset = std::clamp(offset, begin, last) - begin;
    }
    // Of a line that is not there as a whole nobody knows the length.
    append(piece, std::move(offsets), cutFront > 0 || cutBack ? 0 : text.size());
}

/// The matches of a line in the units of the search. `lineSize` counts the end of the line, too.
PreviewLines::Offsets PreviewLines::searched(uint64_t number, size_t lineSize, uint64_t cutFront) {
    Offsets out;
    if (!m_keepsMatches) return out;
    std::vector<std::pair<uint64_t, uint64_t>> spans = std::move(m_carried);
    m_carried.clear();
    if (const auto found = m_matches.find(number); found != m_matches.end())
        spans.insert(spans.end(), found->second->spans.begin(), found->second->spans.end());
    for (const auto& [from, to] : spans) {
        const uint64_t begin = from - std::min(from, cutFront);
        const uint64_t end = to - std::min(to, cutFront);
        if (m_reading.multiline && end > lineSize)
            m_carried.emplace_back(std::max<uint64_t>(begin, lineSize) - lineSize, end - lineSize);
        out.push_back(static_cast<size_t>(begin));
        out.push_back(static_cast<size_t>(std::max(begin, end)));
    }
    return out;
}

/// From the units of the search to bytes of the decoded line.
PreviewLines::Offsets PreviewLines::shownAt(Offsets offsets, std::string_view line,
                                            uint64_t cutFront) {
    if (offsets.empty()) return offsets;
    if (m_shown == m_searched && (!m_decoder || cutFront == 0)) return offsets;
    const bool fromBytes = m_searched.form == Decoding::Form::Bytes;
    if (cutFront > 0 && !fromBytes) return {};
    if (line.size() > kLongestMapped && !fromBytes) return {};
    return shownBytes(std::move(offsets), line);
}

PreviewLines::Offsets PreviewLines::shownBytes(Offsets offsets, std::string_view line) {
    TextDecoder* from = m_mapFrom.get();
    TextDecoder* to = m_mapTo.get();
    if (from) from->reset();
    if (to) to->reset();
    std::string searched;
    std::string shown;
    size_t at = 0;
    if (!from) {  // whole stretches at once
        for (size_t& offset : offsets) {
            const size_t next = std::clamp(offset, at, line.size());
            if (to) to->decode(line.substr(at, next - at), false, shown);
            at = next;
            offset = to ? shown.size() : at;
        }
        return offsets;
    }
    for (size_t& offset : offsets) {
        for (; searched.size() < offset && at < line.size(); ++at) {
            feed(from, line[at], searched);
            feed(to, line[at], shown);
        }
        offset = shown.size();
    }
    return offsets;
}

void PreviewLines::append(const Piece& piece, Offsets offsets, size_t lineSize) {
    if (m_out.lines > 0) m_out.text += u'\n';
    const QString text = displayText(piece.text, offsets, true);
    int shift = 0;
    if (piece.cutFront) {
        m_out.text += u"… ";
        shift = 2;
    }
    m_out.text += text;
    if (piece.cutFront || piece.cutBack) {
        m_out.text +=
            lineSize > 0
                ? PreviewLinesText::tr(" … [cut: this line has %1]").arg(shortSize(lineSize))
                : PreviewLinesText::tr(" … [cut: a very long line]");
    }
    for (size_t i = 0; i + 1 < offsets.size(); i += 2) {
        const auto length = static_cast<int>(offsets[i + 1] - offsets[i]);
        if (length > 0)
            m_out.marks.push_back({m_out.lines, static_cast<int>(offsets[i]) + shift, length});
    }
    ++m_out.lines;
}

}  // namespace findling::gui
