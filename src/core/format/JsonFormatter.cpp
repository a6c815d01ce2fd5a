#include "core/format/JsonFormatter.h"

#include "core/base/Text.h"
#include "core/format/Facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace findling {

namespace {

void appendBase64(std::string& out, std::string_view bytes) {
    static constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.size(); i += 3) {
        uint32_t group = 0;
        for (size_t j = 0; j < 3; ++j) {
            group =
                group << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0u);
        }
        for (size_t j = 0; j < 4; ++j) {
            out += i + j <= bytes.size() ? kDigits[group >> (18 - 6 * j) & 63] : '=';
        }
    }
}

void appendElapsed(std::string& out, double seconds) {
    const auto nanos = static_cast<int64_t>(seconds * 1e9);
    fmt::format_to(std::back_inserter(out), R"({{"secs":{},"nanos":{},"human":"{:.6f}s"}})",
                   nanos / 1'000'000'000, nanos % 1'000'000'000, seconds);
}

struct Stats {
    uint64_t searches, searchesWithMatch, bytesSearched, bytesPrinted, matchedLines, matches;
};

void appendStats(std::string& out, double seconds, const Stats& stats) {
    out += R"({"elapsed":)";
    appendElapsed(out, seconds);
    fmt::format_to(std::back_inserter(out),
                   R"(,"searches":{},"searches_with_match":{},"bytes_searched":{},)"
                   R"("bytes_printed":{},"matched_lines":{},"matches":{}}})",
                   stats.searches, stats.searchesWithMatch, stats.bytesSearched, stats.bytesPrinted,
                   stats.matchedLines, stats.matches);
}

}  // namespace

void appendJsonString(std::string& out, std::string_view utf8) {
    out += '"';
    for (const char c : utf8) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
                    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
                } else {
                    out += c;
                }
        }
    }
    out += '"';
}

void appendJsonBytes(std::string& out, std::string_view bytes) {
    if (isValidUtf8(bytes)) {
        out += R"({"text":)";
        appendJsonString(out, bytes);
        out += '}';
        return;
    }
    out += R"({"bytes":")";
    appendBase64(out, bytes);
    out += "\"}";
}

void JsonFormatter::entry(std::string& out, const Entry& entry) {
    out += R"({"path":)";
    appendJsonBytes(out, entry.path());
    out += R"(,"type":")";
    out += entry.type() == FileType::Unknown ? "unknown" : typeName(entry.type());
    out += '"';
    if (const FileStat* facts = entry.stat()) {
        const uint64_t time = facts->modified < 0 ? 0 - static_cast<uint64_t>(facts->modified)
                                                  : static_cast<uint64_t>(facts->modified);
        fmt::format_to(std::back_inserter(out), R"(,"size":{},"modified":{}{}.{:09})", facts->size,
                       facts->modified < 0 ? "-" : "", time / 1'000'000'000, time % 1'000'000'000);
    }
    out += "}\n";
}

void JsonFormatter::beginFile(std::string& out, const Entry& entry) {
    m_begin = std::chrono::steady_clock::now();
    m_submatches = m_lines = 0;
    const size_t before = out.size();
    out += R"({"type":"begin","data":{"path":)";
    appendJsonBytes(out, entry.path());
    out += "}}\n";
    m_printed = out.size() - before;
}

void JsonFormatter::match(std::string& out, const Entry& entry, const Match& match) {
    const size_t before = out.size();
    out += match.context ? R"({"type":"context","data":{"path":)"
                         : R"({"type":"match","data":{"path":)";
    appendJsonBytes(out, entry.path());
    out += R"(,"lines":)";
    appendJsonBytes(out, match.text);
    fmt::format_to(std::back_inserter(out),
                   R"(,"line_number":{},"absolute_offset":{},"submatches":[)", match.line,
                   match.offset);
    bool first = true;
    for (const Span& span : match.spans) {
        out += first ? R"({"match":)" : R"(,{"match":)";
        appendJsonBytes(out, match.text.substr(span.begin, span.end - span.begin));
        if (!match.replacements.empty()) {
            const Span with = match.replacements[static_cast<size_t>(&span - match.spans.data())];
            out += R"(,"replacement":)";
            appendJsonBytes(out, match.replaced.substr(with.begin, with.end - with.begin));
        }
        fmt::format_to(std::back_inserter(out), R"(,"start":{},"end":{}}})", span.begin, span.end);
        first = false;
        ++m_submatches;
    }
    out += "]}}\n";
    if (!match.context) {
        m_lines += std::max<uint64_t>(1, countByte(match.text, '\n'));
    }
    m_printed += out.size() - before;
}

void JsonFormatter::endFile(std::string& out, const Entry& entry, const FileEnd& end) {
    if (m_totals) {
        m_totals->printed += m_printed;
        m_totals->lines += m_lines;
    }
    out += R"({"type":"end","data":{"path":)";
    appendJsonBytes(out, entry.path());
    out += R"(,"binary_offset":)";
    out += end.binary ? fmt::format("{}", end.binaryOffset) : "null";
    out += R"(,"stats":)";
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
    appendStats(out, seconds, {1, 1, end.bytesSearched, m_printed, m_lines, m_submatches});
    out += "}}\n";
}

void JsonFormatter::summary(std::string& out, const Summary& summary) {
    out += R"({"data":{"elapsed_total":)";
    appendElapsed(out, summary.seconds);
    out += R"(,"stats":)";
    const Progress& t = summary.totals;
    appendStats(out, summary.seconds,
                {t.filesSearched, t.results, t.bytesSearched,
                 m_totals ? m_totals->printed.load() : 0,
                 m_totals ? m_totals->lines.load() : t.matches, t.spans});
    out += R"(},"type":"summary"})";
    out += '\n';
}

}  // namespace findling
