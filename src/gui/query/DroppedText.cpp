#include "gui/query/DroppedText.h"

#include "core/base/Text.h"
#include "core/pattern/Glob.h"
#include "gui/results/DisplayText.h"
#include "gui/results/FilePaths.h"

#include <QDir>
#include <QFile>
#include <QMimeData>

#include <algorithm>
#include <string>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

/// With its blanks: they may be what is looked for.
QString firstLine(const QString& text) {
    constexpr QChar kSeparators[] = {u'\n', u'\r', QChar::LineSeparator, QChar::ParagraphSeparator};
    const auto ends = [&](QChar c) {
        return std::find(std::begin(kSeparators), std::end(kSeparators), c) !=
               std::end(kSeparators);
    };
    for (auto begin = text.begin(); begin != text.end();) {
        const auto end = std::find_if(begin, text.end(), ends);
        const QString line(&*begin, end - begin);
        if (!line.trimmed().isEmpty()) return line;
        begin = end == text.end() ? end : end + 1;
    }
    return {};
}

/// What the name field takes for this very name, or for one that differs in bytes that are no text.
QString patternOf(const QByteArray& name) {
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
    if (isValidUtf8(view(name)) && !hasWildcard(view(name)) &&
        std::none_of(name.begin(), name.end(), isControl))
        return QString::fromUtf8(name);
    std::string glob;
    for (std::string_view rest = view(name); !rest.empty();) {
        const CodePoint point = decodeUtf8(rest);
        const bool typed = point.valid && !isControl(rest.front());
        glob += typed ? escapeGlob(rest.substr(0, point.length)) : "?";
        rest.remove_prefix(point.length);
    }
    return QString::fromStdString(glob);
}

/// A path as text, "file:///" included; empty where the text is none.
QByteArray pathIn(const QString& line) {
    const QString text = line.trimmed();
    if (text.startsWith("file:"_L1)) return pathOf(QUrl(text));
    const QString path = QDir::fromNativeSeparators(text);
    const bool whole = path.startsWith("~/"_L1) || QDir::isAbsolutePath(path);
    if (!whole || hasWildcard(path.toStdString())) return {};
    QByteArray bytes = QFile::encodeName(path);
    while (bytes.size() > 1 && bytes.endsWith('/')) bytes.chop(1);
    return bytes;
}

}  // namespace

QString droppedName(const QMimeData& data) {
    bool local = false;
    for (const QUrl& url : data.urls()) {
        const QByteArray name = url.isLocalFile() ? nameOf(pathOf(url)) : url.fileName().toUtf8();
        if (!name.isEmpty()) return patternOf(name);
        local = local || url.isLocalFile();
    }
    if (local) return {};  // the root folder has no name
    const QString line = firstLine(data.text());
    const QByteArray name = nameOf(pathIn(line));
    return name.isEmpty() ? line.trimmed() : patternOf(name);
}

QString droppedText(const QMimeData& data) {
    const QList<QUrl> urls = data.urls();
    if (std::any_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); }))
        return {};
    return firstLine(data.text());
}

}  // namespace findling::gui
