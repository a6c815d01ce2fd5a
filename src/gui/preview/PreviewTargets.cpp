#include "gui/preview/PreviewTargets.h"

#include "core/query/Query.h"
#include "gui/results/FilePaths.h"
#include "gui/results/ResultModel.h"

#include <algorithm>

namespace findling::gui {

PreviewTarget previewTarget(const ResultModel& model, int row) {
    PreviewTarget target;
    const ResultStore::Row here = model.row(row);
    const ResultStore& store = model.store();
    const uint32_t lines = store.lines(here.file);
    target.path = model.path(row);
    const std::string_view folder = store.folder(here.file);
    target.title.append(folder.data(), static_cast<qsizetype>(folder.size()));
    if (!folder.empty() && !target.title.endsWith('/')) target.title += '/';
    target.title += nameOf(target.path);
    target.matches.reserve(lines);
    for (uint32_t i = 0; i < lines; ++i) {
        const ResultStore::Line line = store.line(here.file, i);
        PreviewMatch match{line.match->line, line.match->offset};
        for (uint32_t s = 0; s < line.match->spanCount; ++s) {
            const PackedSpan& span = line.home->spans[line.match->firstSpan + s];
            match.spans.emplace_back(span.begin, span.end);
        }
        target.matches.push_back(std::move(match));
    }
    if (here.isText()) target.current = here.match();
    else if (lines > 0)
        target.current = here.isMore() ? std::min(ResultStore::kFirstLines, lines) - 1 : 0;
    return target;
}

PreviewReading searchReading(const ContentQuery* query) {
    PreviewReading reading;
    if (!query) return reading;
    reading.searchEncoding = query->encoding;
    reading.compressed = query->compressed;
    reading.binaryAsText = query->binaryAsText || query->nullData;
    reading.multiline = query->multiline;
    reading.terminator = query->terminator();
    return reading;
}

}  // namespace findling::gui
