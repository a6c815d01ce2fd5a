/// What a right click on a chip makes of its filter: all that it keeps away now, and nothing else.
#pragma once

#include "gui/query/Filters.h"

#include <optional>

namespace findling::gui {

/// The filters with the opposite of this one, which the core can express exactly: no entry passes
/// both, and every entry of the sort that the filter speaks of passes one of them (a size is a
/// file's, a creation time is known). Nothing where there is none. Twice is as it was.
std::optional<Filters> opposite(const Filters& filters, FilterKind kind);

}  // namespace findling::gui
