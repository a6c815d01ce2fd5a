#include "gui/results/CellText.h"

#include "core/query/Units.h"
#include "gui/results/DisplayText.h"
#include "gui/results/FilePaths.h"
#include "gui/results/ResultModel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

struct CellText {
    Q_DECLARE_TR_FUNCTIONS(CellText)
};

QDateTime dateTime(int64_t nanoseconds) {
    return QDateTime::fromMSecsSinceEpoch(nanoseconds / 1'000'000);
}

}  // namespace

QVariant cellText(const ResultFiles& files, uint32_t file, int column) {
    const PackedFile& facts = files.file(file);
    switch (column) {
        case ResultModel::Name: return displayText(files.name(file));
        case ResultModel::Folder: return displayText(files.folder(file));
        case ResultModel::Size:
            if (facts.statKnown && facts.type == FileType::File) return shortSize(facts.size);
            break;
        case ResultModel::Modified:
            if (facts.statKnown) return shortTime(facts.modified);
            break;
        case ResultModel::Matches:
            if (files.matches(file) > 0) return number(files.matches(file));
            break;
        case ResultModel::Type: return typeText(facts.type, files.name(file));
        case ResultModel::Encoding: {
            const std::string_view encoding = files.encoding(file);
            if (!encoding.empty()) return displayText(encoding);
            if (files.lines(file) > 0) return u"UTF-8"_s;
            break;
        }
        case ResultModel::Permissions:
            if (facts.statKnown) return permissionText(facts.mode);
            break;
        default: break;
    }
    return {};
}

QVariant factText(const FileFacts::Facts& facts, int column) {
    if (!facts.stat) return {};
    const FileStat& stat = *facts.stat;
    switch (column) {
        case ResultModel::Size:
            return stat.type == FileType::File ? QVariant(shortSize(stat.size)) : QVariant();
        case ResultModel::Modified: return shortTime(stat.modified);
        case ResultModel::Permissions: return permissionText(stat.mode);
        case ResultModel::Created:
            return stat.created ? QVariant(shortTime(*stat.created)) : QVariant();
        case ResultModel::Owner: return facts.owner;
        default: return {};
    }
}

QString shortTime(int64_t nanoseconds) {
    const QDateTime time = dateTime(nanoseconds);
    const QDate today = QDate::currentDate();
    const QLocale locale;
    const QString clock = locale.toString(time.time(), QLocale::ShortFormat);
    if (time.date() == today) return CellText::tr("today %1").arg(clock);
    if (time.date() == today.addDays(-1)) return CellText::tr("yesterday %1").arg(clock);
    return locale.toString(time.date(), CellText::tr("d MMM yyyy", "format of a short date"));
}

QString longTime(int64_t nanoseconds) {
    return QLocale().toString(dateTime(nanoseconds), QLocale::LongFormat);
}

QString shortSize(uint64_t bytes) {
    QString text = QString::fromStdString(formatSize(bytes));
    return text.replace(u'.', QLocale().decimalPoint());
}

QString number(uint64_t value) {
    return QLocale().toString(static_cast<qulonglong>(value));
}

QString typeText(FileType type, std::string_view name) {
    switch (type) {
        case FileType::Folder: return CellText::tr("Folder");
        case FileType::Link: return CellText::tr("Link");
        case FileType::Unknown:
        case FileType::File: break;
        default: return CellText::tr("Special file");
    }
    const std::string_view extension = extensionOf(name);
    if (extension.size() < 2) return CellText::tr("File");
    return CellText::tr("%1 file").arg(displayText(extension.substr(1)).toUpper());
}

QString permissionText(uint32_t mode) {
    QString out = u"rwxrwxrwx"_s;
    for (int bit = 0; bit < 9; ++bit) {
        if (!(mode & (0400U >> bit))) out[bit] = u'-';
    }
    const auto special = [&](uint32_t flag, int place, QChar with, QChar without) {
        if (mode & flag) out[place] = out[place] == u'x' ? with : without;
    };
    special(04000, 2, u's', u'S');
    special(02000, 5, u's', u'S');
    special(01000, 8, u't', u'T');
    return out;
}

}  // namespace findling::gui
