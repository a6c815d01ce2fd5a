#include "gui/widgets/Chip.h"

#include "gui/widgets/Icons.h"
#include "gui/widgets/Theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace findling::gui {

using namespace Qt::StringLiterals;

Chip::Chip(Kind kind, const QString& text, QWidget* parent)
    : QAbstractButton(parent),
      m_kind(kind),
      m_elide(kind == Kind::Removable ? Qt::ElideLeft : Qt::ElideRight) {
    setText(text);
    setShortcut({});  // an "&" in a folder's name is no key
    setCheckable(kind == Kind::Switch);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::ArrowCursor);
}

void Chip::setElideMode(Qt::TextElideMode mode) {
    m_elide = mode;
    update();
}

void Chip::setWrong(bool wrong) {
    m_wrong = wrong;
    update();
}

int Chip::padding() const {
    return std::max(6, fontMetrics().height() / 2);
}
int Chip::iconSide() const {
    return fontMetrics().height() * 7 / 8;
}

QSize Chip::sizeHint() const {
    const QFontMetrics metrics = fontMetrics();
    const int text =
        std::min(metrics.horizontalAdvance(this->text()), metrics.averageCharWidth() * 40);
    int width = 2 * padding() + text + 2;  // rounding must not cost a letter
    if (!icon().isNull()) width += iconSide() + (text > 0 ? padding() / 2 : 0);
    if (m_kind == Kind::Removable) width += iconSide() + padding() / 2;
    return {width, metrics.height() + 8};
}

QSize Chip::minimumSizeHint() const {
    return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * 14),
            sizeHint().height()};
}

QRect Chip::crossRect() const {
    if (m_kind != Kind::Removable) return {};
    const int side = iconSide();
    QRect rect(width() - side - padding() * 3 / 4, (height() - side) / 2, side, side);
    return isRightToLeft() ? QRect(width() - 1 - rect.right(), rect.top(), side, side) : rect;
}

void Chip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors theme = colors(palette());
    const QColor accent = palette().color(QPalette::Highlight);
    const QColor ground = palette().color(QPalette::Window);
    const bool on = isCheckable() && isChecked();
    QColor fill = on ? mixed(accent, ground, 48) : theme.panel;
    if (underMouse() || isDown())
        fill = mixed(palette().color(QPalette::Text), fill, isDown() ? 40 : 18);
    painter.setBrush(m_kind == Kind::Switch && !on ? QBrush(underMouse() ? fill : ground)
                                                   : QBrush(fill));
    const QColor edge = m_wrong      ? theme.error
                        : hasFocus() ? accent
                        : on         ? mixed(accent, ground, 130)
                                     : theme.line;
    painter.setPen(QPen(edge, m_wrong || hasFocus() ? 1.5 : 1.0));
    const QRectF pill = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

    QRect inner = rect().adjusted(padding(), 0, -padding(), 0);
    const bool mirrored = isRightToLeft();
    const auto take = [&](int width, bool atStart) {
        const bool left = atStart != mirrored;
        const QRect taken =
            left ? QRect(inner.left(), inner.top(), width, inner.height())
                 : QRect(inner.right() - width + 1, inner.top(), width, inner.height());
        if (left) inner.setLeft(taken.right() + 1 + padding() / 2);
        else inner.setRight(taken.left() - 1 - padding() / 2);
        return taken;
    };
    if (!icon().isNull()) {
        QRect square = take(iconSide(), true);
        square.moveTop((height() - iconSide()) / 2);
        square.setHeight(iconSide());
        icon().paint(&painter, square);
    }
    if (m_kind == Kind::Removable) {
        take(iconSide(), false);
        static const QIcon cross = gui::icon("x"_L1);
        if (m_overCross) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(mixed(palette().color(QPalette::Text), fill, 50));
            painter.drawEllipse(QRectF(crossRect()).adjusted(-1, -1, 1, 1));
        }
        cross.paint(&painter, crossRect().adjusted(1, 1, -1, -1));
    }
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), m_elide, inner.width()));
}

void Chip::mouseMoveEvent(QMouseEvent* event) {
    const bool over = crossRect().adjusted(-2, -2, 2, 2).contains(event->position().toPoint());
    if (over != m_overCross) update();
    m_overCross = over;
    QAbstractButton::mouseMoveEvent(event);
}

void Chip::mouseReleaseEvent(QMouseEvent* event) {
    const bool cross =
        isDown() && crossRect().adjusted(-2, -2, 2, 2).contains(event->position().toPoint());
    if (cross) {
        setDown(false);
        emit removeRequested();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent* event) {
    const bool remove = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (m_kind == Kind::Removable && remove) {
        emit removeRequested();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return click();
    // The menu key comes as an event of its own, but not this one on all platforms.
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) {
        emit oppositeRequested();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void Chip::contextMenuEvent(QContextMenuEvent* event) {
    event->accept();
    emit oppositeRequested();
}

bool Chip::event(QEvent* event) {
    if (event->type() == QEvent::Leave) m_overCross = false;
    if (event->type() == QEvent::Leave || event->type() == QEvent::Enter) update();
    return QAbstractButton::event(event);
}

}  // namespace findling::gui
