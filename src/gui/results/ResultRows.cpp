#include "gui/results/ResultRows.h"

#include <algorithm>

namespace findling::gui {

namespace {

using Shown = ResultFiles::Shown;

/// Where a row stands among those of its file.
uint64_t rank(const ResultRow& row) {
    if (row.isFile()) return 0;
    if (row.isMore()) return UINT64_MAX;
    return (uint64_t{row.match()} + 1) * 256 + 128 + static_cast<uint64_t>(row.distance());
}

uint32_t shownLines(Shown shown, uint32_t lines) {
    if (shown == Shown::None) return 0;
    return shown == Shown::Some ? std::min(lines, ResultFiles::kFirstLines) : lines;
}

/// Of a file of which some lines are left by a filter.
std::vector<uint32_t> filteredLines(const ResultFiles& files, uint32_t file,
                                    RowFilter::Use& filter) {
    std::vector<uint32_t> out;
    for (uint32_t i = 0; i < files.lines(file); ++i) {
        if (filter.line(files, file, i)) out.push_back(i);
    }
    return out;
}

/// The matching lines of a file of which rows are made.
struct Lines {
    uint32_t file = 0;
    uint32_t shown = 0;                           ///< so many of them
    uint32_t all = 0;                             ///< and those that are not unfolded yet
    const std::vector<uint32_t>* left = nullptr;  ///< by a filter

    uint32_t at(uint32_t i) const { return left ? (*left)[i] : i; }
    ResultRow row(uint32_t i) const { return {file, at(i)}; }
};

uint64_t linesBetween(const LineRange& above, const LineRange& below) {
    return below.first > above.last + 1 ? below.first - above.last - 1 : 0;
}

void appendContext(const ResultFiles& files, const Lines& lines, const ContextWish& context,
                   std::vector<ResultRow>& out) {
    const auto most = static_cast<uint64_t>(context.lines);
    const auto range = [&](uint32_t i) { return linesOf(files, lines.row(i), context.terminator); };
    LineRange here = range(0);
    uint64_t before = linesBetween({}, here);  // of the lines above, those that are this match's
    for (uint32_t i = 0; i < lines.shown; ++i) {
        const uint32_t match = lines.at(i);
        for (auto k = static_cast<int>(std::min(before, most)); k > 0; --k)
            out.push_back(ResultRow::context(lines.file, match, -k));
        out.push_back(lines.row(i));
        // Of a file that goes on nobody knows yet which lines are the next match's.
        uint64_t after = files.ended(lines.file) ? most : 0;
        if (i + 1 < lines.all) {
            const LineRange next = range(i + 1);
            const uint64_t between = linesBetween(here, next);
            before = between / 2;
            after = std::min(between - before, most);
            here = {next.first, std::max(here.last, next.last)};
        }
        for (int k = 1; k <= static_cast<int>(after); ++k)
            out.push_back(ResultRow::context(lines.file, match, k));
    }
}

void appendLines(const ResultFiles& files, const Lines& lines, const ContextWish& context,
                 std::vector<ResultRow>& out) {
    if (context.lines > 0 && lines.shown > 0) return appendContext(files, lines, context, out);
    for (uint32_t i = 0; i < lines.shown; ++i) out.push_back(lines.row(i));
}

}  // namespace

void appendRows(const ResultFiles& files, uint32_t file, RowFilter::Use& filter,
                const ContextWish& context, std::vector<ResultRow>& out) {
    if (files.gone(file)) return;
    const Shown shown = files.shown(file);
    const uint32_t lines = files.lines(file);
    if (filter && !filter.path(files, file)) {
        const std::vector<uint32_t> left = filteredLines(files, file, filter);
        if (left.empty()) return;
        out.push_back({file, ResultRow::kFile});
        const auto all = static_cast<uint32_t>(left.size());
        const uint32_t count = shownLines(shown, all);
        appendLines(files, {file, count, all, &left}, context, out);
        if (shown == Shown::Some && count < all) out.push_back({file, ResultRow::kMore});
        return;
    }
    out.push_back({file, ResultRow::kFile});
    if (lines == 0 || shown == Shown::None) return;
    appendLines(files, {file, shownLines(shown, lines), lines}, context, out);
    // In the end more may be counted than are kept.
    const bool more =
        shown == Shown::Some ? lines > ResultFiles::kFirstLines : files.matches(file) > lines;
    if (more) out.push_back({file, ResultRow::kMore});
}

uint64_t hiddenLines(const ResultFiles& files, uint32_t file, RowFilter::Use& filter) {
    uint64_t all = std::max<uint64_t>(files.matches(file), files.lines(file));
    uint32_t kept = files.lines(file);
    if (filter && !filter.path(files, file)) {
        kept = static_cast<uint32_t>(filteredLines(files, file, filter).size());
        all = kept;
    }
    return all - shownLines(files.shown(file), kept);
}

std::string_view keptText(const ResultFiles::Line& line, char terminator) {
    std::string_view text = line.home->text(line.match->textAt, line.match->textLength);
    // Of "\n" and "\r\n" the search let go itself.
    if (terminator == '\0' && text.ends_with('\0')) text.remove_suffix(1);
    return text;
}

LineRange linesOf(const ResultFiles& files, const ResultRow& row, char terminator) {
    const ResultFiles::Line line = files.line(row.file, row.match());
    if (!line.match) return {};
    const std::string_view text = keptText(line, terminator);
    LineRange out{line.match->line, line.match->line};
    out.last += static_cast<uint64_t>(std::count(text.begin(), text.end(), terminator));
    if (!row.isContext()) return out;
    const int distance = row.distance();
    const uint64_t number = (distance < 0 ? out.first : out.last) + static_cast<uint64_t>(distance);
    return {number, number};
}

int ArrangedRows::place(const ResultRow& row) const {
    const uint32_t first = row.file < places.size() ? places[row.file] : kNone;
    if (first == kNone) return -1;
    // A selection may ask for a hundred thousand rows of one file: they are ordered.
    const auto begin = rows.begin() + first;
    const auto end = std::partition_point(
        begin, rows.end(), [&](const ResultRow& other) { return other.file == row.file; });
    const auto find = [&](const ResultRow& wanted) {
        const auto at = std::lower_bound(
            begin, end, rank(wanted), [](const ResultRow& a, uint64_t b) { return rank(a) < b; });
        return at != end && *at == wanted ? at : end;
    };
    auto at = find(row);
    if (at == end && row.isContext()) at = find({row.file, row.match()});
    return static_cast<int>((at == end ? begin : at) - rows.begin());
}

ArrangedRows arrangeRows(const ResultFiles& files, const RowWish& wish,
                         const std::function<bool()>& cancelled) {
    ArrangedRows out;
    out.files = files.files();
    if (wish.key != SortKey::Found)
        out.order =
            wish.order ? wish.order : sortedFiles(files, wish.key, wish.descending, cancelled);
    if (wish.key != SortKey::Found && !out.order) return {};
    RowFilter::Use filter(wish.filter);
    out.places.assign(out.files, ArrangedRows::kNone);
    out.rows.reserve(out.files);
    for (size_t i = 0; i < out.files; ++i) {
        if (i % 1024 == 0 && cancelled()) break;
        const uint32_t file = out.order ? (*out.order)[i] : static_cast<uint32_t>(i);
        const size_t place = out.rows.size();
        appendRows(files, file, filter, wish.context, out.rows);
        if (out.rows.size() > place) out.places[file] = static_cast<uint32_t>(place);
    }
    out.contextRows = static_cast<size_t>(std::count_if(
        out.rows.begin(), out.rows.end(), [](const ResultRow& row) { return row.isContext(); }));
    return out;
}

}  // namespace findling::gui
