#include "core/content/BlockFinder.h"

#include "core/base/Text.h"

#include <algorithm>
#include <utility>

namespace findling {

namespace {

constexpr unsigned kMatchesPerPause = 256;

}  // namespace

BlockFinder::BlockFinder(const LinePattern& pattern, const ContentQuery& query)
    : m_pattern(pattern), m_invert(query.invert), m_groups(pattern.groupsWanted()) {}

void BlockFinder::begin(std::string_view text, size_t from) {
    m_text = text;
    m_ascii = isAscii(text);
    m_at = m_from = from;
    m_next.reset();
    m_block.reset();
    m_unfinished = m_complex = false;
    m_exhausted = !mayMatch();
}

/// Whether a scan of the whole text finds anything that PCRE2 should look at.
bool BlockFinder::mayMatch() {
    const Prefilter* prefilter = m_pattern.regex->prefilter();
    if (!prefilter) return true;
    const Prefilter::Rule& rule = m_ascii ? prefilter->forAscii() : prefilter->forAny();
    if (rule.none) return false;
    if (!rule.scanner) return true;
    m_hits.begin(m_text, '\n');
    return rule.scanner->scan(m_text, m_hits, m_scanScratch) != LineScanner::Outcome::Done ||
           !m_hits.offsets().empty();
}

Line BlockFinder::linesOf(Span match) const {
    const size_t last = match.end > match.begin ? match.end - 1 : match.begin;
    return {lineBegin(m_text, match.begin, '\n'), lineEnd(m_text, last, '\n')};
}

MatchOutcome BlockFinder::findFrom(size_t from, RegexScratch& scratch, Span& match) {
    if (from > m_text.size()) return MatchOutcome::None;
    const MatchOutcome outcome =
        m_pattern.regex->capture(m_text, from, m_ascii, scratch, match, m_groups);
    // Behind the last newline there is no line.
    const bool behind = outcome == MatchOutcome::Found && match.begin >= m_text.size() &&
                        (m_text.empty() || m_text.back() == '\n');
    return behind ? MatchOutcome::None : outcome;
}

/// The next match with all that share a line with it, into m_block and m_marks. Pause: there may be
/// more of them, ask again.
MatchFinder::Answer BlockFinder::findBlock(RegexScratch& scratch) {
    if (!std::exchange(m_unfinished, false)) {
        m_marks.clear();
        m_block.reset();
        m_tooMany = false;
    }
    for (unsigned looked = 0; !m_exhausted; ++looked) {
        if (looked == kMatchesPerPause) {
            m_unfinished = true;
            return Answer::Pause;
        }
        Span match;
        if (m_next) {
            match = *m_next;
            m_next.reset();
        } else {
            const MatchOutcome outcome = findFrom(m_from, scratch, match);
            if (outcome == MatchOutcome::Stopped) return Answer::Stopped;
            m_exhausted = outcome != MatchOutcome::Found;
            m_complex = outcome == MatchOutcome::TooComplex;
            if (m_exhausted) break;
            m_from = afterMatch(m_text, m_from, match);
        }
        if (m_block && match.begin >= m_block->end) {
            m_next = match;
            break;
        }
        if (!m_block) m_block = linesOf(match);
        else if (match.end > m_block->end) m_block->end = lineEnd(m_text, match.end - 1, '\n');
        const Span inBlock{match.begin - m_block->begin, match.end - m_block->begin};
        if (!m_marks.add(inBlock, m_pattern, m_groups)) m_tooMany = true;
    }
    if (m_block) return Answer::Found;
    if (!std::exchange(m_complex, false)) return Answer::Nothing;
    // From here on nobody knows; the lines before were handed over.
    if (m_from < m_text.size() && m_text[m_from] == '\n') ++m_from;
    m_block = Line{m_from, lineEnd(m_text, std::min(m_from, m_text.size()), '\n')};
    return Answer::TooComplex;
}

MatchFinder::Answer BlockFinder::nextBlock(Line& line, RegexScratch& scratch) {
    for (;;) {
        const Answer answer = findBlock(scratch);
        if (m_block) line = *m_block;
        if (answer != Answer::Found || !m_pattern.hasConditions()) return answer;
        const std::string_view text = m_text.substr(line.begin, line.end - line.begin);
        switch (m_pattern.testConditions(text, m_ascii, scratch)) {
            case MatchOutcome::Found: return Answer::Found;
            case MatchOutcome::Stopped: return Answer::Stopped;
            case MatchOutcome::TooComplex: return Answer::TooComplex;
            case MatchOutcome::None: break;
        }
    }
}

/// With m_invert: the next line that belongs to no block.
MatchFinder::Answer BlockFinder::nextOther(Line& line, RegexScratch& scratch) {
    while (m_at < m_text.size()) {
        if (m_unfinished || !m_block || m_block->end <= m_at) {
            const Answer answer = nextBlock(line, scratch);
            if (answer == Answer::Pause) return answer;
            if (answer != Answer::Found && answer != Answer::Nothing) {
                m_at = m_text.size();
                return answer;
            }
            if (answer == Answer::Nothing) m_block = Line{m_text.size(), m_text.size()};
        }
        if (m_at < m_block->begin) {
            line = {m_at, lineEnd(m_text, m_at, '\n')};
            m_at = line.end;
            return Answer::Found;
        }
        m_at = std::max(m_at, m_block->end);
    }
    return Answer::Nothing;
}

MatchFinder::Answer BlockFinder::next(Line& line, RegexScratch& scratch) {
    return m_invert ? nextOther(line, scratch) : nextBlock(line, scratch);
}

MatchFinder::Marked BlockFinder::mark(Line, RegexScratch&, Marks& out) {
    out.clear();
    if (m_invert) return Marked::All;
    std::swap(out, m_marks);
    return m_tooMany ? Marked::AsManyAsAreKept : Marked::All;
}

}  // namespace findling
