/// The table of results on the screen: keys, mouse, menu, and what can be done with the selection.
#pragma once

#include <QElapsedTimer>
#include <QPersistentModelIndex>
#include <QTableView>

class QAction;
class QMenu;

namespace findling::gui {

class ResultModel;

class ResultView : public QTableView {
    Q_OBJECT

public:
    explicit ResultView(ResultModel& model, QWidget* parent = nullptr);

    int currentRow() const { return currentIndex().row(); }
    void goToRow(int row);

    QAction* openAction() const { return m_open; }
    QAction* openFolderAction() const { return m_openFolder; }
    QAction* copyPathAction() const { return m_copyPath; }
    QAction* copyNameAction() const { return m_copyName; }

    /// The files of the selection, each once, in the order of the table.
    QList<QByteArray> selectedPaths() const;
    /// More than one row is selected.
    bool hasWideSelection() const;
    /// Whether there are matches that a column could count.
    void setMatchesShown(bool shown);

    QMenu* columnMenu();
    void showColumn(int column, bool on);
    /// Order, widths and choice of the columns.
    QByteArray columnState() const;
    void setColumnState(const QByteArray& state);

    /// Goes to the next file whose name begins so.
    void keyboardSearch(const QString& typed) override;

signals:
    void currentRowChanged(int row);
    /// Up was pressed in the first row.
    void leftUpwards();
    void opened();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void changeEvent(QEvent* event) override;

private:
    void setUpHeaders();
    void beforeArranging(size_t rows);
    void afterArranging();
    void notePlace();
    void backToPlace();
    void makeActions();
    void sortBy(int column);
    bool clickedFold(const QModelIndex& index, const QPoint& at) const;
    void openSelected();
    void copySelected(bool namesOnly);
    void adjustRowHeight();

    ResultModel& m_model;
    bool m_matchesShown = true;
    bool m_matchesWanted = true;
    bool m_selectAll = false;  ///< after the rows have been arranged
    bool m_keepPlace = false;  ///< then, too
    QString m_typed;           ///< letters that were pressed shortly one after the other
    QElapsedTimer m_sinceTyped;
    QPersistentModelIndex m_place;  ///< of a row, and where on the screen it is
    int m_placeTop = 0;
    QString m_filter;  ///< of the rows on the screen
    QAction* m_open;
    QAction* m_openFolder;
    QAction* m_copyPath;
    QAction* m_copyName;
};

}  // namespace findling::gui
