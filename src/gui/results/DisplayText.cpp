#include "gui/results/DisplayText.h"

#include "core/base/Text.h"

#include <QDir>
#include <QFile>
#include <QTextDocument>

#include <algorithm>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Characters that change the order of their neighbours or take no room: a name must not be able
/// to show another ending than its own.
bool deceives(char32_t c) {
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0x061C || c == 0xFEFF ||
           (c >= 0xFDD0 && c <= 0xFDEF);  // Qt takes two of these for ends of paragraphs
}

char32_t shown(char32_t c, bool keepTabs) {
    if (c == '\t' && keepTabs) return c;
    if (c < 0x20) return 0x2400 + c;
    if (c == 0x7F) return 0x2421;
    if (c >= 0x80 && c < 0xA0) return kReplacement;
    return deceives(c) ? kReplacement : c;
}

bool isPlain(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

}  // namespace

QString displayText(std::string_view bytes, std::span<size_t> offsets, bool keepTabs) {
    if (isPlain(bytes)) {  // nearly all names and lines; places of bytes and QChars are the same
        for (size_t& offset : offsets) offset = std::min(offset, bytes.size());
        return QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size()));
    }
    QString out;
    out.reserve(static_cast<qsizetype>(bytes.size()));
    size_t next = 0;
    for (size_t i = 0; i < bytes.size();) {
        while (next < offsets.size() && offsets[next] <= i) {
            offsets[next++] = static_cast<size_t>(out.size());
        }
        const CodePoint point = decodeUtf8(bytes.substr(i));
        const char32_t c = point.valid ? shown(point.value, keepTabs) : kReplacement;
        if (QChar::requiresSurrogates(c)) {
            out.append(QChar(QChar::highSurrogate(c)));
            out.append(QChar(QChar::lowSurrogate(c)));
        } else {
            out.append(QChar(static_cast<char16_t>(c)));
        }
        i += point.length;
    }
    while (next < offsets.size()) offsets[next++] = static_cast<size_t>(out.size());
    return out;
}

QString toolTipText(const QString& plain) {
    if (!Qt::mightBeRichText(plain)) return plain;
    QString html = plain.toHtmlEscaped();
    html.replace(u'\n', "<br>"_L1);
    return QStringLiteral("<span>%1</span>").arg(html);
}

size_t characterStart(std::string_view text, size_t at) {
    for (int i = 0; i < 4 && at > 0 && at < text.size() && (text[at] & 0xC0) == 0x80; ++i) --at;
    return at;
}

QString shortPath(const QByteArray& path) {
    const QByteArray home = QFile::encodeName(QDir::homePath());
    if (home.size() > 1 && path == home) return u"~"_s;
    if (home.size() > 1 && path.startsWith(home + '/')) {
        return "~"_L1 + displayText(path.mid(home.size()).toStdString());
    }
    return displayText(path.toStdString());
}

}  // namespace findling::gui
