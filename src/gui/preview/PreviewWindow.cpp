#include "gui/preview/PreviewWindow.h"

#include "gui/preview/PreviewFile.h"

#include <algorithm>
#include <optional>

namespace findling::gui {

namespace {

/// Where a match lies in the text that is read; from there its line's number is known.
struct Place {
    uint64_t lineBegin = 0;
    uint64_t match = 0;  ///< at or behind that
    uint64_t line = 1;
};

/// What is to be read: `from` up to `begin` is the lead.
struct Stretch {
    uint64_t from = 0;
    uint64_t begin = 0;
    bool more = false;  ///< the text goes on behind it
};

std::optional<Place> placeOf(PreviewFile& file, const PreviewTarget& target,
                             const Cancelled& cancelled) {
    const PreviewMatch* match = target.match();
    if (!match || !file.keepsMatches()) return std::nullopt;
    Place place{match->offset, 0, match->line};
    // The search counted in decoded text, and here are bytes: only the line's number is the same.
    if (file.searched().form == Decoding::Form::ByLine) {
        if (!file.rewind()) return std::nullopt;
        place.lineBegin = file.skipLines(match->line - 1, cancelled);
    }
    place.match = place.lineBegin + (match->spans.empty() ? 0 : match->spans.front().first);
    return place;
}

/// Where the first line begins at or behind `at`.
size_t lineFrom(std::string_view bytes, size_t at, char terminator) {
    if (at == 0) return 0;
    const size_t end = bytes.find(terminator, at - 1);
    return end == std::string_view::npos ? bytes.size() : end + 1;
}

/// The last so many lines between `first` and `shown`, both of them beginnings of lines.
size_t leadBegin(std::string_view bytes, size_t first, size_t shown, char terminator) {
    size_t at = shown;
    for (int lines = 0; lines < kLeadLines && at > first; ++lines) {
        const size_t end = at >= 2 ? bytes.rfind(terminator, at - 2) : std::string_view::npos;
        at = end == std::string_view::npos || end < first ? first : end + 1;
    }
    return at;
}

/// A window begins and ends somewhere: only its whole lines are shown, but for a line that is
/// larger than the window itself.
void trim(PreviewWindow& out, const Stretch& stretch, const std::optional<Place>& place,
          char terminator) {
    std::string& bytes = out.bytes;
    const size_t wanted = std::min<size_t>(stretch.begin - stretch.from, bytes.size());
    size_t shown = lineFrom(bytes, wanted, terminator);
    size_t match = 0;
    if (place && place->lineBegin < stretch.from) {  // the window lies within one line
        out.cutFront = stretch.begin - place->lineBegin;
        out.firstLine = place->line;
        shown = wanted;
        match = static_cast<size_t>(place->match - stretch.from);
    } else if (place) {
        const auto line = std::min<size_t>(place->lineBegin - stretch.from, bytes.size());
        shown = std::min(shown, line);
        const auto before = static_cast<uint64_t>(
            std::count(bytes.data() + shown, bytes.data() + line, terminator));
        out.firstLine = place->line > before ? place->line - before : 1;
        match = static_cast<size_t>(place->match - stretch.from);
    }
    if (stretch.more) {
        const size_t last = bytes.rfind(terminator);
        out.cutBack = last == std::string::npos || last < std::max(shown, match);
        if (!out.cutBack) bytes.resize(last);
    }
    shown = std::min(shown, bytes.size());
    size_t lead = shown;
    if (out.cutFront == 0) {
        const size_t first = stretch.from == 0 ? 0 : lineFrom(bytes, 1, terminator);
        lead = leadBegin(bytes, std::min(first, shown), shown, terminator);
    }
    out.fromStart = stretch.from == 0 && lead == 0;
    bytes.erase(0, lead);
    out.shown = shown - lead;
}

bool readAround(PreviewFile& file, const std::optional<Place>& place, char terminator,
                const Cancelled& cancelled, PreviewWindow& out) {
    Stretch stretch;
    if (place && place->match > kFileWindow / 2) stretch.begin = place->match - kFileWindow / 2;
    if (file.isSeekable()) {
        const uint64_t last = file.size() > kFileWindow ? file.size() - kFileWindow : 0;
        stretch.begin = std::min(stretch.begin, last);
    }
    stretch.from = stretch.begin > kLeadBytes ? stretch.begin - kLeadBytes : 0;
    const uint64_t length = stretch.begin - stretch.from + kFileWindow;
    if (!file.rewind() || !file.skip(stretch.from, cancelled)) return false;
    if (!file.read(length, out.bytes, cancelled)) return false;
    stretch.more = out.bytes.size() == length;
    if (stretch.more && file.isSeekable()) stretch.more = stretch.from + length < file.size();
    trim(out, stretch, place, terminator);
    out.whole = false;
    return true;
}

}  // namespace

bool readWindow(PreviewFile& file, const PreviewTarget& target, const Cancelled& cancelled,
                PreviewWindow& out) {
    out = {};
    if (!file.isSeekable() || file.size() <= kWholeFile) {
        if (!file.rewind() || !file.read(kWholeFile + 1, out.bytes, cancelled)) return false;
        if (out.bytes.size() <= kWholeFile) return true;
        out = {};
    }
    const char terminator = target.reading.terminator;
    const std::optional<Place> place = placeOf(file, target, cancelled);
    if (!readAround(file, place, terminator, cancelled, out)) return false;
    if (!out.bytes.empty() || !place || cancelled()) return true;
    out = {};  // the file is not that long any more
    return readAround(file, std::nullopt, terminator, cancelled, out);
}

}  // namespace findling::gui
