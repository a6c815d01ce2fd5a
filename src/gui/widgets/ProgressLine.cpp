#include "gui/widgets/ProgressLine.h"

#include "gui/widgets/Theme.h"

#include <QPainter>

namespace findling::gui {

namespace {
constexpr int kSteps = 60;
}

ProgressLine::ProgressLine(QWidget* parent) : QWidget(parent) {
    setFixedHeight(2);
    m_timer.setInterval(33);
    m_delay.setInterval(150);
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, &m_timer, qOverload<>(&QTimer::start));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_step = (m_step + 1) % kSteps;
        update();
    });
}

void ProgressLine::setRunning(bool running) {
    if (running) {
        if (!m_timer.isActive() && !m_delay.isActive()) m_delay.start();
        return;
    }
    m_delay.stop();
    m_timer.stop();
    update();
}

void ProgressLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colors(palette()).line);
    if (!m_timer.isActive()) return;
    const double at = static_cast<double>(m_step) / kSteps;
    const double width = this->width() * 0.25;
    const QRectF bar(at * (this->width() + width) - width, 0, width, height());
    painter.fillRect(bar, palette().color(QPalette::Highlight));
}

}  // namespace findling::gui
