#include "core/pattern/ScanPattern.h"

#include "core/base/Text.h"
#include "core/pattern/LineScanner.h"
#include "support/LineOracle.h"
#include "support/Names.h"
#include "support/RandomRegex.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace findling {
namespace {

RequiredLiteral literalOf(std::string_view pattern, bool caseless = false) {
    RegexReading reading;
    reading.caseless = caseless;
    const auto tree = readRegex(pattern, reading);
    return tree ? requiredLiteral(tree->root) : RequiredLiteral();
}

TEST(RequiredLiteral, IsTheLongestTextThatMustBeThere) {
    const std::pair<const char*, const char*> rows[] = {
        {"foo", "foo"},
        {"foo.*barbaz", "barbaz"},
        {"ab+c", "a"},
        {"\\w+_RESUME", "_RESUME"},
        {"\\bfoo\\b", "foo"},
        {"^foo$", "foo"},
        {"foo(bar)?", "foo"},
        {"(a|b)foo", "foo"},
        {"(?:xyz)+foo", "xyz"},
        {"foo\\.c", "foo.c"},
        {"foo(?=bar)", "foo"},
        {"\\Qa+b\\E", "a+b"},
        {"(?x)f o o # more", "foo"},
        {"caf\xc3\xa9s", "caf\xc3\xa9s"},
        {"a|b", ""},
        {".*", ""},
        {"foo(*ACCEPT)bar", ""},
        {"(?(1)foo)", ""},
    };
    for (const auto& [pattern, literal] : rows)
        EXPECT_EQ(literalOf(pattern).text, literal) << pattern;
    EXPECT_TRUE(literalOf("(?i)foo").caseless);
    EXPECT_FALSE(literalOf("(?i)x*(?-i)foo").caseless);
}

/// Whether a scan of the line by the pattern for this kind of text hits it; nothing where there is
/// no scanner for it.
std::optional<bool> scanned(const RegexTree& tree, ScanText kind, const std::string& line,
                            bool& exact) {
    const auto pattern = scanPattern(tree, kind, {});
    if (!pattern) return std::nullopt;
    exact = true;
    if (pattern->expressions.empty()) return false;
    const auto scanner = LineScanner::vectorscan(*pattern);
    if (!scanner) return std::nullopt;
    exact = scanner->exact();
    ScanScratch scratch;
    ScanHits hits;
    const std::string text = "\n" + line + "\n\n";
    hits.begin(text, '\n');
    if (scanner->scan(text, hits, scratch) == LineScanner::Outcome::Failed) return std::nullopt;
    return !hits.offsets().empty();
}

/// The promise of every scan: it leaves no line out that matches. And the promise of an exact one:
/// what it finds is a match.
void checkScans(const std::string& pattern, bool caseless, const std::string& line) {
    RegexReading reading;
    reading.caseless = caseless;
    const auto tree = readRegex(pattern, reading);
    if (!tree) return;
    RegexOptions options;
    options.caseMode = caseless ? CaseMode::Insensitive : CaseMode::Sensitive;
    const test::LineOracle oracle({pattern}, options);
    if (!oracle.valid() || oracle.uncertain(line)) return;
    const bool wanted = oracle.matches(line);
    if (oracle.limited()) return;
    std::vector<ScanText> kinds{ScanText::Any};
    if (isAscii(line)) kinds.push_back(ScanText::Ascii);
    if (bytesDecide(tree->root)) kinds.push_back(ScanText::Bytes);
    for (const ScanText kind : kinds) {
        bool exact = false;
        const auto got = scanned(*tree, kind, line, exact);
        if (!got) continue;
        RC_TAG(wanted ? "a match" : "no match");
        if ((wanted && !*got) || (exact && *got != wanted)) {
            const auto made = scanPattern(*tree, kind, {});
            RC_FAIL(pattern + " as " + (made->expressions.empty() ? "" : made->expressions[0]) +
                    (wanted ? " misses " : " wrongly finds ") + test::quoted(line));
        }
    }
}

RC_GTEST_PROP(ScanPattern, FindsWhateverMatches, (uint32_t seed, bool caseless)) {
    test::Random random(seed);
    const std::string pattern = test::randomRegex(random);
    for (int i = 0; i < 10; ++i) checkScans(pattern, caseless, test::randomLine(random));
}

TEST(ScanPattern, KnowsWhatNoTextOfAsciiMatches) {
    for (const char* pattern : {"\\p{Greek}", "\xc3\xa9", "a\xc3\xa9+", "[\\x{100}-\\x{200}]"}) {
        const auto tree = readRegex(pattern, {});
        ASSERT_TRUE(tree) << pattern;
        const auto ascii = scanPattern(*tree, ScanText::Ascii, {});
        ASSERT_TRUE(ascii) << pattern;
        EXPECT_TRUE(ascii->expressions.empty()) << pattern;
        EXPECT_FALSE(scanPattern(*tree, ScanText::Any, {})->expressions.empty()) << pattern;
    }
}

TEST(ScanPattern, IsNothingWhereTheEmptyTextMatches) {
    for (const char* pattern : {"", "x*", "^$", "a?|b", "(?=a)", "\\b"}) {
        const auto tree = readRegex(pattern, {});
        ASSERT_TRUE(tree) << pattern;
        EXPECT_FALSE(scanPattern(*tree, ScanText::Ascii, {})) << pattern;
    }
}

TEST(ScanPattern, BytesDecideWhereNoCharacterBeyondAsciiCanMatter) {
    const auto decide = [](const char* pattern, bool caseless) {
        RegexReading reading;
        reading.caseless = caseless;
        return bytesDecide(readRegex(pattern, reading)->root);
    };
    EXPECT_TRUE(decide("foo|[a-z]+_x", false));
    EXPECT_TRUE(decide("^a{2,3}$", false));
    EXPECT_TRUE(decide("foo", true));
    EXPECT_FALSE(decide("task", true));
    EXPECT_FALSE(decide("[j-l]", true));
    EXPECT_FALSE(decide("a.b", false));
    EXPECT_FALSE(decide("\\w", false));
    EXPECT_TRUE(decide("\\bfoo", false));
}

TEST(ScanPattern, MakesOneExpressionOfEachAlternative) {
    const auto count = [](const char* pattern) {
        return scanPattern(*readRegex(pattern, {}), ScanText::Ascii, {})->expressions;
    };
    EXPECT_EQ(count("foo|bar|baz").size(), 3u);
    // A whole word: the edges are exact where it begins and ends with a word character.
    const auto words =
        scanPattern(*readRegex("(?<!\\w)(?:(?:foo)|(?:ba))(?!\\w)", {}), ScanText::Ascii, {});
    EXPECT_EQ(words->expressions, (std::vector<std::string>{"\\bfoo\\b", "\\bba\\b"}));
    EXPECT_TRUE(words->exact);
    const auto number = scanPattern(*readRegex("(?<!\\w)(?:-2)(?!\\w)", {}), ScanText::Ascii, {});
    EXPECT_FALSE(number->exact);
}

TEST(RegexTree, KnowsWhereTimeIsSpent) {
    const auto loops = [](const char* pattern) { return readRegex(pattern, {})->loops; };
    EXPECT_EQ(loops("a+b{2}c*?d{3,}"), (std::vector<size_t>{2, 9, 14}));
    EXPECT_TRUE(loops("abc?").empty());
}

TEST(RegexTree, GivesUpOnWhatItDoesNotKnow) {
    for (const char* pattern : {"(?R)?a", "(a)(?1)", "(*ACCEPT)a", "(?(1)a|b)", "(?C1)a", "\\Xa",
                                "a{,3}", "\\12", "\\g<1>(a)", "(?#x)a", "a\\Q\\E*", "(?xx)[a b]"}) {
        EXPECT_FALSE(readRegex(pattern, {})) << pattern;
    }
}

}  // namespace
}  // namespace findling
