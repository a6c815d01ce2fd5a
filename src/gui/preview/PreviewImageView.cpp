#include "gui/preview/PreviewImageView.h"

#include "gui/widgets/Theme.h"

#include <QPainter>

#include <algorithm>

namespace findling::gui {

PreviewImageView::PreviewImageView(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Image"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
}

void PreviewImageView::setImage(const QImage& image) {
    m_image = image;
    m_scaled = {};
    update();
}

QSize PreviewImageView::sizeHint() const {
    return m_image.isNull() ? QSize(1, 1) : m_image.size() / devicePixelRatioF();
}

QRect PreviewImageView::imageRect() const {
    if (m_image.isNull()) return {};
    const int margin = fontMetrics().height() / 2;
    const QRect room = rect().adjusted(margin, margin, -margin, -margin);
    QSize size = (QSizeF(m_image.size()) / devicePixelRatioF()).toSize().expandedTo({1, 1});
    if (size.width() > room.width() || size.height() > room.height())
        size = size.scaled(room.size().expandedTo({1, 1}), Qt::KeepAspectRatio);
    size = size.expandedTo({1, 1});
    QRect out(QPoint(0, 0), size);
    out.moveCenter(room.center());
    return out;
}

/// Behind what is transparent: in tones on which black and white can both be seen.
void PreviewImageView::paintCheckers(QPainter& painter, const QRect& place) const {
    const bool dark = isDark(palette());
    const QColor tones[] = {dark ? QColor(0x6b, 0x6b, 0x6b) : QColor(0xff, 0xff, 0xff),
                            dark ? QColor(0x7b, 0x7b, 0x7b) : QColor(0xe4, 0xe4, 0xe4)};
    const int side = std::max(4, fontMetrics().height() / 2);
    QPixmap tile(2 * side, 2 * side);
    tile.fill(tones[0]);
    {
        QPainter inner(&tile);
        inner.fillRect(side, 0, side, side, tones[1]);
        inner.fillRect(0, side, side, side, tones[1]);
    }
    painter.drawTiledPixmap(place, tile);
}

void PreviewImageView::paintEvent(QPaintEvent*) {
    if (m_image.isNull()) return;
    const QRect place = imageRect();
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(place.size()) * ratio).toSize();
    if (m_scaled.size() != pixels) {
        const bool same = pixels == m_image.size();
        m_scaled = QPixmap::fromImage(
            same ? m_image
                 : m_image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    QPainter painter(this);
    if (m_image.hasAlphaChannel()) paintCheckers(painter, place);
    painter.drawPixmap(place, m_scaled);
}

}  // namespace findling::gui
