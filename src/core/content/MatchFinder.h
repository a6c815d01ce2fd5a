/// Finds the matches of a text, one after another.
#pragma once

#include "core/base/Text.h"
#include "core/content/Marks.h"
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
    enum class Marked : uint8_t {
        All,
        AsManyAsAreKept,  ///< and there are more
        UntilTooComplex,  ///< behind the last the line could not be searched to its end
    };
    /// The matches in a line that next() has found.
    virtual Marked mark(Line line, RegexScratch& scratch, Marks& out) = 0;
    /// How many lines end in a part of the text; a finder may know some without a look at them.
    virtual size_t countLines(std::string_view text, Line part, char terminator) const {
        return countByte(text.substr(part.begin, part.end - part.begin), terminator);
    }
};

}  // namespace findling
