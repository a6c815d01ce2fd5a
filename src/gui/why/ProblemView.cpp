#include "gui/why/ProblemView.h"

#include "gui/why/ProblemModel.h"

#include <QHeaderView>

namespace findling::gui {

ProblemView::ProblemView(ProblemModel& model, QWidget* parent) : WhyView(parent), m_model(model) {
    setModel(&model);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setAccessibleName(tr("Errors"));
    const int letter = fontMetrics().averageCharWidth();
    header()->setSectionResizeMode(ProblemModel::Path, QHeaderView::Stretch);
    header()->resizeSection(ProblemModel::Error, letter * 36);
    header()->resizeSection(ProblemModel::Action, letter * 20);
}

QByteArray ProblemView::pathAt(const QModelIndex& index) const {
    return m_model.path(index.row());
}

QString ProblemView::textAt(const QModelIndex& index) const {
    return m_model.copyText(index.row());
}

}  // namespace findling::gui
