/// The truth line: what is running, how much was seen, what was found, and what was left out.
#pragma once

#include "gui/session/SearchSession.h"

#include <QWidget>

class QPushButton;

namespace findling::gui {

class ElidedLabel;

/// "39 lines in 13 files", or "1,204 found" of names.
QString foundText(const SearchSession& search);

class StatusLine : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void show(const SearchSession& search);
    QString text() const;
    QPushButton* errorsLink() const { return m_errors; }
    QPushButton* skippedLink() const { return m_skipped; }

signals:
    /// "1,204 skipped: why?" was clicked.
    void skippedWanted();
    /// "3 errors" was clicked.
    void errorsWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    QPushButton* link(const QString& name);
    void colorLinks();

    ElidedLabel* m_text;
    QPushButton* m_errors;
    QPushButton* m_skipped;
};

}  // namespace findling::gui
