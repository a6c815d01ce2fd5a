/// Walks from match to match over all files of a ResultModel, in the order that the table shows.
#pragma once

#include <QtGlobal>

namespace findling::gui {

class ResultModel;

/// The row of the next matching line (direction 1) or the one before (-1), seen from a row; goes
/// round at the ends. Unfolds what it steps into. -1 where there is no match at all.
int stepMatch(ResultModel& model, int row, int direction);

/// The row of the first matching line of a file, as far as it is unfolded; -1 where there is none.
int firstMatch(const ResultModel& model, int fileRow);

/// Which of all matching lines this row is, from 1; of a file's own row, its first; of a line of
/// context, that which it stands near. 0 = none.
quint64 matchOrdinal(const ResultModel& model, int row);

}  // namespace findling::gui
