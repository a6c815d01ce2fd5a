/// What a text, file or link that is dropped on a field means to it. Empty: it is not for the
/// field.
#pragma once

#include <QString>

class QMimeData;

namespace findling::gui {

/// For the name: of a file its name alone, as a pattern that means just that; of several the first.
QString droppedName(const QMimeData& data);

/// For the text: as it is, as if it had been typed. Of several lines the first that is not blank,
/// since a line is what is searched for. No file, which stands for a place to search in.
QString droppedText(const QMimeData& data);

}  // namespace findling::gui
