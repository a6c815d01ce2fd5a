/// A line as it is shown: matches marked or replaced, long ones cut around the first match.
#pragma once

#include "core/content/Match.h"

#include <string>
#include <string_view>
#include <vector>

namespace findling {

/// A line's text and the matches in it, bytes from its start.
struct MarkedText {
    std::string_view text;
    std::vector<Span> spans;
};

/// The match with its replacements put in; `buffer` holds the text. Without replacements the match
/// as it is.
MarkedText replacedText(const Match& match, std::string& buffer);

/// Calls `use(MarkedText line, size_t begin)` for each of the lines in a text; a match over several
/// lines marks a part of each.
template <class Use>
void eachLine(const MarkedText& all, char terminator, Use use) {
    for (size_t begin = 0; begin < all.text.size() || begin == 0;) {
        const size_t found = all.text.find(terminator, begin);
        const size_t end = found == std::string_view::npos ? all.text.size() : found + 1;
        MarkedText line{all.text.substr(begin, end - begin), {}};
        for (const Span& span : all.spans) {
            const bool here = span.begin < end && (span.end > begin || span.begin == span.end);
            if (!here || span.end < begin || span.begin + line.text.size() < begin) continue;
            if (span.begin < begin && span.end <= begin) continue;
            line.spans.push_back({span.begin > begin ? span.begin - begin : 0,
                                  (span.end < end ? span.end : end) - begin});
        }
        use(line, begin);
        if (end == all.text.size()) break;
        begin = end;
    }
}

struct MarkStyle {
    bool escape = false;    ///< control characters are made visible
    bool color = false;     ///< matches are
    size_t maxColumns = 0;  ///< bytes; 0 = all
};

/// Appends the line without its terminator, marked and cut.
void appendMarked(std::string& out, const MarkedText& line, const MarkStyle& style);

}  // namespace findling
