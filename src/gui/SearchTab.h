/// One search that is kept open: its results, what it left out, and what stands in the fields while
/// it is the current one. It goes on by itself whether or not anybody looks at it.
#pragma once

#include "gui/query/SearchForm.h"
#include "gui/session/SearchSession.h"

#include <QPointer>
#include <QWidget>

#include <optional>

namespace findling::gui {

class ResultModel;
class ResultPane;
class ResultView;
class WhyPanel;
struct PathList;

/// The widget is the page of results. The panel of what was left out is made for another place of
/// the window, and goes with the tab.
class SearchTab : public QWidget {
    Q_OBJECT

public:
    /// The session is lent: it must outlive the tab, and get to no other one before release().
    SearchTab(SearchSession& session, const SearchForm& draft, QWidget* parent = nullptr);
    ~SearchTab() override;

    /// Searches for this in place of what was searched before; for nothing when it asks for
    /// nothing. Where it is wrong, error() says so and what was found before stays.
    void search(const SearchForm& form, SkipList listSkips);
    /// Whether the names that this asks for are in memory: search() has them at once.
    bool remembers(const SearchForm& form) const;
    /// Makes a step of a search within results out of the files in the table, once the search, a
    /// sort and a filter are through: stepReady() follows, or error() says that there is no file.
    void makeStep();
    /// Ends all that goes on, frees the rows, and gives the session back.
    SearchSession* release();

    /// What is searched, or was; empty when nothing is.
    const SearchForm& form() const { return m_form; }
    /// What stands in the fields.
    const SearchForm& draft() const { return m_draft; }
    void setDraft(const SearchForm& draft) { m_draft = draft; }
    /// What is wrong with the draft, if it was asked for.
    const std::optional<FormError>& error() const { return m_error; }
    /// How the present search reads files; null when it does not.
    const ContentQuery* content() const;

    SearchSession* session() const { return m_session; }
    ResultModel* model() const { return m_model; }
    ResultPane* pane() const { return m_pane; }
    ResultView* view() const;
    WhyPanel* whyPanel() const;

    /// Brings the panel of what was left out up to date, which costs too much where it is hidden.
    void updateWhy();

signals:
    /// A search has begun, ended, or been forgotten.
    void searchChanged();
    void errorChanged();
    void stepReady(const findling::gui::WithinStep& step);

private:
    void connectParts();
    void begin();
    void takeRows(RowBatches& rows);
    void showPause(bool paused);
    void tryStep();
    void takeStep(const PathList& list);
    void showContextLimit(int shown, int wanted);
    void showIfNothing();
    void finish();
    void forget();
    void setError(const std::optional<FormError>& error);

    SearchSession* m_session;
    ResultModel* m_model;
    ResultPane* m_pane;
    QPointer<WhyPanel> m_why;
    SearchForm m_form;
    SearchForm m_draft;
    std::optional<FormError> m_error;
    bool m_placed = false;  ///< a row of the present search has become the current one
    bool m_stepWanted = false;
    quint64 m_searches = 0;  ///< begun so far: a step that comes late is of another one
};

}  // namespace findling::gui
