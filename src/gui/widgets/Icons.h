/// Icons of one family that follow the palette: drawn from SVG in the colour of the text.
#pragma once

#include <QIcon>
#include <QLatin1StringView>

namespace findling::gui {

/// By file name in resources/icons/lucide, without ".svg". A null icon when there is none.
QIcon icon(QLatin1StringView name);

/// For a file of this name: the desktop theme's own where it has one, else one of ours. Cached by
/// extension.
QIcon fileIcon(const QString& name, bool folder, bool link);

}  // namespace findling::gui
