#include "gui/widgets/Icons.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QImageReader>
#include <QMimeDatabase>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace findling::gui {

namespace {

using namespace Qt::StringLiterals;

/// Renders on demand, so that one icon serves every size, screen and palette.
class PaletteIconEngine : public QIconEngine {
public:
    explicit PaletteIconEngine(QByteArray svg) : m_svg(std::move(svg)) {}

    QIconEngine* clone() const override { return new PaletteIconEngine(*this); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode,
               QIcon::State state) override {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap drawn = scaledPixmap(rect.size() * ratio, mode, state, ratio);
        painter->drawPixmap(rect, drawn);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override {
        const QRgb rgb = color(mode).rgba();
        if (m_cached.size() == size && m_cachedColor == rgb) return m_cached;
        QByteArray svg = m_svg;
        svg.replace("currentColor", color(mode).name(QColor::HexRgb).toLatin1());
        QBuffer buffer(&svg);
        QImageReader reader(&buffer, "svg");
        reader.setScaledSize(size);
        QImage image = reader.read();
        if (image.isNull()) {  // no SVG plugin here: an empty place is better than a wrong picture
            image = QImage(size, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
        }
        m_cached = QPixmap::fromImage(image);
        m_cachedColor = rgb;
        return m_cached;
    }

private:
    static QColor color(QIcon::Mode mode) {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
            case QIcon::Disabled: return palette.color(QPalette::Disabled, QPalette::ButtonText);
            case QIcon::Selected: return palette.color(QPalette::HighlightedText);
            default: break;
        }
        // Softer than text: an icon is a hint, not a word.
        QColor text = palette.color(QPalette::ButtonText);
        const QColor ground = palette.color(QPalette::Window);
        const auto mix = [](int a, int b) { return (a * 3 + b) / 4; };
        return QColor(mix(text.red(), ground.red()), mix(text.green(), ground.green()),
                      mix(text.blue(), ground.blue()));
    }

    QByteArray m_svg;
    QPixmap m_cached;
    QRgb m_cachedColor = 0;
};

QLatin1StringView kindIcon(const QMimeType& type) {
    const QString name = type.name();
    if (name.startsWith("image/"_L1)) return "image"_L1;
    if (name.startsWith("audio/"_L1)) return "music"_L1;
    if (name.startsWith("video/"_L1)) return "film"_L1;
    for (const auto* archive : {"application/zip", "application/x-tar", "application/gzip",
                                "application/x-xz", "application/x-compressed-tar"}) {
        if (type.inherits(QLatin1StringView(archive))) return "file-archive"_L1;
    }
    if (type.inherits("application/x-executable"_L1) ||
        type.inherits("application/x-sharedlib"_L1)) {
        return "file-terminal"_L1;
    }
    if (name.startsWith("text/x-"_L1) || type.inherits("application/x-shellscript"_L1) ||
        type.inherits("application/javascript"_L1) || type.inherits("application/json"_L1)) {
        return "file-code"_L1;
    }
    if (type.inherits("text/plain"_L1)) return "file-text"_L1;
    return "file"_L1;
}

}  // namespace

QIcon icon(QLatin1StringView name) {
    static QHash<QLatin1StringView, QByteArray> cache;
    QByteArray& svg = cache[name];
    if (svg.isEmpty()) {
        QFile file(":/icons/lucide/"_L1 + name + ".svg"_L1);
        if (!file.open(QIODevice::ReadOnly)) return {};
        svg = file.readAll();
    }
    return QIcon(new PaletteIconEngine(svg));
}

QIcon fileIcon(const QString& name, bool folder, bool link) {
    if (folder) {
        static const QIcon icons[] = {QIcon::fromTheme(u"folder"_s, icon("folder"_L1))};
        return icons[0];
    }
    if (link) return icon("file-symlink"_L1);
    static QHash<QString, QIcon> cache;
    static const QMimeDatabase types;
    const QString key = QFileInfo(name).suffix().toLower();
    if (const auto found = cache.constFind(key); found != cache.constEnd()) return *found;
    const QMimeType type = types.mimeTypeForFile(name, QMimeDatabase::MatchExtension);
    QIcon made = QIcon::fromTheme(type.iconName());
    if (made.isNull()) made = QIcon::fromTheme(type.genericIconName());
    if (made.isNull()) made = icon(kindIcon(type));
    if (cache.size() > 2000) cache.clear();  // names with endless odd endings
    return *cache.insert(key, made);
}

}  // namespace findling::gui
