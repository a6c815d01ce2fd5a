/// A line that matched, or a line of context around one.
#pragma once

#include "core/base/Span.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace findling {

/// Valid only while it is being handed over: the text lies in the reader's buffer.
struct Match {
    uint64_t line = 0;            ///< from 1
    uint64_t offset = 0;          ///< bytes from the start of the text to the start of the line
    std::string_view text;        ///< the line with its terminator, if it has one; or several lines
    std::span<const Span> spans;  ///< the matches in it, where the receiver wants them
    bool context = false;
    /// With a replacement, what stands for each of the spans: a part of `replaced`.
    std::span<const Span> replacements = {};
    std::string_view replaced = {};
};

/// How much the receiver wants to know; what it does not want is not computed.
enum class Detail : uint8_t {
    Files,       ///< whether the file matches: the search of a file ends at its first match
    Count,       ///< how many lines match
    CountSpans,  ///< how many matches there are in them
    Lines,       ///< the lines
    Spans,       ///< the lines and the matches in them
};

/// Whether numbers are all that is wanted.
inline bool isCount(Detail detail) {
    return detail == Detail::Count || detail == Detail::CountSpans;
}

}  // namespace findling
