/// Skipped entries as a tree: rows of reason and rule, and below each the paths that were kept.
/// While a search runs, rows are only added, a few times a second; the order is made at its end.
#pragma once

#include "core/query/Query.h"
#include "gui/why/SkipTally.h"

#include <QAbstractItemModel>
#include <QByteArray>
#include <QElapsedTimer>
#include <QTimer>

#include <string>
#include <vector>

namespace findling::gui {

class SkipModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Reason, Rule, Files, Folders, ColumnCount };

    explicit SkipModel(QObject* parent = nullptr, size_t budget = SkipTally::kBudget);

    void clear();
    /// Forgets what the last search has left out. The new one lists what is asked of it.
    void beginSearch(SkipList asked = SkipList::All);
    void add(std::vector<Skip>&& skips);
    /// `totals` are the truth: what was not listed gets rows that say so.
    void endSearch(const SkipCounts& totals);
    /// Entries that were only counted since nobody asked for more: another search could list them.
    uint64_t listable() const { return m_listable; }

    /// Groups whose reason or rule has the text, and of the others the paths that have it. Paths
    /// are looked through in slices: filtered() follows.
    void setFilter(const QString& text);
    const QString& filter() const { return m_filter; }
    bool isFiltering() const { return m_filtering; }
    /// Rows of paths that are there because of the filter.
    size_t hits() const;

    const SkipTally& tally() const { return m_tally; }
    /// The number of the group that the row is or belongs to; -1 for none.
    int groupOf(const QModelIndex& index) const;
    /// Whether the group is there for some of its paths only.
    bool isPartly(int group) const { return !m_shown[static_cast<size_t>(group)].whole; }
    QModelIndex indexOf(int group) const;  ///< invalid when it has no row
    /// Of a row below a group; empty for the group itself and for "and 12 more".
    QByteArray path(const QModelIndex& index) const;
    /// One line for the clipboard.
    QString copyText(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Of the groups; column -1 is the order by weight: what was left out first, largest first.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    void filtered();

private:
    /// What a group shows.
    struct Shown {
        bool whole = true;                ///< all paths, not only those that the filter hits
        size_t looked = 0;                ///< paths that the filter has seen
        std::vector<uint32_t> hits = {};  ///< of them
        int rows = 0;                     ///< paths that have a row
        bool more = false;                ///< a last row tells of paths that were not kept
        int row = -1;                     ///< among the groups; -1: none
    };

    void schedule();
    void update();
    bool grow(size_t group, const QElapsedTimer& spent);
    bool look(size_t group, const QElapsedTimer& spent);
    void appendGroup(size_t group, int rows);
    void addRows(size_t group, int rows);
    Shown newShown(size_t group) const;
    bool names(size_t group) const;
    bool holds(const std::string& path) const;
    void order();
    bool before(uint32_t a, uint32_t b) const;
    bool isMore(const QModelIndex& index) const;
    size_t pathOf(const QModelIndex& index) const;
    bool wasAskedFor(SkipReason reason) const;
    QString restText(SkipReason reason) const;
    QVariant groupData(size_t group, int column, int role) const;
    QVariant pathData(const QModelIndex& index, int role) const;
    QString moreText(size_t group) const;

    SkipTally m_tally;
    std::vector<Shown> m_shown;     ///< by number of the group
    std::vector<uint32_t> m_order;  ///< groups by row
    QString m_filter;
    std::string m_needle;  ///< the filter in lower case, where it is plain ASCII
    SkipList m_asked = SkipList::All;
    uint64_t m_listable = 0;
    bool m_filtering = false;
    bool m_running = false;
    bool m_unordered = false;  ///< rows have come since the last order
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QTimer m_next;
};

}  // namespace findling::gui
