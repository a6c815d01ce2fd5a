#include "core/pattern/Glob.h"

#include "core/pattern/Braces.h"
#include "core/pattern/CharacterClass.h"
#include "support/SlowGlob.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cctype>
#include <chrono>
#include <ostream>
#include <span>

namespace findling {

// For messages of the property tests.
void showValue(const Glob& glob, std::ostream& out) {
    out << glob.text();
}

namespace {

using namespace std::literals;

Glob glob(std::string_view pattern, CaseMode mode = CaseMode::Sensitive) {
    auto made = Glob::compile(pattern, mode);
    EXPECT_TRUE(made) << pattern << ": " << (made ? "" : describe(made.error()));
    return made ? *made : *Glob::compile("failed-to-compile", mode);
}

struct Row {
    std::string_view pattern;
    std::string_view subject;  ///< a name; a path where the pattern has a "/"
    bool matches;
};

void expectRows(std::span<const Row> rows) {
    for (const Row& row : rows) {
        const Glob made = glob(row.pattern);
        EXPECT_EQ(made.matches(row.subject), row.matches) << row.pattern << " on " << row.subject;
        EXPECT_EQ(made.matchesSlowly(row.subject), row.matches)
            << row.pattern << " on " << row.subject;
    }
}

TEST(Glob, WithoutWildcardsIsTheExactName) {
    const Row rows[] = {{"foo", "foo", true},      {"foo", "foobar", false}, {"foo", "xfoo", false},
                        {"foo.c", "fooxc", false}, {"a b", "a b", true},     {"-x", "-x", true},
                        {"(a)", "(a)", true},      {"a+", "a+", true},       {"^a$", "^a$", true},
                        {"foo", "", false}};
    expectRows(rows);
}

TEST(Glob, StarsAndQuestionMarks) {
    const Row rows[] = {
        {"*", "", true},
        {"*", ".x", true},
        {"*.c", "a.c", true},
        {"*.c", ".c", true},
        {"*.c", "a.cc", false},
        {"a*", "a", true},
        {"a*", "ba", false},
        {"*a*", "bab", true},
        {"*a*", "b", false},
        {"a*b*c", "aXbYc", true},
        {"a*b*c", "acb", false},
        {"?", "a", true},
        {"?", "", false},
        {"?", "ab", false},
        {"??", "ab", true},
        {"a?c", "abc", true},
        {"***", "x", true},
        {"**a**", "bab", true},
        {"*ab*ab*", "xabab", true},
        {"*ab*ab*", "xab", false},
        {"?", "\xc3\xa9", true},
        {"??", "\xc3\xa9", false},
        {"?", "\xff", true},
        {"*", "\xff\xfe", true},
        {"?\xff", "a\xff", true},
        {"\xff", "\xff", true},
        {"\xff", "\xfe", false},
        {"\xff", "\xc3\xbf", false},
        {"a*\n*", "ab\nc", true},
        {"*\xa9", "\xc3\xa9", false},
    };
    expectRows(rows);
}

TEST(Glob, Classes) {
    const Row rows[] = {
        {"[ab]", "a", true},
        {"[ab]", "c", false},
        {"[!ab]", "c", true},
        {"[^ab]", "a", false},
        {"[^ab]", "c", true},
        {"[a-c]x", "bx", true},
        {"[a-c]x", "dx", false},
        {"[]a]", "]", true},
        {"[]a]", "a", true},
        {"[!]a]", "]", false},
        {"[!]a]", "b", true},
        {"[a-]", "-", true},
        {"[-a]", "-", true},
        {"[]-a]", "_", true},
        {"[--A]", "-", true},
        {"[--A]", "5", true},
        {"[--A]", " ", false},
        {"t[a-g]n", "ten", true},
        {"t[!a-g]n", "ten", false},
        {"[\\]]", "]", true},
        {"[\\-a]", "-", true},
        {"[a\\-c]", "b", false},
        {"[[:digit:]]", "7", true},
        {"[[:digit:]]", "x", false},
        {"[![:digit:]]", "x", true},
        {"[[:alpha:]_]", "_", true},
        {"[[:alpha:]]", "\xc3\xa9", true},
        {"[[:upper:]]", "a", false},
        {"[[:space:]]", " ", true},
        {"[[:xdigit:]]", "F", true},
        {"[\xc3\xa0-\xc3\xa9]", "\xc3\xa5", true},
        {"[\xc3\xa0-\xc3\xa9]", "\xc3\xaa", false},
        {"[!a]", "\xff", true},
        {"[*]", "*", true},
        {"[*]", "a", false},
        {"[?]", "?", true},
        {"[{]", "{", true},
        {"[,]", ",", true},
        {"[[]", "[", true},
        {"[!]", "!", false},
    };
    // The last row is unclosed: "[!]" begins with a "]" that is a member.
    expectRows(std::span(rows).first(std::size(rows) - 1));
    EXPECT_FALSE(Glob::compile("[!]", CaseMode::Sensitive));
}

TEST(Glob, Escapes) {
    const Row rows[] = {{"\\*", "*", true},         {"\\*", "a", false},
                        {"\\?", "?", true},         {"\\[a]", "[a]", true},
                        {"\\a", "a", true},         {"\\\\", "\\", true},
                        {"a\\{b", "a{b", true},     {"\\{a,b\\}", "{a,b}", true},
                        {"{a\\,b,c}", "a,b", true}, {"{a\\}b,c}", "a}b", true}};
    expectRows(rows);
}

TEST(Glob, Braces) {
    const Row rows[] = {
        {"*.{c,h}", "a.c", true}, {"*.{c,h}", "a.h", true},   {"*.{c,h}", "a.o", false},
        {"{a,{b,c}}", "c", true}, {"{a,{b,c}d}", "cd", true}, {"{a,{b,c}d}", "b", false},
        {"{,x}a", "a", true},     {"{,x}a", "xa", true},      {"{a}", "a", true},
        {"{}", "", true},         {"{a,b}{c,d}", "bc", true}, {"{a,b}{c,d}", "cb", false},
        {"a,b", "a,b", true},     {"{[,],x}", ",", true},     {"{[}],x}", "}", true},
        {"x{*,?}y", "xay", true},
    };
    expectRows(rows);
}

TEST(Glob, ASlashMakesItAPath) {
    const Row rows[] = {
        {"a/b", "a/b", true},      {"a/b", "x/a/b", false},  {"/a", "a", true},
        {"/a", "x/a", false},      {"./a", "a", true},       {"././a", "a", true},
        {"./a/b", "a/b", true},    {"a/*", "a/b", true},     {"a/*", "a/b/c", false},
        {"*/b", "a/b", true},      {"*/b", "b", false},      {"a/?", "a/b", true},
        {"a?b/c", "a/b/c", false}, {"{a,b/c}", "b/c", true}, {"{a,b/c}", "x/a", false},
        {"a//b", "a/b", true},     {"/*.c", "a.c", true},    {"/*.c", "x/a.c", false},
    };
    for (const Row& row : rows) {
        const Glob made = glob(row.pattern);
        EXPECT_TRUE(made.wantsPath()) << row.pattern;
        EXPECT_EQ(made.matches(row.subject), row.matches) << row.pattern << " on " << row.subject;
        EXPECT_EQ(made.matchesSlowly(row.subject), row.matches)
            << row.pattern << " on " << row.subject;
    }
    EXPECT_FALSE(glob("a*").wantsPath());
    EXPECT_FALSE(glob("**").wantsPath());
}

TEST(Glob, TwoStarsAreAnyNumberOfFoldersWhereTheyStandAlone) {
    const Row rows[] = {
        {"**/foo", "foo", true},
        {"**/foo", "a/b/foo", true},
        {"**/foo", "a/xfoo", false},
        {"foo/**", "foo", false},
        {"foo/**", "foo/a", true},
        {"foo/**", "foo/a/b", true},
        {"foo/**", "x/foo/a", false},
        {"foo/**/bar", "foo/bar", true},
        {"foo/**/bar", "foo/a/b/bar", true},
        {"foo/**/bar", "foobar", false},
        {"foo/**/**/bar", "foo/bar", true},
        {"foo/**/**/bar", "foo/x/bar", true},
        {"**/**/**", "foo/bb/aa/rr", true},
        {"**/a/**/b", "x/a/y/b", true},
        {"**/a/**/b", "a/b", true},
        {"**/a/**/b", "a/a/b/b", true},
        {"**/a/**/b", "b/a", false},
        {"a**/b", "axx/b", true},
        {"a**/b", "a/x/b", false},
        {"**a/b", "xa/b", true},
        {"**a/b", "x/a/b", false},
        {"**/*.c", "a.c", true},
        {"**/*.c", "a/b.c", true},
        {"a/**/b/**/c", "a/b/b/x/c", true},
        {"/**", "a/b", true},
        {"**/.x", "a/.x", true},
    };
    expectRows(rows);
}

TEST(Glob, ATrailingSlashAsksForFolders) {
    EXPECT_TRUE(glob("foo/").foldersOnly());
    EXPECT_FALSE(glob("foo/").wantsPath());
    EXPECT_TRUE(glob("foo/").matches("foo"));
    EXPECT_TRUE(glob("a/b/").wantsPath());
    EXPECT_TRUE(glob("a/b///").foldersOnly());
    EXPECT_FALSE(glob("foo").foldersOnly());
}

TEST(Glob, CaseIsSmartUnlessSaid) {
    EXPECT_TRUE(glob("foo*", CaseMode::Smart).matches("FOObar"));
    EXPECT_FALSE(glob("Foo*", CaseMode::Smart).matches("foobar"));
    EXPECT_TRUE(glob("FOO", CaseMode::Insensitive).matches("foo"));
    EXPECT_FALSE(glob("foo", CaseMode::Sensitive).matches("Foo"));
    EXPECT_TRUE(glob("[a-c]", CaseMode::Insensitive).matches("B"));
    EXPECT_TRUE(glob("[A-C]", CaseMode::Insensitive).matches("b"));
    EXPECT_FALSE(glob("[!a]", CaseMode::Insensitive).matches("A"));
    EXPECT_TRUE(glob("[[:upper:]]", CaseMode::Insensitive).matches("a"));
    // An upper-case letter of any script, and only a letter: "[[:upper:]]" and "\\S" hold none...
    EXPECT_FALSE(glob("\xc3\x89*", CaseMode::Smart).matches("\xc3\xa9x"));
    EXPECT_TRUE(glob("\xc3\xa9*", CaseMode::Smart).matches("\xc3\x89x"));
}

TEST(Glob, FoldingGoesBeyondAscii) {
    EXPECT_TRUE(glob("\xcf\x83", CaseMode::Insensitive).matches("\xcf\x82"));       // σ and ς
    EXPECT_TRUE(glob("k.txt", CaseMode::Insensitive).matches("\xe2\x84\xaa.txt"));  // Kelvin sign
    EXPECT_TRUE(glob("*s", CaseMode::Insensitive).matches("a\xc5\xbf"));            // long s
    EXPECT_TRUE(glob("s*", CaseMode::Insensitive)
                    .matches("\xc5\xbf"
                             "a"));
    EXPECT_TRUE(glob("*k*", CaseMode::Insensitive)
                    .matches("a\xe2\x84\xaa"
                             "b"));
    EXPECT_FALSE(glob("k.txt", CaseMode::Sensitive).matches("\xe2\x84\xaa.txt"));
}

struct Mistake {
    std::string_view pattern;
    size_t offset;
};

TEST(Glob, ErrorsNameThePatternAndTheOffset) {
    const Mistake mistakes[] = {{"", 0},     {"[a", 0},    {"ab[c", 2},   {"[!", 0},
                                {"[]", 0},   {"a\\", 1},   {"{a", 0},     {"a{b,c", 1},
                                {"a}", 1},   {"[z-a]", 1}, {"x[z-a]", 2}, {"[[:nope:]]", 1},
                                {"a/[b", 2}, {"a[/]b", 1}, {"./[", 2},    {"a\0b"sv, 1},
                                {"/", 1},    {"./", 2},    {"{a,{b}", 0}, {"a/b\\", 3}};
    for (const Mistake& mistake : mistakes) {
        const auto made = Glob::compile(mistake.pattern, CaseMode::Smart);
        ASSERT_FALSE(made) << mistake.pattern;
        EXPECT_EQ(made.error().kind, ErrorKind::Pattern);
        EXPECT_EQ(made.error().subject, mistake.pattern);
        EXPECT_EQ(made.error().offset, mistake.offset) << mistake.pattern;
        EXPECT_FALSE(made.error().text.empty());
    }
}

TEST(Glob, BracesHaveALimitInsteadOfABlast) {
    std::string pattern;
    for (int i = 0; i < 12; ++i) pattern += "{a,b}";
    EXPECT_TRUE(Glob::compile(pattern, CaseMode::Smart));  // 4,096 alternatives
    const auto tooMany = Glob::compile(pattern + "{a,b}", CaseMode::Smart);
    ASSERT_FALSE(tooMany);
    EXPECT_NE(tooMany.error().text.find("4096"), std::string::npos) << tooMany.error().text;
    std::string bomb;
    for (int i = 0; i < 1000; ++i) bomb += "{a,b}";
    EXPECT_FALSE(Glob::compile(bomb, CaseMode::Smart));
    EXPECT_FALSE(
        Glob::compile(std::string(100'000, '{') + std::string(100'000, '}'), CaseMode::Smart));
    std::string many = "{a0";
    for (int i = 1; i < 1000; ++i) many += ",a" + std::to_string(i);
    EXPECT_TRUE(glob(many + "}").matches("a999"));
}

TEST(Braces, ExpandInOrder) {
    EXPECT_EQ(*expandBraces("a{b,c{d,e}}f", 10), (std::vector<std::string>{"abf", "acdf", "acef"}));
    EXPECT_EQ(*expandBraces("x", 1), std::vector<std::string>{"x"});
    EXPECT_EQ(*expandBraces("{,}", 2), (std::vector<std::string>{"", ""}));
    EXPECT_FALSE(expandBraces("{a,b,c}", 2));
}

TEST(Glob, TimeIsLinearWhateverThePattern) {
    // The obvious matcher would take longer than the universe has been there.
    std::string stars;
    for (int i = 0; i < 200; ++i) stars += "*a";
    std::string folders;
    for (int i = 0; i < 60; ++i) folders += "**/a/";
    std::string path;
    for (int i = 0; i < 2000; ++i) path += "a/";
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(glob(stars + "b").matches(std::string(4000, 'a')));
    EXPECT_TRUE(glob(stars).matches(std::string(4000, 'a')));
    EXPECT_FALSE(glob(folders + "b").matches(path + "c"));
    EXPECT_TRUE(glob(folders + "c").matches(path + "c"));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(Glob, EscapedTextMeansItself) {
    EXPECT_EQ(escapeGlob("a*b[c]{d}?\\"), "a\\*b\\[c\\]\\{d\\}\\?\\\\");
    EXPECT_TRUE(hasWildcard("a*"));
    EXPECT_TRUE(hasWildcard("{a}"));
    EXPECT_FALSE(hasWildcard("a-b.c"));
}

RC_GTEST_PROP(Glob, AnyEscapedNameMatchesItself, ()) {
    const auto name = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::element(
        'a', '*', '[', ']', '{', '}', '\\', '?', ',', '!', '\xc3', '\xa9', '.', '-')));
    const auto made = Glob::compile(escapeGlob(name), CaseMode::Sensitive);
    RC_ASSERT(bool(made));
    RC_ASSERT(made->matches(name));
    RC_ASSERT(!made->matches(name + "x"));
}

RC_GTEST_PROP(Glob, AnyBytesAreAPatternOrAnError,
              (const std::string& pattern, const std::string& subject)) {
    const auto made = Glob::compile(pattern, CaseMode::Smart);
    if (made) (void)made->matches(subject);
    else RC_ASSERT(*made.error().offset <= pattern.size());
}

/// Small pieces that collide: names and patterns made of them match about every other time.
rc::Gen<std::string> pieces(std::vector<std::string> from, int most) {
    return rc::gen::map(rc::gen::resize(most, rc::gen::container<std::vector<std::string>>(
                                                  rc::gen::elementOf(std::move(from)))),
                        [](const std::vector<std::string>& list) {
                            std::string out;
                            for (const std::string& piece : list) out += piece;
                            return out;
                        });
}

rc::Gen<std::string> subjects() {
    return pieces(
        {"a", "b", "A", "B", "-", ".", "]", "*", "7", " ", "\xc3\xa9", "\xff", "\xc3", "ab", "/"},
        8);
}

rc::Gen<std::string> patterns() {
    return pieces({"a",      "b",    "A",     "*",     "*",          "?",           "[ab]",
                   "[!a]",   "[^b]", "[a-c]", "[]b]",  "[A-Z]",      "[[:alpha:]]", "[![:digit:]b]",
                   "[\\]a]", "\\*",  "\\a",   "{a,b}", "{a*,[bc],}", "{a,{b,A}}",   ".",
                   "/",      "/**/", "**/",   "/**"},
                  6);
}

RC_GTEST_PROP(Glob, TheFastPathsAgreeWithTheSlowOne, ()) {
    const auto mode =
        *rc::gen::element(CaseMode::Smart, CaseMode::Sensitive, CaseMode::Insensitive);
    const auto made = Glob::compile(*patterns(), mode);
    RC_PRE(bool(made));
    const std::string subject = *subjects();
    RC_CLASSIFY(made->matches(subject));
    RC_ASSERT(made->matches(subject) == made->matchesSlowly(subject));
}

RC_GTEST_PROP(Glob, AgreesWithTheSlowJudge, ()) {
    const bool ignoreCase = *rc::gen::arbitrary<bool>();
    const std::string pattern = *patterns();
    // The judge knows neither an anchored pattern nor "/" in braces.
    const bool judged = !pattern.empty() && pattern.front() != '/';
    RC_PRE(judged);  // not the expression itself: RC_PRE evaluates both sides of an &&
    const auto made =
        Glob::compile(pattern, ignoreCase ? CaseMode::Insensitive : CaseMode::Sensitive);
    RC_PRE(bool(made));
    std::string path;
    for (const char c : *subjects()) {
        // Paths of the walk have no empty parts.
        if (c != '/' || (!path.empty() && path.back() != '/')) path += c;
    }
    while (!path.empty() && path.back() == '/') path.pop_back();
    const std::string name = path.substr(path.rfind('/') + 1);
    RC_PRE(!name.empty());
    RC_CLASSIFY(made->matches(path, name));
    RC_ASSERT(made->matches(path, name) == test::slowGlobMatches(pattern, path, name, ignoreCase));
}

TEST(CharacterClass, KnowsThePosixNames) {
    for (const char* name : {"alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print",
                             "punct", "space", "upper", "xdigit"}) {
        EXPECT_TRUE(isCharacterClass(name)) << name;
        for (uint32_t c = 0; c < 0x80; ++c) {
            const auto is = [&](int (*f)(int)) { return f(static_cast<int>(c)) != 0; };
            const std::string_view n = name;
            const bool expected = n == "alnum"   ? is(std::isalnum)
                                  : n == "alpha" ? is(std::isalpha)
                                  : n == "blank" ? is(std::isblank)
                                  : n == "cntrl" ? is(std::iscntrl)
                                  : n == "digit" ? is(std::isdigit)
                                  : n == "graph" ? is(std::isgraph)
                                  : n == "lower" ? is(std::islower)
                                  : n == "print" ? is(std::isprint)
                                  : n == "punct" ? is(std::ispunct)
                                  : n == "space" ? is(std::isspace)
                                  : n == "upper" ? is(std::isupper)
                                                 : is(std::isxdigit);
            EXPECT_EQ(inCharacterClass(name, c), expected) << name << " " << c;
        }
        EXPECT_FALSE(inCharacterClass(name, kInvalidByte + 0xe9)) << name;
    }
    EXPECT_FALSE(isCharacterClass("word"));
    EXPECT_FALSE(isCharacterClass(""));
}

}  // namespace
}  // namespace findling
