/// The small window at a chip in which its filter is edited: Enter applies, Esc leaves it as it
/// was.
#pragma once

#include "gui/query/FilterEditor.h"

#include <QFrame>

class QLabel;

namespace findling::gui {

class FilterPopup : public QFrame {
    Q_OBJECT

public:
    /// Deletes itself when it is closed.
    FilterPopup(FilterId id, const Filters& filters, QWidget* parent);

    /// Opens below the widget, or above it where there is no room.
    void openAt(const QWidget& anchor);

signals:
    void applied(const findling::gui::Filters& filters);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void apply();

    FilterId m_id;
    Filters m_filters;
    FilterEditor* m_editor;
    QLabel* m_message;
    bool m_done = false;
};

}  // namespace findling::gui
