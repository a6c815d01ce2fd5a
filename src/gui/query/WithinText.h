/// The words for a step of a search within results.
#pragma once

#include "gui/query/WithinStep.h"

#include <QString>

class QFontMetrics;

namespace findling::gui {

/// "In 39 files with PM_RESUME": of a long pattern both ends.
QString stepText(const WithinStep& step, const QFontMetrics& metrics);
/// What was searched for, and where.
QString stepHint(const WithinStep& step);

}  // namespace findling::gui
