/// Reads a file for the preview. Plain functions for a worker thread; `cancelled` is asked often.
#pragma once

#include "gui/preview/PreviewText.h"

#include <functional>

namespace findling::gui {

using Cancelled = std::function<bool()>;

/// Files up to this size are shown whole, larger ones as a window around the match.
inline constexpr uint64_t kWholeFile = uint64_t{4} << 20;
inline constexpr uint64_t kFileWindow = uint64_t{2} << 20;
/// Longer lines are cut: laying out one line of a megabyte takes a text widget a minute.
inline constexpr size_t kLongestLine = 4096;

PreviewText readPreview(const PreviewTarget& target, const Cancelled& cancelled);

}  // namespace findling::gui
