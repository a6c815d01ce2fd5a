/// From a row of the results to what the preview shows of it.
#pragma once

#include "gui/preview/PreviewText.h"

namespace findling::gui {

class ResultModel;

PreviewTarget previewTarget(const ResultModel& model, int row);

}  // namespace findling::gui
