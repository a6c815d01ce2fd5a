#include "gui/preview/PreviewImage.h"

#include "core/base/Text.h"
#include "gui/preview/PreviewFile.h"
#include "gui/results/ResultModel.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QLocale>

#include <algorithm>
#include <string>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

struct PreviewImageText {
    Q_DECLARE_TR_FUNCTIONS(PreviewImageText)
};

struct Signature {
    std::string_view start;
    const char* format;
};

constexpr Signature kSignatures[] = {
    {"\x89PNG\r\n\x1a\n", "png"}, {"\xff\xd8\xff", "jpeg"}, {"GIF87a", "gif"}, {"GIF89a", "gif"}};

/// A drawing that names pictures beside it would have these opened; entities can be made to grow
/// without bounds. Neither is worth it for a preview.
bool isHarmlessDrawing(std::string_view svg) {
    if (svg.find('\0') != std::string_view::npos || !isValidUtf8(svg)) return false;
    for (const std::string_view word :
         {"<image", ":image", "<!ENTITY", "@import", "xml-stylesheet"}) {
        if (svg.find(word) != std::string_view::npos) return false;
    }
    return true;
}

/// The size that it is decoded to: never more than its own.
QSize decodedSize(QSize size, QSize largest) {
    if (largest.isEmpty() ||
        (size.width() <= largest.width() && size.height() <= largest.height())) {
        return size;
    }
    return size.scaled(largest, Qt::KeepAspectRatio).expandedTo({1, 1});
}

QString dimensions(QSize size) {
    const QLocale locale;
    return PreviewImageText::tr("%1 × %2").arg(locale.toString(size.width()),
                                               locale.toString(size.height()));
}

bool tooLarge(PreviewText& out, const QString& what) {
    out.kind = PreviewText::Kind::Message;
    out.text = PreviewImageText::tr("The image is too large for a preview: %1").arg(what);
    return true;
}

}  // namespace

QByteArray imageFormat(const QByteArray& path, std::string_view head) {
    for (const Signature& signature : kSignatures) {
        if (head.starts_with(signature.start)) return signature.format;
    }
    if (head.starts_with("RIFF") && head.substr(0, 12).ends_with("WEBP")) return "webp";
    // Two letters are little: the file's two reserved numbers are 0.
    if (head.starts_with("BM") && head.size() > 26 &&
        head.substr(6, 4) == std::string_view("\0\0\0\0", 4))
        return "bmp";
    if (head.starts_with(std::string_view("\0\0\1\0", 4)) && path.toLower().endsWith(".ico"))
        return "ico";
    if (path.toLower().endsWith(".svg") && head.find("<svg") != std::string_view::npos)
        return "svg";
    return {};
}

bool readImage(PreviewFile& file, const QByteArray& format, const PreviewReading& reading,
               PreviewText& out, const Cancelled& cancelled) {
    const bool drawing = format == "svg";
    const uint64_t limit = drawing ? kLargestDrawing : kLargestImageFile;
    std::string read;
    if (!file.rewindBytes() || !file.read(limit + 1, read, cancelled)) return false;
    if (cancelled()) return true;
    if (read.size() > limit) {
        if (drawing) return false;
        return tooLarge(out, shortSize(std::max<uint64_t>(file.size(), read.size())));
    }
    if (drawing && !isHarmlessDrawing(read)) return false;
    QByteArray bytes = QByteArray::fromRawData(read.data(), static_cast<qsizetype>(read.size()));
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true);
    QSize size = reader.size();
    if (size.isEmpty()) return false;
    const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    const QSize largest = turned ? reading.largestImage.transposed() : reading.largestImage;
    const QSize wanted = decodedSize(size, largest);
    const bool scales = reader.supportsOption(QImageIOHandler::ScaledSize);
    const qint64 pixels = qint64{size.width()} * size.height();
    const QSize shown = turned ? size.transposed() : size;
    if (!drawing && pixels > (scales ? kMostScaledPixels : kMostPixels))
        return tooLarge(out, dimensions(shown));
    if (wanted != size) reader.setScaledSize(wanted);
    out.image = reader.read();
    if (out.image.isNull()) return false;
    out.kind = PreviewText::Kind::Image;
    out.note = dimensions(shown) + u" · "_s + QString::fromLatin1(format).toUpper();
    return true;
}

}  // namespace findling::gui
