/// The words of the filters: for chips, menus and popups.
#pragma once

#include "gui/query/Filters.h"

#include <QIcon>

namespace findling::gui {

/// "Size", "Kinds of files": in menus and above the popup.
QString filterName(FilterKind kind);
/// "at least 10 KB", "changed: last 7 days", "not: build"; of a switch that is off the opposite.
/// `index` is the place in the excludes.
QString filterText(const Filters& filters, FilterKind kind, qsizetype index = 0);
/// One sentence for the tool tip of a chip: the filter's name and all it says.
QString filterHint(const Filters& filters, FilterKind kind, qsizetype index = 0);
QIcon filterIcon(FilterKind kind);

/// The types of entries that can be chosen, with their names; of what is rare several go by one.
QList<std::pair<QList<EntryKind>, QString>> typeChoices();

/// "10 KB", "1.5 MB"; "1,500 bytes" where no unit fits. What is no size comes back as it is, and
/// so does a bound with a mark.
QString sizeText(const QString& typed);

}  // namespace findling::gui
