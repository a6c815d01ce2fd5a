/// A line of a file as it is painted: text fit for a widget, and where the matches lie in it.
#pragma once

#include "gui/results/ResultStore.h"

#include <QList>
#include <QString>

namespace findling::gui {

struct LineView {
    struct Mark {
        int begin = 0;  ///< in QChars of text
        int length = 0;
    };
    quint64 number = 0;  ///< 0 = none
    QString text = {};
    QList<Mark> marks = {};
    bool context = false;  ///< it does not match, but stands near one that does
    bool note = false;     ///< no text of the file, but why there is none
};

/// A matching line. `indented`: with the blanks that it begins with, as they matter beside others.
LineView lineView(const ResultStore::Line& line, bool indented = false);

/// The text of a line, given without its newline: as much as is kept of lines that match.
/// `cutFront`, `cutBack`: there is more of it on that side.
QString lineText(std::string_view line, bool cutFront, bool cutBack);

}  // namespace findling::gui
