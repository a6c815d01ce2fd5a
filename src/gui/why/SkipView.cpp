#include "gui/why/SkipView.h"

#include "gui/why/SkipModel.h"
#include "gui/why/WhyWords.h"
#include "gui/widgets/Icons.h"

#include <QAction>
#include <QHeaderView>

#include <utility>
#include <vector>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr size_t kFewHits = 1000;  ///< more are not unfolded unasked
}

SkipView::SkipView(SkipModel& model, QWidget* parent)
    : WhyView(parent),
      m_model(model),
      m_searchToo(makeAction(tr("Search these too"), "search"_L1, {})) {
    m_searchToo->setShortcuts({QKeySequence(u"Alt+Return"_s), QKeySequence(u"Alt+Enter"_s)});
    connect(m_searchToo, &QAction::triggered, this, &SkipView::searchToo);
    connect(&model, &SkipModel::filtered, this, &SkipView::unfoldHits);
    setModel(&model);
    setAccessibleName(tr("What was skipped"));
    const int letter = fontMetrics().averageCharWidth();
    header()->resizeSection(SkipModel::Reason, letter * 38);
    header()->setSectionResizeMode(SkipModel::Rule, QHeaderView::Stretch);
    header()->resizeSection(SkipModel::Files, letter * 14);
    header()->resizeSection(SkipModel::Folders, letter * 14);
    header()->setSortIndicatorClearable(true);
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
}

void SkipView::setLiftable(std::function<bool(SkipReason)> liftable) {
    m_liftable = std::move(liftable);
    updateSearchToo(currentIndex());
}

bool SkipView::canLift(SkipReason reason) const {
    return m_liftable && m_liftable(reason);
}

void SkipView::setFilter(const QString& text) {
    std::vector<int> unfolded;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        if (isExpanded(index)) unfolded.push_back(m_model.groupOf(index));
    }
    m_model.setFilter(text);
    for (const int group : unfolded) {
        if (const QModelIndex index = m_model.indexOf(group); index.isValid()) expand(index);
    }
}

void SkipView::unfoldHits() {
    if (m_model.filter().isEmpty() || m_model.hits() > kFewHits) return;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        if (m_model.isPartly(m_model.groupOf(index))) expand(index);
    }
}

QByteArray SkipView::pathAt(const QModelIndex& index) const {
    return m_model.path(index);
}

QString SkipView::textAt(const QModelIndex& index) const {
    return m_model.copyText(index);
}

QList<QAction*> SkipView::moreActions() const {
    return {m_searchToo};
}

void SkipView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    WhyView::currentChanged(current, previous);
    updateSearchToo(current);
}

void SkipView::updateSearchToo(const QModelIndex& current) {
    const int group = m_model.groupOf(current);
    if (group < 0) {
        m_searchToo->setEnabled(false);
        m_searchToo->setToolTip(tr("Choose a reason in the list first"));
        return;
    }
    const SkipReason reason = m_model.tally().group(static_cast<size_t>(group)).reason;
    m_searchToo->setEnabled(canLift(reason));
    m_searchToo->setToolTip(skipReasonHelp(reason));
}

void SkipView::searchToo() {
    const int group = m_model.groupOf(currentIndex());
    if (group < 0) return;
    const SkipTally::Group& one = m_model.tally().group(static_cast<size_t>(group));
    // Copies: the receiver starts a search, and that empties the list.
    const SkipReason reason = one.reason;
    const QByteArray rule = QByteArray::fromStdString(one.rule);
    emit searchTooWanted(reason, rule);
}

}  // namespace findling::gui
