/// Paints the rows of results: cells of a file, or a line of it across all columns.
#pragma once

#include <QStyledItemDelegate>

namespace findling::gui {

class ResultModel;
struct LineView;

class ResultDelegate : public QStyledItemDelegate {
public:
    ResultDelegate(const ResultModel& model, QObject* parent)
        : QStyledItemDelegate(parent), m_model(model) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// The arrow that unfolds a file, in its Name cell.
    static QRect arrowRect(const QRect& cell, const QFontMetrics& metrics, bool mirrored);
    static int rowHeight(const QFontMetrics& metrics);

private:
    void paintFile(QPainter* painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const;
    void paintName(QPainter* painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const;
    void paintLine(QPainter* painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const;
    void paintText(QPainter* painter, const QStyleOptionViewItem& option, QRect rect,
                   const LineView& line) const;
    void paintMore(QPainter* painter, const QRect& rect, const QModelIndex& index) const;

    const ResultModel& m_model;
};

}  // namespace findling::gui
