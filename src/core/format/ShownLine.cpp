#include "core/format/ShownLine.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace findling {

namespace {

constexpr std::string_view kMatchColor = "\033[1;31m";
constexpr std::string_view kReset = "\033[0m";

bool inCharacter(std::string_view text, size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

/// What of a long line is shown: a quarter of it before the first match, the rest behind.
Span window(const MarkedText& line, size_t size) {
    if (size == 0 || line.text.size() <= size) return {0, line.text.size()};
    const size_t first = line.spans.empty() ? 0 : line.spans.front().begin;
    Span out;
    out.begin = first > size / 4 ? first - size / 4 : 0;
    out.end = std::min(out.begin + size, line.text.size());
    out.begin = std::min(out.begin, line.text.size() - size);
    while (inCharacter(line.text, out.begin)) ++out.begin;
    while (inCharacter(line.text, out.end)) ++out.end;
    return out;
}

}  // namespace

MarkedText replacedText(const Match& match, std::string& buffer) {
    if (match.replacements.size() != match.spans.size() || match.spans.empty())
        return {match.text, {match.spans.begin(), match.spans.end()}};
    buffer.clear();
    std::vector<Span> spans;
    size_t at = 0;
    for (size_t i = 0; i < match.spans.size(); ++i) {
        const Span& span = match.spans[i];
        const Span& with = match.replacements[i];
        if (span.begin < at) continue;
        buffer += match.text.substr(at, span.begin - at);
        const size_t begin = buffer.size();
        buffer += match.replaced.substr(with.begin, with.end - with.begin);
        spans.push_back({begin, buffer.size()});
        at = span.end;
    }
    buffer += match.text.substr(at);
    return {buffer, std::move(spans)};
}

void appendMarked(std::string& out, const MarkedText& line, const MarkStyle& style) {
    const auto plain = [&](std::string_view part) {
        if (style.escape) out += escapeForTerminal(part, true);
        else out += part;
    };
    const Span shown = window(line, style.maxColumns);
    if (shown.begin > 0) fmt::format_to(std::back_inserter(out), "[{} bytes] ", shown.begin);
    size_t at = shown.begin;
    for (const Span& span : line.spans) {
        if (!style.color || span.begin >= shown.end) break;
        if (span.end <= at || span.begin == span.end) continue;
        const size_t begin = std::max(span.begin, at);
        const size_t end = std::min(span.end, shown.end);
        plain(line.text.substr(at, begin - at));
        out += kMatchColor;
        plain(line.text.substr(begin, end - begin));
        out += kReset;
        at = end;
    }
    plain(line.text.substr(at, shown.end - at));
    if (shown.end < line.text.size()) {
        fmt::format_to(std::back_inserter(out), " [{} bytes more]", line.text.size() - shown.end);
    }
}

}  // namespace findling
