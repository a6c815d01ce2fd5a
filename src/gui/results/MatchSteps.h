/// Walks from match to match over all files of a ResultModel, in the order that the table shows.
#pragma once

#include <QtGlobal>

namespace findling::gui {

class ResultModel;

/// The row of the next matching line (direction 1) or the one before (-1), seen from a row; goes
/// round at the ends. Unfolds what it steps into. -1 where there is no match at all.
int stepMatch(ResultModel& model, int row, int direction);

/// Which of all matching lines this row is, from 1; of a file's own row, its first. 0 = none.
quint64 matchOrdinal(const ResultModel& model, int row);

}  // namespace findling::gui
