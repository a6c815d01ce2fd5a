/// What can be done with the path of a result, byte by byte as the system spells it.
#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

class QMimeData;
class QWidget;

namespace findling::gui {

/// ".cpp" of "main.cpp": from the last dot on; empty where the name only begins with one.
std::string_view extensionOf(std::string_view name);

/// A file URL that holds the very bytes of the path, be they text or not.
QUrl fileUrl(const QByteArray& path);
/// The path a file URL names; empty where it names none.
QByteArray pathOf(const QUrl& url);
QByteArray folderOf(const QByteArray& path);
QByteArray nameOf(const QByteArray& path);

/// As file list and as text, one path a line. The caller owns it.
QMimeData* pathsAsMimeData(const QList<QByteArray>& paths);

/// Whether opening the file could run it as a program.
bool mayRun(const QByteArray& path);

/// Opens the file with the desktop; asks first where that could run something.
void openFile(const QByteArray& path, QWidget* parent);
void openFolderOf(const QByteArray& path, QWidget* parent);

}  // namespace findling::gui
