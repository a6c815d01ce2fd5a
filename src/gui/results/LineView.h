/// A matching line as it is painted: text fit for a widget, and where the matches lie in it.
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
    quint64 number = 0;
    QString text = {};
    QList<Mark> marks = {};
};

LineView lineView(const ResultStore::Line& line);

}  // namespace findling::gui
