#include "core/content/LineFinder.h"

#include "core/base/Text.h"

#include <algorithm>

namespace findling {

namespace {

/// A stretch of ASCII is worth a scan of its own from this size on.
constexpr size_t kMinAscii = 512;
/// Between two questions whether to go on.
constexpr size_t kMaxStretch = 1 << 20;
constexpr unsigned kLinesPerPause = 256;
constexpr unsigned kMaxBackOff = 64;

}  // namespace

std::string_view lineContent(std::string_view line, char terminator, bool crlf) {
    if (!line.empty() && line.back() == terminator) line.remove_suffix(1);
    if (crlf && !line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

LineFinder::LineFinder(const LinePattern& pattern, const ContentQuery& query)
    : m_pattern(pattern),
      m_invert(query.invert),
      m_crlf(query.crlf),
      m_terminator(query.terminator()),
      m_groups(pattern.groupsWanted()) {}

void LineFinder::begin(std::string_view text, size_t from) {
    m_text = text;
    m_at = m_end = from;
}

Line LineFinder::lineAt(size_t begin) const {
    return {begin, lineEnd(m_text, begin, m_terminator)};
}

Line LineFinder::lineAround(size_t offset) const {
    return {lineBegin(m_text, offset, m_terminator), lineEnd(m_text, offset, m_terminator)};
}

std::string_view LineFinder::content(Line line) const {
    return lineContent(m_text.substr(line.begin, line.end - line.begin), m_terminator, m_crlf);
}

bool LineFinder::isAsciiLine(std::string_view line) const {
    return m_ascii == Ascii::Unknown ? isAscii(line) : m_ascii == Ascii::Yes;
}

/// Decides how far the next stretch goes and what is done with it.
void LineFinder::openStretch() {
    const std::string_view rest = m_text.substr(m_at);
    m_end = rest.size() <= kMaxStretch ? m_text.size() : lineAt(m_at + kMaxStretch).end;
    m_ascii = Ascii::Unknown;
    const Prefilter* prefilter = m_pattern.regex->prefilter();
    if (prefilter && prefilter->bytesDecide()) {
        scan(prefilter->forAscii());
        if (!m_every) return;
    }
    const size_t nonAscii = m_at + asciiPrefix(rest.substr(0, m_end - m_at));
    if (nonAscii == m_end) {
        m_ascii = Ascii::Yes;
    } else {
        const size_t lineBegin = lineAround(nonAscii).begin;
        if (lineBegin >= m_at + kMinAscii) {
            m_ascii = Ascii::Yes;
            m_end = lineBegin;
        } else {
            m_ascii = Ascii::No;
            m_end = anyStretchEnd(nonAscii);
        }
    }
    if (!prefilter) m_every = true;
    else if (!prefilter->bytesDecide())
        scan(m_ascii == Ascii::Yes ? prefilter->forAscii() : prefilter->forAny());
}

/// Lines up to the first longer run of ASCII.
size_t LineFinder::anyStretchEnd(size_t nonAscii) const {
    for (;;) {
        const size_t end = lineAt(nonAscii).end;
        if (end >= m_end) return m_end;
        const std::string_view next = m_text.substr(end, std::min(kMinAscii, m_end - end));
        const size_t ascii = asciiPrefix(next);
        if (ascii == next.size()) return end;
        nonAscii = end + ascii;
    }
}

void LineFinder::scan(const Prefilter::Rule& rule) {
    const std::string_view text = m_text.substr(m_at, m_end - m_at);
    m_base = m_at;
    m_hit = 0;
    m_candidate = {};
    m_certain = false;
    m_every = !rule.none && !rule.scanner;
    m_hits.begin(text, m_terminator);
    if (!rule.scanner) return;
    if (m_unscanned > 0) {
        --m_unscanned;
        m_every = true;
        return;
    }
    m_every = rule.scanner->scan(text, m_hits, m_scanScratch) != LineScanner::Outcome::Done;
    m_backOff = m_every ? std::min(m_backOff * 2 + 1, kMaxBackOff) : 0;
    m_unscanned = m_backOff;
    m_hits.finish();
    m_certain = rule.scanner->exact();
}

/// The next line that a scan has left, or with m_invert the next line. False: it leaves none.
bool LineFinder::nextCandidate(Line& line) {
    const std::vector<size_t>& hits = m_hits.offsets();
    while (m_hit < hits.size() && m_base + hits[m_hit] < m_at) ++m_hit;
    if (m_hit == hits.size()) return false;
    // With m_invert it is asked for again and again.
    if (m_candidate.end <= m_at || m_candidateHit != m_hit) {
        m_candidate = lineAround(m_base + hits[m_hit]);
        m_candidateHit = m_hit;
    }
    line = m_candidate;
    return true;
}

MatchFinder::Answer LineFinder::next(Line& line, RegexScratch& scratch) {
    while (m_at < m_text.size()) {
        if (++m_looked % kLinesPerPause == 0) return Answer::Pause;
        if (m_at >= m_end) openStretch();
        bool certain = false;
        if (m_every) {
            line = lineAt(m_at);
        } else {
            Line candidate;
            const bool left = nextCandidate(candidate);
            if (m_invert) {
                // A line that no scan has left does not match: it is wanted.
                line = lineAt(m_at);
                if (!left || candidate.begin >= line.end) {
                    m_at = line.end;
                    return Answer::Found;
                }
            } else if (!left) {
                m_at = m_end;
                continue;
            } else {
                line = candidate;
            }
            certain = m_certain && !m_pattern.hasConditions();
        }
        m_at = line.end;
        if (certain) {
            if (m_invert) continue;
            return Answer::Found;
        }
        const Answer answer = judge(line, scratch);
        if (answer != Answer::Nothing) return answer;
    }
    return Answer::Nothing;
}

MatchFinder::Answer LineFinder::judge(Line line, RegexScratch& scratch) const {
    const std::string_view text = content(line);
    const bool ascii = isAsciiLine(text);
    MatchOutcome outcome = m_pattern.regex->test(text, ascii, scratch);
    if (outcome == MatchOutcome::Found && m_pattern.hasConditions())
        outcome = m_pattern.testConditions(text, ascii, scratch);
    switch (outcome) {
        case MatchOutcome::Stopped: return Answer::Stopped;
        case MatchOutcome::TooComplex: return Answer::TooComplex;
        default: break;
    }
    return (outcome == MatchOutcome::Found) != m_invert ? Answer::Found : Answer::Nothing;
}

MatchFinder::Marked LineFinder::mark(Line line, RegexScratch& scratch, Marks& out) {
    out.clear();
    if (m_invert) return Marked::All;
    const std::string_view text = content(line);
    const bool ascii = isAsciiLine(text);
    Span match;
    for (size_t from = 0; from <= text.size(); from = afterMatch(text, from, match)) {
        const MatchOutcome outcome =
            m_pattern.shown->capture(text, from, ascii, scratch, match, m_groups);
        if (outcome == MatchOutcome::TooComplex) return Marked::UntilTooComplex;
        if (outcome != MatchOutcome::Found) break;
        if (!out.add(match, m_pattern, m_groups)) return Marked::AsManyAsAreKept;
    }
    return Marked::All;
}

}  // namespace findling
