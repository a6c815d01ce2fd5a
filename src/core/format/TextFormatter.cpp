#include "core/format/TextFormatter.h"

#include "core/base/Text.h"
#include "core/format/Hyperlink.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace findling {

namespace {

constexpr std::string_view kPathCodes = "35";
constexpr const char* kNumberColor = "\033[32m";
constexpr const char* kMatchColor = "\033[1;31m";
constexpr const char* kReset = "\033[0m";

/// On a terminal a line shows at most this many bytes, around its first match.
constexpr size_t kMaxShown = 1000;

bool inCharacter(std::string_view text, size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
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

void TextFormatter::path(std::string& out, const Entry& entry, std::string_view codes) const {
    if (m_style.hyperlink) appendLinkStart(out, fileUrl(entry.absolutePath(), m_style.host));
    if (m_style.color && !codes.empty())
        appendColored(out, codes, printablePath(entry.path(), m_style.terminal));
    else appendPath(out, entry.path(), m_style.terminal);
    if (m_style.hyperlink) appendLinkEnd(out);
}

void TextFormatter::name(std::string& out, const Entry& entry) const {
    path(out, entry, m_style.colors ? m_style.colors->codesFor(entry) : std::string_view());
}

void TextFormatter::number(std::string& out, uint64_t value) const {
    if (m_style.color) out += kNumberColor;
    fmt::format_to(std::back_inserter(out), "{}", value);
    if (m_style.color) out += kReset;
}

void TextFormatter::entry(std::string& out, const Entry& entry) {
    name(out, entry);
    out += m_style.nullSeparator ? '\0' : '\n';
}

std::string_view TextFormatter::separator() const {
    if (m_style.show != OutputOptions::Show::Lines) return {};
    if (m_style.heading && m_style.withFilename) return "\n";
    return m_style.context ? "--\n" : "";
}

void TextFormatter::beginFile(std::string& out, const Entry& entry) {
    m_lastLine = 0;
    if (m_style.show == OutputOptions::Show::Files) {
        path(out, entry, kPathCodes);
        out += m_style.nullSeparator ? '\0' : '\n';
    } else if (m_style.show == OutputOptions::Show::Lines && m_style.heading &&
               m_style.withFilename) {
        path(out, entry, kPathCodes);
        out += m_style.nullSeparator ? '\0' : '\n';
    }
}

void TextFormatter::prefix(std::string& out, const Entry& entry, const Match& match) const {
    const char mark = match.context ? '-' : ':';
    if (m_style.withFilename && !m_style.heading) {
        path(out, entry, kPathCodes);
        out += m_style.nullSeparator ? '\0' : mark;
    }
    if (m_style.lineNumber) {
        number(out, match.line);
        out += mark;
    }
    if (m_style.column && !match.context) {
        number(out, match.spans.empty() ? 1 : match.spans.front().begin + 1);
        out += mark;
    }
}

void TextFormatter::match(std::string& out, const Entry& entry, const Match& match) {
    if (m_style.show != OutputOptions::Show::Lines) return;
    if (m_style.context && m_lastLine != 0 && match.line > m_lastLine + 1) out += "--\n";
    m_lastLine = match.line;
    prefix(out, entry, match);
    text(out, match);
    if (out.back() != '\n') out += '\n';
}

void TextFormatter::text(std::string& out, const Match& match) const {
    if (!m_style.terminal) {
        marked(out, match.text, match.spans, 0);
        return;
    }
    std::string_view line = withoutTerminator(match.text);
    size_t begin = 0;
    size_t end = line.size();
    if (line.size() > kMaxShown) {
        const size_t first = match.spans.empty() ? 0 : match.spans.front().begin;
        begin = first > kMaxShown / 4 ? first - kMaxShown / 4 : 0;
        end = std::min(begin + kMaxShown, line.size());
        while (inCharacter(line, begin)) ++begin;
        while (end < line.size() && inCharacter(line, end)) ++end;
    }
    if (begin > 0) out += fmt::format("[{} bytes] ", begin);
    marked(out, line.substr(begin, end - begin), match.spans, begin);
    if (end < line.size()) out += fmt::format(" [{} bytes more]", line.size() - end);
}

/// `offset`: where the text begins in the line that the spans count from.
void TextFormatter::marked(std::string& out, std::string_view text, std::span<const Span> spans,
                           size_t offset) const {
    const auto plain = [&](std::string_view part) {
        if (m_style.terminal) out += escapeForTerminal(part, true);
        else out += part;
    };
    size_t at = 0;
    for (const Span& span : spans) {
        if (!m_style.color) break;
        if (span.end <= offset + at || span.begin >= offset + text.size() || span.begin == span.end)
            continue;
        const size_t begin = std::max(span.begin, offset + at) - offset;
        const size_t end = std::min(span.end - offset, text.size());
        plain(text.substr(at, begin - at));
        out += kMatchColor;
        plain(text.substr(begin, end - begin));
        out += kReset;
        at = end;
    }
    plain(text.substr(at));
}

void TextFormatter::endFile(std::string& out, const Entry& entry, const FileEnd& end) {
    if (m_style.show == OutputOptions::Show::Count) {
        if (m_style.withFilename) {
            path(out, entry, kPathCodes);
            out += m_style.nullSeparator ? '\0' : ':';
        }
        out += fmt::format("{}\n", end.matches);
    } else if (m_style.show == OutputOptions::Show::Lines && end.binary) {
        path(out, entry, kPathCodes);
        out += fmt::format(": binary file matches (NUL byte at offset {})\n", end.binaryOffset);
    }
}

}  // namespace findling
