/// The window: puts the parts together and lets them speak to each other. It decides nothing.
#pragma once

#include "gui/query/SearchForm.h"
#include "gui/session/SearchSession.h"

#include <QMainWindow>
#include <QTimer>

class QDockWidget;
class QSplitter;

namespace findling::gui {

class PreviewPanel;
class ProgressLine;
class ResultModel;
class ResultPane;
class ResultView;
class SearchPanel;
class StatusLine;
class WhyPanel;
struct Settings;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Starts in these folders; with none, in the last ones or the home folder.
    explicit MainWindow(const QList<QByteArray>& folders = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    SearchPanel* searchPanel() const { return m_search; }
    ResultPane* resultPane() const { return m_results; }
    ResultView* resultView() const;
    ResultModel* resultModel() const { return m_model; }
    PreviewPanel* previewPanel() const { return m_preview; }
    StatusLine* statusLine() const { return m_status; }
    WhyPanel* whyPanel() const { return m_why; }
    SearchSession* session() const { return m_session; }

    /// Puts a form into the fields and searches at once.
    void search(const SearchForm& form);
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
    void connectWhy();
    void share();
    void restore(const Settings& settings, const QList<QByteArray>& folders);
    void startSearch();
    void beginSearch();
    void showPause(bool paused);
    void takeRows(RowBatches& rows);
    void finishSearch();
    void forgetSearch();
    void showCurrent(int row);
    void goToMatch(int direction);
    void updateStatus();

    SearchSession* m_session;
    ResultModel* m_model;
    SearchPanel* m_search;
    ProgressLine* m_progress;
    QSplitter* m_splitter;
    ResultPane* m_results;
    PreviewPanel* m_preview;
    StatusLine* m_status;
    WhyPanel* m_why;
    QDockWidget* m_whyDock;
    QTimer m_statusTimer;
    SearchForm m_form;  ///< of the present search
};

}  // namespace findling::gui
