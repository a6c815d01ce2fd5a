/// What a preview says of a folder: the first of its names.
#pragma once

#include "gui/preview/PreviewText.h"

#include <QByteArray>

namespace findling::gui {

/// Names that are shown, and those that are looked at to find the first ones.
inline constexpr size_t kFolderNames = 200;
inline constexpr size_t kFolderLimit = 100'000;

/// A list of names, folders first and in natural order; a message where there are none, or where
/// the folder cannot be read. False with errno in `code`.
bool readFolder(const QByteArray& path, PreviewText& out, int& code, const Cancelled& cancelled);

/// Where the link at this path leads, as it is written there; empty where it is no link.
QByteArray linkTarget(const QByteArray& path);

}  // namespace findling::gui
