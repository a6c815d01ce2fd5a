#include "core/content/LineSearcher.h"

#include "core/base/Text.h"

#include <algorithm>
#include <cstring>

namespace findling {

namespace {

/// After this many lines that no limit allows, the file is left: it would go on like that.
constexpr uint32_t kMaxComplexLines = 50;
constexpr size_t kLinesPerQuestion = 256;

std::string_view withoutNewline(std::string_view line) {
    if (!line.empty() && line.back() == '\n') line.remove_suffix(1);
    return line;
}

}  // namespace

LineSearcher::LineSearcher(const Regex& regex, const ContentQuery& query, Detail detail)
    : m_regex(regex), m_query(query), m_detail(detail) {}

void LineSearcher::startText(MatchReceiver& receiver) {
    m_receiver = &receiver;
    m_seen = m_emitted = m_counted = 0;
    m_line = 1;
    m_base = 0;
    m_afterLeft = 0;
    m_matches = 0;
    m_complex = 0;
    m_ended = m_onlyContext = false;
}

LineSearcher::Line LineSearcher::lineAt(size_t begin) const {
    const void* newline = std::memchr(m_text.data() + begin, '\n', m_text.size() - begin);
    const size_t end =
        newline ? static_cast<size_t>(static_cast<const char*>(newline) - m_text.data()) + 1
                : m_text.size();
    return {begin, end};
}

size_t LineSearcher::search(std::string_view text, bool last, RegexScratch& scratch) {
    m_text = text;
    m_ascii = isAscii(text);
    const bool candidatesOnly = m_regex.hasPrefilter() && !m_query.invert;
    size_t at = m_seen;
    for (size_t lines = 1; at < text.size() && !m_ended && !m_onlyContext; ++lines) {
        if (lines % kLinesPerQuestion == 0 && !m_receiver->goOn()) m_ended = true;
        if (candidatesOnly) {
            const size_t hit = m_regex.nextCandidate(text, at, m_ascii, scratch);
            if (hit == std::string_view::npos) break;
            const size_t newline = hit == 0 ? std::string_view::npos : text.rfind('\n', hit - 1);
            at = newline == std::string_view::npos ? at : std::max(at, newline + 1);
        }
        const Line line = lineAt(at);
        if (!searchLine(line, scratch)) m_ended = true;
        at = line.end;
    }
    if (!m_ended && !emitAfterContext(text.size())) m_ended = true;
    if (m_onlyContext && m_afterLeft == 0) m_ended = true;
    // What may still be wanted as context before a later match stays.
    const size_t keepFrom = backLines(text.size(), m_query.before, m_emitted);
    if (!last && !m_ended) countLines(keepFrom);
    m_base += keepFrom;
    m_seen = text.size() - keepFrom;
    m_emitted = m_emitted > keepFrom ? m_emitted - keepFrom : 0;
    m_counted = m_counted > keepFrom ? m_counted - keepFrom : 0;
    return keepFrom;
}

bool LineSearcher::isMatch(std::string_view line, RegexScratch& scratch) {
    size_t begin = 0;
    size_t end = 0;
    const MatchOutcome outcome = m_regex.find(line, 0, m_ascii, scratch, begin, end);
    if (outcome == MatchOutcome::Stopped) {
        m_ended = true;
        return false;
    }
    if (outcome == MatchOutcome::TooComplex) {
        // Counted aside: lines before this one may still be handed over as context.
        const auto at = static_cast<size_t>(line.data() - m_text.data());
        const std::string_view between = m_text.substr(m_counted, at - std::min(at, m_counted));
        m_ended = ++m_complex >= kMaxComplexLines;
        m_receiver->tooComplex(m_line + countNewlines(between), m_ended);
        return false;
    }
    return (outcome == MatchOutcome::Found) != m_query.invert;
}

bool LineSearcher::searchLine(Line line, RegexScratch& scratch) {
    const std::string_view text = withoutNewline(m_text.substr(line.begin, line.end - line.begin));
    if (!isMatch(text, scratch)) return !m_ended;
    const MatchReceiver::Wish wish = m_receiver->wantsMatch();
    if (wish == MatchReceiver::Wish::No) {
        m_onlyContext = true;
        return true;
    }
    ++m_matches;
    if (m_detail >= Detail::Lines) {
        if (!report(line, scratch)) return false;
    } else if (!m_receiver->match(Match{})) {
        return false;
    }
    if (m_detail == Detail::Files) return false;
    // The last wanted match still has its context behind it, which may begin in the next block.
    m_onlyContext = wish == MatchReceiver::Wish::Last ||
                    (m_query.maxPerFile != 0 && m_matches >= m_query.maxPerFile);
    return true;
}

bool LineSearcher::report(Line line, RegexScratch& scratch) {
    if (!emitAfterContext(line.begin) || !emitBeforeContext(line.begin)) return false;
    m_spans.clear();
    if (m_detail == Detail::Spans && !m_query.invert) {
        collectSpans(withoutNewline(m_text.substr(line.begin, line.end - line.begin)), scratch);
    }
    m_afterLeft = m_query.after;
    return emit(line, false);
}

void LineSearcher::collectSpans(std::string_view line, RegexScratch& scratch) {
    // A line with more matches than this is marked up to here; nobody reads on.
    constexpr size_t kMaxSpans = 10'000;
    size_t from = 0;
    while (from <= line.size() && m_spans.size() < kMaxSpans) {
        Span span;
        if (m_regex.find(line, from, m_ascii, scratch, span.begin, span.end) != MatchOutcome::Found)
            return;
        m_spans.push_back(span);
        // Behind an empty match the search goes on at the next character, never inside one. (With
        // \K a match may also end where it was looked for, without being empty.)
        if (span.begin == span.end || span.end <= from) {
            from = std::max(from, span.end);
            from += from < line.size() ? decodeUtf8(line.substr(from)).length : 1;
        } else {
            from = span.end;
        }
    }
}

void LineSearcher::countLines(size_t until) {
    if (until <= m_counted) return;
    m_line += countNewlines(m_text.substr(m_counted, until - m_counted));
    m_counted = until;
}

bool LineSearcher::emit(Line line, bool context) {
    countLines(line.begin);
    Match match;
    match.line = m_line;
    match.offset = m_base + line.begin;
    match.text = m_text.substr(line.begin, line.end - line.begin);
    match.context = context;
    if (!context) match.spans = m_spans;
    m_emitted = line.end;
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
    for (size_t at = backLines(until, m_query.before, m_emitted); at < until;) {
        const Line line = lineAt(at);
        if (!emit(line, true)) return false;
        at = line.end;
    }
    return true;
}

/// Where the last `count` lines before `from` begin, not before `floor`.
size_t LineSearcher::backLines(size_t from, uint32_t count, size_t floor) const {
    size_t at = from;
    for (; count > 0 && at > floor; --count) {
        const size_t newline = at < 2 ? std::string_view::npos : m_text.rfind('\n', at - 2);
        at = newline == std::string_view::npos ? 0 : newline + 1;
    }
    return std::max(at, std::min(floor, from));
}

}  // namespace findling
