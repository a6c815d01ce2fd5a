/// The list of errors on the screen.
#pragma once

#include "gui/why/WhyView.h"

namespace findling::gui {

class ProblemModel;

class ProblemView : public WhyView {
    Q_OBJECT

public:
    explicit ProblemView(ProblemModel& model, QWidget* parent = nullptr);

protected:
    QByteArray pathAt(const QModelIndex& index) const override;
    QString textAt(const QModelIndex& index) const override;

private:
    ProblemModel& m_model;
};

}  // namespace findling::gui
