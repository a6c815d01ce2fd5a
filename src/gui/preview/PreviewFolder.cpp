#include "gui/preview/PreviewFolder.h"

#include "core/walk/DirHandle.h"
#include "core/walk/DirReader.h"
#include "gui/results/DisplayText.h"
#include "gui/results/FilePaths.h"
#include "gui/results/NaturalOrder.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <string>
#include <vector>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

struct PreviewFolderText {
    Q_DECLARE_TR_FUNCTIONS(PreviewFolderText)
};

struct Name {
    std::string_view text;
    FileType type;
};

bool before(const Name& a, const Name& b) {
    const bool folderA = a.type == FileType::Folder;
    const bool folderB = b.type == FileType::Folder;
    return folderA != folderB ? folderA : naturalCompare(a.text, b.text) < 0;
}

QString shownName(const DirHandle& folder, const Name& name) {
    QString out = displayText(name.text);
    if (name.type == FileType::Folder) out += u'/';
    if (name.type == FileType::Link)
        out += u" → "_s + displayText(folder.linkTarget(std::string(name.text)));
    return out;
}

/// "3 folders, 12 files"
QString counts(const std::vector<Name>& names, bool all) {
    const auto isFolder = [](const Name& name) { return name.type == FileType::Folder; };
    const auto folders =
        static_cast<qlonglong>(std::count_if(names.begin(), names.end(), isFolder));
    const qlonglong others = static_cast<qlonglong>(names.size()) - folders;
    const QLocale locale;
    if (!all) {
        return PreviewFolderText::tr("more than %1 entries")
            .arg(locale.toString(static_cast<qulonglong>(names.size())));
    }
    QStringList parts;
    if (folders == 1) parts << PreviewFolderText::tr("1 folder");
    else if (folders > 1)
        parts << PreviewFolderText::tr("%1 folders").arg(locale.toString(folders));
    if (others == 1) parts << PreviewFolderText::tr("1 file");
    else if (others > 1) parts << PreviewFolderText::tr("%1 files").arg(locale.toString(others));
    return parts.join(u", "_s);
}

}  // namespace

bool readFolder(const QByteArray& path, PreviewText& out, int& code, const Cancelled& cancelled) {
    const DirHandle folder = DirHandle::openRoot(path.toStdString(), code);
    if (!folder.isOpen()) return false;
    DirListing listing;
    DirReader reader(folder);
    bool more = true;
    code = 0;
    while (listing.entries.size() < kFolderLimit && !cancelled()) {
        more = reader.next(listing, code);
        if (!more) break;
    }
    if (code != 0 && listing.entries.empty()) return false;
    code = 0;
    std::vector<Name> names;
    names.reserve(listing.entries.size());
    for (const RawEntry& entry : listing.entries) {
        Name name{entry.name, entry.type};
        FileStat facts;
        if (name.type == FileType::Unknown &&
            folder.stat(std::string(name.text), false, facts) == 0) {
            name.type = facts.type;
        }
        names.push_back(name);
        if (cancelled()) return true;
    }
    if (names.empty()) {
        out.text = PreviewFolderText::tr("An empty folder");
        return true;
    }
    const size_t shown = std::min(names.size(), kFolderNames);
    std::partial_sort(names.begin(), names.begin() + static_cast<ptrdiff_t>(shown), names.end(),
                      before);
    out.kind = PreviewText::Kind::Folder;
    for (size_t i = 0; i < shown; ++i) {
        if (i > 0) out.text += u'\n';
        out.text += shownName(folder, names[i]);
    }
    out.lines = static_cast<int>(shown);
    if (names.size() > shown) {
        const QString left = QLocale().toString(static_cast<qulonglong>(names.size() - shown));
        out.text += u'\n' + (more ? PreviewFolderText::tr("… and many more")
                                  : PreviewFolderText::tr("… and %1 more").arg(left));
        ++out.lines;
    }
    out.note = counts(names, !more);
    return true;
}

QByteArray linkTarget(const QByteArray& path) {
    FileStat facts;
    if (statPath(path.toStdString(), false, facts) != 0 || facts.type != FileType::Link) return {};
    int code = 0;
    const DirHandle folder = DirHandle::openRoot(folderOf(path).toStdString(), code);
    if (!folder.isOpen()) return {};
    return QByteArray::fromStdString(folder.linkTarget(nameOf(path).toStdString()));
}

}  // namespace findling::gui
