#include "gui/results/ResultPane.h"

#include "gui/results/CellText.h"
#include "gui/results/FilterBar.h"
#include "gui/results/ResultModel.h"
#include "gui/results/ResultOverlay.h"
#include "gui/results/ResultView.h"
#include "gui/widgets/NoticeBar.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

enum Choice {
    LiftHidden,
    LiftIgnore,
    LiftCase,
    LiftWord,
    PlainText,
    ExampleName,
    ExampleText,
    ExampleRegex
};

}  // namespace

ResultPane::ResultPane(ResultModel& model, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_stack(new QStackedWidget(this)),
      m_filter(new FilterBar(this)),
      m_notice(new NoticeBar(this)),
      m_view(new ResultView(model, this)),
      m_overlay(new ResultOverlay(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filter);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_overlay);
    m_stack->addWidget(m_view);
    connect(m_overlay, &ResultOverlay::chosen, this, &ResultPane::choose);
    connect(m_filter, &FilterBar::filterChanged, this, [this](const QString& text) {
        m_model.setFilter(text);
        showCount();
    });
    connect(m_filter, &FilterBar::resultsWanted, this, [this] {
        m_view->setFocus();
        if (m_view->currentRow() < 0) m_view->goToRow(0);
    });
    connect(m_filter, &FilterBar::closed, this, [this] { m_view->setFocus(); });
    connect(&model, &ResultModel::layoutChanged, this, [this] { showCount(); });
    connect(&model, &ResultModel::modelReset, this, &ResultPane::showCount);
    connect(&model, &ResultModel::rowsInserted, this, &ResultPane::showCount);
    connect(&model, &ResultModel::rowsRemoved, this, &ResultPane::showCount);
    connect(&model, &ResultModel::arrangingChanged, this, &ResultPane::showCount);
}

/// How much a filter leaves; while it is worked out, that it is.
void ResultPane::showCount() {
    if (m_filter->isHidden()) return;
    if (m_model.isArranging()) return m_filter->setCount(tr("…"));
    m_filter->setCount(m_model.filter().isEmpty() ? QString()
                       : m_model.rowCount() == 0
                           ? tr("Nothing left")
                           : tr("%1 rows").arg(number(m_model.store().resultRows())));
}

bool ResultPane::showsTable() const {
    return m_stack->currentWidget() == m_view;
}

void ResultPane::showTable() {
    m_stack->setCurrentWidget(m_view);
}

void ResultPane::showHint() {
    m_form = {};
    m_overlay->show("search"_L1, tr("Type a name, a text, or both"),
                    tr("Results appear while you type. To begin with:"),
                    {{tr("Names that contain a word"), u"readme"_s, ExampleName},
                     {tr("Lines that hold a text"), u"TODO"_s, ExampleText},
                     {tr("Lines that match a pattern"), u"\\b(TODO|FIXME)\\b"_s, ExampleRegex}});
    m_stack->setCurrentWidget(m_overlay);
}

void ResultPane::showWaiting() {
    m_form = {};
    m_overlay->show("search"_L1, tr("Not searched yet"), tr("Enter in a field starts it"), {});
    m_stack->setCurrentWidget(m_overlay);
}

void ResultPane::showNothing(const SearchForm& form, const Progress& progress, bool complete) {
    m_form = form;
    QList<ResultOverlay::Line> lines;
    if (const uint64_t hidden = at(progress.skips, SkipReason::Hidden)) {
        lines.append({hidden == 1
                          ? tr("1 hidden file or folder was left out")
                          : tr("%1 hidden files and folders were left out").arg(number(hidden)),
                      tr("Search hidden files"), LiftHidden});
    }
    if (const uint64_t ignored = at(progress.skips, SkipReason::Ignored)) {
        lines.append(
            {ignored == 1
                 ? tr("1 file or folder is named by ignore rules")
                 : tr("%1 files and folders are named by ignore rules").arg(number(ignored)),
             tr("Search ignored files"), LiftIgnore});
    }
    if (form.matchCase)
        lines.append({tr("Upper and lower case must match"), tr("Any case"), LiftCase});
    if (form.word && !form.text.isEmpty()) {
        lines.append({tr("Only whole words count"), tr("Parts of words"), LiftWord});
    }
    if (form.regex && !form.text.isEmpty()) {
        lines.append({tr("The text is a regular expression"), tr("Plain text"), PlainText});
    }
    if (const uint64_t binary = at(progress.skips, SkipReason::Binary)) {
        lines.append({binary == 1 ? tr("1 binary file was not searched")
                                  : tr("%1 binary files were not searched").arg(number(binary))});
    }
    if (progress.problems > 0) {
        lines.append({progress.problems == 1
                          ? tr("1 place could not be read")
                          : tr("%1 places could not be read").arg(number(progress.problems))});
    }
    const QString title = !complete             ? tr("Nothing found so far")
                          : form.text.isEmpty() ? tr("No file matches")
                                                : tr("No line matches");
    m_overlay->show("file-search"_L1, title,
                    lines.isEmpty() ? QString() : tr("What may have hidden it:"), lines);
    m_stack->setCurrentWidget(m_overlay);
}

void ResultPane::choose(int id) {
    SearchForm form = m_form;
    switch (id) {
        case LiftHidden: form.hidden = true; break;
        case LiftIgnore: form.ignoreRules = false; break;
        case LiftCase: form.matchCase = false; break;
        case LiftWord: form.word = false; break;
        case PlainText: form.regex = false; break;
        case ExampleName: form.name = u"readme"_s; break;
        case ExampleText: form.text = u"TODO"_s; break;
        case ExampleRegex:
            form.text = u"\\b(TODO|FIXME)\\b"_s;
            form.regex = true;
            break;
        default: return;
    }
    emit formWanted(form);
}

}  // namespace findling::gui
