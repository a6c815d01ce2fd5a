#include "core/pattern/RegexSyntax.h"

#include "support/LineOracle.h"
#include "support/RandomRegex.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace findling {
namespace {

TEST(RegexHasUpper, CountsLettersThatAreMeant) {
    for (const char* pattern : {"Foo", "a|B", "[A-Z]", "(?<=Foo)bar", "(?<!X)y", "(?<=a)B",
                                "\\QFoo\\E", "x(?:Y)", "\xc3\x89", "a{2}B", "\\\\A"}) {
        EXPECT_TRUE(regexHasUpper(pattern)) << pattern;
    }
}

TEST(RegexHasUpper, IgnoresLettersOfTheSyntax) {
    for (const char* pattern : {"foo",
                                "\\S+\\W\\D",
                                "\\pL",
                                "\\p{Lu}",
                                "\\P{Greek}",
                                "\\bfoo\\B",
                                "\\Afoo\\Z",
                                "(?<Name>x)",
                                "(?P<Name>x)",
                                "(?<Name>x)\\k<Name>",
                                "(?<Name>x)\\k{Name}",
                                "\\N{U+00E9}",
                                "\\x{AB}",
                                "\\xAB",
                                "\\cA",
                                "\\R\\H\\V\\X",
                                "foo\\K",
                                "(?<Name>x)(?P=Name)",
                                "(?<Name>x)(?&Name)",
                                "(?P<Name>x)(?P>Name)",
                                "a(?R)?b",
                                "\\Qfoo\\E",
                                "[[:upper:]]",
                                ""}) {
        EXPECT_FALSE(regexHasUpper(pattern)) << pattern;
    }
}

struct Row {
    std::string_view pattern, literal;
};

TEST(RequiredLiteral, IsTheLongestTextThatMustBeThere) {
    const Row rows[] = {
        {"foo", "foo"},
        {"foo.*barbaz", "barbaz"},
        {"a+bc", "bc"},
        {"ab+c", "ab"},
        {"abc?", "ab"},
        {"abc*d", "ab"},
        {"abc{0,3}", "ab"},
        {"\\w+_RESUME", "_RESUME"},
        {"\\bfoo\\b", "foo"},
        {"^foo$", "foo"},
        {"foo(bar)?", "foo"},
        {"(a|b)foo", "foo"},
        {"[abc]foo", "foo"},
        {"foo\\.c", "foo.c"},
        {"foo(?=bar)", "foo"},
        {"(?:x)foo", "foo"},
        {"a\\*b", "a*b"},
        {"(?<n>x)foo", "foo"},
        {"\\d{3}-\\d{4}", "-"},
        {"caf\xc3\xa9s", "caf\xc3\xa9s"},
        {"caf\xc3\xa9*s", "caf"},
        {"[]x]foo", "foo"},
        {"foo[[:digit:]]ab", "foo"},
    };
    for (const Row& row : rows) EXPECT_EQ(requiredLiteral(row.pattern), row.literal) << row.pattern;
}

TEST(RequiredLiteral, IsEmptyWhereNothingIsCertain) {
    for (const char* pattern :
         {"", "a|b", "foo|foobar", "(foo|bar)", "(?i)foo", "(?x)f o o", "\\Qa+b\\E", "(*UTF)foo",
          "foo(*ACCEPT)bar", "(a(*ACCEPT))bcd", "(?:a|(*ACCEPT))bcd", ".*", "\\d+",
          "(?#comment)foo", "[[:a]b:]|c]def", "foo\\1", "(?(1)foo)", "\\cfoo", "x(?C1)"}) {
        const std::string literal = requiredLiteral(pattern);
        EXPECT_TRUE(literal.empty()) << pattern << " -> " << literal;
    }
}

/// The one promise: a line that PCRE2 matches holds the literal. Each row once lost a match.
TEST(RequiredLiteral, IsInEveryLineThatMatches) {
    const std::pair<std::string, std::string> rows[] = {
        {"(a(*ACCEPT))bcd", "a"},
        {"(?:x(*ACCEPT)|y)zzz", "x"},
        {"[[:a]b:]|c]def", "[b:]"},
        {"[[.a]b.]|c]def", "[b.]"},
        {"[\\c]]abc", "\x1d"
                      "abc"},
        {"(\\c))abc", "\x69"
                      "abc"},
        {"a{,2}b", "a{,2}b"},
        {"ab{2}c", "abbc"},
        {"a{1,2}{2}b", "aab"},
        {"x\\\\Qy", "x\\Qy"},
        {"[\\]]ab", "]ab"},
        {"(?:a#b|c)de", "cde"},
        {"a(?:b[)]c)?d", "ad"},
        {"\\Qa\\Eb", "ab"},
        {"a\\Eb", "ab"},
    };
    for (const auto& [pattern, line] : rows) {
        const test::LineOracle oracle({pattern}, {});
        if (!oracle.valid() || !oracle.matches(line)) continue;
        EXPECT_NE(line.find(requiredLiteral(pattern)), std::string::npos) << pattern;
    }
}

RC_GTEST_PROP(RequiredLiteral, HoldsForRandomPatterns, (uint32_t seed)) {
    test::Random random(seed);
    const std::string pattern = test::randomRegex(random);
    const std::string literal = requiredLiteral(pattern);
    const test::LineOracle oracle({pattern}, {});
    RC_PRE(oracle.valid() && !literal.empty());
    for (int i = 0; i < 20; ++i) {
        const std::string line = test::randomLine(random);
        if (!oracle.matches(line)) continue;
        RC_TAG("a line matches");
        if (line.find(literal) == std::string::npos) {
            RC_FAIL(pattern + " matches " + test::quoted(line) + " without " +
                    test::quoted(literal));
        }
    }
}

TEST(EscapeRegex, MakesTextMatchItself) {
    for (const std::string text :
         {"a.b*c", "(x|y)", "[a]", "a\\b", "^$", "a b#c", "{1}", "-&~", "\t", "\xc3\xa9"}) {
        const test::LineOracle oracle({escapeRegex(text)}, {});
        ASSERT_TRUE(oracle.valid()) << text;
        EXPECT_TRUE(oracle.matches("x" + text + "y")) << text;
        EXPECT_FALSE(oracle.matches("xy")) << text;
    }
}

RC_GTEST_PROP(EscapeRegex, MakesAnyAsciiTextMatchItself, ()) {
    const auto text =
        *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127)));
    RC_PRE(text.find('\n') == std::string::npos);
    const test::LineOracle oracle({escapeRegex(text)}, {});
    RC_ASSERT(oracle.valid());
    RC_ASSERT(oracle.spans(text) == (std::vector<Span>{{0, text.size()}}));
}

}  // namespace
}  // namespace findling
