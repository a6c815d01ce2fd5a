#include "gui/why/ProblemModel.h"

#include "gui/results/DisplayText.h"

namespace findling::gui {

using namespace Qt::StringLiterals;

void ProblemModel::setProblems(const std::vector<Problem>& all) {
    const size_t had = m_problems.size();
    const bool grown =
        all.size() >= had && (had == 0 || (all[had - 1].path == m_problems.back().path &&
                                           all[0].path == m_problems[0].path));
    if (!grown) {
        beginResetModel();
        m_problems = all;
        endResetModel();
        return;
    }
    if (all.size() == had) return;
    beginInsertRows({}, static_cast<int>(had), static_cast<int>(all.size()) - 1);
    m_problems.insert(m_problems.end(), all.begin() + static_cast<std::ptrdiff_t>(had), all.end());
    endInsertRows();
}

QString ProblemModel::copyText(int row) const {
    return displayText(describe(problem(row)));
}

int ProblemModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Problem& one = problem(index.row());
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
            case Path: return displayText(one.path);
            case Error: return displayText(one.text);
            case Action: return displayText(one.operation);
            default: return {};
        }
    }
    if (role != Qt::ToolTipRole) return {};
    const QString line = displayText(describe(one));
    return toolTipText(one.code == 0 ? line
                                     : tr("%1, error %2").arg(line, QString::number(one.code)));
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Path: return tr("Path");
        case Error: return tr("Error");
        case Action: return tr("What failed");
        default: return {};
    }
}

}  // namespace findling::gui
