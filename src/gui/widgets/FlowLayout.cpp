#include "gui/widgets/FlowLayout.h"

#include <QWidget>

#include <algorithm>

namespace findling::gui {

FlowLayout::~FlowLayout() {
    for (QLayoutItem* item : m_items) delete item;
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.push_back(item);
}

void FlowLayout::insertWidget(int at, QWidget* widget) {
    addWidget(widget);
    if (at < 0 || at >= count() - 1) return;
    std::rotate(m_items.begin() + at, m_items.end() - 1, m_items.end());
    invalidate();
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item) m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const {
    return place(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    place(rect, true);
}

QSize FlowLayout::sizeHint() const {
    int width = 0;
    int height = 0;
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty()) continue;
        width += item->sizeHint().width() + spacing();
        height = std::max(height, item->sizeHint().height());
    }
    return {width, height};
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
    }
    return size;
}

int FlowLayout::place(const QRect& rect, bool apply) const {
    const bool mirrored = parentWidget() && parentWidget()->isRightToLeft();
    int x = rect.left();
    int y = rect.top();
    size_t rowStart = 0;
    int rowHeight = 0;
    const auto finishRow = [&](size_t end) {  // items of one row share its middle line
        if (!apply) return;
        for (size_t i = rowStart; i < end; ++i) {
            QRect at = m_items[i]->geometry();
            at.moveTop(y + (rowHeight - at.height()) / 2);
            if (mirrored) at.moveLeft(rect.left() + rect.right() - at.right());
            m_items[i]->setGeometry(at);
        }
    };
    for (size_t i = 0; i < m_items.size(); ++i) {
        QLayoutItem* item = m_items[i];
        if (item->isEmpty()) continue;
        const QSize size(std::min(item->sizeHint().width(), rect.width()),
                         item->sizeHint().height());
        if (x > rect.left() && x + size.width() > rect.right() + 1) {
            finishRow(i);
            y += rowHeight + spacing();
            x = rect.left();
            rowHeight = 0;
            rowStart = i;
        }
        if (apply) item->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + spacing();
        rowHeight = std::max(rowHeight, size.height());
    }
    finishRow(m_items.size());
    return y + rowHeight - rect.top();
}

}  // namespace findling::gui
