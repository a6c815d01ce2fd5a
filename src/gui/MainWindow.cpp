#include "gui/MainWindow.h"

#include "gui/Menus.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/preview/PreviewTargets.h"
#include "gui/query/FolderBar.h"
#include "gui/query/SearchPanel.h"
#include "gui/results/FilePaths.h"
#include "gui/results/MatchSteps.h"
#include "gui/results/ResultModel.h"
#include "gui/results/ResultPane.h"
#include "gui/results/ResultView.h"
#include "gui/settings/Settings.h"
#include "gui/widgets/DetailsPanel.h"
#include "gui/widgets/PatternEdit.h"
#include "gui/widgets/ProgressLine.h"
#include "gui/widgets/StatusLine.h"

#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QHeaderView>
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
      m_details(new DetailsPanel(this)),
      m_detailsDock(new QDockWidget(tr("What was left out"), this)) {
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
    m_detailsDock->setObjectName(u"details"_s);
    m_detailsDock->setWidget(m_details);
    m_detailsDock->hide();
    addDockWidget(Qt::BottomDockWidgetArea, m_detailsDock);
}

void MainWindow::connectParts() {
    connect(m_search, &SearchPanel::searchWanted, this, &MainWindow::startSearch);
    connect(m_search, &SearchPanel::stopWanted, m_session, &SearchSession::stop);
    connect(m_search, &SearchPanel::resultsWanted, this, [this] {
        if (m_model->rowCount() == 0) return;
        resultView()->setFocus();
        if (resultView()->currentRow() < 0) resultView()->goToRow(0);
    });
    connect(m_session, &SearchSession::rowsReady, this, &MainWindow::takeRows);
    connect(m_session, &SearchSession::finished, this, &MainWindow::finishSearch);
    m_statusTimer.setInterval(kStatusPause);
    connect(&m_statusTimer, &QTimer::timeout, this, &MainWindow::updateStatus);
    connect(m_status, &StatusLine::detailsWanted, this,
            [this] { showDetails(m_detailsDock->isHidden()); });
    connect(resultView(), &ResultView::currentRowChanged, this, &MainWindow::showCurrent);
    connect(resultView(), &ResultView::leftUpwards, this,
            [this] { m_search->textEdit()->setFocus(); });
    connect(resultView(), &ResultView::opened, this, [this] {  // a search that led somewhere
        m_search->nameEdit()->remember();
        m_search->textEdit()->remember();
    });
    connect(m_results, &ResultPane::formWanted, this, [this](const SearchForm& wanted) {
        SearchForm form = wanted;
        if (form.folders.isEmpty()) {  // an example says nothing about where
            form.folders = m_search->form().folders;
            form.hidden = m_search->form().hidden;
            form.ignoreRules = m_search->form().ignoreRules;
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
    if (!wrong) {
        if (const auto error = m_session->start(query)) wrong = formError(form, *error);
    }
    if (wrong) return m_search->showError(*wrong);  // what was found before stays
    m_form = form;
    m_search->clearError();
    m_search->setRunning(true);
    m_progress->setRunning(true);
    m_model->beginSearch();
    m_statusTimer.start();
    updateStatus();
}

void MainWindow::takeRows(RowBatches& rows) {
    m_model->append(rows);
    if (m_model->rowCount() == 0) return;
    if (!m_results->showsTable()) m_results->showTable();
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
    updateStatus();
    if (m_model->rowCount() > 0) return showCurrent(resultView()->currentRow());
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
    if (m_session->isRunning() || m_detailsDock->isHidden()) return;
    showDetails(true);
}

void MainWindow::showPreview(bool on) {
    m_preview->setVisible(on);
    if (on) showCurrent(resultView()->currentRow());
}

void MainWindow::showDetails(bool on) {
    m_details->show(m_session->problems(), m_session->progress().problems,
                    m_session->progress().skips);
    m_detailsDock->setVisible(on);
}

void MainWindow::restore(const Settings& settings, const QList<QByteArray>& folders) {
    if (!restoreGeometry(settings.geometry)) resize(1280, 800);
    share();
    if (!settings.splitter.isEmpty()) m_splitter->restoreState(settings.splitter);
    if (!settings.columns.isEmpty())
        resultView()->horizontalHeader()->restoreState(settings.columns);
    resultView()->horizontalHeader()->setSortIndicatorShown(false);  // a search begins as found
    m_preview->setVisible(settings.preview);
    SearchForm form = settings.form;
    if (!folders.isEmpty()) form.folders = folders;
    if (form.folders.isEmpty()) form.folders = {QFile::encodeName(QDir::homePath())};
    m_search->setForm(form);
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
    settings.columns = resultView()->horizontalHeader()->saveState();
    settings.preview = !m_preview->isHidden();
    settings.form = m_search->form();
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
