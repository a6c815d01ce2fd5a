#include "gui/widgets/DetailsPanel.h"

#include "gui/results/DisplayText.h"
#include "gui/widgets/Theme.h"

#include <QHeaderView>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace findling::gui {

namespace {

constexpr size_t kShown = 1000;  ///< a list longer than this is read by nobody

QString number(uint64_t value) {
    return QLocale().toString(static_cast<qulonglong>(value));
}

}  // namespace

QString reasonText(SkipReason reason) {
    switch (reason) {
        case SkipReason::Pattern: return DetailsPanel::tr("Other name");
        case SkipReason::Type: return DetailsPanel::tr("Other type");
        case SkipReason::Extension: return DetailsPanel::tr("Other extension");
        case SkipReason::Hidden: return DetailsPanel::tr("Hidden");
        case SkipReason::Ignored: return DetailsPanel::tr("Named by an ignore rule");
        case SkipReason::Excluded: return DetailsPanel::tr("Excluded");
        case SkipReason::Depth: return DetailsPanel::tr("Too deep or not deep enough");
        case SkipReason::Size: return DetailsPanel::tr("Size");
        case SkipReason::Time: return DetailsPanel::tr("Time");
        case SkipReason::Binary: return DetailsPanel::tr("Binary file");
        case SkipReason::Encoding: return DetailsPanel::tr("Encoding that cannot be read yet");
        case SkipReason::OtherFileSystem: return DetailsPanel::tr("On another file system");
        case SkipReason::VirtualFileSystem: return DetailsPanel::tr("Virtual file system");
        case SkipReason::Vanished: return DetailsPanel::tr("Vanished during the search");
        case SkipReason::Text: return DetailsPanel::tr("Text not in the file");
        case SkipReason::Limit: return DetailsPanel::tr("Beyond a limit");
        case SkipReason::Owner: return DetailsPanel::tr("Other owner");
        case SkipReason::Permissions: return DetailsPanel::tr("Other permissions");
        default: break;
    }
    // A reason younger than this list, in the core's words.
    const std::string_view word = name(reason);
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

DetailsPanel::DetailsPanel(QWidget* parent) : QWidget(parent), m_list(new QTreeWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("Reason"), tr("Files and folders")});
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("What was left out"));
    flattenHeader(m_list->header());
    m_list->header()->setStretchLastSection(true);
    m_list->header()->resizeSection(0, fontMetrics().averageCharWidth() * 48);
}

void DetailsPanel::show(const std::vector<Problem>& problems, uint64_t problemCount,
                        const SkipCounts& skips) {
    m_list->clear();
    if (problemCount > 0) {
        auto* top = new QTreeWidgetItem(m_list, {tr("Errors"), number(problemCount)});
        const size_t shown = std::min(problems.size(), kShown);
        for (size_t i = 0; i < shown; ++i) {
            const Problem& problem = problems[i];
            new QTreeWidgetItem(top, {displayText(problem.path), displayText(problem.text)});
        }
        if (problemCount > shown)
            new QTreeWidgetItem(top, {tr("%1 more").arg(number(problemCount - shown))});
    }
    // Not what was asked for is no loss; the rest may be.
    const uint64_t lost = leftOut(skips);
    addReasons(tr("Skipped"), lost, skips, true);
    uint64_t seen = 0;
    for (const uint64_t count : skips) seen += count;
    addReasons(tr("Seen, but not asked for"), seen - lost, skips, false);
    m_list->expandAll();
}

void DetailsPanel::addReasons(const QString& title, uint64_t sum, const SkipCounts& skips,
                              bool lost) {
    if (sum == 0 && !lost) return;
    auto* top = new QTreeWidgetItem(m_list, {title, number(sum)});
    for (size_t i = 0; i < kSkipReasons; ++i) {
        SkipCounts one{};
        one[i] = skips[i];
        if (skips[i] == 0 || (leftOut(one) > 0) != lost) continue;
        new QTreeWidgetItem(top, {reasonText(static_cast<SkipReason>(i)), number(skips[i])});
    }
}

}  // namespace findling::gui
