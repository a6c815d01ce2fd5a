#include "gui/results/MatchSteps.h"

#include "gui/results/ResultModel.h"

namespace findling::gui {

namespace {

using Shown = ResultFiles::Shown;

/// The next row of a file with lines, from `row` on; -1 when there is none in this direction.
int fileWithLines(const ResultModel& model, int row, int direction) {
    for (; row >= 0 && row < model.rowCount(); row += direction) {
        if (model.isFileRow(row) && model.store().lines(model.row(row).file) > 0) return row;
    }
    return -1;
}

/// The next row with a matching line among those of a file, from `row` on; -1 when there is none.
int lineFrom(const ResultModel& model, int row, int direction) {
    for (; row >= 0 && row < model.rowCount(); row += direction) {
        const ResultStore::Row here = model.row(row);
        if (here.isLine()) return row;
        if (here.isFile()) return -1;
    }
    return -1;
}

int firstLine(ResultModel& model, int fileRow) {
    if (model.shown(fileRow) == Shown::None) model.setShown(fileRow, Shown::Some);
    return lineFrom(model, fileRow + 1, 1);
}

int lastLine(ResultModel& model, int fileRow) {
    model.setShown(fileRow, Shown::All);
    const uint32_t file = model.row(fileRow).file;
    int row = fileRow;  // a filter may have left only some
    while (row + 1 < model.rowCount() && model.row(row + 1).file == file) ++row;
    return lineFrom(model, row, -1);
}

int stepForward(ResultModel& model, int row) {
    if (row >= 0 && model.isFileRow(row)) {
        if (fileWithLines(model, row, 1) == row) return firstLine(model, row);
    } else if (row >= 0) {
        int below = row + 1;
        while (below < model.rowCount() && model.row(below).isContext()) ++below;
        if (below < model.rowCount() && model.row(below).isMore() &&
            model.shown(row) == Shown::Some) {
            model.setShown(row, Shown::All);
        }
        const int next = lineFrom(model, row + 1, 1);
        if (next >= 0) return next;
    }
    const int next = fileWithLines(model, row + 1, 1);
    return next < 0 ? -1 : firstLine(model, next);
}

int stepBack(ResultModel& model, int row) {
    const bool end = row >= model.rowCount();
    if (!end && !model.isFileRow(row)) {
        const int line = lineFrom(model, row - 1, -1);
        if (line >= 0) return line;
    }
    const int own = end ? row : model.fileRow(row);
    const int previous = fileWithLines(model, own - 1, -1);
    return previous < 0 ? -1 : lastLine(model, previous);
}

}  // namespace

int stepMatch(ResultModel& model, int row, int direction) {
    if (model.rowCount() == 0) return -1;
    if (direction > 0) {
        const int next = stepForward(model, row);
        return next >= 0 ? next : stepForward(model, -1);
    }
    const int previous = row < 0 ? -1 : stepBack(model, row);
    return previous >= 0 ? previous : stepBack(model, model.rowCount());
}

int firstMatch(const ResultModel& model, int fileRow) {
    return lineFrom(model, fileRow + 1, 1);
}

quint64 matchOrdinal(const ResultModel& model, int row) {
    if (row < 0 || row >= model.rowCount()) return 0;
    const ResultStore& store = model.store();
    const ResultStore::Row here = model.row(row);
    if (store.matches(here.file) == 0) return 0;
    const uint64_t before = store.matchesBefore(static_cast<size_t>(model.fileRow(row)));
    return before + (here.isText() ? here.match() + 1 : here.isMore() ? store.lines(here.file) : 1);
}

}  // namespace findling::gui
