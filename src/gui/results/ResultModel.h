/// The table of results: file rows with their matching lines beneath, in one flat list. Rows never
/// move while results stream in; a sort orders what is there and is renewed when the search ends.
#pragma once

#include "gui/results/ResultStore.h"
#include "gui/session/SearchSession.h"

#include <QAbstractTableModel>

#include <memory>

namespace findling::gui {

class ResultModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Folder, Size, Modified, Matches, ColumnCount };

    explicit ResultModel(QObject* parent = nullptr);
    ~ResultModel() override;

    /// A new search has begun: the old rows stay, greyed, until its first ones come.
    void beginSearch();
    /// One insert for all batches (and one per file that goes on from earlier ones).
    void append(RowBatches& batches);
    void endSearch();
    void clear();
    bool isStale() const { return m_stale; }

    const ResultStore& store() const { return *m_store; }
    QByteArray path(int row) const;
    ResultStore::Row row(int row) const { return m_store->row(static_cast<size_t>(row)); }
    bool isFileRow(int row) const { return this->row(row).isFile(); }

    ResultStore::Shown shown(int row) const;
    void setShown(int row, ResultStore::Shown shown);
    /// Unfolds or folds the file of this row; "n more lines" unfolds all.
    void toggle(int row);
    void setAllShown(ResultStore::Shown shown);
    int fileRow(int row) const;  ///< of the file that this row belongs to

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

private:
    void setStale(bool stale);
    void replaceStore();
    void applyOrder();
    QVariant fileData(uint32_t file, int column, int role) const;
    QVariant display(uint32_t file, int column) const;
    QString toolTip(uint32_t file, int column) const;

    std::unique_ptr<ResultStore> m_store;
    bool m_fresh = false;  ///< the present search has not delivered rows yet
    bool m_stale = false;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

/// "today 14:03" near the present, else the date.
QString shortTime(int64_t nanoseconds);
QString longTime(int64_t nanoseconds);
/// "18.2 KB", with the locale's decimal point.
QString shortSize(uint64_t bytes);

}  // namespace findling::gui
