/// Reads a file for the preview. Plain functions for a worker thread; `cancelled` is asked often.
#pragma once

#include "gui/preview/PreviewText.h"

namespace findling::gui {

/// Whatever is at the path, as text, bytes, image or list of names, or the reason why it cannot be
/// shown.
PreviewText readPreview(const PreviewTarget& target, const Cancelled& cancelled);

}  // namespace findling::gui
