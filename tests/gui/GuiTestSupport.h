/// What the window's tests share: settings of their own, and small trees of files.
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QString>
#include <QTemporaryDir>

/// Settings in a temporary folder: a test neither reads nor writes the user's.
inline void isolateSettings() {
    static QTemporaryDir folder;
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("FindlingTest"));
    QCoreApplication::setApplicationName(QStringLiteral("findling-test"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
}

/// Writes a file below a folder, with the folders above it. False when that fails.
inline bool writeFile(const QTemporaryDir& tree, const QString& path, const QByteArray& bytes) {
    const QString full = tree.filePath(path);
    if (!QDir().mkpath(QFileInfo(full).path())) return false;
    QFile file(full);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// A small program in several folders, with hidden and ignored files beside it.
inline void writeSample(const QTemporaryDir& tree) {
    const char* const parts[] = {"drivers/base", "kernel/power", "drivers/usb/core",
                                 "include/linux"};
    for (const char* part : parts) {
        const QString folder = QString::fromLatin1(part);
        writeFile(tree, folder + QStringLiteral("/main.c"),
                  "#include <linux/pm.h>\n\n/* Wakes a device. */\nint resume_device(struct device "
                  "*dev)\n{\n"
                  "\tint error = 0;\n\n\tif (!dev)\n\t\treturn -EINVAL;\n\terror = "
                  "resume_device(dev->parent);\n"
                  "\treturn error;\n}\n");
        writeFile(tree, folder + QStringLiteral("/device.h"),
                  "#pragma once\n\nint resume_device(struct device *dev);\nint "
                  "suspend_device(struct device *dev);\n");
        writeFile(tree, folder + QStringLiteral("/notes.txt"), "Nothing of interest here.\n");
    }
    writeFile(tree, QStringLiteral(".ignore"), "*.o\n");
    writeFile(tree, QStringLiteral("kernel/power/main.o"), "resume_device");
    writeFile(tree, QStringLiteral(".hidden/secret.c"), "resume_device\n");
}
