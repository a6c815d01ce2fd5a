/// Searches one text that arrives in pieces, and hands over the lines that match, with context.
#pragma once

#include "core/content/Match.h"
#include "core/content/MatchFinder.h"
#include "core/pattern/Regex.h"
#include "core/query/Query.h"

#include <string>
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
    /// The line has more matches than are kept.
    virtual void tooMany(uint64_t line) = 0;
};

/// After this many lines that no limit allows, a file is left: it would go on like that.
inline constexpr uint32_t kMaxComplexLines = 50;

class LineSearcher {
public:
    LineSearcher(MatchFinder& finder, const ContentQuery& query, Detail detail);
    /// Who finds in the texts to come.
    void setFinder(MatchFinder& finder) { m_finder = &finder; }

    void startText(MatchReceiver& receiver);
    /// Where a text ends that is handed in.
    enum class Edge : uint8_t {
        LineEnd,
        TextEnd,  ///< nothing comes after it
        Cut,      ///< within a line that is too long to be searched whole
    };
    /// Searches `text`, which begins where the last call said. Returns how many bytes at its start
    /// are no longer needed; the rest, pending() bytes, must come again at the start of the next
    /// call: as context, or up to `overlap` bytes of a piece of a line in which there was no match.
    size_t search(std::string_view text, Edge edge, RegexScratch& scratch, size_t overlap);
    size_t pending() const { return m_pending; }
    /// Bytes of the text were left out before what comes next: nothing but NUL, without a line end.
    void skip(uint64_t bytes) { m_base += bytes; }

    uint64_t matches() const { return m_matches; }  ///< matching lines
    uint64_t spans() const { return m_spanCount; }  ///< matches in them, where they were looked at
    bool ended() const { return m_ended; }          ///< nothing more is wanted of this file

private:
    void searchPiece(RegexScratch& scratch);
    size_t keepFrom(Edge edge, uint64_t matchesBefore, size_t overlap);
    bool take(Line line, RegexScratch& scratch);
    bool report(Line line, RegexScratch& scratch);
    void leaveComplex(Line line);
    void collect(Line line, RegexScratch& scratch);
    void countLines(size_t until);
    bool emit(Line line, bool context);
    bool emitAfterContext(size_t until);
    bool emitBeforeContext(size_t until);
    bool emitRest(size_t until);
    size_t backLines(size_t from, uint32_t count, size_t floor) const;
    Line lineAt(size_t begin) const;

    MatchFinder* m_finder;
    const ContentQuery& m_query;
    Detail m_detail;
    char m_terminator;
    MatchReceiver* m_receiver = nullptr;

    std::string_view m_text;   ///< of the current call
    size_t m_seen = 0;         ///< bytes at the start of m_text that were searched before
    size_t m_pending = 0;      ///< bytes that must come again
    bool m_leaveLine = false;  ///< the rest of the line at hand belongs to one that was handed over
    size_t m_emitted = 0;      ///< end of the last line handed over, in m_text
    size_t m_counted = 0;      ///< line ends are counted up to here
    uint64_t m_line = 1;       ///< number of the line at m_counted
    uint64_t m_base = 0;       ///< offset of m_text in the file
    uint32_t m_afterLeft = 0;
    uint64_t m_matches = 0;
    uint64_t m_spanCount = 0;
    size_t m_lastSpanEnd = 0;  ///< in m_text, of the last line that was looked at
    uint32_t m_complex = 0;
    bool m_ended = false;
    bool m_onlyContext = false;  ///< enough matches: only lines after the last are wanted
    Marks m_marks;               ///< of the line that is handed over
};

}  // namespace findling
