/// Finds matches that may span lines, in a text that is there as a whole.
#pragma once

#include "core/content/LinePattern.h"
#include "core/content/MatchFinder.h"
#include "core/pattern/Prefilter.h"

#include <optional>

namespace findling {

/// A match is handed over as the lines it covers; matches that share a line come together.
class BlockFinder : public MatchFinder {
public:
    BlockFinder(const LinePattern& pattern, const ContentQuery& query);

    void begin(std::string_view text, size_t from) override;
    Answer next(Line& line, RegexScratch& scratch) override;
    Marked mark(Line line, RegexScratch& scratch, Marks& out) override;

private:
    bool mayMatch();
    MatchOutcome findFrom(size_t from, RegexScratch& scratch, Span& match);
    Answer findBlock(RegexScratch& scratch);
    Answer nextBlock(Line& line, RegexScratch& scratch);
    Answer nextOther(Line& line, RegexScratch& scratch);
    Line linesOf(Span match) const;

    const LinePattern& m_pattern;
    bool m_invert;
    ScanScratch m_scanScratch;
    ScanHits m_hits;

    std::string_view m_text;
    bool m_ascii = false;
    size_t m_at = 0;                         ///< with m_invert: lines before this are done
    size_t m_from = 0;                       ///< where the next match is looked for
    std::optional<Span> m_next;              ///< found already, behind the block at hand
    bool m_complex = false;                  ///< behind m_from nobody knows
    bool m_tooMany = false;                  ///< matches in it
    bool m_unfinished = false;               ///< the block at hand may grow
    bool m_exhausted = false;                ///< there is no further match
    std::optional<Line> m_block;             ///< the last that was found
    Marks m_marks;                           ///< its matches, bytes from its start
    std::vector<std::string_view> m_groups;  ///< of the match found last, for a replacement
};

}  // namespace findling
