#include "gui/results/ResultDelegate.h"

#include "gui/results/LineView.h"
#include "gui/results/ResultModel.h"
#include "gui/widgets/Icons.h"
#include "gui/widgets/Theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QTextLayout>

#include <algorithm>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPad = 8;

int arrowSide(const QFontMetrics& metrics) {
    return metrics.height();
}
int iconSide(const QFontMetrics& metrics) {
    return metrics.height();
}

/// The row's cells as one, in the viewport.
QRect wholeRow(const QStyleOptionViewItem& option) {
    const auto* view = qobject_cast<const QTableView*>(option.widget);
    if (!view) return option.rect;
    const QHeaderView* header = view->horizontalHeader();
    return {-header->offset(), option.rect.top(), header->length(), option.rect.height()};
}

QColor rowColor(const QStyleOptionViewItem& option, bool group) {
    const QPalette& palette = option.palette;
    const QColor ground = palette.color(group ? QPalette::AlternateBase : QPalette::Base);
    const QColor accent = palette.color(QPalette::Active, QPalette::Highlight);
    const bool active = option.state & QStyle::State_Active;
    // A tint instead of a full colour: marks and muted text stay readable on it.
    if (option.state & QStyle::State_Selected) return mixed(accent, ground, active ? 84 : 60);
    if (option.state & QStyle::State_MouseOver) return mixed(accent, ground, 18);
    return ground;
}

}  // namespace

int ResultDelegate::rowHeight(const QFontMetrics& metrics) {
    return metrics.height() + 6;
}

QSize ResultDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeight(option.fontMetrics)};
}

QRect ResultDelegate::arrowRect(const QRect& cell, const QFontMetrics& metrics, bool mirrored) {
    const int side = arrowSide(metrics);
    const int left = mirrored ? cell.right() - 3 - side : cell.left() + 4;
    return {left, cell.top() + (cell.height() - side) / 2, side, side};
}

void ResultDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    if (index.row() >= m_model.rowCount()) return;
    const ResultStore::Row row = m_model.row(index.row());
    painter->save();
    painter->setClipRect(option.rect);
    painter->fillRect(option.rect,
                      rowColor(option, row.isFile() && m_model.store().lines(row.file) > 0));
    if (m_model.isStale()) painter->setOpacity(0.45);
    if (row.isFile()) paintFile(painter, option, index);
    else paintLine(painter, option, index);
    painter->restore();
}

void ResultDelegate::paintFile(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
    painter->setFont(option.font);
    if (index.column() == ResultModel::Name) return paintName(painter, option, index);
    const bool quiet = index.column() != ResultModel::Matches;
    painter->setPen(quiet ? colors(option.palette).muted : option.palette.color(QPalette::Text));
    // Of a folder its end says most.
    const auto mode = index.column() == ResultModel::Folder ? Qt::ElideLeft : Qt::ElideRight;
    const QRect inner = option.rect.adjusted(kPad, 0, -kPad, 0);
    const bool right =
        index.column() == ResultModel::Size || index.column() == ResultModel::Matches;
    const QString text = m_model.data(index, Qt::DisplayRole).toString();
    painter->drawText(inner, (right ? Qt::AlignRight : Qt::AlignLeading) | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(text, mode, inner.width()));
}

void ResultDelegate::paintName(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
    const QFontMetrics& metrics = option.fontMetrics;
    const bool mirrored = option.direction == Qt::RightToLeft;
    const QRect arrow = arrowRect(option.rect, metrics, mirrored);
    const ResultStore::Row row = m_model.row(index.row());
    if (m_model.store().lines(row.file) > 0) {
        static const QIcon down = icon("chevron-down"_L1);
        static const QIcon right = icon("chevron-right"_L1);
        const bool open = m_model.shown(index.row()) != ResultStore::Shown::None;
        (open ? down : right).paint(painter, arrow.adjusted(2, 2, -2, -2));
    }
    const int side = iconSide(metrics);
    QRect inner = option.rect;
    if (mirrored) inner.setRight(arrow.left() - 4);
    else inner.setLeft(arrow.right() + 4);
    const QRect picture(mirrored ? inner.right() - side + 1 : inner.left(),
                        inner.top() + (inner.height() - side) / 2, side, side);
    m_model.data(index, Qt::DecorationRole).value<QIcon>().paint(painter, picture);
    if (mirrored) inner.setRight(picture.left() - 6);
    else inner.setLeft(picture.right() + 6);
    inner.adjust(mirrored ? kPad : 0, 0, mirrored ? 0 : -kPad / 2, 0);
    painter->setPen(option.palette.color(QPalette::Text));
    const QString name = m_model.data(index, Qt::DisplayRole).toString();
    painter->drawText(inner, Qt::AlignLeading | Qt::AlignVCenter,
                      metrics.elidedText(name, Qt::ElideMiddle, inner.width()));
}

void ResultDelegate::paintMore(QPainter* painter, const QRect& rect,
                               const QModelIndex& index) const {
    const bool link = m_model.shown(index.row()) == ResultStore::Shown::Some;
    const auto* view = qobject_cast<const QWidget*>(parent());
    const QPalette palette = view ? view->palette() : QPalette();
    painter->setPen(link ? colors(palette).link : colors(palette).muted);
    const QModelIndex name = m_model.index(index.row(), ResultModel::Name);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                      m_model.data(name, Qt::DisplayRole).toString());
}

/// Each cell paints the same line over the whole row and is clipped to itself: spans for a million
/// rows would cost the view far more.
void ResultDelegate::paintLine(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
    const ResultStore::Row row = m_model.row(index.row());
    const QFontMetrics& metrics = option.fontMetrics;
    const Colors theme = colors(option.palette);
    QRect whole = wholeRow(option);
    const int numberEnd =
        whole.left() + 4 + arrowSide(metrics) + metrics.horizontalAdvance(u"000000"_s);
    QRect textRect = whole.adjusted(0, 0, -kPad, 0);
    textRect.setLeft(numberEnd + kPad + kPad / 2);
    painter->setFont(option.font);
    if (row.isMore()) return paintMore(painter, textRect, index);
    if (m_model.beginsGroup(index.row()))
        painter->fillRect(QRect(whole.left() + kPad, whole.top(), whole.width(), 1), theme.line);
    const LineView line = m_model.lineView(index.row());
    painter->setPen(theme.muted);
    if (line.number > 0) {
        painter->drawText(
            QRect(whole.left(), whole.top(), numberEnd - whole.left(), whole.height()),
            Qt::AlignRight | Qt::AlignVCenter, QString::number(line.number));
    }
    paintText(painter, option, textRect, line);
}

void ResultDelegate::paintText(QPainter* painter, const QStyleOptionViewItem& option,
                               QRect textRect, const LineView& line) const {
    const QFontMetrics& metrics = option.fontMetrics;
    const Colors theme = colors(option.palette);
    QFont font = line.note ? option.font : fixedFont();
    font.setItalic(line.note);  // no text of the file
    QTextLayout layout(line.text, font);
    QTextOption noWrap(Qt::AlignLeft);
    noWrap.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(noWrap);
    QList<QTextLayout::FormatRange> formats;
    for (const LineView::Mark& mark : line.marks) {
        QTextCharFormat format;
        format.setBackground(theme.match);
        format.setForeground(option.palette.color(QPalette::Text));
        format.setFontWeight(QFont::DemiBold);
        formats.append({mark.begin, mark.length, format});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine shown = layout.createLine();
    shown.setLineWidth(1e6);
    layout.endLayout();
    // The match has to be seen: what is in front of it makes room, up to three quarters.
    qreal shift = 0;
    if (!line.marks.isEmpty()) {
        const qreal begin = shown.cursorToX(line.marks.first().begin);
        const qreal end = shown.cursorToX(line.marks.first().begin + line.marks.first().length);
        const qreal room = textRect.width();
        // ... but no further than to the end of the line.
        if (end > room) {
            shift = std::clamp<qreal>(begin - room * 0.25, 0, shown.naturalTextWidth() - room + 24);
        }
    }
    if (shift > 0) {
        painter->drawText(textRect, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("…"));
        textRect.setLeft(textRect.left() + metrics.horizontalAdvance(u'…') + 2);
    }
    painter->setClipRect(option.rect.intersected(textRect));
    painter->setPen(line.context ? theme.muted : option.palette.color(QPalette::Text));
    const qreal y = textRect.top() + (textRect.height() - shown.height()) / 2;
    layout.draw(painter, QPointF(textRect.left() - shift, y));
}

}  // namespace findling::gui
