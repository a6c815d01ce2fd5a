/// Searches the lines of one text that arrives in pieces, and hands over matches with context.
#pragma once

#include "core/content/Match.h"
#include "core/pattern/Regex.h"
#include "core/query/Query.h"

#include <string_view>
#include <vector>

namespace findling {

/// Who receives the matches of one file.
class MatchReceiver {
public:
    virtual ~MatchReceiver() = default;
    /// Whether one more matching line is wanted; asked before it and its context are handed over.
    enum class Wish : uint8_t { No, Last, Yes };
    virtual Wish wantsMatch() = 0;
    /// False ends the search of this file.
    virtual bool match(const Match& match) = 0;
    /// Asked often; false ends the search of this file.
    virtual bool goOn() = 0;
    /// The line could not be searched to its end; `last`: there were so many of these that the
    /// rest of the file is left.
    virtual void tooComplex(uint64_t line, bool last) = 0;
};

class LineSearcher {
public:
    LineSearcher(const Regex& regex, const ContentQuery& query, Detail detail);

    void startText(MatchReceiver& receiver);
    /// Searches `text`, which begins where the last call said and ends at the end of a line (or of
    /// the file). Returns how many bytes at its start are no longer needed; the rest, which may be
    /// wanted as context, must come again at the start of the next call.
    /// `last`: nothing comes after this text.
    size_t search(std::string_view text, bool last, RegexScratch& scratch);

    uint64_t matches() const { return m_matches; }
    bool ended() const { return m_ended; }  ///< nothing more is wanted of this file

private:
    struct Line {
        size_t begin, end;  ///< end includes the terminator
    };

    bool searchLine(Line line, RegexScratch& scratch);
    bool isMatch(std::string_view line, RegexScratch& scratch);
    bool report(Line line, RegexScratch& scratch);
    void countLines(size_t until);
    bool emit(Line line, bool context);
    bool emitAfterContext(size_t until);
    bool emitBeforeContext(size_t until);
    size_t backLines(size_t from, uint32_t count, size_t floor) const;
    void collectSpans(std::string_view line, RegexScratch& scratch);
    Line lineAt(size_t begin) const;

    const Regex& m_regex;
    const ContentQuery& m_query;
    Detail m_detail;
    MatchReceiver* m_receiver = nullptr;

    std::string_view m_text;  ///< of the current call
    bool m_ascii = false;
    size_t m_seen = 0;     ///< bytes at the start of m_text that were searched before
    size_t m_emitted = 0;  ///< end of the last line handed over, in m_text
    size_t m_counted = 0;  ///< newlines are counted up to here
    uint64_t m_line = 1;   ///< number of the line at m_counted
    uint64_t m_base = 0;   ///< offset of m_text in the file
    uint32_t m_afterLeft = 0;
    uint64_t m_matches = 0;
    uint32_t m_complex = 0;
    bool m_ended = false;
    bool m_onlyContext = false;  ///< enough matches: only lines after the last are wanted
    std::vector<Span> m_spans;
};

}  // namespace findling
