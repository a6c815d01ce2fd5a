#include "core/format/CsvFormatter.h"

#include "support/SampleEntry.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <vector>

namespace findling {
namespace {

using namespace test;
using namespace std::literals;

std::string cell(std::string_view text) {
    std::string out;
    appendCsvCell(out, text);
    return out;
}

std::string row(const SampleEntry& sample) {
    std::string out;
    CsvFormatter(false).entry(out, *sample);
    return out;
}

std::string line(std::string_view text, std::vector<Span> spans = {}, bool context = false) {
    const SampleEntry sample("d", "f", FileType::File);
    Match match;
    match.line = 7;
    match.text = text;
    match.spans = spans;
    match.context = context;
    std::string out;
    CsvFormatter(true).match(out, *sample, match);
    return out;
}

/// One row by the letter of RFC 4180, section 2; with what stands after it, nothing is returned.
std::vector<std::string> parsedRow(std::string_view text) {
    std::vector<std::string> cells(1);
    size_t at = 0;
    while (at < text.size() && text.substr(at) != "\r\n") {
        if (text[at] == ',') {
            cells.emplace_back();
            ++at;
        } else if (text[at] == '"') {
            for (++at; at < text.size(); ++at) {
                if (text[at] == '"' && text.substr(at, 2) != "\"\"") break;
                if (text[at] == '"') ++at;
                cells.back() += text[at];
            }
            ++at;
        } else if (text[at] == '\r' || text[at] == '\n') {
            return {};
        } else {
            cells.back() += text[at++];
        }
    }
    return text.substr(at) == "\r\n" ? cells : std::vector<std::string>();
}

TEST(Csv, ACellIsQuotedWhereItMustBe) {
    const struct {
        std::string_view text, cell;
    } kCases[] = {
        {"", ""},
        {"plain", "plain"},
        {"two words", "two words"},
        {"a;b\tc", "a;b\tc"},
        {"a,b", R"("a,b")"},
        {R"(a"b)", R"("a""b")"},
        {R"(")", R"("""")"},
        {"a\nb", "\"a\nb\""},
        {"a\rb", "\"a\rb\""},
        {" a", "\" a\""},
        {"a ", "\"a \""},
        {"   ", "\"   \""},
        {"caf\xc3\xa9", "caf\xc3\xa9"},
        {"\xff\xfe,", "\"\xff\xfe,\""},
        {"\xff", "\xff"},
        {"a\0b"sv, "a\0b"sv},
    };
    for (const auto& [text, expected] : kCases) EXPECT_EQ(cell(text), expected);
}

TEST(Csv, AFormulaIsDisarmed) {
    const struct {
        std::string_view text, cell;
    } kCases[] = {
        {"=1+1", "'=1+1"},
        {"+1", "'+1"},
        {"-rf", "'-rf"},
        {"@SUM(1)", "'@SUM(1)"},
        {"\tx", "'\tx"},
        {"\rx", "\"'\rx\""},
        {"  =1", "\"'  =1\""},
        {"\n=1", "\"'\n=1\""},
        {"=A,B", R"("'=A,B")"},
        {"=LINK(\"x\")", "\"'=LINK(\"\"x\"\")\""},
        {"\xef\xbc\x9d"
         "1",
         "'\xef\xbc\x9d"
         "1"},
        {"\xef\xbc\x8b"
         "1",
         "'\xef\xbc\x8b"
         "1"},
        {"\xef\xbc\x8d"
         "1",
         "'\xef\xbc\x8d"
         "1"},
        {"\xef\xbc\xa0x", "'\xef\xbc\xa0x"},
        {"=", "'="},
        // No formulas:
        {"a=1", "a=1"},
        {"1-2", "1-2"},
        {"\xef\xbc\x9e"
         "1",
         "\xef\xbc\x9e"
         "1"},
        {"\xef\xbc", "\xef\xbc"},
        {"'=1", "'=1"},
    };
    for (const auto& [text, expected] : kCases) EXPECT_EQ(cell(text), expected);
}

RC_GTEST_PROP(Csv, EveryCellComesBackAsItWas, ()) {
    const auto piece = rc::gen::element<std::string>(",", "\"", "\r", "\n", " ", "=", "-", "a",
                                                     "\xff", "\xef\xbc\x9d", "\t", "'");
    const auto cells = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::vector<std::string>>>(
        rc::gen::container<std::vector<std::string>>(piece)));
    std::string text;
    std::vector<std::string> expected;
    for (const std::vector<std::string>& pieces : cells) {
        std::string plain;
        for (const std::string& part : pieces) plain += part;
        if (!expected.empty()) text += ',';
        appendCsvCell(text, plain);
        expected.push_back(plain);
    }
    std::vector<std::string> seen = parsedRow(text + "\r\n");
    RC_ASSERT(seen.size() == expected.size());
    for (size_t i = 0; i < seen.size(); ++i) {
        if (seen[i] != expected[i]) RC_ASSERT(seen[i] == "'" + expected[i]);
        // What a spreadsheet looks at first is never the sign of a formula.
        const size_t first = seen[i].find_first_not_of(' ');
        if (first != std::string::npos) {
            RC_ASSERT("=-\t\r"s.find(seen[i][first]) == std::string::npos);
            RC_ASSERT(seen[i].compare(first, 3, "\xef\xbc\x9d") != 0);
        }
    }
}

TEST(Csv, HeadersNameTheCells) {
    EXPECT_EQ(CsvFormatter(false).header(), "path,type,size,modified,created,mode,owner,group\r\n");
    EXPECT_EQ(CsvFormatter(true).header(), "path,line,column,text\r\n");
}

TEST(Csv, ARowHasAllFacts) {
    FileStat facts = fileFacts();
    facts.size = 18234;
    facts.modified = 1709296205'250'000'000;
    facts.created = -1'000'000'000;
    facts.owner = 3'999'999'999;
    facts.group = 3'999'999'998;
    EXPECT_EQ(row({"src/a.c", facts}),
              "src/a.c,file,18234,2024-03-01T12:30:05.25Z,1969-12-31T23:59:59Z,0644,"
              "3999999999,3999999998\r\n");
    facts.type = FileType::Folder;
    facts.mode = 04755;
    facts.owner = 0;
    facts.modified = 4294967296'000'000'000;
    facts.size = std::numeric_limits<uint64_t>::max();
    EXPECT_EQ(row({"a, b", facts}),
              "\"a, b\",folder,18446744073709551615,2106-02-07T06:28:16Z,1969-12-31T23:59:59Z,"
              "4755,root,3999999998\r\n");
}

TEST(Csv, AnUnknownFactIsEmpty) {
    FileStat facts = fileFacts();
    facts.group = 3'999'999'998;
    EXPECT_EQ(row({"f", facts}), "f,file,0,1970-01-01T00:00:00Z,,0644,root,3999999998\r\n");
    EXPECT_EQ(row({"/nowhere", "a/b", FileType::Folder}), "/nowhere/a/b,folder,,,,,,\r\n");
    EXPECT_EQ(row({"/nowhere", "b", FileType::Unknown}), "/nowhere/b,,,,,,,\r\n");
}

TEST(Csv, ALineIsARow) {
    const struct {
        std::string_view text;
        std::vector<Span> spans;
        bool context;
        std::string_view row;
    } kCases[] = {
        {"needle\n", {{0, 6}}, false, "d/f,7,1,needle\r\n"},
        {"a needle needle\r\n", {{2, 8}, {9, 15}}, false, "d/f,7,3,a needle needle\r\n"},
        {"no end", {{3, 6}}, false, "d/f,7,4,no end\r\n"},
        {"around\n", {}, true, "d/f,7,,around\r\n"},
        {"around\n", {{0, 1}}, true, "d/f,7,,around\r\n"},
        {"matched somehow\n", {}, false, "d/f,7,,matched somehow\r\n"},
        {"\n", {{0, 0}}, false, "d/f,7,1,\r\n"},
        {"x, \"y\"\n", {{0, 1}}, false, "d/f,7,1,\"x, \"\"y\"\"\"\r\n"},
        {"=cmd\n", {{1, 4}}, false, "d/f,7,2,'=cmd\r\n"},
        {"a\rb\n", {{0, 1}}, false, "d/f,7,1,\"a\rb\"\r\n"},
        {"\xff\n", {{0, 1}}, false, "d/f,7,1,\xff\r\n"},
    };
    for (const auto& [text, spans, context, expected] : kCases)
        EXPECT_EQ(line(text, spans, context), expected);
}

TEST(Csv, ABinaryFileIsNotLeftOut) {
    const SampleEntry sample("d", "f,g", FileType::File);
    CsvFormatter csv(true);
    std::string out;
    csv.beginFile(out, *sample);
    csv.endFile(out, *sample, {.matches = 1});
    EXPECT_EQ(out, "");
    csv.endFile(out, *sample, {.matches = 1, .binary = true, .binaryOffset = 12});
    EXPECT_EQ(out, "\"d/f,g\",,,binary file matches (NUL byte at offset 12)\r\n");
}

}  // namespace
}  // namespace findling
