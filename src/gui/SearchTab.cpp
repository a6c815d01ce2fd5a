#include "gui/SearchTab.h"

#include "gui/results/CellText.h"
#include "gui/results/MatchSteps.h"
#include "gui/results/PathLists.h"
#include "gui/results/ResultModel.h"
#include "gui/results/ResultPane.h"
#include "gui/results/ResultView.h"
#include "gui/session/Background.h"
#include "gui/why/WhyPanel.h"
#include "gui/widgets/NoticeBar.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace findling::gui {

SearchTab::SearchTab(SearchSession& session, const SearchForm& draft, QWidget* parent)
    : QWidget(parent),
      m_session(&session),
      m_model(new ResultModel(this)),
      m_pane(new ResultPane(*m_model, this)),
      m_why(new WhyPanel(this)),
      m_draft(draft) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    connectParts();
    if (draft.name.trimmed().isEmpty() && draft.text.isEmpty()) m_pane->showHint();
    else m_pane->showWaiting();
}

SearchTab::~SearchTab() {
    delete m_why.data();  // its parent is another one by now, and may have been faster
    delete m_pane;        // before the model that it shows
}

ResultView* SearchTab::view() const {
    return m_pane->view();
}

WhyPanel* SearchTab::whyPanel() const {
    return m_why;
}

const ContentQuery* SearchTab::content() const {
    const auto& content = m_session->query().content;
    return content && m_session->state() != SearchSession::State::Idle ? &*content : nullptr;
}

void SearchTab::connectParts() {
    connect(m_session, &SearchSession::started, this, &SearchTab::begin);
    connect(m_session, &SearchSession::rowsReady, this, &SearchTab::takeRows);
    connect(m_session, &SearchSession::skipsReady, this,
            [this](std::vector<Skip>& skips) { m_why->addSkips(std::move(skips)); });
    connect(m_session, &SearchSession::pausedChanged, this, &SearchTab::showPause);
    connect(m_session, &SearchSession::recalled, this, [this] {
        m_model->endSearch();  // as far as memory knows
        showIfNothing();
    });
    connect(m_session, &SearchSession::filesGone, m_model, &ResultModel::removeFiles);
    connect(m_model, &ResultModel::filesRemoved, this, [this] {
        if (!m_session->isRunning()) showIfNothing();
    });
    connect(m_session, &SearchSession::finished, this, &SearchTab::finish);
    connect(m_model, &ResultModel::arrangingChanged, this, &SearchTab::tryStep);
    connect(m_model, &ResultModel::contextLimited, this, &SearchTab::showContextLimit);
    connect(m_pane->notice(), &NoticeBar::firstChosen, m_session, &SearchSession::resume);
    connect(m_pane->notice(), &NoticeBar::secondChosen, m_session, &SearchSession::stop);
    m_why->setLiftable([this](SkipReason reason) {
        SearchForm form = m_form;
        return lift(form, reason);
    });
}

void SearchTab::search(const SearchForm& form, SkipList listSkips) {
    m_draft = form;
    if (form.isEmpty()) {
        if (form.within.isEmpty()) return forget();
        // Nothing more is asked for: the results that are searched within are what is shown.
        const auto& step = form.within.last().form;
        if (step && *step == m_form) return setError({});
    }
    Query query;
    std::optional<FormError> wrong = toQueryUnseen(form, query);
    // Where memory has the names, the disk is only asked by the walk that follows.
    if (!wrong && !m_session->remembers(query)) wrong = toQuery(form, query);
    if (wrong) return setError(wrong);
    query.listSkips = listSkips;
    SearchForm before = std::exchange(m_form, form);
    if (const auto error = m_session->start(query)) {
        m_form = std::move(before);
        return setError(formError(form, *error));
    }
    setError({});
}

bool SearchTab::remembers(const SearchForm& form) const {
    Query query;
    return !form.isEmpty() && form.text.isEmpty() && !toQueryUnseen(form, query) &&
           m_session->remembers(query);
}

void SearchTab::makeStep() {
    m_stepWanted = true;
    tryStep();
}

void SearchTab::tryStep() {
    if (!m_stepWanted || m_model->isArranging() || m_session->isRunning()) return;
    m_stepWanted = false;
    const auto results = std::make_shared<const ResultFiles>(m_model->snapshot());
    inBackground(
        this, [results, files = m_model->shownFiles()] { return pathsOf(*results, files); },
        [this, search = m_searches, draft = m_draft](const PathList& list) {
            if (search == m_searches && draft == m_draft) takeStep(list);
        });
}

void SearchTab::takeStep(const PathList& list) {
    if (list.count == 0) {
        return setError(FormError{FormError::Field::Name,
                                  tr("There is no file among these results to search in")});
    }
    setError({});
    emit stepReady({std::make_shared<const SearchForm>(m_form), list.paths,
                    static_cast<qsizetype>(list.count)});
}

/// More rows than anybody could look through are not made, and that is said.
void SearchTab::showContextLimit(int shown, int wanted) {
    if (m_session->isPaused()) return;
    if (shown == wanted) return m_pane->notice()->hide();
    m_pane->notice()->show(
        tr("%1 of %2 lines of context are shown: with so many matches all would be too many rows")
            .arg(shown)
            .arg(wanted),
        {}, {});
}

void SearchTab::setError(const std::optional<FormError>& error) {
    if (!error && !m_error) return;
    m_error = error;
    emit errorChanged();
}

void SearchTab::begin() {
    m_stepWanted = m_placed = false;
    ++m_searches;
    m_model->beginSearch(content());
    m_why->beginSearch(m_session->query());
    emit searchChanged();
}

void SearchTab::takeRows(RowBatches& rows) {
    m_model->append(rows);
    if (m_model->store().files() > 0 && !m_pane->showsTable()) m_pane->showTable();
    if (m_model->rowCount() == 0) return;  // none yet, or a filter hides them
    view()->setMatchesShown(m_session->query().content.has_value());
    if (std::exchange(m_placed, true)) return;  // one that is lost since stays lost
    // Something to look at without a further click; the first match rather than its file.
    view()->goToRow(std::max(0, firstMatch(*m_model, 0)));
    view()->scrollToTop();
}

/// There is no cap on results, but before they fill all memory the user is asked.
void SearchTab::showPause(bool paused) {
    NoticeBar* notice = m_pane->notice();
    if (!paused) return notice->hide();
    const QString rows = number(m_model->store().resultRows());
    notice->show(tr("Paused: the %1 rows found so far fill %2 of memory, and more would follow")
                     .arg(rows, shortSize(m_session->memory())),
                 tr("Continue"), tr("Stop here"));
}

void SearchTab::updateWhy() {
    m_why->showCounts(m_session->progress());
    m_why->addProblems(m_session->problems());
}

void SearchTab::finish() {
    m_model->endSearch();
    m_why->addProblems(m_session->problems());
    m_why->endSearch(m_session->progress());
    showIfNothing();
    emit searchChanged();
    tryStep();
}

void SearchTab::showIfNothing() {
    if (m_model->store().present() > 0) return;
    m_pane->showNothing(m_form, m_session->progress(),
                        m_session->state() == SearchSession::State::Finished);
}

void SearchTab::forget() {
    m_stepWanted = false;
    ++m_searches;
    m_session->abandon();
    m_form = {};
    setError({});
    m_model->clear();
    m_why->clear();
    m_pane->showHint();
    emit searchChanged();
}

SearchSession* SearchTab::release() {
    m_session->disconnect(this);
    m_session->abandon();
    m_model->clear();
    m_why->clear();
    return m_session;
}

}  // namespace findling::gui
