#include "core/pattern/StdGlob.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace findling {
namespace {

using Kind = StdGlobPattern::Stage::Kind;
constexpr auto kText = StdGlobUnits::CodePoints;
constexpr auto kBytes = StdGlobUnits::Bytes;

struct Case {
    std::string pattern, name;
    bool matches;
};

// Each line was asked of fnmatch.fnmatchcase() of CPython 3.13.
TEST(StdGlob, MatchesAsFnmatchDoes) {
    const std::vector<Case> cases{
        {"", "", true},           {"", "a", false},
        {"abc", "abc", true},     {"*", "", true},
        {"*", "a\nb", true},      {"?", "", false},
        {"?", "\n", true},        {"a*c", "abbc", true},
        {"a*c", "ac", true},      {"a*c", "acb", false},
        {"*.py", "x.py", true},   {"*.py", ".py", true},
        {"*.py", "x.pyc", false}, {"a*a", "a", false},
        {"**", "abc", true},      {"*a*b*", "xxaxxbxx", true},
        {"*a*b*", "ba", false},   {"[ab]", "b", true},
        {"[ab]", "c", false},     {"[!ab]", "c", true},
        {"[!ab]", "a", false},    {"[^a]", "^", true},
        {"[^a]", "a", true},      {"[^a]", "b", false},
        {"[a-c]", "b", true},     {"[a-c]", "-", false},
        {"[a-]", "-", true},      {"[-a]", "-", true},
        {"[]]", "]", true},       {"[!]]", "]", false},
        {"[!]]", "a", true},      {"[", "[", true},
        {"[a", "[a", true},       {"a[", "a[", true},
        {"[]-a]", "_", true},     {"[c-a]", "b", false},
        {"[c-a]", "c", false},    {"[!c-a]", "b", true},
        {"[b-ax]", "x", true},    {"[b-ax]", "b", false},
        {"[b-a!x]", "x", false},  {"[b-a!x]", "q", true},
        {"[b-a!-z]", "-", false}, {"[b-a!-z]", "m", true},
        {"[--a]", "-", true},     {"[--a]", "A", true},
        {"[--a]", "b", false},    {"[!--a]", "A", false},
        {"[!--a]", "b", true},    {"[a-c-e]", "d", false},
        {"[a-c-e]", "-", true},   {"[\\]", "\\", true},
        {"\\*", "\\x", true},     {"{a,b}", "a", false},
        {"{a,b}", "{a,b}", true}, {"[[]", "[", true},
        {"[*]", "*", true},       {"[*]", "a", false},
        {"A", "a", false},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(StdGlob(c.pattern, kText).matches(c.name), c.matches)
            << c.pattern << " with " << c.name;
        EXPECT_EQ(StdGlob(c.pattern, kBytes).matches(c.name), c.matches)
            << c.pattern << " with the bytes " << c.name;
    }
}

TEST(StdGlob, CountsCodePointsInTextAndBytesInBytes) {
    EXPECT_TRUE(StdGlob("?", kText).matches("é"));
    EXPECT_FALSE(StdGlob("?", kBytes).matches("é"));
    EXPECT_TRUE(StdGlob("??", kBytes).matches("é"));
    EXPECT_TRUE(StdGlob("[é-本]", kText).matches("日"));
    EXPECT_FALSE(StdGlob("[é-本]", kText).matches("a"));
}

TEST(StdGlob, AnUndecodableByteIsOneCharacter) {
    EXPECT_TRUE(StdGlob("?", kText).matches("\xff"));
    EXPECT_TRUE(StdGlob("a?", kText).matches("a\xc3"));
    EXPECT_TRUE(StdGlob("\xff*", kText)
                    .matches("\xff"
                             "a"));
    EXPECT_TRUE(StdGlob("???", kText).matches("\xed\xa0\x80"));  // an encoded surrogate
    EXPECT_TRUE(StdGlob("[\x80-\xff]", kBytes).matches("\xa9"));
    // The last byte of é is no character: a pattern must not match inside of one.
    EXPECT_FALSE(StdGlob("*\xa9", kText).matches("é"));
    EXPECT_TRUE(StdGlob("*\xa9", kBytes).matches("é"));
}

TEST(StdGlob, TakesLinearTime) {
    std::string pattern;
    for (int i = 0; i < 50; ++i) pattern += "*a?";
    EXPECT_FALSE(StdGlob(pattern + "b", kText).matches(std::string(20000, 'a')));
}

TEST(StdGlob, HiddenNamesAreForPatternsThatBeginWithADot) {
    EXPECT_TRUE(StdGlob(".*", kText).wantsHidden());
    EXPECT_FALSE(StdGlob("[.]x", kText).wantsHidden());
    EXPECT_FALSE(StdGlob("*", kText).wantsHidden());
}

std::string taken(std::string_view pathname, bool recursive = true) {
    const StdGlobPattern pattern = StdGlobPattern::parse(pathname, recursive, kText);
    std::string out = "<" + pattern.head + ">";
    for (const auto& stage : pattern.stages) {
        out += stage.kind == Kind::Name    ? " name:"
               : stage.kind == Kind::Match ? " match:"
                                           : " all:";
        out += stage.name;
    }
    return out;
}

TEST(StdGlobPattern, IsTakenApartAsOsPathSplitDoes) {
    EXPECT_EQ(taken("a/b"), "<a/b>");
    EXPECT_EQ(taken("a//b/"), "<a//b/>");
    EXPECT_EQ(taken("*"), "<> match:*");
    EXPECT_EQ(taken("a//*"), "<a> match:*");
    EXPECT_EQ(taken("a//b//*"), "<a//b> match:*");
    EXPECT_EQ(taken("/*"), "</> match:*");
    EXPECT_EQ(taken("//x/E*"), "<//x> match:E*");
    EXPECT_EQ(taken("*/"), "<> match:* name:");
    EXPECT_EQ(taken("*/a//b"), "<> match:* name:a name:b");
    EXPECT_EQ(taken("a[/]f"), "<> match:a[ name:]f");
    EXPECT_EQ(taken("x/**/y/*.c"), "<x> all:** name:y match:*.c");
    EXPECT_EQ(taken("**", false), "<> match:**");
    EXPECT_EQ(taken("a**/b"), "<> match:a** name:b");
}

}  // namespace
}  // namespace findling
