#include "gui/results/LineView.h"

#include "gui/results/DisplayText.h"

#include <algorithm>
#include <vector>

namespace findling::gui {

LineView lineView(const ResultStore::Line& line) {
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
    const int shift = match.moreBefore ? 1 : 0;
    for (size_t i = 0; i + 1 < offsets.size(); i += 2) {
        const auto length = static_cast<int>(offsets[i + 1] - offsets[i]);
        if (length > 0) out.marks.append({static_cast<int>(offsets[i]) + shift, length});
    }
    if (match.moreBefore) out.text.prepend(u'…');
    if (match.moreAfter) out.text.append(u'…');
    return out;
}

}  // namespace findling::gui
