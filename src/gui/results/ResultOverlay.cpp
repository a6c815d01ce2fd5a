#include "gui/results/ResultOverlay.h"

#include "gui/widgets/Icons.h"
#include "gui/widgets/Theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace findling::gui {

ResultOverlay::ResultOverlay(QWidget* parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_column(new QVBoxLayout(this)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setForegroundRole(QPalette::Text);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    for (QLabel* label : {m_icon, m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
    }
    m_text->setWordWrap(true);
    m_column->setSpacing(9);
    m_column->addStretch(2);
    m_column->addWidget(m_icon);
    m_column->addWidget(m_title);
    m_column->addWidget(m_text);
    m_column->addSpacing(6);
    m_column->addStretch(3);
}

void ResultOverlay::show(QLatin1StringView iconName, const QString& title, const QString& text,
                         const QList<Line>& lines) {
    m_iconName = iconName;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    if (m_lines) m_lines->deleteLater();
    m_lines = new QWidget(this);
    auto* grid = new QGridLayout(m_lines);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(18);
    for (int row = 0; row < lines.size(); ++row) {
        const Line& line = lines[row];
        auto* label = new QLabel(line.text, m_lines);
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::Text);
        grid->addWidget(label, row, 0);
        if (line.button.isEmpty()) continue;
        auto* button = new QPushButton(line.button, m_lines);
        button->setMinimumSize(fontMetrics().averageCharWidth() * 22, fontMetrics().height() + 12);
        const int id = line.id;
        connect(button, &QPushButton::clicked, this, [this, id] { emit chosen(id); });
        grid->addWidget(button, row, 1);
    }
    m_column->insertWidget(m_column->count() - 1, m_lines, 0, Qt::AlignHCenter);
    m_lines->show();
    applyColors();
}

void ResultOverlay::applyColors() {
    const int side = fontMetrics().height() * 3;
    const QIcon picture = icon(QLatin1StringView(m_iconName.toLatin1()));
    m_icon->setPixmap(picture.pixmap(QSize(side, side), devicePixelRatioF(), QIcon::Disabled));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colors(palette()).muted);
    m_text->setPalette(muted);
    QPalette strong = palette();
    strong.setColor(QPalette::WindowText, palette().color(QPalette::Text));
    m_title->setPalette(strong);
}

void ResultOverlay::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) applyColors();
}

}  // namespace findling::gui
