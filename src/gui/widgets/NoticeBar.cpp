#include "gui/widgets/NoticeBar.h"

#include "gui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace findling::gui {

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent),
      m_text(new QLabel(this)),
      m_first(new QPushButton(this)),
      m_second(new QPushButton(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(9, 4, 9, 4);
    row->setSpacing(6);
    row->addWidget(m_text, 1);
    row->addWidget(m_first);
    row->addWidget(m_second);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAccessibleName(tr("Notice"));
    connect(m_first, &QPushButton::clicked, this, &NoticeBar::firstChosen);
    connect(m_second, &QPushButton::clicked, this, &NoticeBar::secondChosen);
    hide();
}

void NoticeBar::show(const QString& text, const QString& first, const QString& second) {
    m_text->setText(text);
    m_first->setText(first);
    m_second->setText(second);
    m_first->setVisible(!first.isEmpty());
    m_second->setVisible(!second.isEmpty());
    setVisible(true);
}

QString NoticeBar::text() const {
    return isHidden() ? QString() : m_text->text();
}

void NoticeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Colors theme = colors(palette());
    painter.fillRect(rect(), mixed(theme.match, palette().color(QPalette::Window), 90));
    painter.fillRect(0, height() - 1, width(), 1, theme.line);
}

}  // namespace findling::gui
