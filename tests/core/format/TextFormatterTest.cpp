#include "core/format/TextFormatter.h"

#include "support/FormattedSearch.h"

#include <gtest/gtest.h>

namespace findling {
namespace {

using namespace test;
using namespace std::literals;
using Show = OutputOptions::Show;

TEST(TextFormatter, APipeGetsPathLineAndText) {
    const TempTree tree{{"f", "a\nneedle 1\n\xffneedle\r\nlast needle"}};
    EXPECT_EQ(formattedIn(tree, text("needle"), {}),
              "f:2:needle 1\nf:3:\xffneedle\r\nf:4:last needle\n");
    FormatStyle style;
    style.lineNumber = false;
    EXPECT_EQ(formattedIn(tree, text("1"), style), "f:needle 1\n");
    style.withFilename = false;
    EXPECT_EQ(formattedIn(tree, text("1"), style), "needle 1\n");
    style.column = true;
    EXPECT_EQ(formattedIn(tree, text("1"), style), "8:needle 1\n");
    style.lineNumber = style.withFilename = true;
    EXPECT_EQ(formattedIn(tree, text("1"), style), "f:2:8:needle 1\n");
}

TEST(TextFormatter, ContextHasDashesAndGapsAreMarked) {
    const TempTree tree{{"f", "x\na\nb\nc\nx\n"}};
    Query query = text("x");
    query.content->after = 1;
    FormatStyle style;
    style.context = true;
    EXPECT_EQ(formattedIn(tree, query, style), "f:1:x\nf-2-a\n--\nf:5:x\n");
    EXPECT_EQ(makeFormatter(style)->separator(), "--\n");
    style.heading = true;
    EXPECT_EQ(makeFormatter(style)->separator(), "\n");
    EXPECT_EQ(formattedIn(tree, query, style), "f\n1:x\n2-a\n--\n5:x\n");
    EXPECT_EQ(makeFormatter({})->separator(), "");
}

TEST(TextFormatter, CountsAndFileNames) {
    const TempTree tree{{"f", "x\nx\n"}};
    FormatStyle style;
    style.show = Show::Count;
    EXPECT_EQ(formattedIn(tree, text("x"), style, Detail::Count), "f:2\n");
    style.withFilename = false;
    EXPECT_EQ(formattedIn(tree, text("x"), style, Detail::Count), "2\n");
    style.show = Show::Files;
    EXPECT_EQ(formattedIn(tree, text("x"), style, Detail::Files), "f\n");
    style.nullSeparator = true;
    EXPECT_EQ(formattedIn(tree, text("x"), style, Detail::Files), "f\0"s);
}

TEST(TextFormatter, ANulFollowsThePathWhereAsked) {
    const TempTree tree{{"f", "x\n"}};
    FormatStyle style;
    style.nullSeparator = true;
    EXPECT_EQ(formattedIn(tree, {}, style), "f\0"s);
    EXPECT_EQ(formattedIn(tree, text("x"), style), "f\0001:x\n"s);
    style.show = Show::Count;
    EXPECT_EQ(formattedIn(tree, text("x"), style, Detail::Count), "f\0001\n"s);
}

TEST(TextFormatter, NamesAreEscapedOnATerminalOnly) {
    const TempTree tree{{"a\x1b[31m\n\xff", "x\n"}};
    EXPECT_EQ(formattedIn(tree, {}, {}), "a\x1b[31m\n\xff\n");
    FormatStyle terminal;
    terminal.terminal = true;
    EXPECT_EQ(formattedIn(tree, {}, terminal), "a\\x1b[31m\\n\\xff\n");
    EXPECT_EQ(formattedIn(tree, text("x"), terminal), "a\\x1b[31m\\n\\xff:1:x\n");
}

TEST(TextFormatter, TextIsEscapedOnATerminalOnly) {
    const TempTree tree{{"f", "x\x1b]0;title\a\t\xe2\x80\xae\xff\r\n"}};
    EXPECT_EQ(formattedIn(tree, text("x"), {}), "f:1:x\x1b]0;title\a\t\xe2\x80\xae\xff\r\n");
    FormatStyle terminal;
    terminal.terminal = true;
    EXPECT_EQ(formattedIn(tree, text("x"), terminal), "f:1:x\\x1b]0;title\\x07\t\\u{202e}\\xff\n");
}

TEST(TextFormatter, ALeadingDashGetsADot) {
    EXPECT_EQ(printablePath("-rf", false), "./-rf");
    EXPECT_EQ(printablePath("a/-rf", false), "a/-rf");
    EXPECT_EQ(printablePath("-\x1b", true), "./-\\x1b");
    EXPECT_EQ(printablePath("", false), "");
}

TEST(TextFormatter, ColourMarksPathNumberAndMatches) {
    const TempTree tree{{"f", "a needle b needle\n"}};
    FormatStyle style;
    style.color = true;
    EXPECT_EQ(formattedIn(tree, text("needle"), style).find("\033[35m"), 0u);
    const std::string out = formattedIn(tree, text("needle"), style);
    EXPECT_NE(out.find("\033[32m1\033[0m:a \033[1;31mneedle\033[0m b \033[1;31mneedle\033[0m\n"),
              std::string::npos)
        << out;
    // Behind every colour comes its end.
    size_t open = 0, closed = 0;
    for (size_t at = 0; (at = out.find("\033[", at)) != std::string::npos; ++at)
        out.compare(at, 4, "\033[0m") == 0 ? ++closed : ++open;
    EXPECT_EQ(open, closed);
    EXPECT_EQ(formattedIn(tree, text("x*"), style).find("\033[1;31m\033[0m"),
              std::string::npos);  // none for nothing
}

TEST(TextFormatter, ALongLineOnATerminalIsCutAroundItsMatch) {
    const TempTree tree{{"f", std::string(5000, 'a') + "needle" + std::string(5000, 'b') + "\n"}};
    FormatStyle style;
    style.terminal = true;
    style.maxColumns = 1000;
    const std::string out = formattedIn(tree, text("needle"), style);
    EXPECT_LT(out.size(), 1200u);
    EXPECT_NE(out.find("needle"), std::string::npos);
    EXPECT_NE(out.find("[4750 bytes] a"), std::string::npos) << out;
    EXPECT_NE(out.find("[4256 bytes more]"), std::string::npos) << out;
    EXPECT_EQ(formattedIn(tree, text("needle"), {}).size(), 10'006u + 5);  // a pipe gets all
}

TEST(TextFormatter, ACutNeverSplitsACharacter) {
    std::string line;
    for (int i = 0; i < 1000; ++i) line += "\xe2\x82\xac";
    for (int shift = 0; shift < 3; ++shift) {
        const TempTree tree{
            {"f", std::string(static_cast<size_t>(shift), 'x') + line + "needle" + line + "\n"}};
        FormatStyle style;
        style.terminal = true;
        EXPECT_EQ(formattedIn(tree, text("needle"), style).find("\\x"), std::string::npos);
    }
}

TEST(TextFormatter, ABinaryFileThatMatchesIsNamedNotShown) {
    const TempTree tree{{"b", "head\0needle\n"s}};
    Query query = text("needle");
    query.roots = {tree.path("b")};
    FormatStyle style;
    style.withFilename = false;
    EXPECT_EQ(formatted(query, style),
              tree.path("b") + ": binary file matches (NUL byte at offset 4)\n");
}

}  // namespace
}  // namespace findling
