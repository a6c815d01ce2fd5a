#include "gui/query/FilterText.h"

#include "core/base/Text.h"
#include "core/query/Kinds.h"
#include "core/query/Units.h"
#include "gui/results/DisplayText.h"
#include "gui/widgets/Icons.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

struct FilterText {
    Q_DECLARE_TR_FUNCTIONS(FilterText)
};

QString shown(const QString& typed) {
    return displayText(typed.toStdString());
}

QString joined(const QStringList& words) {
    return shown(words.join(", "_L1));
}

/// The groups of files that people have a word for; the other kinds go by their names.
QString kindText(const QString& kind) {
    const std::pair<QLatin1StringView, QString> groups[] = {
        {"image"_L1, FilterText::tr("images")},
        {"video"_L1, FilterText::tr("videos")},
        {"audio"_L1, FilterText::tr("music and sound")},
        {"document"_L1, FilterText::tr("documents")},
        {"archive"_L1, FilterText::tr("archives")},
        {"code"_L1, FilterText::tr("source code")},
        {"text"_L1, FilterText::tr("text files")},
        {"spreadsheet"_L1, FilterText::tr("spreadsheets")},
        {"presentation"_L1, FilterText::tr("presentations")},
        {"font"_L1, FilterText::tr("fonts")},
        {"ebook"_L1, FilterText::tr("e-books")},
    };
    const FileKind* known = findFileKind(lowerAscii(kind.toStdString()));
    for (const auto& [name, text] : groups) {
        if (known && name == QLatin1StringView(known->name.data(),
                                               static_cast<qsizetype>(known->name.size())))
            return text;
    }
    return shown(kind);
}

QString kindsText(const QStringList& kinds) {
    QStringList out;
    for (const QString& kind : kinds) out.append(kindText(kind));
    return out.join(", "_L1);
}

constexpr EntryKind kOthers[] = {EntryKind::Fifo, EntryKind::Socket, EntryKind::Block,
                                 EntryKind::Char};

/// These types and the rare ones.
QList<EntryKind> withOthers(QList<EntryKind> types) {
    for (const EntryKind other : kOthers) types.append(other);
    return types;
}

QString typesText(const QList<EntryKind>& types) {
    const std::pair<QList<EntryKind>, QString> usual[] = {
        {{EntryKind::File}, FilterText::tr("files only")},
        {{EntryKind::Folder}, FilterText::tr("folders only")},
        {{EntryKind::Link}, FilterText::tr("links only")},
        {{EntryKind::Executable}, FilterText::tr("programs only")},
        {{EntryKind::Empty}, FilterText::tr("empty files and folders")},
        {{EntryKind::File, EntryKind::Folder}, FilterText::tr("files and folders")},
        {{EntryKind::File, EntryKind::Executable}, FilterText::tr("programs only")},
        {{EntryKind::File, EntryKind::Empty}, FilterText::tr("empty files")},
        {{EntryKind::Folder, EntryKind::Empty}, FilterText::tr("empty folders")},
        {withOthers({EntryKind::Folder, EntryKind::Link}), FilterText::tr("no files")},
        {withOthers({EntryKind::File, EntryKind::Link}), FilterText::tr("no folders")},
        {withOthers({EntryKind::File, EntryKind::Folder}), FilterText::tr("no links")},
        {withOthers({EntryKind::Link}), FilterText::tr("neither files nor folders")},
    };
    for (const auto& [list, text] : usual) {
        if (types == list) return text;
    }
    QStringList words;
    for (const auto& [kinds, name] : typeChoices()) {
        if (std::any_of(kinds.begin(), kinds.end(),
                        [&](EntryKind kind) { return types.contains(kind); }))
            words.append(name);
    }
    return FilterText::tr("only: %1").arg(words.join(", "_L1));
}

/// A bound with a mark does not belong to the sizes: of it alone one says so.
QString sizesText(const Filters& filters) {
    const QString min = filters.minSize.trimmed();
    const QString max = filters.maxSize.trimmed();
    const bool over = min.startsWith(u'>');
    const bool under = max.startsWith(u'<');
    const QString low = sizeText(over ? min.mid(1) : min);
    const QString high = sizeText(under ? max.mid(1) : max);
    const QString atLeast =
        (over ? FilterText::tr("more than %1") : FilterText::tr("at least %1")).arg(low);
    const QString atMost =
        (under ? FilterText::tr("less than %1") : FilterText::tr("at most %1")).arg(high);
    if (max.isEmpty()) return atLeast;
    if (min.isEmpty()) return atMost;
    if (over || under) return atLeast + ", "_L1 + atMost;
    return low == high ? FilterText::tr("just %1").arg(low)
                       : FilterText::tr("%1 to %2").arg(low, high);
}

QString depthText(int least, int most) {
    const auto digits = [](int depth) { return QLocale().toString(depth); };
    const QString deep = least == 2 ? FilterText::tr("only in subfolders")
                                    : FilterText::tr("at least %1 levels deep").arg(digits(least));
    if (most <= 0) return deep;
    if (least > 1) {
        return least == most
                   ? FilterText::tr("just %1 levels deep").arg(digits(least))
                   : FilterText::tr("%1 to %2 levels deep").arg(digits(least), digits(most));
    }
    if (most == 1) return FilterText::tr("no subfolders");
    return FilterText::tr("at most %1 levels deep").arg(digits(most));
}

QString encodingText(const QString& encoding) {
    if (encoding == "auto"_L1) return FilterText::tr("encoding: guessed");
    if (encoding == "none"_L1) return FilterText::tr("encoding: bytes as they are");
    return FilterText::tr("encoding: %1").arg(shown(encoding));
}

/// Of a switch that is off.
QString offText(FilterKind kind) {
    switch (kind) {
        case FilterKind::FollowLinks: return FilterText::tr("links not followed");
        case FilterKind::SameFileSystem: return FilterText::tr("other file systems too");
        case FilterKind::Compressed: return FilterText::tr("not in compressed files");
        default: break;
    }
    return FilterText::tr("matches within a line");
}

}  // namespace

QList<std::pair<QList<EntryKind>, QString>> typeChoices() {
    return {{{EntryKind::File}, FilterText::tr("files")},
            {{EntryKind::Folder}, FilterText::tr("folders")},
            {{EntryKind::Link}, FilterText::tr("links")},
            {{EntryKind::Executable}, FilterText::tr("executable")},
            {{EntryKind::Empty}, FilterText::tr("empty")},
            {withOthers({}), FilterText::tr("pipes, sockets and devices")}};
}

QString sizeText(const QString& typed) {
    const auto size = parseSize(typed.toStdString());
    if (!size) return shown(typed.trimmed());
    static constexpr const char* kUnits[] = {"EB", "PB", "TB", "GB", "MB", "KB"};
    double factor = std::pow(1024.0, std::size(kUnits));
    for (const char* unit : kUnits) {
        // Only where it is the very size: 1.3G is, 1500 bytes are not quite 1.46 KB.
        const double value = std::round(static_cast<double>(*size) / factor * 100) / 100;
        if (value >= 1 && static_cast<uint64_t>(std::llround(value * factor)) == *size)
            return u"%1 %2"_s.arg(QLocale().toString(value, 'g', 8), QLatin1StringView(unit));
        factor /= 1024;
    }
    if (*size == 1) return FilterText::tr("1 byte");
    return FilterText::tr("%1 bytes").arg(QLocale().toString(static_cast<qulonglong>(*size)));
}

QString filterName(FilterKind kind) {
    switch (kind) {
        case FilterKind::Types: return FilterText::tr("Files or folders");
        case FilterKind::Extensions: return FilterText::tr("Extensions");
        case FilterKind::NotExtensions: return FilterText::tr("Other extensions than");
        case FilterKind::Kinds: return FilterText::tr("Kinds of files");
        case FilterKind::NotKinds: return FilterText::tr("Other kinds than");
        case FilterKind::Size: return FilterText::tr("Size");
        case FilterKind::Modified: return FilterText::tr("Changed");
        case FilterKind::Created: return FilterText::tr("Created");
        case FilterKind::Excludes: return FilterText::tr("Leave out");
        case FilterKind::Depth: return FilterText::tr("Depth");
        case FilterKind::FollowLinks: return FilterText::tr("Follow links");
        case FilterKind::SameFileSystem: return FilterText::tr("Stay on one file system");
        case FilterKind::Binary: return FilterText::tr("Binary files");
        case FilterKind::Compressed: return FilterText::tr("Look into compressed files");
        case FilterKind::Encoding: return FilterText::tr("Encoding");
        case FilterKind::Multiline: break;
    }
    return FilterText::tr("Matches may span lines");
}

QString filterText(const Filters& filters, FilterKind kind, qsizetype index) {
    if (isSwitch(kind) && !isSet(filters, kind)) return offText(kind);
    switch (kind) {
        case FilterKind::Types: return typesText(filters.types);
        case FilterKind::Extensions: return joined(filters.extensions);
        case FilterKind::NotExtensions:
            return FilterText::tr("not %1").arg(joined(filters.notExtensions));
        case FilterKind::Kinds: return kindsText(filters.kinds);
        case FilterKind::NotKinds:
            return FilterText::tr("other than: %1").arg(kindsText(filters.notKinds));
        case FilterKind::Size: return sizesText(filters);
        case FilterKind::Modified:
            return FilterText::tr("changed: %1").arg(timeText(filters.modified));
        case FilterKind::Created:
            return FilterText::tr("created: %1").arg(timeText(filters.created));
        case FilterKind::Excludes:
            return FilterText::tr("not: %1").arg(shown(filters.excludes.value(index)));
        case FilterKind::Depth: return depthText(filters.minDepth, filters.maxDepth);
        case FilterKind::FollowLinks: return FilterText::tr("links followed");
        case FilterKind::SameFileSystem: return FilterText::tr("one file system");
        case FilterKind::Binary:
            return filters.binary == BinaryFiles::AsText
                       ? FilterText::tr("binary files: as text")
                       : FilterText::tr("binary files: whether they match");
        case FilterKind::Compressed: return FilterText::tr("in compressed files too");
        case FilterKind::Encoding: return encodingText(filters.encoding);
        case FilterKind::Multiline: break;
    }
    return FilterText::tr("matches span lines");
}

QString filterHint(const Filters& filters, FilterKind kind, qsizetype index) {
    const QString hint = u"%1: %2"_s.arg(filterName(kind), filterText(filters, kind, index));
    const bool ofText = isAboutReading(kind) && kind != FilterKind::FollowLinks;
    return ofText ? FilterText::tr("%1 (when a text is searched)").arg(hint) : hint;
}

QIcon filterIcon(FilterKind kind) {
    switch (kind) {
        case FilterKind::Types: return icon("file"_L1);
        case FilterKind::Extensions:
        case FilterKind::NotExtensions:
        case FilterKind::Kinds:
        case FilterKind::NotKinds: return icon("file-type"_L1);
        case FilterKind::Size: return icon("ruler"_L1);
        case FilterKind::Modified:
        case FilterKind::Created: return icon("calendar"_L1);
        case FilterKind::Excludes: return icon("ban"_L1);
        case FilterKind::Depth: return icon("layers"_L1);
        case FilterKind::FollowLinks: return icon("file-symlink"_L1);
        case FilterKind::SameFileSystem: return icon("hard-drive"_L1);
        case FilterKind::Binary: return icon("file-terminal"_L1);
        case FilterKind::Compressed: return icon("file-archive"_L1);
        case FilterKind::Encoding:
        case FilterKind::Multiline: break;
    }
    return icon("file-text"_L1);
}

}  // namespace findling::gui
