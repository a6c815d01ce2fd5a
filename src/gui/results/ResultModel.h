/// The table of results: file rows with their matching lines beneath, and lines around those where
/// they are wanted, in one flat list. Rows never move while results stream in; a sort orders what
/// is there and is renewed when the search ends. Sorting and filtering many rows happens on a
/// worker, the rows that are there stay until then.
#pragma once

#include "gui/results/CellText.h"
#include "gui/results/ResultStore.h"
#include "gui/session/SearchSession.h"

#include <QAbstractTableModel>

#include <memory>

namespace findling {
struct ContentQuery;
}

namespace findling::gui {

class ContextLines;
class FileFacts;
struct LineView;

class ResultModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Name,
        Folder,
        Size,
        Modified,
        Matches,
        Type,
        Encoding,
        Permissions,
        Created,
        Owner,
        ColumnCount
    };

    explicit ResultModel(QObject* parent = nullptr);
    ~ResultModel() override;

    /// A new search has begun: the old rows stay, greyed, until its first ones come. `content`
    /// tells how it reads files, where it does.
    void beginSearch(const ContentQuery* content = nullptr);
    /// One insert for all batches (and one per file that goes on from earlier ones).
    void append(RowBatches& batches);
    void endSearch();
    void clear();
    /// Files at these paths are not there any longer; filesRemoved() follows when their rows are
    /// gone, too.
    void removeFiles(const std::vector<std::string>& paths);
    bool isStale() const { return m_stale; }

    const ResultStore& store() const { return *m_store; }
    /// What was found so far, for another thread; and which of it has rows now, in their order.
    ResultFiles snapshot();
    std::vector<uint32_t> shownFiles() const;
    QByteArray path(int row) const;
    ResultStore::Row row(int row) const { return m_store->row(static_cast<size_t>(row)); }
    bool isFileRow(int row) const { return this->row(row).isFile(); }

    ResultStore::Shown shown(int row) const;
    void setShown(int row, ResultStore::Shown shown);
    /// Unfolds or folds the file of this row; "n more lines" unfolds all.
    void toggle(int row);
    void setAllShown(ResultStore::Shown shown);
    int fileRow(int row) const;  ///< of the file that this row belongs to

    /// Shows only files whose path, and lines which, hold this text; an empty one shows all.
    void setFilter(const QString& text);
    const QString& filter() const { return m_filterText; }
    /// Rows of context that are made at most: with more matches there is less around each.
    static constexpr size_t kMostContextRows = 5'000'000;

    /// So many lines before and after each match are shown, too: from 0 to
    /// ResultRow::kMostContext. Where that would be too many, contextLimited() says how many are.
    void setContext(int lines);
    int context() const { return m_store->context().lines; }
    /// A line as it is painted: one that matches or one of context.
    LineView lineView(int row) const;
    /// With context: lines of the file are missing between this row and the one above.
    bool beginsGroup(int row) const;

    /// A sort or filter is being worked out.
    bool isArranging() const { return m_job != nullptr; }

    int sortColumn() const { return m_sortColumn; }  ///< -1 = found order
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    /// Column -1 brings the found order back.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    void staleChanged();
    void arrangingChanged(bool arranging);
    /// Rows will be arranged anew because some come or go, not because another order is wanted:
    /// what the user looks at is to stay where it is.
    void placeMatters();
    /// So many lines are shown around each match instead of those that are wanted; as many again
    /// when there is room.
    void contextLimited(int shown, int wanted);
    /// Rows are about to come or go in the midst of others, and have done so.
    void aboutToGrow();
    void grown();
    /// Rows are about to be put in another order, and to be this many.
    void aboutToArrange(size_t rows);
    void rowsArranged();
    void filesRemoved();

private:
    struct Job;

    void setStale(bool stale);
    void replaceStore();
    void insertGrowth();
    void fitContext();
    void hideFiles(const std::vector<uint32_t>& gone);
    void replaceRows(const ResultStore::Change& change);
    void arrange();
    void stopArranging();
    void apply(ArrangedRows& arranged, const RowWish& wish);
    QVariant fileData(uint32_t file, int column, int role) const;
    QVariant lineData(int row, int role) const;
    QVariant display(uint32_t file, int column) const;
    QString toolTip(uint32_t file, int column) const;

    std::unique_ptr<ResultStore> m_store;
    FileFacts* m_facts;
    ContextLines* m_context;
    std::shared_ptr<Job> m_job;
    FileOrder m_order;  ///< of the sort at hand: a filter need not sort again
    QString m_filterText;
    std::shared_ptr<const RowFilter> m_filter;
    int m_wantedContext = 0;
    quint64 m_generation = 0;  ///< of results: what comes late is for another
    bool m_fresh = false;      ///< the present search has not delivered rows yet
    bool m_stale = false;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

}  // namespace findling::gui
