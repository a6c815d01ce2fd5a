/// An image fitted into the room there is, never larger than its own pixels.
#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>

namespace findling::gui {

class PreviewImageView : public QWidget {
    Q_OBJECT

public:
    explicit PreviewImageView(QWidget* parent = nullptr);

    /// A null image empties the view.
    void setImage(const QImage& image);
    const QImage& image() const { return m_image; }
    /// Where it is drawn.
    QRect imageRect() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {1, 1}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintCheckers(QPainter& painter, const QRect& place) const;

    QImage m_image;
    QPixmap m_scaled;  ///< for the size at hand
};

}  // namespace findling::gui
