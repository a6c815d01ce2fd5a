/// The fields in which one filter is edited; a kind of editor for each kind of value.
#pragma once

#include "gui/query/Filters.h"

#include <QWidget>

namespace findling::gui {

class FilterEditor : public QWidget {
    Q_OBJECT

public:
    /// Never null. The widget that is its focus proxy comes first.
    static FilterEditor* make(FilterId id, QWidget* parent);

    virtual void load(const Filters& filters) = 0;
    /// Puts what the fields say into the filters, right or wrong.
    virtual void store(Filters& filters) const = 0;
    /// Frames the fields in which something is wrong.
    virtual void markWrong() {}

signals:
    /// Enter was pressed in a field that keeps the key to itself.
    void accepted();

protected:
    explicit FilterEditor(QWidget* parent) : QWidget(parent) {}
};

}  // namespace findling::gui
