/// From a row of the results to what the preview shows of it, and from a search to how it reads.
#pragma once

#include "gui/preview/PreviewText.h"

namespace findling {
struct ContentQuery;
}

namespace findling::gui {

class ResultModel;

/// The file of the row; of a line of context, at its match.
PreviewTarget previewTarget(const ResultModel& model, int row);

/// How a search reads files; null where it reads none.
PreviewReading searchReading(const ContentQuery* query);

}  // namespace findling::gui
