#include "gui/MainWindow.h"

#include "gui/Menus.h"
#include "gui/TabTitle.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/preview/PreviewTargets.h"
#include "gui/query/FolderBar.h"
#include "gui/query/SearchPanel.h"
#include "gui/results/ContextSlider.h"
#include "gui/results/FilePaths.h"
#include "gui/results/FilterBar.h"
#include "gui/results/MatchSteps.h"
#include "gui/results/ResultModel.h"
#include "gui/results/ResultPane.h"
#include "gui/results/ResultView.h"
#include "gui/settings/Settings.h"
#include "gui/why/WhyPanel.h"
#include "gui/widgets/PatternEdit.h"
#include "gui/widgets/ProgressLine.h"
#include "gui/widgets/StatusLine.h"
#include "gui/widgets/TabBar.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kNarrow = 1100;      ///< below this width the preview goes under the results
constexpr int kStatusPause = 100;  // ms

/// What found the files that steps are made of can be searched for again, the files cannot.
SearchForm withoutSteps(const SearchForm& form) {
    return form.within.isEmpty() || !form.within.first().form ? form : *form.within.first().form;
}

}  // namespace

MainWindow::MainWindow(const QList<QByteArray>& folders, QWidget* parent)
    : QMainWindow(parent),
      m_tabs(new SearchTabs(this)),
      m_search(new SearchPanel(this)),
      m_progress(new ProgressLine(this)),
      m_splitter(new QSplitter(this)),
      m_preview(new PreviewPanel(this)),
      m_status(new StatusLine(this)),
      m_context(new ContextSlider(this)),
      m_whyDock(new QDockWidget(tr("Why not?"), this)) {
    setWindowTitle(tr("Findling"));
    setAcceptDrops(true);
    arrange();
    connectParts();
    connectTabs();
    restore(Settings::load(), folders);
    addMenus(*this);
}

MainWindow::~MainWindow() = default;

void MainWindow::arrange() {
    m_splitter->addWidget(m_tabs->pages());
    m_splitter->addWidget(m_preview);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(5);
    auto* center = new QWidget(this);
    auto* column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs->bar());  // above the fields, for these are the tab's
    column->addWidget(m_search);
    column->addWidget(m_progress);
    column->addWidget(m_splitter, 1);
    setCentralWidget(center);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_status, 1);
    statusBar()->addPermanentWidget(m_context);
    m_whyDock->setObjectName(u"why"_s);
    m_whyDock->setWidget(m_tabs->whyPages());
    m_whyDock->hide();
    addDockWidget(Qt::BottomDockWidgetArea, m_whyDock);
}

void MainWindow::connectParts() {
    connect(m_search, &SearchPanel::searchWanted, this, &MainWindow::startSearch);
    connect(m_search, &SearchPanel::edited, this, [this] {
        // What is in memory need not wait until the user pauses.
        if (currentTab()->remembers(m_search->form())) startSearch();
    });
    connect(m_search, &SearchPanel::withinWanted, this, &MainWindow::searchWithin);
    connect(m_search, &SearchPanel::stopWanted, this, [this] { session()->stop(); });
    connect(m_search, &SearchPanel::resultsWanted, this, [this] {
        if (resultModel()->rowCount() == 0) return;
        resultView()->setFocus();
        if (resultView()->currentRow() < 0) resultView()->goToRow(0);
    });
    connect(m_search->folderBar(), &FolderBar::presetsChanged, this, [this] {  // not to be lost
        Settings settings = Settings::load();
        settings.presets = m_search->folderBar()->presets();
        settings.save();
    });
    m_statusTimer.setInterval(kStatusPause);
    connect(&m_statusTimer, &QTimer::timeout, this, [this] {
        updateStatus();
        updateTitles();
        if (!m_tabs->isAnyRunning()) m_statusTimer.stop();
    });
    connect(m_status, &StatusLine::skippedWanted, this, [this] {
        showWhy(true);
        whyPanel()->showSkipped();
    });
    connect(m_status, &StatusLine::errorsWanted, this, [this] {
        showWhy(true);
        whyPanel()->showErrors();
    });
    connect(m_context, &ContextSlider::linesChanged, this, [this](int lines) {
        resultModel()->setContext(lines);  // the others when they are shown
    });
    connect(m_preview, &PreviewPanel::nextWanted, this, [this] { goToMatch(1); });
    connect(m_preview, &PreviewPanel::previousWanted, this, [this] { goToMatch(-1); });
}

// Tabs.

void MainWindow::connectTabs() {
    connect(m_tabs, &SearchTabs::opened, this, &MainWindow::connectTab);
    connect(m_tabs, &SearchTabs::draftWanted, this, [this] {
        if (m_search->takePending()) startSearch();  // what was typed last belongs to this tab
        currentTab()->setDraft(m_search->form());
    });
    connect(m_tabs, &SearchTabs::currentChanged, this, &MainWindow::showTab);
    connect(m_tabs, &SearchTabs::searchWanted, this,
            [this](SearchTab* tab) { searchIn(*tab, tab->draft()); });
    connect(m_tabs, &SearchTabs::typingWanted, this, [this] { m_search->textEdit()->setFocus(); });
    connect(m_tabs, &SearchTabs::lastCloseWanted, this, &QWidget::close);
}

void MainWindow::connectTab(SearchTab* tab) {
    if (currentTab()) tab->view()->setColumnState(resultView()->columnState());
    tab->model()->setContext(m_context->lines());
    connect(tab, &SearchTab::searchChanged, this, [this, tab] {
        if (!m_statusTimer.isActive()) m_statusTimer.start();
        if (tab != currentTab()) return;
        showState();
        if (!session()->isRunning()) return showResult();
        m_preview->setQuery(tab->content());
    });
    connect(tab, &SearchTab::errorChanged, this, [this, tab] {
        if (tab == currentTab()) showError();
    });
    connect(tab, &SearchTab::stepReady, this, [this, tab](const WithinStep& step) {
        if (tab != currentTab()) return tab->setDraft(formWithin(tab->draft(), step));
        if (!m_search->hasPending())
            m_search->searchWithin(step);  // else something newer is wanted
    });
    const auto rowsWent = [this, tab] {  // the current one, too, perhaps
        if (tab == currentTab()) showResult();
    };
    connect(tab->session(), &SearchSession::recalled, tab, rowsWent);
    connect(tab->model(), &ResultModel::filesRemoved, tab, rowsWent);
    connect(tab->view(), &ResultView::currentRowChanged, this, [this, tab](int row) {
        if (tab == currentTab()) showRow(row);
    });
    connect(tab->view(), &ResultView::leftUpwards, this,
            [this] { m_search->textEdit()->setFocus(); });
    connect(tab->view(), &ResultView::opened, this, [this] {  // a search that led somewhere
        m_search->nameEdit()->remember();
        m_search->textEdit()->remember();
    });
    connect(tab->pane(), &ResultPane::formWanted, this, &MainWindow::searchInstead);
    connect(tab->whyPanel(), &WhyPanel::listWanted, this, &MainWindow::startSearch);
    connect(tab->whyPanel(), &WhyPanel::searchTooWanted, this, [this](SkipReason reason) {
        SearchForm form = currentTab()->form();  // it is what the panel speaks of
        if (lift(form, reason)) search(form);
    });
}

/// Another tab has become the current one: all that the tabs share shows it from now on.
void MainWindow::showTab(bool focusInPage) {
    m_search->setForm(currentTab()->draft());
    resultModel()->setContext(m_context->lines());
    orderFocus();
    showError();
    showState();
    m_preview->setQuery(currentTab()->content());
    showResult();
    updateTitles();
    if (!focusInPage) return;
    if (resultPane()->showsTable()) resultView()->setFocus();
    else m_search->textEdit()->setFocus();
}

/// The page of a tab is younger than the widgets beside it, but comes before them.
void MainWindow::orderFocus() {
    FilterBar* filter = resultPane()->filterBar();
    setTabOrder(m_search->searchButton(), filter->edit());
    setTabOrder(filter->edit(), resultView());
    m_search->folderBar()->setTabAfter(m_search->searchButton());
}

void MainWindow::updateTitles() {
    m_tabs->updateTitles();
    QString title = tr("Findling");
    if (!currentTab()->form().isEmpty()) {
        title = tr("%1 – Findling").arg(tabTitle(currentTab()->form()));
        title.replace("[*]"_L1, "[*][*]"_L1);  // else Qt takes it for the mark of a changed file
    }
    setWindowTitle(title);
}

// The current search.

void MainWindow::search(const SearchForm& form) {
    m_search->setForm(form);
    startSearch();
}

/// An example, or the present form with a restriction lifted.
void MainWindow::searchInstead(const SearchForm& wanted) {
    SearchForm form = wanted;
    if (form.folders.isEmpty()) {  // an example says nothing about where
        const SearchForm present = m_search->form();
        form.folders = present.folders;
        form.within = present.within;
        form.hidden = present.hidden;
        form.ignoreRules = present.ignoreRules;
        form.filters = present.filters;
    }
    search(form);
}

void MainWindow::startSearch() {
    m_search->takePending();  // it would ask for the same once more
    searchIn(*currentTab(), m_search->form());
}

/// What a search lists of names that are merely other names may be millions: only where somebody
/// looks at them.
void MainWindow::searchIn(SearchTab& tab, const SearchForm& form) {
    m_tabs->shareMemory(tab);
    tab.search(form, m_whyDock->isHidden() ? SkipList::Losses : SkipList::All);
}

void MainWindow::searchWithin() {
    if (m_search->takePending()) startSearch();  // in what was typed last
    if (!currentTab()->form().isEmpty() && !currentTab()->error()) currentTab()->makeStep();
}

void MainWindow::showError() {
    m_search->clearError();
    if (const auto& error = currentTab()->error()) m_search->showError(*error);
}

void MainWindow::showState() {
    const bool running = session()->isRunning();
    m_search->setRunning(running);
    m_progress->setRunning(running);
    m_context->setVisible(currentTab()->content() != nullptr);
    updateStatus();
}

/// False where there is no such row, or no longer.
bool MainWindow::showRow(int row) {
    const ResultModel& model = *resultModel();
    if (row < 0 || row >= model.rowCount() || model.isStale()) return false;
    m_preview->setPosition(matchOrdinal(model, row), session()->progress().matches);
    if (!m_preview->isHidden()) m_preview->show(previewTarget(model, row));
    return true;
}

void MainWindow::showResult() {
    if (!showRow(resultView()->currentRow())) m_preview->clear();
}

void MainWindow::goToMatch(int direction) {
    const int row = stepMatch(*resultModel(), resultView()->currentRow(), direction);
    if (row >= 0) resultView()->goToRow(row);
}

void MainWindow::updateStatus() {
    const SearchSession& search = *session();
    m_status->show(search);
    if (search.isRunning() && !m_whyDock->isHidden()) currentTab()->updateWhy();
}

void MainWindow::showPreview(bool on) {
    m_preview->setVisible(on);
    if (on) showRow(resultView()->currentRow());
}

void MainWindow::showWhy(bool on) {
    if (on) currentTab()->updateWhy();
    m_whyDock->setVisible(on);
}

void MainWindow::escape() {
    if (session()->isRunning()) return session()->stop();
    FilterBar* filter = resultPane()->filterBar();
    if (!filter->isHidden()) return filter->close();
    if (resultView()->hasWideSelection()) return resultView()->goToRow(resultView()->currentRow());
    m_search->textEdit()->setFocus();
}

// What is kept.

void MainWindow::restore(const Settings& settings, const QList<QByteArray>& folders) {
    if (!restoreGeometry(settings.geometry)) resize(1280, 800);
    share();
    if (!settings.splitter.isEmpty()) m_splitter->restoreState(settings.splitter);
    m_preview->setVisible(settings.preview);
    m_preview->setViewState(settings.previewView);
    m_context->setLines(settings.context);
    const Settings::Tabs tabs = settings.startingTabs(folders);
    for (const SearchForm& form : tabs.forms) {
        m_tabs->insert(-1, form);
        // Further ones take their columns over from the first.
        if (tabCount() == 1) resultView()->setColumnState(settings.columns);
    }
    setCurrentTab(tabs.current);
    m_search->folderBar()->setPresets(settings.presets);
    m_search->folderBar()->setRecentFolders(settings.recentFolders);
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
    settings.context = m_context->lines();
    currentTab()->setDraft(m_search->form());
    settings.form = withoutSteps(m_search->form());
    settings.tabs = {{}, m_tabs->currentPlace()};
    for (int i = 0; i < tabCount() && tabCount() > 1; ++i)  // a single one begins anew
        settings.tabs.forms.append(withoutSteps(tab(i)->draft()));
    settings.presets = m_search->folderBar()->presets();
    settings.recentFolders = m_search->folderBar()->recentFolders();
    settings.nameHistory = m_search->nameEdit()->history();
    settings.textHistory = m_search->textEdit()->history();
    settings.save();
    for (int i = 0; i < tabCount(); ++i) tab(i)->session()->abandon();
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
