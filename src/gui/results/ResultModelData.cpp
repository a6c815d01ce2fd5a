/// What ResultModel tells a view: cells, titles, tool tips, and what is dragged out.
#include "gui/results/ContextLines.h"
#include "gui/results/DisplayText.h"
#include "gui/results/FileFacts.h"
#include "gui/results/FilePaths.h"
#include "gui/results/LineView.h"
#include "gui/results/ResultModel.h"
#include "gui/widgets/Icons.h"

#include <QMimeData>
#include <QUrl>

namespace findling::gui {

using namespace Qt::StringLiterals;
using Row = ResultStore::Row;
using Shown = ResultFiles::Shown;

namespace {

bool isNumber(int column) {
    return column == ResultModel::Size || column == ResultModel::Matches;
}

/// What the search does not tell of any file, or has not told of this one.
bool asksDisk(const PackedFile& file, int column) {
    switch (column) {
        case ResultModel::Created:
        case ResultModel::Owner: return true;
        case ResultModel::Size:
        case ResultModel::Modified:
        case ResultModel::Permissions: return !file.statKnown;
        default: return false;
    }
}

}  // namespace

int ResultModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_store->rows());
}

int ResultModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ResultModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row row = this->row(index.row());
    if (row.isFile()) return fileData(row.file, index.column(), role);
    if (index.column() != Name || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    if (row.isMore()) {
        const QString count = number(m_store->hiddenLines(row.file));
        return shown(index.row()) == Shown::Some ? tr("%1 more lines").arg(count)
                                                 : tr("%1 more lines are only counted").arg(count);
    }
    return lineData(index.row(), role);
}

QVariant ResultModel::lineData(int row, int role) const {
    const LineView line = lineView(row);
    if (line.number > 0 && line.context && role == Qt::AccessibleTextRole)
        return tr("Line %1, context: %2").arg(number(line.number), line.text);
    if (line.number > 0) return tr("Line %1: %2").arg(number(line.number), line.text);
    return role == Qt::AccessibleTextRole ? tr("After the end of the file") : QVariant();
}

LineView ResultModel::lineView(int row) const {
    const Row here = this->row(row);
    if (here.isContext()) return m_context->find(*m_store, here);
    return gui::lineView(m_store->line(here.file, here.line), context() > 0);
}

bool ResultModel::beginsGroup(int row) const {
    if (context() == 0 || row == 0) return false;
    const Row here = this->row(row);
    const Row above = this->row(row - 1);
    if (!here.isText() || !above.isText()) return false;
    return m_store->linesOf(above).last + 1 < m_store->linesOf(here).first;
}

QVariant ResultModel::fileData(uint32_t file, int column, int role) const {
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole: return display(file, column);
        case Qt::ToolTipRole: return toolTip(file, column);
        case Qt::DecorationRole:
            if (column == Name) {
                const FileType type = m_store->file(file).type;
                return fileIcon(displayText(m_store->name(file)), type == FileType::Folder,
                                type == FileType::Link);
            }
            break;
        case Qt::TextAlignmentRole:
            if (isNumber(column)) return int(Qt::AlignRight | Qt::AlignVCenter);
            break;
        default: break;
    }
    return {};
}

QVariant ResultModel::display(uint32_t file, int column) const {
    if (!asksDisk(m_store->file(file), column)) return cellText(*m_store, file, column);
    const FileFacts::Facts* facts = m_facts->find(file, *m_store);
    return facts ? factText(*facts, column) : u"…"_s;
}

QString ResultModel::toolTip(uint32_t file, int column) const {
    const PackedFile& facts = m_store->file(file);
    if (column == Modified && facts.statKnown) return longTime(facts.modified);
    if (column == Size && facts.statKnown) {
        return tr("%1 bytes").arg(number(facts.size));
    }
    return column == Matches ? QString() : toolTipText(displayText(m_store->path(file)));
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Name: return tr("Name");
        case Folder: return tr("Folder");
        case Size: return tr("Size");
        case Modified: return tr("Modified");
        case Matches: return tr("Matches");
        case Type: return tr("Type");
        case Encoding: return tr("Encoding");
        case Permissions: return tr("Permissions");
        case Created: return tr("Created");
        case Owner: return tr("Owner");
        default: return {};
    }
}

Qt::ItemFlags ResultModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled |
           Qt::ItemNeverHasChildren;
}

QStringList ResultModel::mimeTypes() const {
    return {u"text/uri-list"_s, u"text/plain"_s};
}

QMimeData* ResultModel::mimeData(const QModelIndexList& indexes) const {
    QList<QByteArray> paths;
    for (const QModelIndex& index : indexes) {
        const QByteArray path = this->path(index.row());
        if (paths.isEmpty() || paths.last() != path) paths.append(path);
    }
    return pathsAsMimeData(paths);
}

}  // namespace findling::gui
