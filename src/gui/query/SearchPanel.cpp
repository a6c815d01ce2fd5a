#include "gui/query/SearchPanel.h"

#include "gui/query/DroppedText.h"
#include "gui/query/FilterChips.h"
#include "gui/query/FolderBar.h"
#include "gui/widgets/Icons.h"
#include "gui/widgets/PatternEdit.h"
#include "gui/widgets/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kDebounce = 150;  // ms: longer than between two keys, shorter than patience
}

SearchPanel::SearchPanel(QWidget* parent)
    : QWidget(parent),
      m_name(new PatternEdit(icon("file-search"_L1), this)),
      m_text(new PatternEdit(icon("text-search"_L1), this)),
      m_case(toggle("case-sensitive"_L1, tr("Match case"), QKeySequence(u"Alt+C"_s))),
      m_word(toggle("whole-word"_L1, tr("Whole words"), QKeySequence(u"Alt+W"_s))),
      m_regex(toggle("regex"_L1, tr("Regular expression"), QKeySequence(u"Alt+R"_s))),
      m_search(new QPushButton(this)),
      m_folders(new FolderBar(this)),
      m_message(new QLabel(this)) {
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kDebounce);
    connect(&m_debounce, &QTimer::timeout, this, &SearchPanel::searchWanted);
    buildFields();
    arrange();
    setRunning(false);
    connect(m_folders, &FolderBar::changed, this, &SearchPanel::searchSoon);
    connect(m_folders, &FolderBar::stepWanted, this, &SearchPanel::goBackTo);
    connect(m_folders, &FolderBar::stepRemoved, this, &SearchPanel::removeStep);
    connect(m_search, &QPushButton::clicked, this, [this] {
        if (m_running) emit stopWanted();
        else searchNow();
    });
}

void SearchPanel::buildFields() {
    m_name->setPlaceholderText(tr("Name: words, or *.cpp"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setToolTip(tr("Names that contain these words; with * ? [ ] or { } the whole name"));
    m_text->setPlaceholderText(tr("Text in the files; empty lists names"));
    m_text->setAccessibleName(tr("Text"));
    m_text->setToolTip(tr("Files with a line that holds this text"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAccessibleName(tr("What is wrong with the search"));
    m_message->hide();
    m_name->setDropReader(droppedName);
    m_text->setDropReader(droppedText);
    for (PatternEdit* edit : {m_name, m_text}) {
        connect(edit, &QLineEdit::textChanged, this, &SearchPanel::searchSoon);
        connect(edit, &QLineEdit::returnPressed, this, &SearchPanel::searchNow);
        connect(edit, &PatternEdit::leftDownwards, this, &SearchPanel::resultsWanted);
        connect(edit, &PatternEdit::withinWanted, this, &SearchPanel::withinWanted);
    }
}

void SearchPanel::arrange() {
    const int gap = 6;
    auto* toggles = new QHBoxLayout;
    toggles->setSpacing(2);
    for (QToolButton* button : {m_case, m_word, m_regex}) toggles->addWidget(button);

    auto* fields = new QHBoxLayout;
    fields->setSpacing(gap);
    fields->addWidget(m_name, 2);
    fields->addWidget(m_text, 3);
    fields->addLayout(toggles);
    fields->addWidget(m_search);

    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(9, 9, 9, 9);
    rows->setSpacing(gap);
    rows->addLayout(fields);
    rows->addWidget(m_message);
    rows->addWidget(m_folders);

    // One height for the whole row, whatever the style makes of a button or a field.
    const int height = std::max(fontMetrics().height() + 14, m_text->sizeHint().height());
    for (PatternEdit* edit : {m_name, m_text}) edit->setMinimumHeight(height);
    for (QToolButton* button : {m_case, m_word, m_regex}) button->setFixedSize(height, height);
    m_search->setFixedHeight(height);
    const int words = std::max(fontMetrics().horizontalAdvance(tr("Search")),
                               fontMetrics().horizontalAdvance(tr("Stop")));
    m_search->setMinimumWidth(words + height + 24);  // the same for both words: nothing may jump
    setTabOrder(m_name, m_text);
    setTabOrder(m_text, m_case);
    setTabOrder(m_case, m_word);
    setTabOrder(m_word, m_regex);
    setTabOrder(m_regex, m_search);
    m_folders->setTabAfter(m_search);
}

QToolButton* SearchPanel::toggle(QLatin1StringView iconName, const QString& name,
                                 const QKeySequence& keys) {
    auto* action = new QAction(icon(iconName), name, this);
    action->setCheckable(true);
    action->setShortcut(keys);
    action->setToolTip(u"%1 (%2)"_s.arg(name, keys.toString(QKeySequence::NativeText)));
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);  // the menu shows the same action
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    connect(action, &QAction::toggled, this, &SearchPanel::searchSoon);
    return button;
}

SearchForm SearchPanel::form() const {
    SearchForm form;
    form.name = m_name->text();
    form.text = m_text->text();
    form.matchCase = m_case->isChecked();
    form.word = m_word->isChecked();
    form.regex = m_regex->isChecked();
    form.folders = m_folders->folders();
    form.hidden = m_folders->hidden();
    form.ignoreRules = m_folders->ignoreRules();
    form.filters = m_folders->filters();
    form.within = m_folders->within();
    return form;
}

void SearchPanel::setForm(const SearchForm& form) {
    m_quiet = true;
    m_name->setText(form.name);
    m_text->setText(form.text);
    m_case->setChecked(form.matchCase);
    m_word->setChecked(form.word);
    m_regex->setChecked(form.regex);
    m_folders->setPlaces(form.folders, form.within);
    m_folders->setHidden(form.hidden);
    m_folders->setIgnoreRules(form.ignoreRules);
    m_folders->setFilters(form.filters);
    m_quiet = false;
}

void SearchPanel::searchWithin(const WithinStep& step) {
    takePending();  // for what was in the fields
    clearError();
    setForm(formWithin(form(), step));
    m_text->setFocus(Qt::OtherFocusReason);
}

void SearchPanel::goBackTo(qsizetype step) {
    const std::shared_ptr<const SearchForm> before = m_folders->within().at(step).form;
    if (!before) return;
    setForm(*before);
    searchNow();
}

/// Where nothing is asked for, the step is all there is: what found its files comes back.
void SearchPanel::removeStep(qsizetype step) {
    if (form().isEmpty() && m_folders->within().at(step).form) return goBackTo(step);
    m_folders->setWithin(m_folders->within().mid(0, step));
}

bool SearchPanel::takePending() {
    const bool pending = m_debounce.isActive();
    m_debounce.stop();
    return pending;
}

void SearchPanel::setRunning(bool running) {
    m_running = running;
    m_search->setText(running ? tr("Stop") : tr("Search"));
    m_search->setIcon(icon(running ? "square"_L1 : "search"_L1));
    m_search->setToolTip(running ? tr("Stop searching (Esc)") : tr("Search now (Enter)"));
}

void SearchPanel::searchSoon() {
    if (m_quiet) return;
    m_debounce.start();
    emit edited();
}

void SearchPanel::searchNow() {
    m_debounce.stop();
    m_name->remember();
    m_text->remember();
    emit searchWanted();
}

QString SearchPanel::message() const {
    return m_message->isHidden() ? QString() : m_message->text();
}

void SearchPanel::showError(const FormError& error) {
    clearError();
    if (error.field == FormError::Field::Name) m_name->markError(error.offset);
    if (error.field == FormError::Field::Text) m_text->markError(error.offset);
    if (error.field == FormError::Field::Filter) m_folders->filterChips()->markWrong(error.filter);
    QPalette red = palette();
    red.setColor(QPalette::WindowText, colors(palette()).error);
    m_message->setPalette(red);
    m_message->setText(error.message);
    m_message->show();
}

void SearchPanel::clearError() {
    m_name->clearError();
    m_text->clearError();
    m_folders->filterChips()->clearWrong();
    m_message->clear();
    m_message->hide();
}

}  // namespace findling::gui
