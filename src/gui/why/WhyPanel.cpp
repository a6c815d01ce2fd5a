#include "gui/why/WhyPanel.h"

#include "gui/results/CellText.h"
#include "gui/results/DisplayText.h"
#include "gui/results/FilePaths.h"
#include "gui/why/PathQuestion.h"
#include "gui/why/ProblemModel.h"
#include "gui/why/ProblemView.h"
#include "gui/why/SkipModel.h"
#include "gui/why/SkipView.h"
#include "gui/why/WhyWords.h"
#include "gui/widgets/Icons.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTypingPause = 150;  // ms

enum Page { SkippedPage, ErrorPage };

/// The first file or folder that is dragged; empty for anything else.
QByteArray draggedPath(const QMimeData* data) {
    for (const QUrl& url : data->urls()) {
        const QByteArray path = pathOf(url);
        if (!path.isEmpty()) return path;
    }
    return {};
}

}  // namespace

WhyPanel::WhyPanel(QWidget* parent)
    : QWidget(parent),
      m_skips(new SkipModel(this)),
      m_problems(new ProblemModel(this)),
      m_question(new PathQuestion(this)),
      m_path(new QLineEdit(this)),
      m_answer(new QLabel(this)),
      m_answerButton(new QPushButton(tr("Search these too"), this)),
      m_tabs(new QTabBar(this)),
      m_filter(new QLineEdit(this)),
      m_searchToo(new QPushButton(icon("search"_L1), tr("Search these too"), this)),
      m_pages(new QStackedWidget(this)),
      m_skipView(new SkipView(*m_skips, this)),
      m_problemView(new ProblemView(*m_problems, this)),
      m_listable(new QLabel(this)),
      m_listButton(new QPushButton(tr("List them"), this)),
      m_moreProblems(new QLabel(this)),
      m_typing(new QTimer(this)) {
    setAcceptDrops(true);
    arrange();
    connectParts();
    updateNotes();
    updateTabs();
    updateSearchToo();
}

WhyPanel::~WhyPanel() = default;

void WhyPanel::arrange() {
    m_path->setPlaceholderText(tr("Why is this path not here? Type a path, or drop a file"));
    m_path->setAccessibleName(tr("Why is this path not here?"));
    m_path->setClearButtonEnabled(true);
    m_path->addAction(icon("info"_L1), QLineEdit::LeadingPosition);
    m_path->setAcceptDrops(false);  // the panel takes what is dropped anywhere on it
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setWordWrap(true);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_answer->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_answer->hide();
    m_answerButton->hide();
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Skipped files or errors"));
    m_tabs->addTab({});
    m_tabs->addTab({});
    m_filter->setPlaceholderText(tr("Filter by rule or path"));
    m_filter->setAccessibleName(tr("Filter by rule or path"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon("filter"_L1), QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    auto* answer = new QHBoxLayout;
    answer->addWidget(m_answer, 1);
    answer->addWidget(m_answerButton, 0, Qt::AlignTop);
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_tabs);
    bar->addStretch(1);
    bar->addWidget(m_filter, 2);
    bar->addWidget(m_searchToo);
    m_pages->addWidget(makeSkipPage());
    m_pages->addWidget(makeProblemPage());
    auto* top = new QVBoxLayout;
    top->setContentsMargins(9, 6, 9, 6);
    top->setSpacing(6);
    top->addWidget(m_path);
    top->addLayout(answer);
    top->addLayout(bar);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_pages, 1);
    QWidget* const order[] = {m_path,      m_answer,   m_answerButton, m_tabs,       m_filter,
                              m_searchToo, m_skipView, m_listButton,   m_problemView};
    for (size_t i = 1; i < std::size(order); ++i) setTabOrder(order[i - 1], order[i]);
}

QWidget* WhyPanel::makeSkipPage() {
    auto* page = new QWidget(m_pages);
    m_listable->setTextFormat(Qt::PlainText);
    m_listable->setWordWrap(true);
    m_listButton->setToolTip(tr("Search again and list what is left out (F5)"));
    m_listButton->setAccessibleDescription(m_listButton->toolTip());
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(9, 3, 9, 6);
    bar->addWidget(m_listable, 1);
    bar->addWidget(m_listButton);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_skipView, 1);
    column->addLayout(bar);
    updateListable();
    return page;
}

QWidget* WhyPanel::makeProblemPage() {
    auto* page = new QWidget(m_pages);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_problemView, 1);
    column->addWidget(m_moreProblems);
    m_moreProblems->setTextFormat(Qt::PlainText);
    m_moreProblems->setContentsMargins(9, 0, 9, 6);
    m_moreProblems->hide();
    return page;
}

void WhyPanel::connectParts() {
    connect(m_path, &QLineEdit::returnPressed, this, &WhyPanel::askTyped);
    connect(m_path, &QLineEdit::textEdited, this, &WhyPanel::forgetAnswer);
    connect(m_path, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) forgetAnswer();
    });
    connect(m_question, &PathQuestion::working, this, [this] { showAnswer({u"…"_s}); });
    connect(m_question, &PathQuestion::answered, this, &WhyPanel::showAnswer);
    connect(m_answerButton, &QPushButton::clicked, this, [this] {
        if (!m_answerReason) return;
        const QByteArray rule = m_answerRule;  // the receiver's search forgets the answer
        emit searchTooWanted(*m_answerReason, rule);
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        m_pages->setCurrentIndex(page);
        m_filter->setVisible(page == SkippedPage);
        m_searchToo->setVisible(page == SkippedPage);
    });
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingPause);
    connect(m_filter, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, [this] {
        m_skipView->setFilter(m_filter->text());
        updateNotes();
    });
    connect(m_skips, &SkipModel::filtered, this, &WhyPanel::updateNotes);
    QAction* searchToo = m_skipView->searchTooAction();
    connect(searchToo, &QAction::changed, this, &WhyPanel::updateSearchToo);
    connect(m_searchToo, &QPushButton::clicked, searchToo, &QAction::trigger);
    connect(m_skipView, &SkipView::searchTooWanted, this, &WhyPanel::searchTooWanted);
    connect(m_listButton, &QPushButton::clicked, this, &WhyPanel::listWanted);
    connect(m_skipView, &WhyView::explainWanted, this, &WhyPanel::ask);
    connect(m_problemView, &WhyView::explainWanted, this, &WhyPanel::ask);
}

void WhyPanel::updateSearchToo() {
    const QAction* action = m_skipView->searchTooAction();
    m_searchToo->setEnabled(action->isEnabled());
    m_searchToo->setToolTip(toolTipText(action->toolTip()));
    m_searchToo->setAccessibleDescription(action->toolTip());
}

// What a search says.

void WhyPanel::setQuery(const Query& query) {
    if (m_query == query) return;
    m_query = query;
    forgetAnswer();  // it was about the other one
}

void WhyPanel::setLiftable(std::function<bool(SkipReason)> liftable) {
    m_skipView->setLiftable(std::move(liftable));
}

void WhyPanel::beginSearch(const Query& query) {
    setQuery(query);
    forgetAnswer();
    m_skips->beginSearch(query.listSkips);
    m_problems->clear();
    m_stage = Stage::Running;
    showCounts({});
    updateListable();
    updateNotes();
}

void WhyPanel::clear() {
    m_query.reset();
    forgetAnswer();
    m_skips->clear();
    m_problems->clear();
    m_stage = Stage::None;
    showCounts({});
    updateListable();
    updateNotes();
}

void WhyPanel::addSkips(std::vector<Skip>&& skips) {
    m_skips->add(std::move(skips));
    m_skipCount = std::max(m_skipCount, leftOut(m_skips->tally().totals()));
    updateTabs();
}

void WhyPanel::addProblems(const std::vector<Problem>& all) {
    m_problems->setProblems(all);
    m_problemCount = std::max<uint64_t>(m_problemCount, all.size());
    updateTabs();
}

void WhyPanel::showCounts(const Progress& counts) {
    m_skipCount = leftOut(counts.skips);
    m_problemCount = counts.problems;
    updateTabs();
}

void WhyPanel::endSearch(const Progress& totals) {
    m_stage = Stage::Ended;
    m_skips->endSearch(totals.skips);
    showCounts(totals);
    updateListable();
    updateNotes();
}

void WhyPanel::updateTabs() {
    m_tabs->setTabText(SkippedPage, tr("Skipped (%1)").arg(number(m_skipCount)));
    m_tabs->setTabText(ErrorPage, tr("Errors (%1)").arg(number(m_problemCount)));
    const auto listed = static_cast<uint64_t>(m_problems->rowCount());
    const bool more = m_stage == Stage::Ended && m_problemCount > listed;
    m_moreProblems->setVisible(more);
    if (more)
        m_moreProblems->setText(tr("and %1 more (not kept)").arg(number(m_problemCount - listed)));
}

/// A search that ran while nobody looked has only counted what was not asked for.
void WhyPanel::updateListable() {
    const uint64_t count = m_skips->listable();
    if (count == 1) m_listable->setText(tr("1 was only counted: F5 lists it"));
    else m_listable->setText(tr("%1 were only counted: F5 lists them").arg(number(count)));
    m_listable->setVisible(count > 0);
    m_listButton->setVisible(count > 0);
}

void WhyPanel::updateNotes() {
    const QString filter = m_skips->filter();
    if (m_stage == Stage::None) {
        m_skipView->setNote(tr("After a search, what it left out is listed here"));
        m_problemView->setNote(tr("No errors"));
        return;
    }
    const bool running = m_stage == Stage::Running;
    if (!filter.isEmpty() && m_skips->tally().size() > 0) {
        m_skipView->setNote(
            m_skips->isFiltering() ? u"…"_s : tr("No rule and no path contains “%1”").arg(filter));
    } else {
        m_skipView->setNote(running ? tr("Nothing was left out so far")
                                    : tr("Nothing was left out"));
    }
    m_problemView->setNote(running ? tr("No errors so far") : tr("No errors"));
}

void WhyPanel::showSkipped() {
    m_tabs->setCurrentIndex(SkippedPage);
    m_skipView->setFocus();
}

void WhyPanel::showErrors() {
    m_tabs->setCurrentIndex(ErrorPage);
    m_problemView->setFocus();
}

// One path.

void WhyPanel::ask(const QByteArray& path) {
    m_exactPath = path;
    m_exactText = displayText(view(path));
    m_path->setText(m_exactText);
    askTyped();
}

void WhyPanel::askTyped() {
    const QString text = m_path->text();
    if (text.isEmpty()) return;
    if (!m_query) {
        showAnswer({tr("Search for something first: the answer depends on what was asked for.")});
        return;
    }
    m_answerReason.reset();
    m_answerButton->hide();  // the old sentence stays for a moment, or the lists would jump
    const bool exact = !m_exactPath.isEmpty() && text == m_exactText;
    m_question->ask(*m_query, exact ? m_exactPath : typedPath(text));
}

void WhyPanel::showAnswer(const PathAnswer& answer) {
    m_answer->setText(answer.sentence);
    m_answer->show();
    m_answerReason = answer.reason;
    m_answerRule = answer.rule;
    const bool liftable = answer.reason && m_skipView->canLift(*answer.reason);
    m_answerButton->setVisible(liftable);
    if (liftable) m_answerButton->setToolTip(toolTipText(skipReasonHelp(*answer.reason)));
}

void WhyPanel::forgetAnswer() {
    m_question->forget();
    m_answerReason.reset();
    m_answer->clear();
    m_answer->hide();
    m_answerButton->hide();
}

QString WhyPanel::answer() const {
    return m_answer->text();
}

/// Nobody waits for an answer that nobody will see.
void WhyPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!event->spontaneous() && m_question->isAsking()) forgetAnswer();
}

void WhyPanel::dragEnterEvent(QDragEnterEvent* event) {
    if (draggedPath(event->mimeData()).isEmpty() && !event->mimeData()->hasText()) return;
    event->setDropAction(Qt::CopyAction);  // never a move: that would delete what is dragged
    event->accept();
}

void WhyPanel::dropEvent(QDropEvent* event) {
    const QByteArray path = draggedPath(event->mimeData());
    const QString text = event->mimeData()->text();
    if (path.isEmpty() && text.isEmpty()) return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    if (!path.isEmpty()) return ask(path);
    m_path->setText(text);
    askTyped();
}

}  // namespace findling::gui
