/// A line as it is shown: matches marked or replaced, long ones cut around the first match.
#pragma once

#include "core/base/Text.h"
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
    size_t next = 0;  // the first span that may be in the line at hand
    for (size_t begin = 0, end = 0;; begin = end) {
        end = lineEnd(all.text, begin, terminator);
        MarkedText line{all.text.substr(begin, end - begin), {}};
        const bool last = end == all.text.size();
        for (size_t i = next; i < all.spans.size(); ++i) {
            const Span& span = all.spans[i];
            if (span.begin >= end && !last) break;
            line.spans.push_back({span.begin > begin ? span.begin - begin : 0,
                                  (span.end < end ? span.end : end) - begin});
            if (span.end <= end) next = i + 1;
        }
        use(line, begin);
        if (last) break;
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
