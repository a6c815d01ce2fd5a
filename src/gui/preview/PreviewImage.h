/// Pictures for the preview, decoded off the window's thread and no larger than a screen.
#pragma once

#include "gui/preview/PreviewText.h"

#include <string_view>

namespace findling::gui {

class PreviewFile;

/// Of how many pixels an image may be, where it has to be decoded as a whole, and where it can be
/// made smaller on the way.
inline constexpr qint64 kMostPixels = 60'000'000;
inline constexpr qint64 kMostScaledPixels = 400'000'000;
inline constexpr uint64_t kLargestImageFile = uint64_t{128} << 20;
inline constexpr uint64_t kLargestDrawing = uint64_t{4} << 20;

/// What the file is by its first bytes, as QImageReader calls it: "png"; "svg" by its name and
/// start. Empty for everything else.
QByteArray imageFormat(const QByteArray& path, std::string_view head);

/// Fills `out` with the image, or with the reason why it is too large. False where it is none, or
/// a damaged one: the bytes can be shown instead.
bool readImage(PreviewFile& file, const QByteArray& format, const PreviewReading& reading,
               PreviewText& out, const Cancelled& cancelled);

}  // namespace findling::gui
