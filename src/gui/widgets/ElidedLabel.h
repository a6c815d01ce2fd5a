/// A line of plain text that gives way when there is too little room, instead of asking for more.
#pragma once

#include <QWidget>

namespace findling::gui {

class ElidedLabel : public QWidget {
public:
    explicit ElidedLabel(Qt::TextElideMode mode, QWidget* parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString& text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::TextElideMode m_mode;
    QString m_text;
};

}  // namespace findling::gui
