#include "core/format/CsvFormatter.h"

#include "core/base/Text.h"
#include "core/format/Facts.h"

#include <fmt/format.h>

#include <iterator>

namespace findling {

namespace {

constexpr std::string_view kRowEnd = "\r\n";

/// Spreadsheets skip spaces before they look, and take full-width signs for the plain ones.
bool isFormula(std::string_view text) {
    const size_t first = text.find_first_not_of(" \n");
    if (first == std::string_view::npos) return false;
    text.remove_prefix(first);
    if (std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) return true;
    for (const std::string_view wide :
         {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"}) {
        if (text.substr(0, wide.size()) == wide) return true;
    }
    return false;
}

bool needsQuotes(std::string_view text) {
    return !text.empty() && (text.front() == ' ' || text.back() == ' ' ||
                             text.find_first_of(",\"\r\n") != std::string_view::npos);
}

}  // namespace

void appendCsvCell(std::string& out, std::string_view text) {
    const std::string_view guard = isFormula(text) ? "'" : "";
    if (!needsQuotes(text)) {
        out += guard;
        out += text;
        return;
    }
    out += '"';
    out += guard;
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

std::string CsvFormatter::header() const {
    return m_content ? "path,line,column,text\r\n"
                     : "path,type,size,modified,created,mode,owner,group\r\n";
}

/// A path that begins with "-" still names its file, with "./" in front.
void CsvFormatter::path(std::string& out, const Entry& entry) const {
    appendCsvCell(out, printablePath(entry.path(), m_escape));
}

void CsvFormatter::entry(std::string& out, const Entry& entry) {
    path(out, entry);
    out += ',';
    out += typeName(entry.type());
    if (const FileStat* facts = entry.stat()) {
        fmt::format_to(
            std::back_inserter(out), ",{},{},{},{},", facts->size, isoTimeUtc(facts->modified),
            facts->created ? isoTimeUtc(*facts->created) : std::string(), modeOctal(facts->mode));
        appendCsvCell(out, ownerText(*facts));
        out += ',';
        appendCsvCell(out, groupText(*facts));
    } else {
        out += ",,,,,,";
    }
    out += kRowEnd;
}

void CsvFormatter::beginFile(std::string&, const Entry&) {}

void CsvFormatter::match(std::string& out, const Entry& entry, const Match& match) {
    path(out, entry);
    fmt::format_to(std::back_inserter(out), ",{},", match.line);
    if (!match.context && !match.spans.empty()) {
        fmt::format_to(std::back_inserter(out), "{}", match.spans.front().begin + 1);
    }
    out += ',';
    const std::string_view text = withoutTerminator(match.text);
    appendCsvCell(out, m_escape ? escapeForTerminal(text, true) : std::string(text));
    out += kRowEnd;
}

void CsvFormatter::endFile(std::string& out, const Entry& entry, const FileEnd& end) {
    if (!end.binary) return;
    // Its lines were not handed over: without a row of its own it would be left out in silence.
    path(out, entry);
    fmt::format_to(std::back_inserter(out), ",,,binary file matches (NUL byte at offset {}){}",
                   end.binaryOffset, kRowEnd);
}

}  // namespace findling
