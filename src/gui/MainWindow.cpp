#include "gui/MainWindow.h"

#include "gui/Menus.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/preview/PreviewTargets.h"
#include "gui/query/FolderBar.h"
#include "gui/query/SearchPanel.h"
#include "gui/results/FilePaths.h"
#include "gui/results/FilterBar.h"
#include "gui/results/MatchSteps.h"
#include "gui/results/ResultModel.h"
#include "gui/results/ResultPane.h"
#include "gui/results/ResultView.h"
#include "gui/settings/Settings.h"
#include "gui/why/WhyPanel.h"
#include "gui/widgets/NoticeBar.h"
#include "gui/widgets/PatternEdit.h"
#include "gui/widgets/ProgressLine.h"
#include "gui/widgets/StatusLine.h"

#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLocale>
#include <QMimeData>
#include <QSplitter>
#include <QStatusBar>
#include <QVBoxLayout>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kNarrow = 1100;      ///< below this width the preview goes under the results
constexpr int kStatusPause = 100;  // ms
}  // namespace

MainWindow::MainWindow(const QList<QByteArray>& folders, QWidget* parent)
    : QMainWindow(parent),
      m_session(new SearchSession(this)),
      m_model(new ResultModel(this)),
      m_search(new SearchPanel(this)),
      m_progress(new ProgressLine(this)),
      m_splitter(new QSplitter(this)),
      m_results(new ResultPane(*m_model, this)),
      m_preview(new PreviewPanel(this)),
      m_status(new StatusLine(this)),
      m_why(new WhyPanel(this)),
      m_whyDock(new QDockWidget(tr("Why not?"), this)) {
    setWindowTitle(tr("Findling"));
    setAcceptDrops(true);
    arrange();
    connectParts();
    addMenus(*this);
    restore(Settings::load(), folders);
    forgetSearch();
}

MainWindow::~MainWindow() = default;

ResultView* MainWindow::resultView() const {
    return m_results->view();
}

void MainWindow::arrange() {
    m_splitter->addWidget(m_results);
    m_splitter->addWidget(m_preview);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(5);
    auto* center = new QWidget(this);
    auto* column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_search);
    column->addWidget(m_progress);
    column->addWidget(m_splitter, 1);
    setCentralWidget(center);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_status, 1);
    m_whyDock->setObjectName(u"why"_s);
    m_whyDock->setWidget(m_why);
    m_whyDock->hide();
    addDockWidget(Qt::BottomDockWidgetArea, m_whyDock);
}

void MainWindow::connectParts() {
    connect(m_search, &SearchPanel::searchWanted, this, &MainWindow::startSearch);
    connect(m_search, &SearchPanel::stopWanted, m_session, &SearchSession::stop);
    connect(m_search, &SearchPanel::resultsWanted, this, [this] {
        if (m_model->rowCount() == 0) return;
        resultView()->setFocus();
        if (resultView()->currentRow() < 0) resultView()->goToRow(0);
    });
    connect(m_session, &SearchSession::started, this, &MainWindow::beginSearch);
    connect(m_session, &SearchSession::pausedChanged, this, &MainWindow::showPause);
    connect(m_results->notice(), &NoticeBar::firstChosen, m_session, &SearchSession::resume);
    connect(m_results->notice(), &NoticeBar::secondChosen, m_session, &SearchSession::stop);
    connect(m_session, &SearchSession::rowsReady, this, &MainWindow::takeRows);
    connect(m_session, &SearchSession::finished, this, &MainWindow::finishSearch);
    m_statusTimer.setInterval(kStatusPause);
    connect(&m_statusTimer, &QTimer::timeout, this, &MainWindow::updateStatus);
    connectWhy();
    connect(resultView(), &ResultView::currentRowChanged, this, &MainWindow::showCurrent);
    connect(resultView(), &ResultView::leftUpwards, this,
            [this] { m_search->textEdit()->setFocus(); });
    connect(resultView(), &ResultView::opened, this, [this] {  // a search that led somewhere
        m_search->nameEdit()->remember();
        m_search->textEdit()->remember();
    });
    connect(m_search->folderBar(), &FolderBar::presetsChanged, this, [this] {  // not to be lost
        Settings settings = Settings::load();
        settings.presets = m_search->folderBar()->presets();
        settings.save();
    });
    connect(m_results, &ResultPane::formWanted, this, [this](const SearchForm& wanted) {
        SearchForm form = wanted;
        if (form.folders.isEmpty()) {  // an example says nothing about where
            form.folders = m_search->form().folders;
            form.hidden = m_search->form().hidden;
            form.ignoreRules = m_search->form().ignoreRules;
            form.filters = m_search->form().filters;
        }
        search(form);
    });
    connect(m_preview, &PreviewPanel::nextWanted, this, [this] { goToMatch(1); });
    connect(m_preview, &PreviewPanel::previousWanted, this, [this] { goToMatch(-1); });
}

void MainWindow::search(const SearchForm& form) {
    m_search->setForm(form);
    startSearch();
}

void MainWindow::startSearch() {
    const SearchForm form = m_search->form();
    if (form.isEmpty()) return forgetSearch();
    Query query;
    std::optional<FormError> wrong = toQuery(form, query);
    // Names that are merely other names may be millions: only where somebody looks at them.
    query.listSkips = m_whyDock->isHidden() ? SkipList::Losses : SkipList::All;
    if (!wrong) {
        if (const auto error = m_session->start(query)) wrong = formError(form, *error);
    }
    if (wrong) return m_search->showError(*wrong);  // what was found before stays
    m_form = form;
    m_search->clearError();
}

void MainWindow::beginSearch() {
    m_search->setRunning(true);
    m_progress->setRunning(true);
    m_model->beginSearch();
    const std::optional<ContentQuery>& content = m_session->query().content;
    m_preview->setQuery(content ? &*content : nullptr);
    m_why->beginSearch(m_session->query());
    m_statusTimer.start();
    updateStatus();
}

/// There is no cap on results, but before they fill all memory the user is asked.
void MainWindow::showPause(bool paused) {
    NoticeBar* notice = m_results->notice();
    if (!paused) return notice->hide();
    const QString rows = QLocale().toString(m_model->rowCount());
    notice->show(tr("Paused: the %1 rows found so far fill %2 of memory, and more would follow")
                     .arg(rows, shortSize(m_session->memory())),
                 tr("Continue"), tr("Stop here"));
}

void MainWindow::takeRows(RowBatches& rows) {
    m_model->append(rows);
    if (m_model->store().files() > 0 && !m_results->showsTable()) m_results->showTable();
    if (m_model->rowCount() == 0) return;  // none yet, or a filter hides them
    resultView()->setMatchesShown(m_session->query().content.has_value());
    if (resultView()->currentRow() >= 0) return;
    // Something to look at without a further click; the first match rather than its file.
    const bool match = m_model->rowCount() > 1 && m_model->row(1).isLine();
    resultView()->goToRow(match ? 1 : 0);
    resultView()->scrollToTop();
}

void MainWindow::finishSearch() {
    m_statusTimer.stop();
    m_search->setRunning(false);
    m_progress->setRunning(false);
    m_model->endSearch();
    m_why->addProblems(m_session->problems());
    m_why->endSearch(m_session->progress());
    updateStatus();
    if (m_model->store().files() > 0) return showCurrent(resultView()->currentRow());
    m_preview->clear();
    m_results->showNothing(m_form, m_session->progress(),
                           m_session->state() == SearchSession::State::Finished);
}

void MainWindow::forgetSearch() {
    m_session->abandon();
    m_statusTimer.stop();
    m_search->clearError();
    m_search->setRunning(false);
    m_progress->setRunning(false);
    m_model->clear();
    m_why->clear();
    m_preview->clear();
    m_results->showHint();
    updateStatus();
}

void MainWindow::showCurrent(int row) {
    if (row < 0 || row >= m_model->rowCount() || m_model->isStale()) return;
    m_preview->setPosition(matchOrdinal(*m_model, row), m_session->progress().matches);
    if (!m_preview->isHidden()) m_preview->show(previewTarget(*m_model, row));
}

void MainWindow::goToMatch(int direction) {
    const int row = stepMatch(*m_model, resultView()->currentRow(), direction);
    if (row >= 0) resultView()->goToRow(row);
}

void MainWindow::updateStatus() {
    const bool withText = m_session->query().content.has_value();
    m_status->show(m_session->state(), m_session->progress(), withText, m_session->seconds());
    if (!m_session->isRunning() || m_whyDock->isHidden()) return;
    m_why->showCounts(m_session->progress());
    m_why->addProblems(m_session->problems());
}

void MainWindow::showPreview(bool on) {
    m_preview->setVisible(on);
    if (on) showCurrent(resultView()->currentRow());
}

void MainWindow::showWhy(bool on) {
    if (on) m_why->addProblems(m_session->problems());
    m_whyDock->setVisible(on);
}

void MainWindow::connectWhy() {
    m_why->setLiftable([this](SkipReason reason) {
        SearchForm form = m_form;
        return lift(form, reason);
    });
    connect(m_status, &StatusLine::skippedWanted, this, [this] {
        showWhy(true);
        m_why->showSkipped();
    });
    connect(m_status, &StatusLine::errorsWanted, this, [this] {
        showWhy(true);
        m_why->showErrors();
    });
    connect(m_session, &SearchSession::skipsReady, this,
            [this](std::vector<Skip>& skips) { m_why->addSkips(std::move(skips)); });
    connect(m_why, &WhyPanel::searchTooWanted, this, [this](SkipReason reason) {
        SearchForm form = m_search->form();
        if (lift(form, reason)) search(form);
    });
}

void MainWindow::escape() {
    if (m_session->isRunning()) return m_session->stop();
    if (!m_results->filterBar()->isHidden()) return m_results->filterBar()->close();
    if (resultView()->hasWideSelection()) return resultView()->goToRow(resultView()->currentRow());
    m_search->textEdit()->setFocus();
}

void MainWindow::restore(const Settings& settings, const QList<QByteArray>& folders) {
    if (!restoreGeometry(settings.geometry)) resize(1280, 800);
    share();
    if (!settings.splitter.isEmpty()) m_splitter->restoreState(settings.splitter);
    resultView()->setColumnState(settings.columns);
    m_preview->setVisible(settings.preview);
    SearchForm form = settings.form;
    if (!folders.isEmpty()) form.folders = folders;
    if (form.folders.isEmpty()) form.folders = {QFile::encodeName(QDir::homePath())};
    m_search->setForm(form);
    m_search->folderBar()->setPresets(settings.presets);
    m_search->folderBar()->setRecentFolders(settings.recentFolders);
    m_preview->setViewState(settings.previewView);
    m_search->nameEdit()->setHistory(settings.nameHistory);
    m_search->textEdit()->setHistory(settings.textHistory);
    m_search->textEdit()->setFocus();
}

/// A little more to the results than to the preview; the user's own share stays until the
/// preview changes sides.
void MainWindow::share() {
    m_splitter->setSizes({55'000, 45'000});
}

void MainWindow::closeEvent(QCloseEvent* event) {
    Settings settings = Settings::load();
    settings.geometry = saveGeometry();
    settings.splitter = m_splitter->saveState();
    settings.columns = resultView()->columnState();
    settings.preview = !m_preview->isHidden();
    settings.previewView = m_preview->viewState();
    settings.form = m_search->form();
    settings.presets = m_search->folderBar()->presets();
    settings.recentFolders = m_search->folderBar()->recentFolders();
    settings.nameHistory = m_search->nameEdit()->history();
    settings.textHistory = m_search->textEdit()->history();
    settings.save();
    m_session->abandon();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    for (const QUrl& url : event->mimeData()->urls()) {
        if (!pathOf(url).isEmpty()) return event->acceptProposedAction();
    }
}

/// Folders dropped on the window are searched; with Ctrl they join the present ones.
void MainWindow::dropEvent(QDropEvent* event) {
    QList<QByteArray> folders;
    for (const QUrl& url : event->mimeData()->urls()) {
        const QByteArray path = pathOf(url);
        if (!path.isEmpty() && !folders.contains(path)) folders.append(path);
    }
    if (folders.isEmpty()) return;
    event->acceptProposedAction();
    if (event->modifiers() & Qt::ControlModifier) {
        for (const QByteArray& folder : std::as_const(folders))
            m_search->folderBar()->addFolder(folder);
    } else {
        m_search->folderBar()->setFolders(folders);
    }
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    const auto orientation = width() < kNarrow ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() == orientation) return;
    m_splitter->setOrientation(orientation);
    share();
}

}  // namespace findling::gui
