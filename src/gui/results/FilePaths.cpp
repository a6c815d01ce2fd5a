#include "gui/results/FilePaths.h"

#include "core/walk/DirHandle.h"
#include "gui/results/DisplayText.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>

#include <string>

namespace findling::gui {

namespace {

struct FilePathsText {
    Q_DECLARE_TR_FUNCTIONS(FilePathsText)
};

/// Endings that a desktop runs or installs instead of showing.
constexpr const char* kRunnable[] = {".desktop", ".appimage", ".exe",     ".bat", ".cmd",
                                     ".com",     ".msi",      ".lnk",     ".scr", ".ps1",
                                     ".vbs",     ".jar",      ".command", ".app", ".flatpakref"};

QByteArray absolute(const QByteArray& path) {
    if (path.startsWith('/')) return path;
    const std::string real = realPath(path.toStdString());
    return real.empty() ? path : QByteArray::fromStdString(real);
}

void open(const QByteArray& path, QWidget* parent) {
    if (QDesktopServices::openUrl(fileUrl(path))) return;
    QMessageBox box(QMessageBox::Warning, FilePathsText::tr("Findling"),
                    FilePathsText::tr("The desktop knows no program for this:\n%1")
                        .arg(displayText(view(path))),
                    QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

}  // namespace

std::string_view extensionOf(std::string_view name) {
    const size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot);
}

QUrl fileUrl(const QByteArray& path) {
    QByteArray full = absolute(path);
#ifdef Q_OS_WIN
    full.replace('\\', '/');
    if (!full.startsWith('/')) full.prepend('/');
#endif
    return QUrl::fromEncoded("file://" + full.toPercentEncoding("/"), QUrl::StrictMode);
}

QByteArray pathOf(const QUrl& url) {
    if (!url.isLocalFile()) return {};
    const QByteArray encoded = url.path(QUrl::FullyEncoded).toLatin1();
    QByteArray path = QByteArray::fromPercentEncoding(encoded);
#ifdef Q_OS_WIN
    if (path.startsWith('/') && path.size() > 2 && path[2] == ':') path.remove(0, 1);
#endif
    while (path.size() > 1 && path.endsWith('/')) path.chop(1);
    return path;
}

QByteArray folderOf(const QByteArray& path) {
    const qsizetype slash = path.lastIndexOf('/');
    if (slash < 0) return ".";
    return slash == 0 ? QByteArray("/") : path.left(slash);
}

QByteArray nameOf(const QByteArray& path) {
    return path.mid(path.lastIndexOf('/') + 1);
}

QMimeData* pathsAsMimeData(const QList<QByteArray>& paths) {
    auto* data = new QMimeData;
    QByteArray uris;
    QByteArray text;
    for (const QByteArray& path : paths) {
        uris += fileUrl(path).toEncoded() + "\r\n";
        if (!text.isEmpty()) text += '\n';
        text += path;
    }
    // As bytes: a QString would not bring a name back that is no text.
    data->setData(QStringLiteral("text/uri-list"), uris);
    data->setText(QString::fromUtf8(text));
    return data;
}

bool mayRun(const QByteArray& path) {
    const QByteArray name = nameOf(path).toLower();
    for (const char* ending : kRunnable) {
        if (name.endsWith(ending)) return true;
    }
    FileStat facts;
    if (statPath(path.toStdString(), true, facts) != 0) return false;
    return facts.type == FileType::File && (facts.mode & 0111) != 0;
}

void openFile(const QByteArray& path, QWidget* parent) {
    if (mayRun(path)) {
        QMessageBox box(
            QMessageBox::Warning, FilePathsText::tr("Open a program?"),
            FilePathsText::tr("This file can be run as a program:\n%1\n\nOpen it all the same?")
                .arg(displayText(view(path))),
            QMessageBox::Cancel, parent);
        box.setTextFormat(Qt::PlainText);
        QPushButton* yes = box.addButton(FilePathsText::tr("Open"), QMessageBox::AcceptRole);
        box.setDefaultButton(QMessageBox::Cancel);
        box.exec();
        if (box.clickedButton() != yes) return;
    }
    open(path, parent);
}

void openFolderOf(const QByteArray& path, QWidget* parent) {
    open(folderOf(path), parent);
}

}  // namespace findling::gui
