/// THE table of the encodings that the window offers, for its menus and fields.
#pragma once

#include <QList>
#include <QString>

namespace findling::gui {

struct EncodingChoice {
    QString name = {};      ///< for makeDecoder
    QString language = {};  ///< whose texts are in it; empty where the name says it all
};

/// In groups that belong together: Unicode first, DOS last.
QList<QList<EncodingChoice>> encodingChoices();

}  // namespace findling::gui
