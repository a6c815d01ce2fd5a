// What the rows of SkipModel say.
#include "gui/results/CellText.h"
#include "gui/results/DisplayText.h"
#include "gui/results/FilePaths.h"
#include "gui/why/SkipModel.h"
#include "gui/why/WhyWords.h"
#include "gui/widgets/Icons.h"
#include "gui/widgets/Theme.h"

#include <QGuiApplication>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

bool isNumber(int column) {
    return column == SkipModel::Files || column == SkipModel::Folders;
}

/// "*.o in ~/src/.gitignore:3"
QString ruleText(const std::string& rule) {
    constexpr std::string_view kIn = " in /";
    const size_t at = rule.rfind(kIn);
    if (at == std::string::npos) return displayText(rule);
    const size_t path = at + kIn.size() - 1;
    return displayText(std::string_view(rule).substr(0, path)) +
           shortPath(QByteArray::fromStdString(rule.substr(path)));
}

QColor muted() {
    return colors(QGuiApplication::palette()).muted;
}

}  // namespace

QVariant SkipModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Folders)
        return tr("Folders that were not entered. What is in them was not seen.");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Reason: return tr("Reason");
        case Rule: return tr("Rule");
        case Files: return tr("Files");
        case Folders: return tr("Folders");
        default: return {};
    }
}

QVariant SkipModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (index.internalId() != 0) return pathData(index, role);
    return groupData(static_cast<size_t>(groupOf(index)), index.column(), role);
}

/// In place of a rule.
QString SkipModel::restText(SkipReason reason) const {
    return wasAskedFor(reason) ? tr("Counted, but not listed")
                               : tr("Counted, but not listed: F5 lists them");
}

QVariant SkipModel::groupData(size_t group, int column, int role) const {
    const SkipTally::Group& one = m_tally.group(group);
    switch (role) {
        case Qt::DisplayRole:
            if (column == Reason) return skipReasonText(one.reason);
            if (column == Rule) return one.rest ? restText(one.reason) : ruleText(one.rule);
            if (column == Files) return number(one.files);
            return one.rest ? QString() : number(one.folders);
        case Qt::ToolTipRole: {
            if (column == Reason || (column == Rule && one.rule.empty() && !one.rest))
                return toolTipText(skipReasonHelp(one.reason));
            if (one.rest && !wasAskedFor(one.reason)) {
                return tr("Files and folders together. Nobody was looking while they were counted: "
                          "search again (F5) to see which they are.");
            }
            if (one.rest)
                return tr("Files and folders together. This search did not list them all.");
            return column == Rule ? toolTipText(displayText(one.rule)) : QString();
        }
        case Qt::TextAlignmentRole:
            if (isNumber(column)) return int(Qt::AlignRight | Qt::AlignVCenter);
            break;
        case Qt::ForegroundRole:  // what was not asked for is not missed
            if (!isLoss(one.reason) || (one.rest && column == Rule)) return muted();
            break;
        default: break;
    }
    return {};
}

QString SkipModel::moreText(size_t group) const {
    const SkipTally::Group& one = m_tally.group(group);
    return tr("and %1 more (not kept)").arg(number(one.count() - one.places.size()));
}

QVariant SkipModel::pathData(const QModelIndex& index, int role) const {
    const auto group = static_cast<size_t>(groupOf(index));
    const bool name = index.column() == Reason;
    if (isMore(index)) {
        if (role == Qt::ForegroundRole) return muted();
        if (name && role == Qt::DisplayRole) return moreText(group);
        return {};
    }
    switch (role) {
        case Qt::DisplayRole:
            if (name) return displayText(view(nameOf(path(index))));
            if (index.column() == Rule) return shortPath(folderOf(path(index)));
            break;
        case Qt::AccessibleTextRole:
            if (name) return displayText(view(path(index)));
            break;
        case Qt::ToolTipRole: return toolTipText(displayText(view(path(index))));
        case Qt::DecorationRole:
            if (name) {
                const bool folder = m_tally.isFolder(group, pathOf(index));
                return fileIcon(displayText(view(nameOf(path(index)))), folder, false);
            }
            break;
        case Qt::ForegroundRole:
            if (!name) return muted();
            break;
        default: break;
    }
    return {};
}

QString SkipModel::copyText(const QModelIndex& index) const {
    const QByteArray bytes = path(index);
    if (!bytes.isEmpty()) return displayText(view(bytes));
    const auto group = static_cast<size_t>(groupOf(index));
    if (index.internalId() != 0) return moreText(group);
    const SkipTally::Group& one = m_tally.group(group);
    QString text = skipReasonText(one.reason);
    if (!one.rule.empty()) text += ": "_L1 + displayText(one.rule);
    return text + " ("_L1 + number(one.count()) + u')';
}

}  // namespace findling::gui
