#include "gui/results/ResultModel.h"

#include "gui/results/DisplayText.h"
#include "gui/results/FileFacts.h"
#include "gui/results/FilePaths.h"
#include "gui/results/LineView.h"
#include "gui/widgets/Icons.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMimeData>
#include <QPointer>
#include <QThreadPool>
#include <QUrl>

#include <atomic>

namespace findling::gui {

using namespace Qt::StringLiterals;
using Row = ResultStore::Row;
using Shown = ResultFiles::Shown;

namespace {

SortKey sortKey(int column) {
    static constexpr SortKey kKeys[] = {
        SortKey::Name, SortKey::Folder,   SortKey::Size,        SortKey::Modified, SortKey::Matches,
        SortKey::Type, SortKey::Encoding, SortKey::Permissions, SortKey::Created,  SortKey::Owner};
    static_assert(std::size(kKeys) == ResultModel::ColumnCount);
    return column < 0 ? SortKey::Found : kKeys[column];
}

bool isNumber(int column) {
    return column == ResultModel::Size || column == ResultModel::Matches;
}

/// Millions of rows take long to free.
template <class T>
void freeElsewhere(T&& old) {
    QThreadPool::globalInstance()->start([old = std::forward<T>(old)] {});
}

/// So many files are arranged at once, faster than anybody could see.
constexpr size_t kAtOnce = 5'000;

}  // namespace

/// A sort on its way. The worker writes what it found before it says that it is done.
struct ResultModel::Job {
    RowWish wish;
    std::atomic<bool> cancelled{false};
    ArrangedRows arranged;
};

ResultModel::ResultModel(QObject* parent)
    : QAbstractTableModel(parent),
      m_store(std::make_unique<ResultStore>()),
      m_facts(new FileFacts(this)) {
    connect(m_facts, &FileFacts::ready, this, [this] {
        if (rowCount() > 0) emit dataChanged(index(0, Created), index(rowCount() - 1, Owner));
    });
}

ResultModel::~ResultModel() {
    stopArranging();
}

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
    stopArranging();
    std::shared_ptr<ResultStore> old = std::move(m_store);
    m_store = std::make_unique<ResultStore>();
    m_store->setFilter(m_filter);
    m_order.reset();
    m_facts->clear();
    m_fresh = false;
    if (old->files() > 1000) freeElsewhere(std::move(old));
}

void ResultModel::append(RowBatches& batches) {
    if (m_fresh) {
        beginResetModel();
        replaceStore();
        for (auto& batch : batches) m_store->add(std::move(batch));
        m_store->insert(m_store->newFiles());
        endResetModel();
        setStale(false);
        return;
    }
    for (auto& batch : batches) m_store->add(std::move(batch));
    insertGrowth();
}

void ResultModel::insertGrowth() {
    if (m_job) m_store->leaveGrowth();
    ResultStore::Insertion insertion;
    const auto insert = [&] {
        const auto first = static_cast<int>(insertion.at);
        const bool any = !insertion.rows.empty();
        if (any) beginInsertRows({}, first, first + static_cast<int>(insertion.rows.size()) - 1);
        m_store->insert(insertion);
        if (any) endInsertRows();
    };
    while (m_store->nextGrowth(insertion)) insert();
    insertion = m_store->newFiles();
    insert();
}

void ResultModel::endSearch() {
    if (m_fresh) clear();
    else if (m_sortColumn >= 0) arrange();
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
    if (m_job) arrange();  // what it works on knows nothing of this
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
    arrange();
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
            if (isNumber(column)) return int(Qt::AlignRight | Qt::AlignVCenter);
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
        case Type: return typeText(facts.type, m_store->name(file));
        case Encoding: {
            const std::string_view encoding = m_store->encoding(file);
            if (!encoding.empty()) return displayText(encoding);
            if (m_store->lines(file) > 0) return u"UTF-8"_s;
            break;
        }
        case Permissions:
            if (facts.statKnown) return permissionText(facts.mode);
            break;
        case Created:
        case Owner: {
            const FileFacts::Facts* more = m_facts->find(file, *m_store);
            if (!more) return u"…"_s;
            if (column == Owner) return more->owner;
            return more->created ? QVariant(shortTime(*more->created)) : QVariant();
        }
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

void ResultModel::sort(int column, Qt::SortOrder order) {
    if (column == m_sortColumn && order == m_sortOrder) return;
    m_sortColumn = column;
    m_sortOrder = order;
    m_order.reset();
    arrange();
}

void ResultModel::setFilter(const QString& text) {
    if (text == m_filterText) return;
    m_filterText = text;
    m_filter = RowFilter::make(text.toStdString());
    m_store->setFilter(m_filter);
    arrange();
}

void ResultModel::stopArranging() {
    if (!m_job) return;
    m_job->cancelled = true;
    m_job.reset();
    emit arrangingChanged(false);
}

void ResultModel::arrange() {
    stopArranging();
    if (m_order && (m_order->size() != m_store->files() || m_sortColumn == Matches))
        m_order.reset();
    const RowWish wish{sortKey(m_sortColumn), m_sortOrder == Qt::DescendingOrder, m_filter,
                       m_order};
    const bool readsDisk = wish.key == SortKey::Created || wish.key == SortKey::Owner;
    if (m_store->files() <= kAtOnce && m_store->allLines() <= 10 * kAtOnce && !readsDisk) {
        m_store->startArranging();
        ArrangedRows arranged = arrangeRows(*m_store, wish, [] { return false; });
        return apply(arranged, wish);
    }
    m_job = std::make_shared<Job>();
    m_job->wish = wish;
    emit arrangingChanged(true);
    const auto files = std::make_shared<const ResultFiles>(m_store->startArranging());
    QThreadPool::globalInstance()->start(
        [this, guard = QPointer<ResultModel>(this), files, job = m_job] {
            job->arranged = arrangeRows(*files, job->wish, [&] { return job->cancelled.load(); });
            // The model is left alone unless it still waits, which it can only tell in its own
            // thread.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [this, guard, job] {
                    if (guard.isNull() || job != m_job) return;
                    m_job.reset();
                    apply(job->arranged, job->wish);
                    emit arrangingChanged(false);
                },
                Qt::QueuedConnection);
        });
}

void ResultModel::apply(ArrangedRows& arranged, const RowWish& wish) {
    emit aboutToArrange(arranged.rows.size());
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& index : before) {
        const int at = arranged.place(row(index.row()));
        after.append(at < 0 ? QModelIndex() : createIndex(at, index.column()));
    }
    m_order = arranged.order;
    m_store->arrange(arranged, wish.key == SortKey::Found);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    emit rowsArranged();
    insertGrowth();
    freeElsewhere(std::move(arranged.rows));
}

}  // namespace findling::gui
