#include "gui/query/FilterPopup.h"

#include "gui/query/FilterText.h"
#include "gui/widgets/Theme.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace findling::gui {

FilterPopup::FilterPopup(FilterId id, const Filters& filters, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_id(id),
      m_filters(filters),
      m_editor(FilterEditor::make(id, this)),
      m_message(new QLabel(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    setAccessibleName(filterName(id.kind));
    auto* title = new QLabel(filterName(id.kind), this);
    title->setTextFormat(Qt::PlainText);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAccessibleName(tr("What is wrong with the filter"));
    m_message->hide();
    QPalette red = palette();
    red.setColor(QPalette::WindowText, colors(palette()).error);
    m_message->setPalette(red);
    auto* button = new QPushButton(tr("Apply"), this);
    button->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 9, 12, 9);
    column->setSpacing(6);
    column->setSizeConstraint(QLayout::SetFixedSize);  // it grows and shrinks with the fields
    column->addWidget(title);
    column->addWidget(m_editor);
    column->addWidget(m_message);
    column->addWidget(button, 0, Qt::AlignTrailing);
    m_editor->load(filters);
    connect(m_editor, &FilterEditor::accepted, this, &FilterPopup::apply);
    connect(button, &QPushButton::clicked, this, &FilterPopup::apply);
}

void FilterPopup::openAt(const QWidget& anchor) {
    adjustSize();
    const QSize size = sizeHint();
    QPoint at = anchor.mapToGlobal(QPoint(0, anchor.height() + 2));
    if (anchor.isRightToLeft()) at.rx() += anchor.width() - size.width();
    if (const QScreen* screen = anchor.screen()) {
        const QRect room = screen->availableGeometry();
        if (at.y() + size.height() > room.bottom())
            at.setY(anchor.mapToGlobal(QPoint(0, -size.height() - 2)).y());
        at.setX(std::clamp(at.x(), room.left(),
                           std::max(room.left(), room.right() - size.width() + 1)));
        at.setY(std::max(at.y(), room.top()));
    }
    move(at);
    m_editor->setFocus(Qt::PopupFocusReason);
    show();
}

void FilterPopup::apply() {
    if (m_done) return;  // Enter comes twice from some fields
    Filters changed = m_filters;
    m_editor->store(changed);
    if (changed == m_filters) {  // right or wrong, it stays as it is
        m_done = true;
        close();
        return;
    }
    const QString problem = filterProblem(changed, m_id.kind);
    if (!problem.isEmpty()) {
        m_editor->markWrong();
        m_message->setText(problem);
        m_message->show();
        return;
    }
    m_done = true;
    close();
    emit applied(changed);
}

void FilterPopup::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return apply();
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

}  // namespace findling::gui
