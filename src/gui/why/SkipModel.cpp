#include "gui/why/SkipModel.h"

#include "core/base/Text.h"
#include "gui/results/DisplayText.h"
#include "gui/why/WhyWords.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPause = 300;        // ms between two updates while a search runs
constexpr qint64 kSlice = 8;       // ms for looking through paths
constexpr size_t kGlance = 256;    // paths between two looks at the clock
constexpr size_t kFewRows = 1000;  // an unfolded group of more of them grows by larger steps

}  // namespace

SkipModel::SkipModel(QObject* parent, size_t budget) : QAbstractItemModel(parent), m_tally(budget) {
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &SkipModel::update);
}

void SkipModel::clear() {
    m_running = false;
    m_next.stop();
    beginResetModel();
    m_tally.clear();
    m_shown.clear();
    m_order.clear();
    m_filtering = m_unordered = false;
    m_listable = 0;
    endResetModel();
}

void SkipModel::beginSearch(SkipList asked) {
    clear();
    m_asked = asked;
    m_running = true;
}

bool SkipModel::wasAskedFor(SkipReason reason) const {
    return m_asked == SkipList::All || (m_asked == SkipList::Losses && isLoss(reason));
}

void SkipModel::add(std::vector<Skip>&& skips) {
    if (skips.empty()) return;
    m_tally.add(std::move(skips));
    schedule();
}

/// The first rows come at once, the others when they are due.
void SkipModel::schedule() {
    if (!m_next.isActive()) m_next.start(m_order.empty() ? 0 : kPause);
}

void SkipModel::endSearch(const SkipCounts& totals) {
    for (size_t i = 0; i < kSkipReasons; ++i) {
        const auto reason = static_cast<SkipReason>(i);
        const uint64_t listed = m_tally.total(reason);
        if (totals[i] <= listed) continue;
        m_tally.addUnlisted(reason, totals[i] - listed);
        if (!wasAskedFor(reason)) m_listable += totals[i] - listed;
    }
    m_running = false;
    m_unordered = true;
    update();
}

void SkipModel::setFilter(const QString& text) {
    if (text == m_filter) return;
    m_next.stop();
    beginResetModel();
    m_filter = text;
    const QByteArray bytes = text.toUtf8();
    m_needle = isAscii(view(bytes)) ? lowerAscii(view(bytes)) : std::string();
    m_order.clear();
    for (size_t group = 0; group < m_shown.size(); ++group) {
        m_shown[group] = newShown(group);
        if (m_shown[group].whole) m_order.push_back(static_cast<uint32_t>(group));
    }
    if (!m_running)
        std::stable_sort(m_order.begin(), m_order.end(),
                         [this](uint32_t a, uint32_t b) { return before(a, b); });
    for (size_t row = 0; row < m_order.size(); ++row) {
        Shown& shown = m_shown[m_order[row]];
        shown.row = static_cast<int>(row);
        shown.rows = static_cast<int>(m_tally.kept(m_order[row]));
        const SkipTally::Group& group = m_tally.group(m_order[row]);
        shown.more = !group.rest && group.count() > group.places.size();
    }
    m_filtering = true;
    endResetModel();
    m_next.start(0);
}

SkipModel::Shown SkipModel::newShown(size_t group) const {
    Shown shown;
    shown.whole = m_filter.isEmpty() || names(group);
    return shown;
}

/// Whether the filter is about the group itself.
bool SkipModel::names(size_t group) const {
    const SkipTally::Group& one = m_tally.group(group);
    return skipReasonText(one.reason).contains(m_filter, Qt::CaseInsensitive) ||
           displayText(one.rule).contains(m_filter, Qt::CaseInsensitive);
}

bool SkipModel::holds(const std::string& path) const {
    if (!m_needle.empty()) return lowerAscii(path).find(m_needle) != std::string::npos;
    return QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size()))
        .contains(m_filter, Qt::CaseInsensitive);
}

size_t SkipModel::hits() const {
    size_t sum = 0;
    for (const Shown& shown : m_shown) sum += shown.hits.size();
    return sum;
}

void SkipModel::update() {
    m_next.stop();
    QElapsedTimer spent;
    spent.start();
    while (m_shown.size() < m_tally.size()) m_shown.push_back(newShown(m_shown.size()));
    bool all = true;
    for (size_t group = 0; group < m_shown.size(); ++group) all = grow(group, spent) && all;
    if (!m_order.empty()) {
        const int last = rowCount() - 1;
        emit dataChanged(index(0, Files), index(last, Folders), {Qt::DisplayRole});
    }
    if (!all) return m_next.start(0);
    if (!m_running && m_unordered) order();
    if (!std::exchange(m_filtering, false)) return;
    emit filtered();
}

/// Rows for what has come to the group. False when there is more to look through.
bool SkipModel::grow(size_t group, const QElapsedTimer& spent) {
    const bool all = m_shown[group].whole || look(group, spent);
    const Shown& shown = m_shown[group];
    const size_t now = shown.whole ? m_tally.kept(group) : shown.hits.size();
    if (shown.row < 0) {
        if (shown.whole || now > 0) appendGroup(group, static_cast<int>(now));
        return all;
    }
    // A view lays an unfolded group out anew for each insert: a large one is left alone for longer.
    const auto had = static_cast<size_t>(shown.rows);
    const bool busy = m_running || !all;
    if (now > had && (!busy || had < kFewRows || now - had > had / 8))
        addRows(group, static_cast<int>(now));
    const SkipTally::Group& counted = m_tally.group(group);
    if (shown.more || counted.rest || counted.count() <= counted.places.size()) return all;
    beginInsertRows(indexOf(static_cast<int>(group)), shown.rows, shown.rows);
    m_shown[group].more = true;
    endInsertRows();
    return all;
}

/// Looks through paths for the filter until the slice is used up.
bool SkipModel::look(size_t group, const QElapsedTimer& spent) {
    Shown& shown = m_shown[group];
    const size_t end = m_tally.kept(group);
    while (shown.looked < end) {
        if (spent.elapsed() >= kSlice) return false;
        const size_t stop = std::min(end, shown.looked + kGlance);
        for (; shown.looked < stop; ++shown.looked) {
            if (holds(m_tally.path(group, shown.looked)))
                shown.hits.push_back(static_cast<uint32_t>(shown.looked));
        }
    }
    return true;
}

void SkipModel::appendGroup(size_t group, int rows) {
    const auto row = static_cast<int>(m_order.size());
    const SkipTally::Group& counted = m_tally.group(group);
    beginInsertRows({}, row, row);
    m_shown[group].row = row;
    m_shown[group].rows = rows;
    m_shown[group].more = !counted.rest && counted.count() > counted.places.size();
    m_order.push_back(static_cast<uint32_t>(group));
    endInsertRows();
    m_unordered = true;
}

void SkipModel::addRows(size_t group, int rows) {
    beginInsertRows(indexOf(static_cast<int>(group)), m_shown[group].rows, rows - 1);
    m_shown[group].rows = rows;
    endInsertRows();
}

void SkipModel::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column;
    m_sortOrder = order;
    this->order();
}

bool SkipModel::before(uint32_t a, uint32_t b) const {
    const SkipTally::Group& one = m_tally.group(a);
    const SkipTally::Group& other = m_tally.group(b);
    const auto weight = [this](uint32_t number) {
        const SkipTally::Group& group = m_tally.group(number);
        return std::tuple(!isLoss(group.reason), UINT64_MAX - group.count(), number);
    };
    int sign = 0;
    switch (m_sortColumn) {
        case Reason:
            sign = skipReasonText(one.reason).localeAwareCompare(skipReasonText(other.reason));
            break;
        case Rule: sign = one.rule.compare(other.rule); break;
        case Files: sign = one.files < other.files ? -1 : one.files > other.files; break;
        case Folders: sign = one.folders < other.folders ? -1 : one.folders > other.folders; break;
        default: break;
    }
    if (sign == 0) return weight(a) < weight(b);
    return m_sortOrder == Qt::AscendingOrder ? sign < 0 : sign > 0;
}

void SkipModel::order() {
    m_unordered = false;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    std::vector<int> groups;  // rows below a group know it by number, and stay as they are
    groups.reserve(static_cast<size_t>(old.size()));
    for (const QModelIndex& index : old)
        groups.push_back(index.internalId() == 0 ? groupOf(index) : -1);
    std::stable_sort(m_order.begin(), m_order.end(),
                     [this](uint32_t a, uint32_t b) { return before(a, b); });
    for (size_t row = 0; row < m_order.size(); ++row)
        m_shown[m_order[row]].row = static_cast<int>(row);
    QModelIndexList now;
    now.reserve(old.size());
    for (qsizetype i = 0; i < old.size(); ++i) {
        const int group = groups[static_cast<size_t>(i)];
        now.append(group < 0 ? old[i]
                             : createIndex(m_shown[static_cast<size_t>(group)].row, old[i].column(),
                                           quintptr{0}));
    }
    changePersistentIndexList(old, now);
    emit layoutChanged({}, VerticalSortHint);
}

/// The index of a group has 0 inside, that of a path the number of its group and one.
int SkipModel::groupOf(const QModelIndex& index) const {
    if (!index.isValid()) return -1;
    if (index.internalId() != 0) return static_cast<int>(index.internalId() - 1);
    return static_cast<int>(m_order[static_cast<size_t>(index.row())]);
}

QModelIndex SkipModel::indexOf(int group) const {
    if (group < 0 || static_cast<size_t>(group) >= m_shown.size()) return {};
    const int row = m_shown[static_cast<size_t>(group)].row;
    return row < 0 ? QModelIndex() : createIndex(row, 0, quintptr{0});
}

QModelIndex SkipModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    if (!parent.isValid()) return createIndex(row, column, quintptr{0});
    return createIndex(row, column, static_cast<quintptr>(groupOf(parent)) + 1);
}

QModelIndex SkipModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == 0) return {};
    return indexOf(groupOf(child));
}

int SkipModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(m_order.size());
    if (parent.internalId() != 0 || parent.column() != 0) return 0;
    const Shown& shown = m_shown[static_cast<size_t>(groupOf(parent))];
    return shown.rows + (shown.more ? 1 : 0);
}

int SkipModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() && parent.internalId() != 0 ? 0 : ColumnCount;
}

Qt::ItemFlags SkipModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.isValid() && index.internalId() != 0) flags |= Qt::ItemNeverHasChildren;
    return flags;
}

bool SkipModel::isMore(const QModelIndex& index) const {
    return index.row() >= m_shown[static_cast<size_t>(groupOf(index))].rows;
}

/// Which of the group's paths a row below it shows.
size_t SkipModel::pathOf(const QModelIndex& index) const {
    const Shown& shown = m_shown[static_cast<size_t>(groupOf(index))];
    const auto row = static_cast<size_t>(index.row());
    return shown.whole ? row : shown.hits[row];
}

QByteArray SkipModel::path(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0 || isMore(index)) return {};
    return QByteArray::fromStdString(
        m_tally.path(static_cast<size_t>(groupOf(index)), pathOf(index)));
}

}  // namespace findling::gui
