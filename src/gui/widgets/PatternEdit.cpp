#include "gui/widgets/PatternEdit.h"

#include "gui/widgets/Icons.h"
#include "gui/widgets/Theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QStringListModel>
#include <QTextCharFormat>

#include <algorithm>
#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

PatternEdit::PatternEdit(const QIcon& icon, QWidget* parent)
    : QLineEdit(parent),
      m_historyAction(new QAction(gui::icon("chevron-down"_L1), tr("Earlier patterns"), this)),
      m_suggested(new QStringListModel(this)),
      m_completer(new QCompleter(m_suggested, this)) {
    // A disabled action is drawn pale; this one is only a picture and does nothing.
    addAction(icon, QLineEdit::LeadingPosition);
    addAction(m_historyAction, QLineEdit::TrailingPosition);
    m_historyAction->setVisible(false);
    connect(m_historyAction, &QAction::triggered, this, &PatternEdit::showHistory);
    connect(this, &QLineEdit::textChanged, this, &PatternEdit::clearError);
    // Not setCompleter(): that offers what stands in the field already.
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setMaxVisibleItems(8);
    connect(this, &QLineEdit::textEdited, this, &PatternEdit::suggest);
    connect(this, &QLineEdit::returnPressed, this, [this] { m_completer->popup()->hide(); });
    connect(m_completer, qOverload<const QString&>(&QCompleter::highlighted), this,
            &QLineEdit::setText);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this,
            &QLineEdit::setText);
}

void PatternEdit::setHistory(const QStringList& history) {
    m_history = history.mid(0, kHistoryLength);
    m_historyAction->setVisible(!m_history.isEmpty());
}

void PatternEdit::remember() {
    if (text().trimmed().isEmpty()) return;
    QStringList history = m_history;
    history.removeAll(text());
    history.prepend(text());
    setHistory(history);
}

void PatternEdit::suggest(const QString& typed) {
    QStringList earlier = m_history;
    earlier.removeIf([&](const QString& text) {
        return text == typed || !text.startsWith(typed, Qt::CaseInsensitive);
    });
    if (typed.isEmpty() || earlier.isEmpty()) return m_completer->popup()->hide();
    m_suggested->setStringList(earlier);
    m_completer->setCompletionPrefix(typed);
    m_completer->complete();
}

void PatternEdit::showHistory() {
    QMenu menu(this);
    menu.setMinimumWidth(width());
    for (const QString& text : m_history) {
        QString shown = fontMetrics().elidedText(text, Qt::ElideRight, std::max(width(), 200));
        QAction* action = menu.addAction(shown.replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, text] {
            setText(text);
            emit returnPressed();
        });
    }
    menu.addSeparator();
    QAction* clear = menu.addAction(tr("Clear history"));
    connect(clear, &QAction::triggered, this, [this] { setHistory({}); });
    menu.exec(mapToGlobal(QPoint(0, height())));
}

void PatternEdit::keyPressEvent(QKeyEvent* event) {
    const bool down = event->key() == Qt::Key_Down;
    if (down && event->modifiers() == Qt::AltModifier && !m_history.isEmpty()) return showHistory();
    if (down && event->modifiers() == Qt::NoModifier) {
        emit leftDownwards();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        m_completer->popup()->hide();
        emit withinWanted();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void PatternEdit::inputMethodEvent(QInputMethodEvent* event) {
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
}

void PatternEdit::markError(qsizetype offset) {
    m_error = true;
    m_errorOffset = offset;
    const qsizetype length = text().size();
    if (offset < 0) format(0, length);
    else format(std::clamp<qsizetype>(offset, 0, std::max<qsizetype>(length - 1, 0)), 1);
    update();
}

void PatternEdit::clearError() {
    if (!m_error) return;
    m_error = false;
    m_errorOffset = -1;
    format(0, 0);
    update();
}

void PatternEdit::format(qsizetype begin, qsizetype length) {
    // QLineEdit offers no other door to the formats of its text than that of input methods.
    if (m_composing) return;
    QList<QInputMethodEvent::Attribute> attributes;
    if (length > 0) {
        QTextCharFormat underline;
        underline.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        underline.setUnderlineColor(colors(palette()).error);
        underline.setForeground(colors(palette()).error);
        attributes.append({QInputMethodEvent::TextFormat,
                           static_cast<int>(begin - cursorPosition()), static_cast<int>(length),
                           underline});
    }
    QInputMethodEvent event(QString(), attributes);
    QLineEdit::inputMethodEvent(&event);
}

void PatternEdit::setDropReader(std::function<QString(const QMimeData&)> reader) {
    m_dropReader = std::move(reader);
}

/// A selection that is moved within the field is the field's own affair.
bool PatternEdit::isOwnDrag(const QDropEvent& event) const {
    return !m_dropReader || event.source() == this;
}

void PatternEdit::dragEnterEvent(QDragEnterEvent* event) {
    if (isOwnDrag(*event)) return QLineEdit::dragEnterEvent(event);
    m_takesDrag = !m_dropReader(*event->mimeData()).isEmpty() &&
                  event->possibleActions().testFlag(Qt::CopyAction);
    dragMoveEvent(event);
}

void PatternEdit::dragMoveEvent(QDragMoveEvent* event) {
    if (isOwnDrag(*event)) return QLineEdit::dragMoveEvent(event);
    if (!m_takesDrag) return event->ignore();
    event->setDropAction(Qt::CopyAction);  // never a move: that would delete what is dragged
    event->accept();
}

void PatternEdit::dropEvent(QDropEvent* event) {
    if (isOwnDrag(*event)) return QLineEdit::dropEvent(event);
    const QString text = m_dropReader(*event->mimeData());
    if (text.isEmpty()) return event->ignore();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setText(text);
    setFocus(Qt::OtherFocusReason);
    emit returnPressed();
}

void PatternEdit::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (m_error) paintErrorFrame(*this);
}

}  // namespace findling::gui
