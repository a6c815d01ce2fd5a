/// Finds matching lines: a scanner goes ahead where there is one, PCRE2 looks at what it leaves.
#pragma once

#include "core/content/LinePattern.h"
#include "core/content/MatchFinder.h"
#include "core/pattern/Prefilter.h"

namespace findling {

/// Goes through a text in stretches of lines that are treated alike: of ASCII, or others; to be
/// scanned, or too full of matches for that. Keeps what it learns from one text to the next.
class LineFinder : public MatchFinder {
public:
    LineFinder(const LinePattern& pattern, const ContentQuery& query);

    void begin(std::string_view text, size_t from) override;
    Answer next(Line& line, RegexScratch& scratch) override;
    Marked mark(Line line, RegexScratch& scratch, Marks& out) override;

private:
    void openStretch();
    size_t anyStretchEnd(size_t nonAscii) const;
    void scan(const Prefilter::Rule& rule);
    bool nextCandidate(Line& line);
    Answer judge(Line line, RegexScratch& scratch) const;
    Line lineAt(size_t begin) const;
    Line lineAround(size_t offset) const;
    std::string_view content(Line line) const;
    bool isAsciiLine(std::string_view line) const;

    const LinePattern& m_pattern;
    bool m_invert;
    bool m_crlf;
    char m_terminator;
    ScanScratch m_scanScratch;
    ScanHits m_hits;

    std::string_view m_text;
    size_t m_at = 0;  ///< lines before this are done
    unsigned m_looked = 0;

    // The stretch at hand.
    enum class Ascii : uint8_t { Yes, No, Unknown };
    size_t m_end = 0;
    size_t m_base = 0;  ///< where its hits count from
    size_t m_hit = 0;   ///< the next of them
    Line m_candidate;   ///< around the hit of this number
    size_t m_candidateHit = 0;
    bool m_every = false;    ///< no scanner: every line is a candidate
    bool m_certain = false;  ///< hits are matches
    Ascii m_ascii = Ascii::Unknown;

    std::vector<std::string_view> m_groups;  ///< of the match at hand, for a replacement

    // Where scans end with too many hits, as many stretches as these go without.
    unsigned m_unscanned = 0;
    unsigned m_backOff = 0;
};

/// A line without its terminator.
std::string_view lineContent(std::string_view line, char terminator, bool crlf);

}  // namespace findling
