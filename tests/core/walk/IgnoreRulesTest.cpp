#include "core/walk/IgnoreRules.h"

#include "core/base/Text.h"

#include <gtest/gtest.h>

#include <chrono>

namespace findling {
namespace {

using namespace std::literals;

/// The last rule for a path, as a walk comes upon it. A "/" at the end makes it a folder; `hidden`
/// tells whether a folder above it is hidden already, and so never entered.
const IgnoreRule* ruleFor(const IgnoreRules& rules, std::string_view path, bool& hidden) {
    const std::string lower = lowerAscii(path);
    if (rules.ignoresCase()) path = lower;
    const bool folder = path.back() == '/';
    if (folder) path.remove_suffix(1);
    hidden = false;
    IgnoreTrie::States states = rules.trie().begin();
    const auto last = [&](std::string_view name, bool isFolder) {
        const uint32_t number = IgnoreTrie::match(states, IgnoreName(name), isFolder);
        return number == 0 ? nullptr : &rules.rule(number);
    };
    for (size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
        const std::string_view name = path.substr(0, slash);
        const IgnoreRule* rule = last(name, true);
        hidden = hidden || (rule && !rule->negated);
        states = IgnoreTrie::step(states, IgnoreName(name));
        path.remove_prefix(slash + 1);
    }
    return last(path, folder);
}

const IgnoreRule* ruleFor(const IgnoreRules& rules, std::string_view path) {
    bool hidden = false;
    return ruleFor(rules, path, hidden);
}

bool hides(std::string_view rules, std::string_view path) {
    bool hidden = false;
    const auto parsed = IgnoreRules::parse(rules, ".gitignore");
    const IgnoreRule* rule = ruleFor(*parsed, path, hidden);
    return hidden || (rule && !rule->negated);
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
        EXPECT_TRUE(ruleFor(*rules, path)) << path;
    EXPECT_TRUE(ruleFor(*rules, "D/e"));
}

TEST(IgnoreRules, TheRuleKnowsItsTextAndLine) {
    const auto rules = IgnoreRules::parse("# comment\n\n*.o\n!k.o  \n", "/a/.gitignore");
    const IgnoreRule* rule = ruleFor(*rules, "x.o");
    ASSERT_TRUE(rule);
    EXPECT_EQ(rule->text, "*.o");
    EXPECT_EQ(rule->line, 3u);
    rule = ruleFor(*rules, "k.o");
    ASSERT_TRUE(rule);
    EXPECT_TRUE(rule->negated);
    EXPECT_EQ(rule->text, "!k.o");
    EXPECT_EQ(rule->line, 4u);
    EXPECT_EQ(ruleFor(*rules, "x.c"), nullptr);
    EXPECT_EQ(rules->source(), "/a/.gitignore");
    EXPECT_TRUE(IgnoreRules::parse("# only\n\n  \n!\n/\n", "x")->empty());
}

TEST(IgnoreRules, AHundredThousandPatternsAreNoBurden) {
    std::string text;
    for (int i = 0; i < 100'000; ++i)
        text += "dir" + std::to_string(i) + "/*.x" + std::to_string(i) + "\n";
    const auto begin = std::chrono::steady_clock::now();
    const auto rules = IgnoreRules::parse(text, "x");
    EXPECT_TRUE(ruleFor(*rules, "dir7/a.x7"));
    for (int i = 0; i < 20; ++i) EXPECT_FALSE(ruleFor(*rules, "dirx/a.c"));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

}  // namespace
}  // namespace findling
