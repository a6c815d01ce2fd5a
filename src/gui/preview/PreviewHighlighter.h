/// Syntax colours for a preview, worked out off the window's thread. Without KSyntaxHighlighting
/// there are none.
#pragma once

#include "gui/preview/PreviewText.h"

namespace findling::gui {

bool hasHighlighter();

/// Colours in the light or dark theme; nothing for a file of unknown kind, or when cancelled.
/// Ends early, with the rest uncoloured, when it takes too long.
PreviewColors highlight(const PreviewText& text, bool dark, const Cancelled& cancelled);

}  // namespace findling::gui
