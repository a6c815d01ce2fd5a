#include "core/pattern/Regex.h"

#include "core/base/Text.h"
#include "core/content/Match.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace findling {
namespace {

using Patterns = std::vector<std::string>;

std::shared_ptr<const Regex> regex(const Patterns& patterns, RegexOptions options = {}) {
    auto made = Regex::compile(patterns, options);
    EXPECT_TRUE(made) << patterns.front() << ": " << (made ? "" : describe(made.error()));
    return made ? *made : *Regex::compile({"(*FAIL)"}, {});
}

/// Both forms have to agree where both apply: the answer of the last one is returned.
MatchOutcome outcome(const Regex& made, std::string_view line, Span* span = nullptr,
                     size_t from = 0) {
    RegexScratch scratch;
    Span text;
    const MatchOutcome answer = made.find(line, from, false, scratch, text);
    if (isAscii(line)) {
        Span ascii;
        EXPECT_EQ(made.find(line, from, true, scratch, ascii), answer) << line;
        if (answer == MatchOutcome::Found) {
            EXPECT_EQ(ascii, text) << line;
        }
    }
    if (span) *span = text;
    return answer;
}

bool found(const Patterns& patterns, std::string_view line, RegexOptions options = {}) {
    return outcome(*regex(patterns, options), line) == MatchOutcome::Found;
}

RegexOptions sensitive() {
    RegexOptions options;
    options.caseMode = CaseMode::Sensitive;
    return options;
}
RegexOptions words() {
    RegexOptions options;
    options.word = true;
    return options;
}
RegexOptions wholeLines() {
    RegexOptions options;
    options.wholeLine = true;
    return options;
}
RegexOptions fixed() {
    RegexOptions options;
    options.fixed = true;
    return options;
}

TEST(Regex, FindsTheLeftmostMatchAndItsSpan) {
    Span span;
    EXPECT_EQ(outcome(*regex({"b+"}), "aabbbc", &span), MatchOutcome::Found);
    EXPECT_EQ(span, (Span{2, 5}));
    EXPECT_EQ(outcome(*regex({"b+"}), "aabbbc", &span, 3), MatchOutcome::Found);
    EXPECT_EQ(span, (Span{3, 5}));
    EXPECT_EQ(outcome(*regex({"a|ab"}), "ab", &span), MatchOutcome::Found);
    EXPECT_EQ(span, (Span{0, 1}));  // the first alternative, not the longest
    EXPECT_EQ(outcome(*regex({"x*"}), "ab", &span), MatchOutcome::Found);
    EXPECT_EQ(span, (Span{0, 0}));
    EXPECT_EQ(outcome(*regex({"b"}), "aab", &span, 3), MatchOutcome::None);
}

TEST(Regex, LooksBehindWhereTheSearchStarts) {
    Span span;
    EXPECT_EQ(outcome(*regex({"(?<=a)b"}), "ab", &span, 1), MatchOutcome::Found);
    EXPECT_EQ(outcome(*regex({"^b"}), "ab", &span, 1), MatchOutcome::None);
    EXPECT_EQ(outcome(*regex({"\\bb"}), "ab", &span, 1), MatchOutcome::None);
}

TEST(Regex, CaseIsSmart) {
    EXPECT_TRUE(found({"foo"}, "FOO"));
    EXPECT_FALSE(found({"Foo"}, "foo"));
    EXPECT_FALSE(found({"foo"}, "FOO", sensitive()));
    EXPECT_TRUE(found({"\\Sfoo"}, "xFOO"));
    EXPECT_FALSE(found({"(?<=Foo)bar"}, "foobar"));
    // One upper-case letter speaks for all patterns.
    EXPECT_FALSE(found({"foo", "Bar"}, "FOO"));
    RegexOptions ignore;
    ignore.caseMode = CaseMode::Insensitive;
    EXPECT_TRUE(found({"FOO"}, "foo", ignore));
}

TEST(Regex, CaseFoldsAsUnicodeDoes) {
    EXPECT_TRUE(found({"k"}, "\xe2\x84\xaa"));  // Kelvin sign
    EXPECT_TRUE(found({"s"}, "\xc5\xbf"));      // long s
    EXPECT_TRUE(found({"\xc3\xa9"}, "\xc3\x89"));
    EXPECT_TRUE(found({"\xc3\x9f"}, "\xe1\xba\x9e"));  // ß and ẞ
    EXPECT_FALSE(found({"strasse"}, "stra\xc3\x9f"
                                    "e"));  // simple folding only
}

TEST(Regex, WordMeansNoWordCharacterAround) {
    EXPECT_TRUE(found({"foo"}, "a foo b", words()));
    EXPECT_FALSE(found({"foo"}, "foobar", words()));
    EXPECT_FALSE(found({"foo"}, "foo_bar", words()));
    EXPECT_TRUE(found({"-2"}, "abc -2 d", words()));
    EXPECT_FALSE(found({"a|b"}, "ab", words()));
    EXPECT_FALSE(found({"foo"}, "foo\xc3\xa9", words()));  // é is a letter
    EXPECT_TRUE(found({"foo"}, "foo\xff", words()));       // a broken byte is none
    EXPECT_TRUE(found({"a+", "b"}, "x aa", words()));
}

TEST(Regex, WholeLineMeansAllOfIt) {
    EXPECT_TRUE(found({"a|ab"}, "ab", wholeLines()));
    EXPECT_FALSE(found({"a"}, "ab", wholeLines()));
    EXPECT_TRUE(found({""}, "", wholeLines()));
    EXPECT_FALSE(found({""}, "x", wholeLines()));
    EXPECT_TRUE(found({"x", "ab"}, "ab", wholeLines()));
    EXPECT_FALSE(found({"bar"}, "bar\r", wholeLines()));
}

TEST(Regex, FixedTextMeansItself) {
    EXPECT_TRUE(found({"a.b*"}, "xa.b*", fixed()));
    EXPECT_FALSE(found({"a.b*"}, "axbb", fixed()));
    EXPECT_TRUE(found({"C++"}, "I like C++", fixed()));
    EXPECT_TRUE(found({"\\E"}, "\\E", fixed()));
    EXPECT_TRUE(found({""}, "anything", fixed()));
    EXPECT_TRUE(found({"a#b c"}, "a#b c", fixed()));
    RegexOptions wholeFixed = fixed();
    wholeFixed.wholeLine = true;
    EXPECT_TRUE(found({"a.c"}, "a.c", wholeFixed));
    EXPECT_FALSE(found({"a.c"}, "abc", wholeFixed));
}

TEST(Regex, SeveralPatternsKeepTheirBackreferences) {
    EXPECT_TRUE(found({"(a)x\\1", "(b)y\\1"}, "byb"));
    EXPECT_TRUE(found({"(a)x\\1", "(b)y\\1"}, "axa"));
    EXPECT_FALSE(found({"(a)x\\1", "(b)y\\1"}, "bya"));
    EXPECT_TRUE(found({"(?<c>a)\\k<c>", "z"}, "aa"));
}

TEST(Regex, EachOfSeveralPatternsIsAsGoodAsAlone) {
    EXPECT_TRUE(found({"(?<a>foo)", "(?<b>bar)"}, "bar"));  // names differ
    EXPECT_TRUE(found({"(?<a>foo)", "(?<a>bar)"}, "bar"));  // names are the same
    EXPECT_TRUE(found({"a|b", "c"}, "c"));
    EXPECT_TRUE(found({"\\Qa+", "b"}, "xa+"));  // quoting that is not closed
    EXPECT_TRUE(found({"\\Qa+", "b"}, "b"));
    EXPECT_TRUE(found({"(?x)a b # comment", "c"}, "c"));
    EXPECT_FALSE(found({"(?i)A", "b"}, "B", sensitive()));  // a flag stays in its pattern
    EXPECT_TRUE(found({"(?i)A", "b"}, "a", sensitive()));
    EXPECT_TRUE(found({"\\Qfoo"}, "a foo b", words()));
    EXPECT_TRUE(found({"(?x)foo # comment"}, "a foo b", words()));
    EXPECT_TRUE(found({"", "b"}, "x"));
}

TEST(Regex, ALineNeverMatchesItsNewline) {
    const auto made = regex({"o\\s+b"});
    EXPECT_EQ(outcome(*made, "foo"), MatchOutcome::None);
    EXPECT_TRUE(found({"foo(?!\\s*bar)"}, "foo"));
    EXPECT_TRUE(found({"a\\s++$"}, "a  "));
}

TEST(Regex, InvalidUtf8StopsNoMatchElsewhere) {
    EXPECT_TRUE(found({"needle"}, "\xffneedle\xc3"));
    EXPECT_FALSE(found({".needle"}, "\xffneedle"));  // no dot for a broken byte
    EXPECT_TRUE(found({"^needle"}, "needle\xff"));
    EXPECT_TRUE(found({"\\x{e9}"}, "\xff\xc3\xa9"));
    EXPECT_FALSE(found({"\\xff"}, "\xff"));  // a character, not a byte
    EXPECT_TRUE(found({"a$"}, "\xed\xa0\x80"
                              "a"));
}

struct Mistake {
    std::string pattern;
    size_t offset;
};

TEST(Regex, ErrorsNameThePatternAndTheOffset) {
    const Mistake mistakes[] = {{"a(b", 3}, {"a)", 1},    {"[a", 2},   {"*a", 0},
                                {"a\\", 2}, {"a{2}(", 5}, {"(?<n", 4}, {"\\C", 2}};
    for (const Mistake& mistake : mistakes) {
        for (const Patterns& patterns :
             {Patterns{mistake.pattern}, Patterns{"first", mistake.pattern}}) {
            for (const RegexOptions& options : {RegexOptions{}, words(), wholeLines()}) {
                const auto made = Regex::compile(patterns, options);
                ASSERT_FALSE(made) << mistake.pattern;
                EXPECT_EQ(made.error().kind, ErrorKind::Pattern);
                EXPECT_EQ(made.error().subject, mistake.pattern);
                EXPECT_EQ(made.error().offset, mistake.offset) << mistake.pattern;
            }
        }
    }
}

TEST(Regex, APatternThatIsTooLargeIsRefusedAtOnce) {
    EXPECT_FALSE(Regex::compile({std::string((1 << 20) + 1, 'a')}, {}));
    EXPECT_FALSE(Regex::compile({std::string(300, '(') + std::string(300, ')')}, {}));
    EXPECT_FALSE(Regex::compile({"a{70000}"}, {}));
}

TEST(Regex, LimitsAreNeverReadAsNoMatch) {
    // 2^28 ways to fail: the match limit ends it.
    EXPECT_EQ(outcome(*regex({"(a+)+$"}), std::string(28, 'a') + "b"), MatchOutcome::TooComplex);
    EXPECT_EQ(outcome(*regex({"(a|a)*$"}), std::string(40, 'a') + "b"), MatchOutcome::TooComplex);
    // 20 KB overflow the JIT's 32 KiB stack, which then has to grow.
    Span span;
    EXPECT_EQ(outcome(*regex({"([^A]|B)*"}), std::string(20'000, 'x'), &span), MatchOutcome::Found);
    EXPECT_EQ(span, (Span{0, 20'000}));
}

TEST(Regex, AUserMayLowerLimitsButNotRaiseThem) {
    EXPECT_EQ(outcome(*regex({"(*LIMIT_MATCH=400000000)(a+)+$"}), std::string(28, 'a') + "b"),
              MatchOutcome::TooComplex);
}

TEST(Regex, AQuadraticLineEndsWithItsTimeBudget) {
    const auto made = regex({"x*x*[yq](?<!y)"});
    RegexScratch scratch;
    scratch.startBudget(std::chrono::milliseconds(300));
    const std::string line = std::string(200'000, 'x') + "y";
    Span match;
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(made->find(line, 0, true, scratch, match), MatchOutcome::TooComplex);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

TEST(Regex, AStopEndsARunningMatch) {
    const auto made = regex({"x*x*[yq](?<!y)"});
    StopSource stop;
    RegexScratch scratch(stop.token());
    const std::string line = std::string(200'000, 'x') + "y";
    std::thread asker([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        stop.request();
    });
    Span match;
    EXPECT_EQ(made->find(line, 0, true, scratch, match), MatchOutcome::Stopped);
    asker.join();
}

TEST(Regex, TheLongLineFormGivesTheSameAnswers) {
    const std::string padding(Regex::kGuardedLine + 1, '.');
    for (const char* pattern : {"foo\\b", "(?<=x)foo", "[a-f]oo", "FOO", "f(o)\\1", "$"}) {
        const auto made = regex({pattern});
        Span shortSpan, longSpan;
        const MatchOutcome shortOne = outcome(*made, "x" + std::string("foo"), &shortSpan);
        const MatchOutcome longOne = outcome(*made, padding + "x" + std::string("foo"), &longSpan);
        EXPECT_EQ(shortOne, longOne) << pattern;
        if (shortOne == MatchOutcome::Found) {
            EXPECT_EQ(longSpan,
                      (Span{shortSpan.begin + padding.size(), shortSpan.end + padding.size()}))
                << pattern;
        }
    }
}

TEST(Regex, VersionsAreKnown) {
    EXPECT_EQ(regexEngineVersion().substr(0, 3), "10.");
    EXPECT_TRUE(regexHasJit());
}

}  // namespace
}  // namespace findling
