/// Finds the matches of a text, one after another.
#pragma once

#include "core/content/Match.h"
#include "core/pattern/Regex.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace findling {

/// One line with its terminator, or the lines that one match covers: bytes of a text.
struct Line {
    size_t begin = 0;
    size_t end = 0;
};

/// Matches that are kept of one line: a longest line full of them would take gigabytes.
inline constexpr size_t kMaxSpans = 1 << 20;

class MatchFinder {
public:
    virtual ~MatchFinder() = default;

    enum class Answer : uint8_t {
        Found,
        Nothing,     ///< in the rest of the text
        Pause,       ///< nothing yet; ask again after a look at the clock
        TooComplex,  ///< the line at hand could not be searched to its end
        Stopped,
    };
    /// Starts on a text that begins and ends at the edges of lines, at byte `from` of it.
    virtual void begin(std::string_view text, size_t from) = 0;
    /// The next line that matches; or, with TooComplex, the one that nobody can tell of.
    virtual Answer next(Line& line, RegexScratch& scratch) = 0;
    enum class Spans : uint8_t {
        All,
        TooMany,     ///< more than are kept
        TooComplex,  ///< behind the last the line could not be searched to its end
    };
    /// The matches in a line that next() has found, bytes from its start.
    virtual Spans spans(Line line, RegexScratch& scratch, std::vector<Span>& out) = 0;
    /// The match in the line from byte `from` of it on, with its groups.
    virtual MatchOutcome capture(Line line, size_t from, RegexScratch& scratch, RegexMatch& match,
                                 std::vector<std::string_view>& groups) = 0;
};

}  // namespace findling
