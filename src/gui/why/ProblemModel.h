/// The places that a search could not read, with what the system said.
#pragma once

#include "core/base/Problem.h"

#include <QAbstractTableModel>
#include <QByteArray>

#include <vector>

namespace findling::gui {

class ProblemModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Path, Error, Action, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// The list so far: what is new in it is appended.
    void setProblems(const std::vector<Problem>& all);
    void clear() { setProblems({}); }

    const Problem& problem(int row) const { return m_problems[static_cast<size_t>(row)]; }
    QByteArray path(int row) const { return QByteArray::fromStdString(problem(row).path); }
    /// One line for the clipboard.
    QString copyText(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Problem> m_problems;
};

}  // namespace findling::gui
