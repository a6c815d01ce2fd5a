/// Bytes of files and names made fit for a widget: always one line of plain text, in which nothing
/// can hide.
#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <span>
#include <string_view>

namespace findling::gui {

/// Invalid bytes and characters that reorder or hide text become U+FFFD, control characters their
/// pictures (U+2400 ...). `offsets` are byte offsets in ascending order; each is replaced by its
/// place in the returned text, in QChars.
QString displayText(std::string_view bytes, std::span<size_t> offsets = {}, bool keepTabs = false);

/// The text as a tool tip, which would otherwise guess whether it is rich text.
QString toolTipText(const QString& plain);

/// The nearest start of a character at or before a place; invalid bytes never hold it up long.
size_t characterStart(std::string_view text, size_t at);

/// "~/src" for a folder of the user's.
QString shortPath(const QByteArray& path);

inline std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

}  // namespace findling::gui
