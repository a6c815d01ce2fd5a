#include "gui/results/ResultModel.h"

#include "core/query/Units.h"
#include "gui/results/DisplayText.h"
#include "gui/results/FilePaths.h"
#include "gui/results/LineView.h"
#include "gui/widgets/Icons.h"

#include <QDateTime>
#include <QLocale>
#include <QMimeData>
#include <QThreadPool>
#include <QUrl>

#include <unordered_map>

namespace findling::gui {

using namespace Qt::StringLiterals;
using Row = ResultStore::Row;
using Shown = ResultStore::Shown;

namespace {

QDateTime dateTime(int64_t nanoseconds) {
    return QDateTime::fromMSecsSinceEpoch(nanoseconds / 1'000'000);
}

ResultStore::SortKey sortKey(int column) {
    switch (column) {
        case ResultModel::Name: return ResultStore::SortKey::Name;
        case ResultModel::Folder: return ResultStore::SortKey::Folder;
        case ResultModel::Size: return ResultStore::SortKey::Size;
        case ResultModel::Modified: return ResultStore::SortKey::Modified;
        case ResultModel::Matches: return ResultStore::SortKey::Matches;
        default: return ResultStore::SortKey::Found;
    }
}

uint64_t key(const Row& row) {
    return (uint64_t{row.file} << 32) | row.line;
}

}  // namespace

QString shortTime(int64_t nanoseconds) {
    const QDateTime time = dateTime(nanoseconds);
    const QDate today = QDate::currentDate();
    const QLocale locale;
    const QString clock = locale.toString(time.time(), QLocale::ShortFormat);
    if (time.date() == today) return ResultModel::tr("today %1").arg(clock);
    if (time.date() == today.addDays(-1)) return ResultModel::tr("yesterday %1").arg(clock);
    return locale.toString(time.date(), ResultModel::tr("d MMM yyyy", "format of a short date"));
}

QString longTime(int64_t nanoseconds) {
    return QLocale().toString(dateTime(nanoseconds), QLocale::LongFormat);
}

QString shortSize(uint64_t bytes) {
    QString text = QString::fromStdString(formatSize(bytes));
    return text.replace(u'.', QLocale().decimalPoint());
}

ResultModel::ResultModel(QObject* parent)
    : QAbstractTableModel(parent), m_store(std::make_unique<ResultStore>()) {}

ResultModel::~ResultModel() = default;

void ResultModel::beginSearch() {
    m_fresh = true;
    setStale(rowCount() > 0);
}

void ResultModel::setStale(bool stale) {
    if (stale == m_stale) return;
    m_stale = stale;
    emit staleChanged();
}

/// Between beginResetModel() and endResetModel(). Millions of old rows take long to free.
void ResultModel::replaceStore() {
    std::shared_ptr<ResultStore> old = std::move(m_store);
    m_store = std::make_unique<ResultStore>();
    m_fresh = false;
    if (old->files() > 1000) QThreadPool::globalInstance()->start([old = std::move(old)] {});
}

void ResultModel::append(RowBatches& batches) {
    if (m_fresh) {
        beginResetModel();
        replaceStore();
        for (auto& batch : batches) m_store->add(std::move(batch));
        m_store->rebuild();
        endResetModel();
        setStale(false);
        return;
    }
    for (auto& batch : batches) m_store->add(std::move(batch));
    ResultStore::Insertion insertion;
    const auto insert = [&] {
        if (insertion.rows.empty()) return;
        const auto first = static_cast<int>(insertion.at);
        beginInsertRows({}, first, first + static_cast<int>(insertion.rows.size()) - 1);
        m_store->insert(insertion);
        endInsertRows();
    };
    while (m_store->nextGrowth(insertion)) insert();
    insertion = m_store->newFiles();
    insert();
}

void ResultModel::endSearch() {
    if (m_fresh) clear();
    else if (m_sortColumn >= 0) applyOrder();
    else if (rowCount() > 0) {  // counts of files that ended late
        emit dataChanged(index(0, Matches), index(rowCount() - 1, Matches));
    }
    setStale(false);
}

void ResultModel::clear() {
    beginResetModel();
    replaceStore();
    endResetModel();
    setStale(false);
}

QByteArray ResultModel::path(int row) const {
    return QByteArray::fromStdString(m_store->path(this->row(row).file));
}

Shown ResultModel::shown(int row) const {
    return m_store->shown(this->row(row).file);
}

int ResultModel::fileRow(int row) const {
    const uint32_t file = this->row(row).file;
    while (row > 0 && !this->row(row).isFile() && this->row(row - 1).file == file) --row;
    return row;
}

void ResultModel::setShown(int row, Shown shown) {
    const uint32_t file = this->row(row).file;
    const auto below = static_cast<size_t>(fileRow(row)) + 1;
    const std::vector<Row> wanted = m_store->linesWhen(file, shown);
    size_t same = 0;  // rows that stay keep their selection
    size_t end = below;
    while (end < m_store->rows() && m_store->row(end).file == file) ++end;
    while (same < wanted.size() && below + same < end && m_store->row(below + same) == wanted[same])
        ++same;
    if (below + same < end) {
        beginRemoveRows({}, static_cast<int>(below + same), static_cast<int>(end) - 1);
        m_store->removeRows(below + same, end - below - same);
        m_store->setShown(file, shown);
        endRemoveRows();
    }
    m_store->setShown(file, shown);
    if (same < wanted.size()) {
        beginInsertRows({}, static_cast<int>(below + same),
                        static_cast<int>(below + wanted.size()) - 1);
        m_store->insert({below + same,
                         {wanted.begin() + static_cast<std::ptrdiff_t>(same), wanted.end()},
                         false});
        endInsertRows();
    }
    const QModelIndex name = index(static_cast<int>(below) - 1, Name);
    emit dataChanged(name, name);
}

void ResultModel::toggle(int row) {
    if (this->row(row).isMore()) return setShown(row, Shown::All);
    setShown(row, shown(row) == Shown::None ? Shown::Some : Shown::None);
}

void ResultModel::setAllShown(Shown shown) {
    m_store->setAllShown(shown);
    applyOrder();
}

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
        const QString count =
            QLocale().toString(static_cast<qulonglong>(m_store->hiddenLines(row.file)));
        return shown(index.row()) == Shown::Some ? tr("%1 more lines").arg(count)
                                                 : tr("%1 more lines are only counted").arg(count);
    }
    const LineView line = lineView(m_store->line(row.file, row.line));
    return tr("Line %1: %2").arg(QLocale().toString(line.number), line.text);
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
            if (column == Size || column == Matches) return int(Qt::AlignRight | Qt::AlignVCenter);
            break;
        default: break;
    }
    return {};
}

QVariant ResultModel::display(uint32_t file, int column) const {
    const PackedFile& facts = m_store->file(file);
    switch (column) {
        case Name: return displayText(m_store->name(file));
        case Folder: return displayText(m_store->folder(file));
        case Size:
            if (facts.statKnown && facts.type == FileType::File) return shortSize(facts.size);
            break;
        case Modified:
            if (facts.statKnown) return shortTime(facts.modified);
            break;
        case Matches:
            if (m_store->matches(file) > 0) {
                return QLocale().toString(static_cast<qulonglong>(m_store->matches(file)));
            }
            break;
        default: break;
    }
    return {};
}

QString ResultModel::toolTip(uint32_t file, int column) const {
    const PackedFile& facts = m_store->file(file);
    if (column == Modified && facts.statKnown) return longTime(facts.modified);
    if (column == Size && facts.statKnown) {
        return tr("%1 bytes").arg(QLocale().toString(static_cast<qulonglong>(facts.size)));
    }
    return column == Matches ? QString() : toolTipText(displayText(m_store->path(file)));
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Size || section == Matches;
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Name: return tr("Name");
        case Folder: return tr("Folder");
        case Size: return tr("Size");
        case Modified: return tr("Modified");
        case Matches: return tr("Matches");
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

void ResultModel::sort(int column, Qt::SortOrder order) {
    if (column == m_sortColumn && order == m_sortOrder) return;
    m_sortColumn = column;
    m_sortOrder = order;
    applyOrder();
}

void ResultModel::applyOrder() {
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::unordered_map<uint64_t, int> places;
    for (const QModelIndex& index : before) places.emplace(key(row(index.row())), -1);
    std::vector<Row> rowsBefore;
    rowsBefore.reserve(static_cast<size_t>(before.size()));
    for (const QModelIndex& index : before) rowsBefore.push_back(row(index.row()));
    m_store->setOrder(sortKey(m_sortColumn), m_sortOrder == Qt::DescendingOrder);
    m_store->rebuild();
    if (!places.empty()) {
        for (int i = 0; i < rowCount(); ++i) {
            const auto found = places.find(key(row(i)));
            if (found != places.end()) found->second = i;
        }
    }
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int place = places[key(rowsBefore[static_cast<size_t>(i)])];
        after.append(place < 0 ? QModelIndex() : index(place, before[i].column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

}  // namespace findling::gui
