#include "gui/results/ContextSlider.h"

#include "gui/results/ResultRows.h"
#include "gui/widgets/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>

namespace findling::gui {

ContextSlider::ContextSlider(QWidget* parent)
    : QWidget(parent),
      m_label(new QLabel(tr("Context"), this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_number(new QLabel(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 9, 0);
    row->setSpacing(6);
    row->addWidget(m_label);
    row->addWidget(m_slider);
    row->addWidget(m_number);
    setToolTip(tr("Lines shown before and after each match"));
    m_slider->setRange(0, ResultRow::kMostContext);
    m_slider->setPageStep(1);
    m_slider->setFocusPolicy(Qt::TabFocus);  // a click leaves the keyboard with the results
    m_slider->setAccessibleName(tr("Context lines"));
    m_slider->setAccessibleDescription(toolTip());
    for (QLabel* label : {m_label, m_number}) label->setTextFormat(Qt::PlainText);
    m_number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setFocusProxy(m_slider);
    connect(m_slider, &QSlider::valueChanged, this, [this](int lines) {
        showLines();
        emit linesChanged(lines);
    });
    adjustSizes();
    showLines();
}

int ContextSlider::lines() const {
    return m_slider->value();
}

void ContextSlider::setLines(int lines) {
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(lines);
    showLines();
}

void ContextSlider::showLines() {
    m_number->setText(QLocale().toString(lines()));
}

/// Sizes and the muted colour follow the font and the palette.
void ContextSlider::adjustSizes() {
    m_slider->setFixedWidth(fontMetrics().averageCharWidth() * 15);
    m_number->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00")));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colors(muted).muted);
    for (QLabel* label : {m_label, m_number}) label->setPalette(muted);
}

void ContextSlider::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        adjustSizes();
}

}  // namespace findling::gui
