#include "core/walk/Wildmatch.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>
#include <string>

namespace findling {
namespace {

struct Row {
    std::string_view pattern, text;
    bool path;  ///< with "/" special
    bool name;  ///< without
};

/// After git's t/t3070-wildmatch.sh: the same pattern in both modes.
const Row kRows[] = {
    {"foo", "foo", true, true},
    {"bar", "foo", false, false},
    {"???", "foo", true, true},
    {"??", "foo", false, false},
    {"*", "foo", true, true},
    {"f*", "foo", true, true},
    {"*f", "foo", false, false},
    {"*foo*", "foo", true, true},
    {"*ob*a*r*", "foobar", true, true},
    {"*ab", "aaaaaaabababab", true, true},
    {"foo\\*", "foo*", true, true},
    {"foo\\*bar", "foobar", false, false},
    {"f\\\\oo", "f\\oo", true, true},
    {"*[al]?", "ball", true, true},
    {"[ten]", "ten", false, false},
    {"**[!te]", "ten", true, true},
    {"**[!ten]", "ten", false, false},
    {"t[a-g]n", "ten", true, true},
    {"t[!a-g]n", "ten", false, false},
    {"t[!a-g]n", "ton", true, true},
    {"t[^a-g]n", "ton", true, true},
    {"a[]]b", "a]b", true, true},
    {"a[]-]b", "a-b", true, true},
    {"a[]-]b", "aab", false, false},
    {"a[]a-]b", "aab", true, true},
    {"]", "]", true, true},
    {"foo*bar", "foo/baz/bar", false, true},
    {"foo**bar", "foo/baz/bar", false, true},
    {"foo**bar", "foobazbar", true, true},
    {"foo/**/bar", "foo/baz/bar", true, true},
    {"foo/**/**/bar", "foo/baz/bar", true, false},
    {"foo/**/bar", "foo/b/a/z/bar", true, true},
    {"foo/**/**/bar", "foo/b/a/z/bar", true, true},
    {"foo/**/bar", "foo/bar", true, false},
    {"foo/**/**/bar", "foo/bar", true, false},
    {"foo?bar", "foo/bar", false, true},
    {"foo[/]bar", "foo/bar", false, true},
    {"foo[^a-z]bar", "foo/bar", false, true},
    {"f[^eiu][^eiu][^eiu][^eiu][^eiu]r", "foo/bar", false, true},
    {"f[^eiu][^eiu][^eiu][^eiu][^eiu]r", "foo-bar", true, true},
    {"**/foo", "foo", true, false},
    {"**/foo", "XXX/foo", true, true},
    {"**/foo", "bar/baz/foo", true, true},
    {"*/foo", "bar/baz/foo", false, true},
    {"**/bar*", "foo/bar/baz", false, true},
    {"**/bar/*", "deep/foo/bar/baz", true, true},
    {"**/bar/*", "deep/foo/bar/baz/", false, true},
    {"**/bar/**", "deep/foo/bar/baz/", true, true},
    {"**/bar/*", "deep/foo/bar", false, false},
    {"**/bar/**", "deep/foo/bar/", true, true},
    {"**/bar**", "foo/bar/baz", false, true},
    {"*/bar/**", "foo/bar/baz/x", true, true},
    {"*/bar/**", "deep/foo/bar/baz/x", false, true},
    {"**/bar/*/*", "deep/foo/bar/baz/x", true, true},
    // character classes
    {"[[:alpha:]][[:digit:]][[:upper:]]", "a1B", true, true},
    {"[[:digit:][:upper:][:space:]]", "a", false, false},
    {"[[:digit:][:upper:][:space:]]", "A", true, true},
    {"[[:digit:][:upper:][:space:]]", "1", true, true},
    {"[[:digit:][:upper:][:spaci:]]", "1", false, false},  // an unknown class spoils all
    {"[[:digit:][:upper:][:space:]]", " ", true, true},
    {"[[:digit:][:punct:][:space:]]", ".", true, true},
    {"[[:xdigit:]]", "5", true, true},
    {"[[:xdigit:]]", "f", true, true},
    {"[[:xdigit:]]", "g", false, false},
    {"[a-c[:digit:]x-z]", "5", true, true},
    {"[a-c[:digit:]x-z]", "b", true, true},
    {"[a-c[:digit:]x-z]", "y", true, true},
    {"[a-c[:digit:]x-z]", "q", false, false},
    // odd ones
    {"[\\\\-^]", "]", true, true},
    {"[\\\\-^]", "[", false, false},
    {"[\\-_]", "-", true, true},
    {"[\\]]", "]", true, true},
    {"[\\]]", "\\]", false, false},
    {"[\\]]", "\\", false, false},
    {"a[]b", "ab", false, false},
    {"a[]b", "a[]b", false, false},
    {"ab[", "ab[", false, false},
    {"[!", "ab", false, false},
    {"[-", "ab", false, false},
    {"[-]", "-", true, true},
    {"[a-", "-", false, false},
    {"[!a-", "-", false, false},
    {"[--A]", "-", true, true},
    {"[--A]", "5", true, true},
    {"[ --]", " ", true, true},
    {"[ --]", "$", true, true},
    {"[ --]", "-", true, true},
    {"[ --]", "0", false, false},
    {"[---]", "-", true, true},
    {"[------]", "-", true, true},
    {"[a-e-n]", "j", false, false},
    {"[a-e-n]", "-", true, true},
    {"[!------]", "a", true, true},
    {"[]-a]", "[", false, false},
    {"[]-a]", "^", true, true},
    {"[!]-a]", "^", false, false},
    {"[!]-a]", "[", true, true},
    {"[a^bc]", "^", true, true},
    {"[a-]b]", "-b]", true, true},
    {"[\\]", "\\", false, false},
    {"[\\\\]", "\\", true, true},
    {"[!\\\\]", "\\", false, false},
    {"[A-\\\\]", "G", true, true},
    {"b*a", "aaabbb", false, false},
    {"*ba*", "aabcaa", false, false},
    {"[,]", ",", true, true},
    {"[\\\\,]", ",", true, true},
    {"[\\\\,]", "\\", true, true},
    {"[,-.]", "-", true, true},
    {"[,-.]", "+", false, false},
    {"[\\1-\\3]", "2", true, true},
    {"[\\1-\\3]", "3", true, true},
    {"[\\1-\\3]", "4", false, false},
    {"[[-\\]]", "\\", true, true},
    {"[[-\\]]", "[", true, true},
    {"[[-\\]]", "]", true, true},
    {"[[-\\]]", "-", false, false},
    {"[b-a]", "b", true, true},
    {"[b-a]", "a", false, false},
    // recursion
    {"-*-*-*-*-*-*-12-*-*-*-m-*-*-*", "-adobe-courier-bold-o-normal--12-120-75-75-m-70-iso8859-1",
     true, true},
    {"-*-*-*-*-*-*-12-*-*-*-m-*-*-*", "-adobe-courier-bold-o-normal--12-120-75-75-X-70-iso8859-1",
     false, false},
    {"XXX/*/*/*/*/*/*/12/*/*/*/m/*/*/*",
     "XXX/adobe/courier/bold/o/normal//12/120/75/75/m/70/iso8859/1", true, true},
    {"**/*a*b*g*n*t", "abcd/abcdefg/abcdefghijk/abcdefghijklmnop.txt", true, true},
    {"**/*a*b*g*n*t", "abcd/abcdefg/abcdefghijk/abcdefghijklmnop.txtz", false, false},
    {"*/*/*", "foo", false, false},
    {"*/*/*", "foo/bar", false, false},
    {"*/*/*", "foo/bba/arr", true, true},
    {"*/*/*", "foo/bb/aa/rr", false, true},
    {"**/**/**", "foo/bb/aa/rr", true, true},
    {"*X*i", "abcXdefXghi", true, true},
    {"*X*i", "ab/cXd/efXg/hi", false, true},
    {"*/*X*/*/*i", "ab/cXd/efXg/hi", true, true},
    {"**/*X*/**/*i", "ab/cXd/efXg/hi", true, true},
    // trailing backslash, bytes
    {"foo\\", "foo", false, false},
    {"foo\\", "foo\\", false, false},
    {"a?", "a\xc3\xa9", false, false},
    {"a??", "a\xc3\xa9", true, true},
    {"[\xe9]", "\xe9", true, true},
    {"x.{c,h}", "x.c", false, false},
    {"x.{c,h}", "x.{c,h}", true, true},
    {"*", "", true, true},
    {"", "", true, true},
    {"?", "", false, false},
};

TEST(Wildmatch, DecidesAsGitDoes) {
    for (const Row& row : kRows) {
        EXPECT_EQ(Wildmatch(row.pattern, true, false).matches(row.text), row.path)
            << row.pattern << " on " << row.text << " as a path";
        if (row.text.find('/') != std::string_view::npos) continue;  // no name holds one
        EXPECT_EQ(Wildmatch(row.pattern, false, false).matches(row.text), row.name)
            << row.pattern << " on " << row.text << " as a name";
    }
}

TEST(Wildmatch, IgnoresCaseWhereToldTo) {
    const Row rows[] = {
        {"[A-Z]", "a", true, true}, {"[a-z]", "A", true, true},       {"[B-Za]", "A", true, true},
        {"[B-a]", "a", true, true}, {"[!A-Z]", "a", false, false},    {"FOO", "foo", true, true},
        {"foo", "FOO", true, true}, {"[[:upper:]]", "a", true, true},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(Wildmatch(row.pattern, true, true).matches(row.text), row.path)
            << row.pattern << " on " << row.text;
        EXPECT_EQ(Wildmatch(row.pattern, false, true).matches(row.text), row.name)
            << row.pattern << " on " << row.text;
    }
}

TEST(Wildmatch, StarsInsideAPartAreOneStarAsSinceGit252) {
    EXPECT_FALSE(Wildmatch("foo**/bar", true, false).matches("foo/x/bar"));
    EXPECT_TRUE(Wildmatch("foo**/bar", true, false).matches("fooxx/bar"));
    EXPECT_FALSE(Wildmatch("foo**/bar", true, false).matches("foobar"));
}

TEST(Wildmatch, TimeIsLinearWhereGitOnceTookForEver) {
    std::string pattern, path, stars;
    for (int i = 0; i < 14; ++i) pattern += "**/a/";
    for (int i = 0; i < 3000; ++i) path += "a/";
    for (int i = 0; i < 200; ++i) stars += "*a";
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(Wildmatch(pattern + "b", true, false).matches(path + "c"));
    EXPECT_TRUE(Wildmatch(pattern + "c", true, false).matches(path + "c"));
    EXPECT_FALSE(Wildmatch(stars + "b", false, false).matches(std::string(4000, 'a')));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

RC_GTEST_PROP(Wildmatch, AnyBytesAreAPattern,
              (const std::string& pattern, const std::string& text, bool path)) {
    (void)Wildmatch(pattern, path, false).matches(text);
    (void)Wildmatch(pattern, path, true).matches(text);
}

}  // namespace
}  // namespace findling
