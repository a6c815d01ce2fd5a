#include "gui/preview/MatchStrip.h"

#include "gui/widgets/Theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cstdlib>

namespace findling::gui {

MatchStrip::MatchStrip(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Matches in this file"));
    setCursor(Qt::ArrowCursor);
    hide();
}

void MatchStrip::setMarks(std::vector<int> blocks, int lines, uint64_t firstLine) {
    m_blocks = std::move(blocks);
    m_lines = lines;
    m_firstLine = firstLine;
    m_current = -1;
    arrange();
}

void MatchStrip::setCurrent(int block) {
    if (block == m_current) return;
    m_current = block;
    update();
}

QSize MatchStrip::sizeHint() const {
    return {std::max(8, fontMetrics().averageCharWidth() * 6 / 5), 0};
}

int MatchStrip::barHeight() const {
    return std::max(2, fontMetrics().height() / 8);
}

int MatchStrip::yOf(int block) const {
    // A text that is shorter than the view has its marks beside its lines.
    const int inView = height() / std::max(1, fontMetrics().lineSpacing());
    const int lines = std::max({1, m_lines, inView});
    const int room = std::max(0, height() - barHeight());
    return static_cast<int>(static_cast<int64_t>(block) * room / lines);
}

/// Matches that fall on one row of pixels are drawn once.
void MatchStrip::arrange() {
    m_rows.clear();
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        const int y = yOf(m_blocks[i]);
        if (m_rows.empty() || m_rows.back().y != y) m_rows.push_back({y, i, i});
        else m_rows.back().last = i;
    }
    update();
}

void MatchStrip::resizeEvent(QResizeEvent*) {
    arrange();
}

void MatchStrip::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) arrange();
}

void MatchStrip::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    const Colors theme = colors(palette());
    const int bar = barHeight();
    const auto from = std::lower_bound(m_rows.begin(), m_rows.end(), event->rect().top() - bar,
                                       [](const Row& row, int y) { return row.y < y; });
    for (auto row = from; row != m_rows.end() && row->y <= event->rect().bottom(); ++row)
        painter.fillRect(2, row->y, width() - 3, bar, theme.currentMatch);
    if (m_current >= 0) {  // larger as well as of another colour
        painter.fillRect(0, std::max(0, yOf(m_current) - 1), width(), bar + 2, theme.frame);
    }
}

const MatchStrip::Row* MatchStrip::rowNear(int y) const {
    const int reach = 2 * barHeight();
    const auto below = std::lower_bound(m_rows.begin(), m_rows.end(), y,
                                        [](const Row& row, int at) { return row.y < at; });
    const Row* best = nullptr;
    if (below != m_rows.end()) best = &*below;
    if (below != m_rows.begin()) {
        const Row* above = &*(below - 1);
        if (!best || y - above->y <= best->y - y) best = above;
    }
    return best && std::abs(best->y - y) <= reach ? best : nullptr;
}

QString MatchStrip::textAt(int y) const {
    const Row* row = rowNear(y);
    if (!row) return {};
    const QLocale locale;
    const auto number = [&](size_t mark) {
        return locale.toString(static_cast<qulonglong>(m_firstLine) +
                               static_cast<qulonglong>(m_blocks[mark]));
    };
    if (row->first == row->last) return tr("Line %1").arg(number(row->first));
    return tr("Lines %1 to %2").arg(number(row->first), number(row->last));
}

bool MatchStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const QString text = textAt(help->pos().y());
    if (text.isEmpty()) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), text, this);
    return true;
}

/// The match that is meant, or else the place in the text.
void MatchStrip::goTo(int y) {
    if (const Row* row = rowNear(y)) {
        emit blockWanted(m_blocks[row->first]);
        return;
    }
    const int room = std::max(1, height() - barHeight());
    const int inView = height() / std::max(1, fontMetrics().lineSpacing());
    const auto block =
        static_cast<int64_t>(std::clamp(y, 0, room)) * std::max(m_lines, inView) / room;
    emit blockWanted(static_cast<int>(std::clamp<int64_t>(block, 0, std::max(0, m_lines - 1))));
}

void MatchStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) goTo(qRound(event->position().y()));
}

void MatchStrip::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) goTo(qRound(event->position().y()));
}

}  // namespace findling::gui
