/// The tree of skipped entries on the screen, and the way to search them too.
#pragma once

#include "core/base/Problem.h"
#include "gui/why/WhyView.h"

#include <functional>

namespace findling::gui {

class SkipModel;

class SkipView : public WhyView {
    Q_OBJECT

public:
    explicit SkipView(SkipModel& model, QWidget* parent = nullptr);

    /// Which reasons a search can be told to drop; without an answer none.
    void setLiftable(std::function<bool(SkipReason)> liftable);
    bool canLift(SkipReason reason) const;
    /// Groups that were unfolded stay so; those with few paths that have the text unfold.
    void setFilter(const QString& text);
    QAction* searchTooAction() const { return m_searchToo; }

signals:
    void searchTooWanted(findling::SkipReason reason, const QByteArray& rule);

protected:
    QByteArray pathAt(const QModelIndex& index) const override;
    QString textAt(const QModelIndex& index) const override;
    QList<QAction*> moreActions() const override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void updateSearchToo(const QModelIndex& current);
    void searchToo();
    void unfoldHits();

    SkipModel& m_model;
    std::function<bool(SkipReason)> m_liftable;
    QAction* m_searchToo;
};

}  // namespace findling::gui
