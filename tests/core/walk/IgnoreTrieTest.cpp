#include "core/walk/IgnoreTrie.h"

#include "support/RandomCases.h"
#include "support/SlowWildmatch.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>
#include <string>

namespace findling {
namespace {

/// Whether one pattern matches a path: down the trie, folder by folder, as a walk goes.
bool trieMatches(std::string_view pattern, std::string_view path, bool ignoreCase = false) {
    std::string folded(path);
    if (ignoreCase) {
        for (char& c : folded) c = static_cast<char>(lowerByte(static_cast<unsigned char>(c)));
        path = folded;
    }
    IgnoreTrie trie;
    if (const auto parts = splitIgnorePattern(pattern, ignoreCase))
        trie.add(*parts, false, false, 1);
    IgnoreTrie::States states = trie.begin();
    for (size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
        const IgnoreName folder(path.substr(0, slash));
        const IgnoreTrie::States next = IgnoreTrie::step(states, folder);
        EXPECT_TRUE(IgnoreTrie::stepsFurther(states, folder) ||
                    next == IgnoreTrie::lasting(states));
        states = next;
        path.remove_prefix(slash + 1);
    }
    return IgnoreTrie::match(states, IgnoreName(path), false) == 1;
}

/// The same as a rule for names in all folders.
bool nameMatches(std::string_view pattern, std::string_view name, bool ignoreCase = false) {
    if (pattern.find('/') != std::string_view::npos) return false;
    return trieMatches("**/" + std::string(pattern), "a/" + std::string(name), ignoreCase);
}

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

TEST(IgnoreTrie, DecidesAsGitDoes) {
    for (const Row& row : kRows) {
        EXPECT_EQ(trieMatches(row.pattern, row.text), row.path)
            << row.pattern << " on " << row.text << " as a path";
        if (row.text.find('/') != std::string_view::npos) continue;  // no name holds one
        if (row.pattern.find('/') != std::string_view::npos) continue;
        EXPECT_EQ(nameMatches(row.pattern, row.text), row.name)
            << row.pattern << " on " << row.text << " as a name";
    }
}

TEST(IgnoreTrie, IgnoresCaseWhereToldTo) {
    const Row rows[] = {
        {"[A-Z]", "a", true, true},     {"[a-z]", "A", true, true},
        {"[B-Za]", "A", true, true},    {"[B-a]", "a", true, true},
        {"[!A-Z]", "a", false, false},  {"FOO", "foo", true, true},
        {"foo", "FOO", true, true},     {"[[:upper:]]", "a", true, true},
        {"\\Foo", "Foo", false, false}, {"\\foo", "Foo", true, true},
        {"[F]oo", "Foo", false, false}, {"[F-F]oo", "Foo", true, true},
        {"[f]oo", "Foo", true, true},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(trieMatches(row.pattern, row.text, true), row.path)
            << row.pattern << " on " << row.text;
        EXPECT_EQ(nameMatches(row.pattern, row.text, true), row.name)
            << row.pattern << " on " << row.text;
    }
}

TEST(IgnoreTrie, StarsInsideAPartAreOneStarAsSinceGit252) {
    EXPECT_FALSE(trieMatches("foo**/bar", "foo/x/bar"));
    EXPECT_TRUE(trieMatches("foo**/bar", "fooxx/bar"));
    EXPECT_FALSE(trieMatches("foo**/bar", "foobar"));
}

TEST(IgnoreTrie, TimeIsLinearWhereGitOnceTookForEver) {
    std::string pattern, path, stars;
    for (int i = 0; i < 14; ++i) pattern += "**/a/";
    for (int i = 0; i < 3000; ++i) path += "a/";
    for (int i = 0; i < 200; ++i) stars += "*a";
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(trieMatches(pattern + "b", path + "c"));
    EXPECT_TRUE(trieMatches(pattern + "c", path + "c"));
    EXPECT_FALSE(trieMatches(stars + "b", std::string(4000, 'a')));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

RC_GTEST_PROP(IgnoreTrie, AnyBytesAreAPattern,
              (const std::string& pattern, const std::string& text)) {
    (void)trieMatches(pattern, text, false);
    (void)trieMatches(pattern, text, true);
}

/// Patterns and paths of few characters, so that they meet.
TEST(IgnoreTrie, AgreesWithAMatcherOfWholePaths) {
    const std::vector<std::string> pieces{"a", "b",           ".",   "*",    "**",   "?",   "/",
                                          "/", "**/",         "/**", "[ab]", "[!a]", "\\/", "\\",
                                          "A", "[[:upper:]]", "a/",  ".a",   "[",    "***"};
    const std::vector<std::string> names{"a", "b", "ab", ".a", "a.b", "A", "aab", "x.a"};
    uint64_t hits = 0;
    for (uint64_t seed = 1; seed <= 20'000; ++seed) {
        test::Random random(seed);
        std::string pattern, path;
        for (size_t n = 1 + random.below(6); n > 0; --n) pattern += random.pick(pieces);
        for (size_t n = 1 + random.below(4); n > 0; --n)
            path += (path.empty() ? "" : "/") + random.pick(names);
        const bool ignoreCase = random.percent(20);
        const bool expected = test::SlowWildmatch(pattern, true, ignoreCase).matches(path);
        hits += expected ? 1 : 0;
        ASSERT_EQ(trieMatches(pattern, path, ignoreCase), expected)
            << pattern << " on " << path << (ignoreCase ? " in any case" : "") << ", seed " << seed;
    }
    EXPECT_GT(hits, 500u) << "the patterns match nothing: the test tests nothing";
}

}  // namespace
}  // namespace findling
