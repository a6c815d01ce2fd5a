#include "core/content/BlockFinder.h"

#include "core/base/Text.h"
#include "core/content/LineFinder.h"

#include <algorithm>
#include <utility>

namespace findling {

namespace {

constexpr unsigned kMatchesPerPause = 256;

}  // namespace

BlockFinder::BlockFinder(const LinePattern& pattern, const ContentQuery& query)
    : m_pattern(pattern), m_invert(query.invert) {}

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

size_t BlockFinder::lineEnd(size_t at) const {
    const size_t newline = m_text.find('\n', at);
    return newline == std::string_view::npos ? m_text.size() : newline + 1;
}

Line BlockFinder::linesOf(const RegexMatch& match) const {
    const size_t before =
        match.begin == 0 ? std::string_view::npos : m_text.rfind('\n', match.begin - 1);
    const size_t last = match.end > match.begin ? match.end - 1 : match.begin;
    return {before == std::string_view::npos ? 0 : before + 1, lineEnd(last)};
}

MatchOutcome BlockFinder::findFrom(size_t from, RegexScratch& scratch, RegexMatch& match) const {
    if (from > m_text.size()) return MatchOutcome::None;
    const MatchOutcome outcome = m_pattern.regex->find(m_text, from, m_ascii, scratch, match);
    // Behind the last newline there is no line.
    const bool behind = outcome == MatchOutcome::Found && match.begin >= m_text.size() &&
                        (m_text.empty() || m_text.back() == '\n');
    return behind ? MatchOutcome::None : outcome;
}

/// The next match with all that share a line with it, into m_block and m_spans. Pause: there may be
/// more of them, ask again.
MatchFinder::Answer BlockFinder::findBlock(RegexScratch& scratch) {
    if (!std::exchange(m_unfinished, false)) {
        m_spans.clear();
        m_block.reset();
        m_tooMany = false;
    }
    for (unsigned looked = 0; !m_exhausted; ++looked) {
        if (looked == kMatchesPerPause) {
            m_unfinished = true;
            return Answer::Pause;
        }
        RegexMatch match;
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
        else if (match.end > m_block->end) m_block->end = lineEnd(match.end - 1);
        const RegexMatch inBlock{match.begin - m_block->begin, match.end - m_block->begin};
        if (followsDirectly(inBlock, m_spans)) continue;
        m_tooMany = m_spans.size() == kMaxSpans;
        if (!m_tooMany) m_spans.push_back({inBlock.begin, inBlock.end});
    }
    if (m_block) return Answer::Found;
    if (!std::exchange(m_complex, false)) return Answer::Nothing;
    // From here on nobody knows; the lines before were handed over.
    if (m_from < m_text.size() && m_text[m_from] == '\n') ++m_from;
    m_block = Line{m_from, lineEnd(std::min(m_from, m_text.size()))};
    return Answer::TooComplex;
}

MatchOutcome BlockFinder::fulfils(Line block, RegexScratch& scratch) const {
    const std::string_view text = m_text.substr(block.begin, block.end - block.begin);
    for (const auto& regex : m_pattern.all) {
        const MatchOutcome outcome = regex->test(text, m_ascii, scratch);
        if (outcome != MatchOutcome::Found) return outcome;
    }
    for (const auto& regex : m_pattern.none) {
        const MatchOutcome outcome = regex->test(text, m_ascii, scratch);
        if (outcome != MatchOutcome::None)
            return outcome == MatchOutcome::Found ? MatchOutcome::None : outcome;
    }
    return MatchOutcome::Found;
}

MatchFinder::Answer BlockFinder::nextBlock(Line& line, RegexScratch& scratch) {
    for (;;) {
        const Answer answer = findBlock(scratch);
        if (m_block) line = *m_block;
        if (answer != Answer::Found || !m_pattern.hasConditions()) return answer;
        switch (fulfils(line, scratch)) {
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
            line = {m_at, lineEnd(m_at)};
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

MatchFinder::Spans BlockFinder::spans(Line, RegexScratch&, std::vector<Span>& out) {
    if (!m_invert) out = m_spans;
    return m_tooMany && !m_invert ? Spans::TooMany : Spans::All;
}

MatchOutcome BlockFinder::capture(Line line, size_t from, RegexScratch& scratch, RegexMatch& match,
                                  std::vector<std::string_view>& groups) {
    const MatchOutcome outcome =
        m_pattern.regex->capture(m_text, line.begin + from, m_ascii, scratch, match, groups);
    match.begin -= line.begin;
    match.end -= line.begin;
    return outcome;
}

}  // namespace findling
