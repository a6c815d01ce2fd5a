#include "core/walk/IgnoreRules.h"

#include <gtest/gtest.h>

#include <chrono>

namespace findling {
namespace {

using namespace std::literals;

/// Whether a path is hidden by the text of one .gitignore, as the walk asks it: a folder that is
/// hidden is not entered, so what lies in it is hidden too. A "/" at the end makes it a folder.
bool hides(std::string_view rules, std::string_view path) {
    const auto parsed = IgnoreRules::parse(rules, ".gitignore");
    const bool folder = path.back() == '/';
    if (folder) path.remove_suffix(1);
    for (size_t end = path.find('/');; end = path.find('/', end + 1)) {
        const bool last = end == std::string_view::npos;
        const std::string_view part = path.substr(0, end);
        const std::string_view name = part.substr(part.rfind('/') + 1);
        const IgnoreRule* rule = parsed->match(part, name, folder || !last);
        if (rule && !rule->negated) return true;
        if (last) return false;
    }
}

struct Row {
    std::string_view rules;
    std::string_view path;
    bool hidden;
};

void expectRows(std::initializer_list<Row> rows) {
    for (const Row& row : rows)
        EXPECT_EQ(hides(row.rules, row.path), row.hidden) << row.rules << " on " << row.path;
}

TEST(IgnoreRules, ANameIsHiddenAtAnyDepth) {
    expectRows({{"foo", "foo", true},
                {"foo", "foo/", true},
                {"foo", "a/foo", true},
                {"foo", "foobar", false},
                {"/foo", "foo", true},
                {"/foo", "a/foo", false},
                {"a/foo", "a/foo", true},
                {"a/foo", "b/a/foo", false},
                {"foo/", "foo/", true},
                {"foo/", "a/foo", false},
                {"foo/", "a/foo/x", true},
                {"a/foo/", "a/foo/", true}});
}

TEST(IgnoreRules, TwoStarsAreAnyNumberOfFolders) {
    expectRows({{"**/foo", "foo", true},
                {"**/foo", "a/b/foo", true},
                {"foo/**", "foo/x/y", true},
                {"foo/**", "foo/", false},
                {"foo/**", "x/foo/y", false},
                {"a/**/b", "a/b", true},
                {"a/**/b", "a/x/y/b", true},
                {"**/bar/*", "x/bar/y", true},
                {"foo/*/bar", "foo/x/bar", true},
                {"foo/*/bar", "foo/bar", false},
                {"foo/*/bar", "foo/x/y/bar", false}});
}

TEST(IgnoreRules, TwoStarsInsideAPartAreOne) {
    expectRows({{"a**b", "axxb", true},
                {"a**b", "ab", true},
                {"a**b", "a/x/b", false},
                {"***", "x", true}});
}

TEST(IgnoreRules, ANegationKeepsWhatAnEarlierRuleHides) {
    expectRows({{"*.o\n!k.o", "d/k.o", false},
                {"*.o\n!k.o", "d/x.o", true},
                {"dir/\n!dir/x", "dir/x", true},
                {"dir/*\n!dir/x", "dir/x", false},
                {"dir/*\n!dir/x", "dir/y", true},
                {"/*\n!/foo", "foo/a/b", false},
                {"/*\n!/foo", "bar", true},
                {"*\n!*.c\n!*/", "d/b.c", false},
                {"*\n!*.c\n!*/", "d/b.h", true},
                {"!k.o\n*.o", "k.o", true},
                {"!", "x", false},
                {"!!x", "!x", false}});
}

TEST(IgnoreRules, StarsAloneHideEverything) {
    expectRows({{"**", "a/b", true},
                {"/**\n!/a", "a", false},
                {"/**\n!/a", "b", true},
                {"**/", "a", false},
                {"**/", "a/", true},
                {"/", "a", false}});
}

TEST(IgnoreRules, OnlyUnprotectedSpacesAtTheEndAreTrimmed) {
    expectRows({{"foo  ", "foo", true},
                {"bar\\ ", "bar ", true},
                {"bar\\ ", "bar", false},
                {"bar\\  ", "bar ", true},
                {"foo\t", "foo\t", true},
                {"foo\t", "foo", false},
                {" foo", " foo", true},
                {" foo", "foo", false},
                {"a b", "a b", true},
                {"foo \t", "foo \t", true},
                {"   ", "x", false}});
}

TEST(IgnoreRules, LinesEndInNewlineOrCarriageReturnNewline) {
    expectRows({{"foo\r\nbar\r\n", "foo", true},
                {"foo\r\nbar\r\n", "bar", true},
                {"foo\r\nbar", "bar", true},
                {"a\n\n\nb", "b", true},
                {"foo \r\n", "foo", true},
                {"foo\r\r\n", "foo\r", true}});
}

TEST(IgnoreRules, CommentsAndEscapedMarks) {
    expectRows({{"#x", "#x", false},
                {"\\#x", "#x", true},
                {"\\!x", "!x", true},
                {" #x", " #x", true},
                {"x#y", "x#y", true}});
}

TEST(IgnoreRules, AByteOrderMarkIsNoPartOfTheFirstRule) {
    expectRows({{"\xef\xbb\xbf"
                 "foo",
                 "foo", true},
                {"a\n\xef\xbb\xbf"
                 "foo",
                 "foo", false}});
}

TEST(IgnoreRules, Brackets) {
    expectRows({{"[ab]", "a", true},
                {"[!a]", "a", false},
                {"[^a]", "b", true},
                {"[]a]", "]", true},
                {"f[0-9]", "f7", true},
                {"[[:digit:]]x", "7x", true},
                {"[a-", "[a-", false},
                {"[", "[", false},
                {"\\*", "*", true},
                {"\\*", "a", false},
                {"foo\\", "foo", false},
                {"foo\\", "foo\\", false},
                {"[b-a]", "b", true},
                {"[b-a]", "a", false}});
}

TEST(IgnoreRules, BracesAreOrdinaryCharacters) {
    expectRows({{"x.{c,h}", "x.{c,h}", true}, {"x.{c,h}", "x.c", false}});
}

TEST(IgnoreRules, WildcardsMatchBytesAndNeverASlash) {
    expectRows({{"a?", "a\xc3\xa9", false},
                {"a??", "a\xc3\xa9", true},
                {"d/a?b", "d/a/b", false},
                {"a[/]b", "a/b", false},
                {"d/*", "d/x/y", true}});
}

TEST(IgnoreRules, ALineOfInvalidUtf8StopsNothing) {
    expectRows({{"caf\xe9\nfoo", "foo", true},
                {"caf\xe9\nfoo", "caf\xe9", true},
                {"*\xff", "x\xff", true}});
}

TEST(IgnoreRules, WhatNoPathCanBeMatchesNothing) {
    expectRows({{"foo//bar", "foo/bar", false}, {"./foo", "foo", false}, {"//foo", "foo", false}});
}

TEST(IgnoreRules, WildcardsMatchALeadingDot) {
    expectRows({{"*", ".x", true},
                {".*\n!.keep", ".keep", false},
                {".*\n!.keep", ".x", true},
                {"?x", ".x", true}});
}

TEST(IgnoreRules, ANulEndsTheLine) {
    expectRows({{"foo\0bar"sv, "foo", true}, {"foo\0bar\nx"sv, "x", true}, {"\0x"sv, "x", false}});
}

TEST(IgnoreRules, CaseCountsUnlessTold) {
    expectRows({{"Foo", "foo", false}, {"*.C", "a.c", false}, {"[A-C]x", "ax", false}});
    const auto rules = IgnoreRules::parse("Foo\n*.C\n[X-Z]q\n/d/E\n", "x", true);
    for (const char* path : {"foo", "FOO", "a.c", "yq", "Yq"})
        EXPECT_TRUE(rules->match(path, path, false)) << path;
    EXPECT_TRUE(rules->match("D/e", "e", false));
}

TEST(IgnoreRules, TheRuleKnowsItsTextAndLine) {
    const auto rules = IgnoreRules::parse("# comment\n\n*.o\n!k.o  \n", "/a/.gitignore");
    const IgnoreRule* rule = rules->match("x.o", "x.o", false);
    ASSERT_TRUE(rule);
    EXPECT_EQ(rule->text, "*.o");
    EXPECT_EQ(rule->line, 3u);
    rule = rules->match("k.o", "k.o", false);
    ASSERT_TRUE(rule);
    EXPECT_TRUE(rule->negated);
    EXPECT_EQ(rule->text, "!k.o");
    EXPECT_EQ(rule->line, 4u);
    EXPECT_EQ(rules->match("x.c", "x.c", false), nullptr);
    EXPECT_EQ(rules->source(), "/a/.gitignore");
    EXPECT_TRUE(IgnoreRules::parse("# only\n\n  \n!\n/\n", "x")->empty());
}

TEST(IgnoreRules, AHundredThousandPatternsAreNoBurden) {
    std::string text;
    for (int i = 0; i < 100'000; ++i)
        text += "dir" + std::to_string(i) + "/*.x" + std::to_string(i) + "\n";
    const auto begin = std::chrono::steady_clock::now();
    const auto rules = IgnoreRules::parse(text, "x");
    EXPECT_TRUE(rules->match("dir7/a.x7", "a.x7", false));
    for (int i = 0; i < 20; ++i) EXPECT_FALSE(rules->match("dirx/a.c", "a.c", false));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

}  // namespace
}  // namespace findling
