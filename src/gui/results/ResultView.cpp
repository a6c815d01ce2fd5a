#include "gui/results/ResultView.h"

#include "gui/results/DisplayText.h"
#include "gui/results/FilePaths.h"
#include "gui/results/ResultDelegate.h"
#include "gui/results/ResultModel.h"
#include "gui/widgets/Icons.h"
#include "gui/widgets/Theme.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QScrollBar>
#include <QStyleHints>

#include <algorithm>
#include <memory>
#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kOpenAtOnce = 10;  ///< more files are opened only after a question
}

ResultView::ResultView(ResultModel& model, QWidget* parent) : QTableView(parent), m_model(model) {
    setModel(&model);
    setItemDelegate(new ResultDelegate(model, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setDragEnabled(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setCornerButtonEnabled(false);
    viewport()->setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Results"));
    setUpHeaders();
    makeActions();
    connect(&model, &ResultModel::placeMatters, this, [this] { m_keepPlace = true; });
    connect(&model, &ResultModel::aboutToGrow, this, &ResultView::notePlace);
    connect(&model, &ResultModel::grown, this, &ResultView::backToPlace);
    connect(&model, &ResultModel::aboutToArrange, this, &ResultView::beforeArranging);
    connect(&model, &ResultModel::rowsArranged, this, &ResultView::afterArranging);
    connect(&model, &ResultModel::modelReset, this, [this] {
        m_keepPlace = false;
        m_filter = m_model.filter();
    });
    connect(&model, &ResultModel::staleChanged, viewport(), qOverload<>(&QWidget::update));
}

/// Qt keeps a selection of everything as it stands, even where rows go: it is made anew.
void ResultView::beforeArranging(size_t rows) {
    const QItemSelection& selection = selectionModel()->selection();
    const int before = m_model.rowCount();
    const bool all = before > 1 && selection.size() == 1 && selection.front().height() == before;
    const bool sameFiles = m_model.filter() == m_filter;
    m_selectAll = all && (sameFiles || rows <= static_cast<size_t>(before));
    if (all) selectionModel()->clearSelection();
    if (m_keepPlace) notePlace();
}

void ResultView::notePlace() {
    // What the user looks at stays where it is while lines come and go around it.
    const auto top = [this](int row) { return row < 0 ? -1 : rowViewportPosition(row); };
    const bool inSight = top(currentRow()) >= 0 && top(currentRow()) < viewport()->height();
    const int row = inSight ? currentRow() : rowAt(0);
    m_place = m_model.index(row, ResultModel::Name);
    m_placeTop = top(row);
}

void ResultView::afterArranging() {
    if (std::exchange(m_selectAll, false)) selectAll();
    m_filter = m_model.filter();
    if (std::exchange(m_keepPlace, false)) backToPlace();
}

void ResultView::backToPlace() {
    if (!m_place.isValid()) return;
    executeDelayedItemsLayout();  // or else the scroll bar does not reach as far as it has to
    verticalScrollBar()->setValue(verticalHeader()->sectionPosition(m_place.row()) - m_placeTop);
    m_place = QPersistentModelIndex();
}

/// Qt would ask for the text of every row, of which there may be millions.
void ResultView::keyboardSearch(const QString& typed) {
    constexpr qint64 kPatience = 30;  // ms of the window's time
    const bool again =
        m_sinceTyped.isValid() &&
        m_sinceTyped.elapsed() < QGuiApplication::styleHints()->keyboardInputInterval();
    m_typed = again ? m_typed + typed : typed;
    m_sinceTyped.start();
    const int rows = m_model.rowCount();
    const int first = std::max(0, currentRow()) + (again ? 0 : 1);
    for (int i = 0; i < rows; ++i) {
        if (i % 1024 == 1023 && m_sinceTyped.elapsed() > kPatience) return;
        const int row = (first + i) % rows;
        if (!m_model.isFileRow(row)) continue;
        const std::string_view name = m_model.store().name(m_model.row(row).file);
        if (displayText(name).startsWith(m_typed, Qt::CaseInsensitive)) return goToRow(row);
    }
}

void ResultView::setUpHeaders() {
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    adjustRowHeight();
    QHeaderView* header = horizontalHeader();
    flattenHeader(header);
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    // Of its own and always empty: to paint itself a header asks whether all of a column is
    // selected, and with millions of selected rows that alone took 0.1 s a million.
    header->setSelectionModel(new QItemSelectionModel(&m_model, header));
    header->setMinimumSectionSize(fontMetrics().averageCharWidth() * 6);
    // Wide enough for what stands in the column, and for its title in any language.
    const auto widen = [&](int column, int letters) {
        const QString title =
            m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        header->resizeSection(column, std::max(fontMetrics().averageCharWidth() * letters,
                                               fontMetrics().horizontalAdvance(title) + 24));
    };
    widen(ResultModel::Name, 34);
    widen(ResultModel::Size, 12);
    widen(ResultModel::Modified, 19);
    widen(ResultModel::Matches, 11);
    widen(ResultModel::Type, 14);
    widen(ResultModel::Encoding, 12);
    widen(ResultModel::Permissions, 13);
    widen(ResultModel::Created, 19);
    widen(ResultModel::Owner, 12);
    for (int column = ResultModel::Type; column < ResultModel::ColumnCount; ++column)
        setColumnHidden(column, true);
    header->setSectionResizeMode(ResultModel::Folder, QHeaderView::Stretch);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, [this](const QPoint& at) {
        std::unique_ptr<QMenu> menu(columnMenu());
        menu->exec(horizontalHeader()->mapToGlobal(at));
    });
    connect(header, &QHeaderView::sectionClicked, this, &ResultView::sortBy);
}

/// Which columns are shown; the name always is, for it carries the rows.
QMenu* ResultView::columnMenu() {
    auto* menu = new QMenu(tr("Columns"), this);
    for (int column = ResultModel::Folder; column < ResultModel::ColumnCount; ++column) {
        const QString title =
            m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction* action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool on) { showColumn(column, on); });
    }
    menu->addSeparator();
    QAction* standard = menu->addAction(tr("Standard columns"));
    connect(standard, &QAction::triggered, this, [this] {
        for (int column = 0; column < ResultModel::ColumnCount; ++column) {
            showColumn(column, column < ResultModel::Type);
            QHeaderView* header = horizontalHeader();
            header->moveSection(header->visualIndex(column), column);
        }
    });
    return menu;
}

void ResultView::showColumn(int column, bool on) {
    if (column == ResultModel::Matches) m_matchesWanted = on;
    setColumnHidden(column, !on || (column == ResultModel::Matches && !m_matchesShown));
}

QByteArray ResultView::columnState() const {
    QByteArray state;
    state.append(char('0' + ResultModel::ColumnCount));
    state.append(m_matchesWanted ? 'm' : '-');
    return state + horizontalHeader()->saveState();
}

void ResultView::setColumnState(const QByteArray& state) {
    QHeaderView* header = horizontalHeader();
    // One of a program with other columns is worth nothing here.
    if (state.startsWith(char('0' + ResultModel::ColumnCount))) {
        m_matchesWanted = state.mid(1).startsWith('m');
        header->restoreState(state.mid(2));
    }
    header->setSortIndicatorShown(false);  // a search begins as found
}

void ResultView::adjustRowHeight() {
    const int height = ResultDelegate::rowHeight(fontMetrics());
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void ResultView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        adjustRowHeight();
}

void ResultView::makeActions() {
    const auto make = [this](const QString& text, QLatin1StringView picture,
                             const QKeySequence& keys) {
        auto* action = new QAction(icon(picture), text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
        return action;
    };
    m_open = make(tr("Open"), "external-link"_L1, {});
    m_openFolder = make(tr("Open folder"), "folder-open"_L1, QKeySequence(u"Ctrl+Return"_s));
    m_copyPath = make(tr("Copy path"), "copy"_L1, QKeySequence::Copy);
    m_copyName = make(tr("Copy name"), {}, QKeySequence(u"Ctrl+Shift+C"_s));
    connect(m_open, &QAction::triggered, this, &ResultView::openSelected);
    connect(m_openFolder, &QAction::triggered, this, [this] {
        if (currentRow() >= 0) openFolderOf(m_model.path(currentRow()), window());
    });
    connect(m_copyPath, &QAction::triggered, this, [this] { copySelected(false); });
    connect(m_copyName, &QAction::triggered, this, [this] { copySelected(true); });
}

void ResultView::setMatchesShown(bool shown) {
    m_matchesShown = shown;
    showColumn(ResultModel::Matches, m_matchesWanted);
}

/// Ascending, descending, and with the third click back to the order in which files were found.
void ResultView::sortBy(int column) {
    QHeaderView* header = horizontalHeader();
    const bool same = m_model.sortColumn() == column;
    const bool descending = same && m_model.sortOrder() == Qt::AscendingOrder;
    if (same && !descending) {
        m_model.sort(-1);
        header->setSortIndicatorShown(false);
    } else {
        const auto order = descending ? Qt::DescendingOrder : Qt::AscendingOrder;
        m_model.sort(column, order);
        header->setSortIndicator(column, order);
        header->setSortIndicatorShown(true);
    }
    if (currentIndex().isValid()) scrollTo(currentIndex());
}

void ResultView::goToRow(int row) {
    const QModelIndex index = m_model.index(row, ResultModel::Name);
    if (!index.isValid()) return;
    setCurrentIndex(index);
    scrollTo(index, EnsureVisible);
}

void ResultView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || !previous.isValid())
        emit currentRowChanged(current.row());
}

bool ResultView::clickedFold(const QModelIndex& index, const QPoint& at) const {
    if (!index.isValid()) return false;
    const ResultStore::Row row = m_model.row(index.row());
    if (row.isMore()) return m_model.shown(index.row()) == ResultStore::Shown::Some;
    if (!row.isFile() || index.column() != ResultModel::Name) return false;
    if (m_model.store().lines(row.file) == 0) return false;
    const QRect arrow =
        ResultDelegate::arrowRect(visualRect(index), fontMetrics(), isRightToLeft());
    return arrow.adjusted(-4, -4, 4, 4).contains(at);
}

void ResultView::mousePressEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    if (event->button() == Qt::LeftButton && clickedFold(index, at)) {
        m_model.toggle(index.row());
        return;
    }
    QTableView::mousePressEvent(event);
}

void ResultView::mouseDoubleClickEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    if (event->button() != Qt::LeftButton || !index.isValid()) return;
    if (clickedFold(index, at)) m_model.toggle(index.row());
    else openSelected();
}

void ResultView::keyPressEvent(QKeyEvent* event) {
    const int row = currentRow();
    const bool plain =
        event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (plain && event->key() == Qt::Key_Up && row <= 0) return emit leftUpwards();
    if (plain && row >= 0) {
        const bool folded = m_model.shown(row) == ResultStore::Shown::None;
        switch (event->key()) {
            case Qt::Key_Return:
            case Qt::Key_Enter:
                if (m_model.row(row).isMore()) m_model.toggle(row);
                else openSelected();
                return;
            case Qt::Key_Space: return m_model.toggle(row);
            case Qt::Key_Right:
                if (folded) m_model.setShown(row, ResultStore::Shown::Some);
                return;
            case Qt::Key_Left:
                goToRow(m_model.fileRow(row));
                if (m_model.isFileRow(row)) m_model.setShown(row, ResultStore::Shown::None);
                return;
            default: break;
        }
    }
    QTableView::keyPressEvent(event);
}

void ResultView::contextMenuEvent(QContextMenuEvent* event) {
    if (currentRow() < 0) return;
    QMenu menu(this);
    menu.addActions({m_open, m_openFolder});
    menu.addSeparator();
    menu.addActions({m_copyPath, m_copyName});
    menu.setDefaultAction(m_open);
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {  // at the row, not wherever the mouse is
        at = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
    }
    menu.exec(at);
}

QList<QByteArray> ResultView::selectedPaths() const {
    QList<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        if (!range.isValid()) continue;
        for (int row = range.top(); row <= range.bottom(); ++row) rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    QList<QByteArray> paths;
    int64_t last = -1;
    for (const int row : std::as_const(rows)) {
        const uint32_t file = m_model.row(row).file;
        if (file == last) continue;
        last = file;
        paths.append(m_model.path(row));
    }
    return paths;
}

bool ResultView::hasWideSelection() const {
    const QItemSelection& selection = selectionModel()->selection();
    return selection.size() > 1 || (selection.size() == 1 && selection.front().height() > 1);
}

void ResultView::openSelected() {
    const QList<QByteArray> paths = selectedPaths();
    if (paths.size() > kOpenAtOnce) {
        const QString count = QLocale().toString(paths.size());
        const auto answer =
            QMessageBox::question(window(), tr("Open files"), tr("Open %1 files?").arg(count));
        if (answer != QMessageBox::Yes) return;
    }
    for (const QByteArray& path : paths) openFile(path, window());
    if (!paths.isEmpty()) emit opened();
}

void ResultView::copySelected(bool namesOnly) {
    const QList<QByteArray> paths = selectedPaths();
    if (paths.isEmpty()) return;
    if (!namesOnly) {
        QGuiApplication::clipboard()->setMimeData(pathsAsMimeData(paths));
        return;
    }
    QStringList names;
    for (const QByteArray& path : paths) names.append(QString::fromUtf8(nameOf(path)));
    QGuiApplication::clipboard()->setText(names.join(u'\n'));
}

}  // namespace findling::gui
