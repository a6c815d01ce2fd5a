#include "core/format/TextFormatter.h"

#include "core/base/Text.h"
#include "core/format/Hyperlink.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace findling {

namespace {

using Show = OutputOptions::Show;

constexpr std::string_view kPathCodes = "35";
constexpr const char* kNumberColor = "\033[32m";
constexpr const char* kReset = "\033[0m";

std::string_view cut(const Match& match, Span span) {
    return match.text.substr(span.begin, span.end - span.begin);
}

}  // namespace

void appendPath(std::string& out, std::string_view path, bool escape) {
    if (path.substr(0, 1) == "-") out += "./";
    if (escape) out += escapeForTerminal(path);
    else out += path;
}

std::string printablePath(std::string_view path, bool escape) {
    std::string out;
    appendPath(out, path, escape);
    return out;
}

TextFormatter::TextFormatter(const FormatStyle& style)
    : m_style(style),
      m_mark{style.terminal, style.color, style.maxColumns},
      m_groupSeparator(
          (style.terminal ? escapeForTerminal(style.contextSeparator) : style.contextSeparator) +
          "\n"),
      m_plain(!style.terminal && !style.color && !style.links && !style.column &&
              !style.byteOffset && !style.vimgrep && !style.context && !style.multiline &&
              style.maxColumns == 0) {}

void TextFormatter::path(std::string& out, const Entry& entry, std::string_view codes,
                         const Place* place) const {
    if (m_style.links) {
        const LinkTarget target{entry.absolutePath(), m_style.host, m_style.wslPrefix,
                                place ? place->line : 0, place ? place->column : 0};
        appendLinkStart(out, m_style.links->url(target));
    }
    if (m_style.color && !codes.empty())
        appendColored(out, codes, printablePath(entry.path(), m_style.terminal));
    else appendPath(out, entry.path(), m_style.terminal);
    if (m_style.links) appendLinkEnd(out);
}

void TextFormatter::name(std::string& out, const Entry& entry) const {
    path(out, entry, m_style.colors ? m_style.colors->codesFor(entry) : std::string_view());
}

void TextFormatter::number(std::string& out, uint64_t value) const {
    if (m_style.color) out += kNumberColor;
    const fmt::format_int digits(value);
    out.append(digits.data(), digits.size());
    if (m_style.color) out += kReset;
}

void TextFormatter::entry(std::string& out, const Entry& entry) {
    name(out, entry);
    out += m_style.nullSeparator ? '\0' : '\n';
}

std::string_view TextFormatter::separator() const {
    if (m_style.show != Show::Lines && m_style.show != Show::Matches) return {};
    if (m_style.heading && m_style.withFilename) return "\n";
    return m_style.context ? m_groupSeparator : std::string_view();
}

void TextFormatter::beginFile(std::string& out, const Entry& entry) {
    m_lastLine = 0;
    const bool files = m_style.show == Show::Files || m_style.show == Show::FilesWithout;
    const bool lines = m_style.show == Show::Lines || m_style.show == Show::Matches;
    if (files || (lines && m_style.heading && m_style.withFilename)) {
        path(out, entry, kPathCodes);
        out += m_style.nullSeparator ? '\0' : '\n';
    }
    if (!m_plain) return;
    m_plainPath.clear();
    if (m_style.withFilename && !m_style.heading) {
        appendPath(m_plainPath, entry.path(), false);
        m_plainPath += m_style.nullSeparator ? '\0' : ':';
    }
}

void TextFormatter::prefix(std::string& out, const Entry& entry, const Place& place) const {
    const char mark = place.context ? '-' : ':';
    if (m_style.withFilename && !m_style.heading) {
        path(out, entry, kPathCodes, &place);
        out += m_style.nullSeparator ? '\0' : mark;
    }
    // Under a heading a line has no path to be a link: its number is.
    const bool link = m_style.links && m_style.heading && m_style.links->hasLine();
    if (m_style.lineNumber) {
        if (link) {
            appendLinkStart(out, m_style.links->url({entry.absolutePath(), m_style.host,
                                                     m_style.wslPrefix, place.line, place.column}));
        }
        number(out, place.line);
        if (link) appendLinkEnd(out);
        out += mark;
    }
    if (m_style.column && place.column > 0) {
        number(out, place.column);
        out += mark;
    }
    if (m_style.byteOffset) {
        number(out, place.offset);
        out += mark;
    }
}

void TextFormatter::match(std::string& out, const Entry& entry, const Match& match) {
    if (m_style.show != Show::Lines && m_style.show != Show::Matches) return;
    if (m_plain && m_style.show == Show::Lines && match.replacements.empty() && !match.context) {
        return plainRow(out, match);
    }
    if (m_style.context && m_lastLine != 0 && match.line > m_lastLine + 1) out += m_groupSeparator;
    m_lastLine = match.line;
    const bool each = m_style.show == Show::Matches || m_style.vimgrep;
    if (each && !match.context) eachMatch(out, entry, match);
    else rows(out, entry, match);
}

/// "path:line:text", the usual case by the million.
void TextFormatter::plainRow(std::string& out, const Match& match) {
    out += m_plainPath;
    if (m_style.lineNumber) {
        const fmt::format_int digits(match.line);
        out.append(digits.data(), digits.size());
        out += ':';
    }
    out += match.text;
    if (match.text.empty() || match.text.back() != m_style.terminator) out += m_style.terminator;
}

void TextFormatter::rows(std::string& out, const Entry& entry, const Match& match) {
    const MarkedText text = replacedText(match, m_buffer);
    uint64_t line = match.line;
    eachLine(text, m_style.terminator, [&](const MarkedText& one, size_t begin) {
        // What is replaced was found where it stood in the file.
        const Span first = one.spans.empty() ? Span()
                           : begin == 0      ? match.spans.front()
                                             : one.spans.front();
        const uint64_t column = match.context ? 0 : first.begin + 1;
        row(out, entry, {match.context, line, match.offset + begin, column}, one);
        m_lastLine = line++;
    });
}

/// A row for each match: the match alone, or with --vimgrep its line.
void TextFormatter::eachMatch(std::string& out, const Entry& entry, const Match& match) {
    size_t lineBegin = 0;
    size_t lineEnd = match.text.find(m_style.terminator);
    uint64_t line = match.line;
    for (size_t i = 0; i < match.spans.size(); ++i) {
        const Span span = match.spans[i];
        // A line may hold a million matches: it is looked for once.
        while (lineEnd < span.begin) {
            lineBegin = lineEnd + 1;
            lineEnd = match.text.find(m_style.terminator, lineBegin);
            ++line;
        }
        Place place{false, line, match.offset + (m_style.vimgrep ? lineBegin : span.begin),
                    span.begin - lineBegin + 1};
        if (m_style.vimgrep && m_style.show == Show::Lines) {
            Match one = match;
            one.spans = match.spans.subspan(i, 1);
            if (!match.replacements.empty()) one.replacements = match.replacements.subspan(i, 1);
            const MarkedText text = replacedText(one, m_buffer);
            eachLine(text, m_style.terminator, [&](const MarkedText& shown, size_t begin) {
                if (begin == lineBegin) row(out, entry, place, shown);
            });
            continue;
        }
        if (span.begin == span.end && match.replacements.empty()) continue;
        std::string_view text = cut(match, span);
        if (!match.replacements.empty()) {
            const Span with = match.replacements[i];
            text = match.replaced.substr(with.begin, with.end - with.begin);
        }
        eachLine({text, {{0, text.size()}}}, m_style.terminator,
                 [&](const MarkedText& shown, size_t) {
                     row(out, entry, place, shown);
                     place.offset += shown.text.size();
                     place.column = 1;
                     ++place.line;
                 });
    }
}

void TextFormatter::row(std::string& out, const Entry& entry, const Place& place,
                        const MarkedText& line) const {
    prefix(out, entry, place);
    if (m_style.terminal || m_mark.color || m_mark.maxColumns > 0) {
        MarkedText shown = line;
        const bool ended = !shown.text.empty() && shown.text.back() == m_style.terminator;
        if (ended) shown.text.remove_suffix(1);
        if (m_style.terminal && !shown.text.empty() && shown.text.back() == '\r')
            shown.text.remove_suffix(1);
        appendMarked(out, shown, m_mark);
        out += m_style.terminator;
        return;
    }
    out += line.text;
    if (line.text.empty() || line.text.back() != m_style.terminator) out += m_style.terminator;
}

void TextFormatter::endFile(std::string& out, const Entry& entry, const FileEnd& end) {
    const bool lines = m_style.show == Show::Lines || m_style.show == Show::Matches;
    if (m_style.show == Show::Count || m_style.show == Show::CountMatches) {
        if (m_style.withFilename) {
            path(out, entry, kPathCodes);
            out += m_style.nullSeparator ? '\0' : ':';
        }
        const uint64_t count = m_style.show == Show::Count ? end.matches : end.spans;
        fmt::format_to(std::back_inserter(out), "{}\n", count);
    } else if (lines && end.binary) {
        path(out, entry, kPathCodes);
        out += fmt::format(": binary file matches (NUL byte at offset {})\n", end.binaryOffset);
    }
}

}  // namespace findling
