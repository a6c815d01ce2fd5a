#include "core/content/LineSearcher.h"

#include "core/base/Text.h"

#include <algorithm>

namespace findling {

LineSearcher::LineSearcher(MatchFinder& finder, const ContentQuery& query, Detail detail)
    : m_finder(&finder), m_query(query), m_detail(detail), m_terminator(query.terminator()) {}

void LineSearcher::startText(MatchReceiver& receiver) {
    m_receiver = &receiver;
    m_seen = m_pending = m_emitted = m_counted = 0;
    m_leaveLine = false;
    m_line = 1;
    m_base = 0;
    m_afterLeft = 0;
    m_matches = m_spanCount = 0;
    m_complex = 0;
    m_ended = m_onlyContext = false;
}

Line LineSearcher::lineAt(size_t begin) const {
    return {begin, lineEnd(m_text, begin, m_terminator)};
}

size_t LineSearcher::search(std::string_view text, Edge edge, RegexScratch& scratch,
                            size_t overlap) {
    m_text = text;
    if (m_leaveLine && m_seen < text.size()) {
        const Line rest = lineAt(m_seen);
        m_leaveLine = edge == Edge::Cut && rest.end == text.size();
        m_seen = m_emitted = rest.end;
    }
    // Whether no part of a line matches is known only at its end: it is left as a whole.
    if (edge == Edge::Cut && m_query.invert) {
        m_leaveLine = true;
        m_seen = m_emitted = text.size();
    }
    const uint64_t before = m_matches;
    searchPiece(scratch);
    const bool rest = m_query.passthru && m_detail >= Detail::Lines;
    if (!m_ended && !(rest ? emitRest(text.size()) : emitAfterContext(text.size()))) m_ended = true;
    if (m_onlyContext && m_afterLeft == 0 && !rest) m_ended = true;
    const size_t keep = keepFrom(edge, before, overlap);
    if (edge != Edge::TextEnd && !m_ended) countLines(keep);
    m_base += keep;
    m_pending = text.size() - keep;
    m_seen = edge == Edge::Cut ? 0 : m_pending;
    m_emitted = m_emitted > keep ? m_emitted - keep : 0;
    m_counted = m_counted > keep ? m_counted - keep : 0;
    return keep;
}

/// What of the text is wanted again.
size_t LineSearcher::keepFrom(Edge edge, uint64_t matchesBefore, size_t overlap) {
    if (edge != Edge::Cut) return backLines(m_text.size(), m_query.before, m_emitted);
    // Of a line that is too long, a piece with a match stands for all of it, but where every match
    // in it is wanted.
    const size_t again = m_text.size() - std::min(overlap, m_text.size() / 2);
    if (m_query.invert) return m_text.size();
    if (m_matches == matchesBefore) return again;
    m_leaveLine = m_detail != Detail::Spans && m_detail != Detail::CountSpans;
    return m_leaveLine ? m_text.size() : std::max(again, m_lastSpanEnd);
}

void LineSearcher::searchPiece(RegexScratch& scratch) {
    m_finder->begin(m_text, m_seen);
    while (!m_ended && !m_onlyContext) {
        Line line;
        switch (m_finder->next(line, scratch)) {
            case MatchFinder::Answer::Nothing: return;
            case MatchFinder::Answer::Stopped: m_ended = true; break;
            case MatchFinder::Answer::TooComplex: leaveComplex(line); break;
            case MatchFinder::Answer::Pause: m_ended = !m_receiver->goOn(); break;
            case MatchFinder::Answer::Found: m_ended = !take(line, scratch) || m_ended; break;
        }
    }
}

void LineSearcher::leaveComplex(Line line) {
    // Counted aside: lines before this one may still be handed over as context.
    const std::string_view between =
        m_text.substr(m_counted, line.begin - std::min(line.begin, m_counted));
    // Where matches may span lines, nobody knows where the next would begin.
    m_ended = ++m_complex >= kMaxComplexLines || m_query.multiline;
    m_receiver->tooComplex(m_line + countByte(between, m_terminator), m_ended);
}

bool LineSearcher::take(Line line, RegexScratch& scratch) {
    const MatchReceiver::Wish wish = m_receiver->wantsMatch();
    if (wish == MatchReceiver::Wish::No) {
        m_onlyContext = true;
        return true;
    }
    ++m_matches;
    if (m_detail >= Detail::Lines) {
        if (!report(line, scratch)) return false;
    } else {
        if (m_detail == Detail::CountSpans) collect(line, scratch);
        if (!m_receiver->match(Match{})) return false;
    }
    if (m_detail == Detail::Files) return false;
    // The last wanted match still has its context behind it, which may begin in the next block.
    m_onlyContext = wish == MatchReceiver::Wish::Last ||
                    (m_query.maxPerFile != 0 && m_matches >= m_query.maxPerFile);
    return true;
}

bool LineSearcher::report(Line line, RegexScratch& scratch) {
    if (m_query.passthru) {
        if (!emitRest(line.begin)) return false;
    } else if (!emitAfterContext(line.begin) || !emitBeforeContext(line.begin)) {
        return false;
    }
    if (m_detail == Detail::Spans) collect(line, scratch);
    m_afterLeft = m_query.after;
    return emit(line, false);
}

void LineSearcher::collect(Line line, RegexScratch& scratch) {
    switch (m_finder->mark(line, scratch, m_marks)) {
        case MatchFinder::Marked::All: break;
        case MatchFinder::Marked::AsManyAsAreKept:
            countLines(line.begin);
            m_receiver->tooMany(m_line);
            break;
        case MatchFinder::Marked::UntilTooComplex: leaveComplex(line); break;
    }
    const std::vector<Span>& spans = m_marks.spans;
    m_spanCount += spans.size();
    m_lastSpanEnd = line.begin + (spans.empty() ? 0 : spans.back().end);
}

void LineSearcher::countLines(size_t until) {
    if (until <= m_counted) return;
    m_line += m_finder->countLines(m_text, {m_counted, until}, m_terminator);
    m_counted = until;
}

bool LineSearcher::emit(Line line, bool context) {
    countLines(line.begin);
    Match match;
    match.line = m_line;
    match.offset = m_base + line.begin;
    match.text = m_text.substr(line.begin, line.end - line.begin);
    match.context = context;
    if (!context && m_detail == Detail::Spans) {
        match.spans = m_marks.spans;
        match.replaced = m_marks.replaced;
        match.replacements = m_marks.replacements;
    }
    m_emitted = line.end;
    // The next line is mostly the one that follows: its number is known.
    if (!m_query.multiline && line.end > line.begin && m_text[line.end - 1] == m_terminator) {
        m_counted = line.end;
        ++m_line;
    }
    return m_receiver->match(match);
}

bool LineSearcher::emitAfterContext(size_t until) {
    while (m_afterLeft > 0 && m_emitted < until) {
        --m_afterLeft;
        if (!emit(lineAt(m_emitted), true)) return false;
    }
    return true;
}

bool LineSearcher::emitBeforeContext(size_t until) {
    if (m_query.before == 0) return true;
    for (size_t at = backLines(until, m_query.before, m_emitted); at < until;) {
        const Line line = lineAt(at);
        if (!emit(line, true)) return false;
        at = line.end;
    }
    return true;
}

/// Every line that was not handed over yet.
bool LineSearcher::emitRest(size_t until) {
    while (m_emitted < until) {
        if (!emit(lineAt(m_emitted), true)) return false;
    }
    return true;
}

/// Where the last `count` lines before `from` begin, not before `floor`.
size_t LineSearcher::backLines(size_t from, uint32_t count, size_t floor) const {
    size_t at = from;
    for (; count > 0 && at > floor; --count) {
        const size_t end = at < 2 ? std::string_view::npos : m_text.rfind(m_terminator, at - 2);
        at = end == std::string_view::npos ? 0 : end + 1;
    }
    return std::max(at, std::min(floor, from));
}

}  // namespace findling
