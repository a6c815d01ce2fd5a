#include "core/format/JsonFormatter.h"

#include "support/FormattedSearch.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

namespace findling {
namespace {

using namespace test;
using namespace std::literals;

FormatStyle json() {
    FormatStyle style;
    style.format = OutputOptions::Format::Json;
    return style;
}

Names jsonLines(const TempTree& tree, Query query) {
    std::istringstream in(formattedIn(tree, std::move(query), json()));
    Names out;
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
}

std::string string(std::string_view utf8) {
    std::string out;
    appendJsonString(out, utf8);
    return out;
}

std::string bytes(std::string_view any) {
    std::string out;
    appendJsonBytes(out, any);
    return out;
}

TEST(Json, StringsEscapeWhatTheyMust) {
    EXPECT_EQ(string("a\"b\\c"), R"("a\"b\\c")");
    EXPECT_EQ(string("\n\r\t"), R"("\n\r\t")");
    EXPECT_EQ(string("\0\x1b\x7f"sv), R"("\u0000\u001b\u007f")");
    EXPECT_EQ(string("\xc3\xa9/"), "\"\xc3\xa9/\"");
}

TEST(Json, BytesThatAreNoUtf8BecomeBase64) {
    EXPECT_EQ(bytes("plain"), R"({"text":"plain"})");
    EXPECT_EQ(bytes("\xff"), R"({"bytes":"/w=="})");
    EXPECT_EQ(bytes("\xff\xfe"), R"({"bytes":"//4="})");
    EXPECT_EQ(bytes("\xff\xfe\xfd"), R"({"bytes":"//79"})");
    EXPECT_EQ(bytes("caf\xe9\n"), R"({"bytes":"Y2Fm6Qo="})");
    EXPECT_EQ(bytes(""), R"({"text":""})");
}

RC_GTEST_PROP(Json, NeverHoldsARawControlByte, (const std::string& any)) {
    for (const char c : bytes(any)) RC_ASSERT(static_cast<unsigned char>(c) >= 0x20u && c != 0x7f);
}

TEST(Json, LinesFollowRipgrepsSchema) {
    const TempTree tree{{"f", "a\nneedle \xc3\xa9 needle\nb\n"}};
    Query query = text("needle");
    query.content->after = 1;
    const Names out = jsonLines(tree, query);
    ASSERT_EQ(out.size(), 5u);
    EXPECT_EQ(out[0], R"({"type":"begin","data":{"path":{"text":"f"}}})");
    EXPECT_EQ(
        out[1],
        R"({"type":"match","data":{"path":{"text":"f"},"lines":{"text":"needle é needle\n"},"line_number":2,)"
        R"("absolute_offset":2,"submatches":[{"match":{"text":"needle"},"start":0,"end":6},)"
        R"({"match":{"text":"needle"},"start":10,"end":16}]}})");
    EXPECT_EQ(
        out[2],
        R"({"type":"context","data":{"path":{"text":"f"},"lines":{"text":"b\n"},"line_number":3,)"
        R"("absolute_offset":19,"submatches":[]}})");
    EXPECT_EQ(
        out[3].find(
            R"({"type":"end","data":{"path":{"text":"f"},"binary_offset":null,"stats":{"elapsed":{"secs":)"),
        0u)
        << out[3];
    EXPECT_NE(
        out[3].find(R"("searches":1,"searches_with_match":1,"bytes_searched":21,"bytes_printed":)"),
        std::string::npos)
        << out[3];
    EXPECT_NE(out[3].find(R"("matched_lines":1,"matches":2)"), std::string::npos) << out[3];
    EXPECT_EQ(out[4].find(R"({"data":{"elapsed_total":{)"), 0u) << out[4];
    EXPECT_NE(out[4].find(R"("type":"summary")"), std::string::npos) << out[4];
}

TEST(Json, TheSummaryIsTheSumOfTheFiles) {
    const TempTree tree{{"a", "x x\nx\n"}, {"b", "x\n"}, {"c", "y\n"}};
    const Names out = jsonLines(tree, text("x"));
    EXPECT_NE(out.back().find(R"("searches":3,"searches_with_match":2,"bytes_searched":10)"),
              std::string::npos)
        << out.back();
    EXPECT_NE(out.back().find(R"("matched_lines":3,"matches":4)"), std::string::npos) << out.back();
}

/// The value of "modified" of the only entry.
std::string modified(int64_t nanoseconds) {
    TempTree tree{{"f", "123"}};
    tree.setTime("f", nanoseconds);
    const std::string line = jsonLines(tree, {}).at(0);
    EXPECT_EQ(line.find(R"({"path":{"text":"f"},"type":"file","size":3,"modified":)"), 0u) << line;
    const size_t begin = line.find("\"modified\":") + 11;
    return line.substr(begin, line.find_first_of(",}", begin) - begin);
}

TEST(Json, AnEntryHasPathTypeSizeAndTime) {
    EXPECT_EQ(modified(1'700'000'000'123'456'789), "1700000000.123456789");
    EXPECT_EQ(modified(5), "0.000000005");
    const TempTree tree{{"d/"}, link("l", "d"), fifo("p")};
    std::string all;
    for (const std::string& line : jsonLines(tree, {})) all += line + "\n";
    for (const char* type : {"folder", "link", "fifo"})
        EXPECT_NE(all.find("\"type\":\""s + type + "\""), std::string::npos) << all;
}

TEST(Json, TimesBefore1970AreNegativeDecimals) {
    EXPECT_EQ(modified(-1'000'000'000), "-1.000000000");
    EXPECT_EQ(modified(-1'250'000'000), "-1.250000000");
    EXPECT_EQ(modified(-500'000'000), "-0.500000000");
}

TEST(Json, ABinaryFileTellsTheOffset) {
    const TempTree tree{{"b", "head\0needle\n"s}};
    Query query = text("needle");
    query.roots = {tree.path("b")};
    EXPECT_NE(formatted(query, json()).find(R"("binary_offset":4)"), std::string::npos);
}

}  // namespace
}  // namespace findling
