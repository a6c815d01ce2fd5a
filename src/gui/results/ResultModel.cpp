#include "gui/results/ResultModel.h"

#include "gui/results/ContextLines.h"
#include "gui/results/FileFacts.h"
#include "gui/results/PathLists.h"
#include "gui/session/Background.h"

#include <QThreadPool>

#include <algorithm>
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

/// Millions of rows take long to free.
template <class T>
void freeElsewhere(T&& old) {
    QThreadPool::globalInstance()->start([old = std::forward<T>(old)] {});
}

/// So many files are arranged at once, faster than anybody could see.
constexpr size_t kAtOnce = 5'000;
/// Files whose rows are taken out of the table each by itself; more, and all rows are made anew.
constexpr size_t kRemovedOneByOne = 50;
/// Rows that may be looked through for them, where they are not in found order.
constexpr size_t kLookedThrough = 5'000'000;

}  // namespace

/// A sort on its way.
struct ResultModel::Job {
    RowWish wish;
    std::atomic<bool> cancelled{false};
};

ResultModel::ResultModel(QObject* parent)
    : QAbstractTableModel(parent),
      m_store(std::make_unique<ResultStore>()),
      m_facts(new FileFacts(this)),
      m_context(new ContextLines(this)) {
    connect(m_facts, &FileFacts::ready, this, [this] {
        if (rowCount() > 0) emit dataChanged(index(0, Size), index(rowCount() - 1, Owner));
    });
    connect(m_context, &ContextLines::ready, this, [this] {  // a line is painted over all columns
        if (rowCount() > 0) emit dataChanged(index(0, Name), index(rowCount() - 1, Owner));
    });
}

ResultModel::~ResultModel() {
    stopArranging();
}

void ResultModel::beginSearch(const ContentQuery* content) {
    m_fresh = true;
    m_context->setQuery(content);
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
    m_context->clear();
    m_store->setContext({m_wantedContext, m_context->terminator()});
    m_fresh = false;
    ++m_generation;
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
        return fitContext();
    }
    for (auto& batch : batches) m_store->add(std::move(batch));
    insertGrowth();
    if (context() > 0) fitContext();
}

void ResultModel::insertGrowth() {
    if (m_job) m_store->leaveGrowth();
    ResultStore::Change change;
    if (m_store->nextGrowth(change)) {
        emit aboutToGrow();
        do replaceRows(change);
        while (m_store->nextGrowth(change));
        emit grown();
    }
    replaceRows(m_store->newFiles());
}

void ResultModel::replaceRows(const ResultStore::Change& change) {
    const auto first = static_cast<int>(change.at);
    if (change.removed > 0) {
        beginRemoveRows({}, first, first + static_cast<int>(change.removed) - 1);
        m_store->remove(change);
        endRemoveRows();
    }
    const bool any = !change.rows.empty();
    if (any) beginInsertRows({}, first, first + static_cast<int>(change.rows.size()) - 1);
    m_store->insert(change);
    if (any) endInsertRows();
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

void ResultModel::removeFiles(const std::vector<std::string>& paths) {
    const auto files = std::make_shared<const ResultFiles>(m_store->snapshot());
    inBackground(
        this, [files, paths] { return filesAt(*files, paths); },
        [this, generation = m_generation](const std::vector<uint32_t>& gone) {
            if (generation == m_generation) hideFiles(gone);
        });
}

void ResultModel::hideFiles(const std::vector<uint32_t>& gone) {
    if (gone.empty()) return emit filesRemoved();
    for (const uint32_t file : gone) m_store->setGone(file);
    const size_t looked = gone.size() * (m_sortColumn < 0 ? 1 : m_store->rows());
    if (m_job || gone.size() > kRemovedOneByOne || looked > kLookedThrough) {
        emit placeMatters();
        arrange();
    } else {
        emit aboutToGrow();
        for (const uint32_t file : gone) replaceRows(m_store->leaving(file));
        emit grown();
    }
    emit filesRemoved();
}

ResultFiles ResultModel::snapshot() {
    return m_store->snapshot();
}

std::vector<uint32_t> ResultModel::shownFiles() const {
    std::vector<uint32_t> out;
    for (size_t i = 0; i < m_store->rows(); ++i) {
        if (m_store->row(i).isFile()) out.push_back(m_store->row(i).file);
    }
    return out;
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
    const int own = fileRow(row);
    m_store->setShown(this->row(row).file, shown);
    replaceRows(m_store->unfolding(static_cast<size_t>(own)));
    emit dataChanged(index(own, Name), index(own, Name));
    if (m_job) arrange();  // what it works on knows nothing of this
}

void ResultModel::toggle(int row) {
    if (this->row(row).isMore()) return setShown(row, Shown::All);
    setShown(row, shown(row) == Shown::None ? Shown::Some : Shown::None);
}

void ResultModel::setAllShown(Shown shown) {
    m_store->setAllShown(shown);
    arrange();
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

void ResultModel::setContext(int lines) {
    m_wantedContext = std::clamp(lines, 0, ResultRow::kMostContext);
    fitContext();
}

/// Asked for again when more matches have come.
void ResultModel::fitContext() {
    const size_t each = kMostContextRows / std::max<size_t>(m_store->allLines(), 1) / 2;
    ContextWish wish = m_store->context();
    wish.lines = static_cast<int>(std::min<size_t>(each, static_cast<size_t>(m_wantedContext)));
    if (wish == m_store->context()) return;
    m_store->setContext(wish);
    emit contextLimited(wish.lines, m_wantedContext);
    if (m_store->allLines() == 0) return;  // there is nothing to stand around
    emit placeMatters();
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
    const RowWish wish{sortKey(m_sortColumn), m_sortOrder == Qt::DescendingOrder, m_filter, m_order,
                       m_store->context()};
    const size_t lines = m_store->allLines() * (1 + static_cast<size_t>(wish.context.lines));
    if (m_store->files() <= kAtOnce && lines <= 10 * kAtOnce && !readsDisk(*m_store, wish.key)) {
        m_store->startArranging();
        ArrangedRows arranged = arrangeRows(*m_store, wish, [] { return false; });
        return apply(arranged, wish);
    }
    m_job = std::make_shared<Job>();
    m_job->wish = wish;
    emit arrangingChanged(true);
    const auto files = std::make_shared<const ResultFiles>(m_store->startArranging());
    inBackground(
        this,
        [files, job = m_job] {
            return arrangeRows(*files, job->wish, [&] { return job->cancelled.load(); });
        },
        [this, job = m_job](ArrangedRows& arranged) {
            if (job != m_job)  // another wish has come since
                return freeElsewhere(std::move(arranged.rows));
            m_job.reset();
            apply(arranged, job->wish);
            emit arrangingChanged(false);
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
