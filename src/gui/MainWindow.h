/// The window: puts the parts together and lets them speak to each other. It decides nothing.
#pragma once

#include "gui/SearchTab.h"
#include "gui/SearchTabs.h"

#include <QMainWindow>
#include <QTimer>

class QDockWidget;
class QSplitter;

namespace findling::gui {

class ContextSlider;
class PreviewPanel;
class ProgressLine;
class SearchPanel;
class StatusLine;
struct Settings;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Starts in these folders; with none, in the last ones or the home folder.
    explicit MainWindow(const QList<QByteArray>& folders = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    SearchPanel* searchPanel() const { return m_search; }
    PreviewPanel* previewPanel() const { return m_preview; }
    StatusLine* statusLine() const { return m_status; }
    ContextSlider* contextSlider() const { return m_context; }
    SearchTabs* tabs() const { return m_tabs; }

    /// The tab that is shown; there always is one. The parts are its.
    SearchTab* currentTab() const { return m_tabs->current(); }
    SearchSession* session() const { return currentTab()->session(); }
    ResultModel* resultModel() const { return currentTab()->model(); }
    ResultPane* resultPane() const { return currentTab()->pane(); }
    ResultView* resultView() const { return currentTab()->view(); }
    WhyPanel* whyPanel() const { return currentTab()->whyPanel(); }

    int tabCount() const { return m_tabs->count(); }
    SearchTab* tab(int place) const { return m_tabs->at(place); }
    /// At the end, with this form in its fields, not searched yet; it becomes the current one.
    SearchTab* addTab(const SearchForm& form) { return m_tabs->add(form); }
    void setCurrentTab(int place) { m_tabs->setCurrent(place); }
    /// The last tab takes the window with it.
    void closeTab(int place) { m_tabs->close(place); }

    /// Puts a form into the fields and searches at once.
    void search(const SearchForm& form);
    /// The files that are in the table become what is searched next.
    void searchWithin();
    void showPreview(bool on);
    void showWhy(bool on);
    /// One step back: stops the search, else closes the filter, else drops the selection, else goes
    /// back to the fields. Never closes the window.
    void escape();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void connectParts();
    void connectTabs();
    void connectTab(SearchTab* tab);
    void share();
    void restore(const Settings& settings, const QList<QByteArray>& folders);
    void startSearch();
    void searchIn(SearchTab& tab, const SearchForm& form);
    void searchInstead(const SearchForm& wanted);
    void showTab(bool focusInPage);
    void showState();
    void showError();
    bool showRow(int row);
    void showResult();
    void goToMatch(int direction);
    void updateStatus();
    void orderFocus();
    void updateTitles();

    SearchTabs* m_tabs;
    SearchPanel* m_search;
    ProgressLine* m_progress;
    QSplitter* m_splitter;
    PreviewPanel* m_preview;
    StatusLine* m_status;
    ContextSlider* m_context;
    QDockWidget* m_whyDock;
    QTimer m_statusTimer;  ///< runs while any search does
};

}  // namespace findling::gui
