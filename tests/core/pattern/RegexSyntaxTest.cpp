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
