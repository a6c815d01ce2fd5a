/// What a search left out: places that could not be read, and skipped entries by reason.
#pragma once

#include "core/base/Problem.h"

#include <QWidget>

#include <vector>

class QTreeWidget;

namespace findling::gui {

/// The reason in words of the window's language.
QString reasonText(SkipReason reason);

class DetailsPanel : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPanel(QWidget* parent = nullptr);
    void show(const std::vector<Problem>& problems, uint64_t problemCount, const SkipCounts& skips);
    QTreeWidget* list() const { return m_list; }

private:
    void addReasons(const QString& title, uint64_t sum, const SkipCounts& skips, bool lost);

    QTreeWidget* m_list;
};

}  // namespace findling::gui
