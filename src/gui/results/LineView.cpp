#include "gui/results/LineView.h"

#include "gui/results/DisplayText.h"

#include <algorithm>
#include <vector>

namespace findling::gui {

LineView lineView(const ResultStore::Line& line, bool indented) {
    LineView out;
    if (!line.match) return out;
    const PackedMatch& match = *line.match;
    out.number = match.line;
    std::vector<size_t> offsets;
    for (uint32_t i = 0; i < match.spanCount; ++i) {
        const PackedSpan& span = line.home->spans[match.firstSpan + i];
        const auto inText = [&](uint32_t at) {
            return std::clamp<size_t>(at, match.cutBefore, match.cutBefore + match.textLength) -
                   match.cutBefore;
        };
        offsets.push_back(inText(span.begin));
        offsets.push_back(inText(span.end));
    }
    out.text = displayText(line.home->text(match.textAt, match.textLength), offsets, true);
    // A tab is as wide as its place wants; in a list that only tears a line apart.
    out.text.replace(u'\t', u' ');
    // What was cut off were blanks, or else "…" stands for it.
    const auto blanks =
        indented ? std::min<qsizetype>(match.cutBefore, PackedRows::kTextBefore) : qsizetype{0};
    const int shift = match.moreBefore ? 1 : static_cast<int>(blanks);
    for (size_t i = 0; i + 1 < offsets.size(); i += 2) {
        const auto length = static_cast<int>(offsets[i + 1] - offsets[i]);
        if (length > 0) out.marks.append({static_cast<int>(offsets[i]) + shift, length});
    }
    if (match.moreBefore) out.text.prepend(u'…');
    else if (blanks > 0) out.text.prepend(QString(blanks, u' '));
    if (match.moreAfter) out.text.append(u'…');
    return out;
}

QString lineText(std::string_view line, bool cutFront, bool cutBack) {
    if (!cutBack && line.ends_with('\r')) line.remove_suffix(1);
    if (line.size() > PackedRows::kMaxText && cutFront) {
        line.remove_prefix(characterStart(line, line.size() - PackedRows::kMaxText));
    } else if (line.size() > PackedRows::kMaxText) {
        line = line.substr(0, characterStart(line, PackedRows::kMaxText));
        cutBack = true;
    }
    QString text = displayText(line, {}, true);
    text.replace(u'\t', u' ');
    if (cutFront) text.prepend(u'…');
    if (cutBack) text.append(u'…');
    return text;
}

}  // namespace findling::gui
