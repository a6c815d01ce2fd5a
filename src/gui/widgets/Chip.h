/// A pill that says one restriction of the search: a folder or filter that can be taken out, or a
/// switch.
#pragma once

#include <QAbstractButton>

namespace findling::gui {

class Chip : public QAbstractButton {
    Q_OBJECT

public:
    enum class Kind {
        Plain,      ///< a button
        Removable,  ///< with an x at its end
        Switch,     ///< checkable
    };

    Chip(Kind kind, const QString& text, QWidget* parent = nullptr);

    /// Which end of a long text is left out; of one that can be removed the left end, as paths say
    /// most at their right.
    void setElideMode(Qt::TextElideMode mode);
    /// Draws it as the cause of an error.
    void setWrong(bool wrong);
    bool isWrong() const { return m_wrong; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The x was clicked, or Delete pressed.
    void removeRequested();
    /// The right button, the menu key or Shift+F10: the opposite of what it says is wanted.
    void oppositeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    int padding() const;
    int iconSide() const;
    QRect crossRect() const;

    Kind m_kind;
    Qt::TextElideMode m_elide;
    bool m_overCross = false;
    bool m_wrong = false;
};

}  // namespace findling::gui
