#include "core/base/Text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace findling {
namespace {

using namespace std::literals;

TEST(Utf8, DecodesEachLength) {
    struct Row {
        std::string_view bytes;
        uint32_t value;
        unsigned length;
    };
    const Row rows[] = {{"A", 'A', 1},
                        {"\0"sv, 0, 1},
                        {"\xc2\x80", 0x80, 2},
                        {"\xc3\xa9", 0xe9, 2},
                        {"\xdf\xbf", 0x7ff, 2},
                        {"\xe0\xa0\x80", 0x800, 3},
                        {"\xef\xbf\xbf", 0xffff, 3},
                        {"\xf0\x9f\x98\x80", 0x1f600, 4},
                        {"\xf4\x8f\xbf\xbf", 0x10ffff, 4}};
    for (const Row& row : rows) {
        const CodePoint point = decodeUtf8(std::string(row.bytes) + "x");
        EXPECT_TRUE(point.valid);
        EXPECT_EQ(point.value, row.value);
        EXPECT_EQ(point.length, row.length);
        std::string again;
        appendUtf8(again, point.value);
        EXPECT_EQ(again, row.bytes);
        EXPECT_TRUE(isValidUtf8(row.bytes));
    }
}

TEST(Utf8, AnInvalidByteStandsForItselfAlone) {
    // A lone continuation, a cut sequence, overlong forms, a surrogate, beyond Unicode, never used.
    for (const std::string_view bytes :
         {"\x80"sv, "\xc3"sv, "\xe2\x82"sv, "\xc0\xaf"sv, "\xe0\x80\xaf"sv, "\xed\xa0\x80"sv,
          "\xf4\x90\x80\x80"sv, "\xff"sv, "\xfe"sv}) {
        const CodePoint point = decodeUtf8(bytes);
        EXPECT_FALSE(point.valid);
        EXPECT_EQ(point.length, 1);
        EXPECT_EQ(point.value, static_cast<unsigned char>(bytes[0]));
        EXPECT_FALSE(isValidUtf8("ok" + std::string(bytes)));
    }
}

RC_GTEST_PROP(Utf8, DecodingCoversEveryByteAndAgreesWithIsValid, (const std::string& bytes)) {
    bool valid = true;
    std::string rebuilt;
    for (size_t i = 0; i < bytes.size();) {
        const CodePoint point = decodeUtf8(std::string_view(bytes).substr(i));
        RC_ASSERT(point.length >= 1u && i + point.length <= bytes.size());
        valid = valid && point.valid;
        if (point.valid) appendUtf8(rebuilt, point.value);
        else rebuilt += static_cast<char>(point.value);
        i += point.length;
    }
    RC_ASSERT(valid == isValidUtf8(bytes));
    RC_ASSERT(rebuilt == bytes);
    RC_ASSERT(isValidUtf8(toValidUtf8(bytes)));
    if (valid) RC_ASSERT(toValidUtf8(bytes) == bytes);
}

TEST(Utf8, EveryInvalidByteBecomesOneReplacement) {
    EXPECT_EQ(toValidUtf8("a\xff\xfe z"), "a\xef\xbf\xbd\xef\xbf\xbd z");
}

/// Both run over all that is searched, eight bytes at a time: every length and alignment counts.
TEST(FastScans, AgreeWithTheObviousLoopsAtEveryLengthAndAlignment) {
    std::vector<char> buffer(600);
    for (size_t i = 0; i < buffer.size(); ++i) buffer[i] = "\n\x0b\x09\x8a\x0a"[i * 7 % 5];
    for (size_t from = 0; from < 16; ++from) {
        for (size_t length = 0; length + from < 300; ++length) {
            const std::string_view text(buffer.data() + from, length);
            ASSERT_EQ(countByte(text, '\n'),
                      static_cast<size_t>(std::count(text.begin(), text.end(), '\n')));
        }
    }
    for (size_t length = 1; length < 200; ++length) {
        std::string text(length, 'a');
        ASSERT_TRUE(isAscii(text));
        for (size_t at = 0; at < length; ++at) {
            text[at] = '\x80';
            ASSERT_FALSE(isAscii(text)) << at << " of " << length;
            text[at] = '\x7f';
        }
    }
}

TEST(FastScans, CountMoreNewlinesThanOneByteHolds) {
    // The sums of 255 words are full: one more would overflow.
    for (const size_t length :
         {8u * 254, 8u * 255, 8u * 255 + 1, 8u * 256, 8u * 600 + 7, 100'000u}) {
        EXPECT_EQ(countByte(std::string(length, '\n'), '\n'), length);
    }
}

RC_GTEST_PROP(FastScans, AgreeOnRandomBytes, (const std::string& head, uint8_t repeat)) {
    std::string bytes;
    for (int i = 0; i < repeat; ++i) bytes += head;
    const auto isHigh = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    for (size_t from = 0; from <= std::min<size_t>(bytes.size(), 8); ++from) {
        const std::string_view text = std::string_view(bytes).substr(from);
        RC_ASSERT(countByte(text, '\n') ==
                  static_cast<size_t>(std::count(text.begin(), text.end(), '\n')));
        RC_ASSERT(isAscii(text) == std::none_of(text.begin(), text.end(), isHigh));
    }
}

TEST(EscapeForTerminal, LeavesOrdinaryTextAlone) {
    const std::string text = "plain \xc3\xa9 \xe6\x97\xa5\xe6\x9c\xac \xf0\x9f\x98\x80 ~!'\"";
    EXPECT_EQ(escapeForTerminal(text), text);
}

TEST(EscapeForTerminal, ShowsWhatCouldActOnATerminal) {
    const std::pair<std::string_view, std::string_view> rows[] = {
        {"\x1b[31mred", "\\x1b[31mred"},  // ESC
        {"a\nb", "a\\nb"},
        {"a\rb", "a\\rb"},
        {"a\tb", "a\\tb"},
        {"\a\b\x7f", "\\x07\\x08\\x7f"},
        {"\0"sv, "\\x00"},
        {"\xc2\x9b\x33\x31m", "\\u{9b}31m"},  // C1: CSI as one character
        {"\x9b\x33\x31m", "\\x9b31m"},        // and as a raw byte
        {"a\xe2\x80\xae"
         "gpj",
         "a\\u{202e}gpj"},  // right-to-left override
        {"\xe2\x81\xa6x\xe2\x81\xa9", "\\u{2066}x\\u{2069}"},
        {"a\xe2\x80\x8b"
         "b",
         "a\\u{200b}b"},  // zero width
        {"\xef\xbb\xbfx", "\\u{feff}x"},
        {"\xe2\x80\xa8", "\\u{2028}"},  // line separator
        {"\xff\xed\xa0\x80", "\\xff\\xed\\xa0\\x80"},
    };
    for (const auto& [bytes, escaped] : rows) EXPECT_EQ(escapeForTerminal(bytes), escaped);
}

TEST(EscapeForTerminal, KeepsATabWhereTextIsShown) {
    EXPECT_EQ(escapeForTerminal("a\tb\n", true), "a\tb\\n");
}

RC_GTEST_PROP(EscapeForTerminal, NeverLetsAControlByteThrough, (const std::string& bytes)) {
    const std::string out = escapeForTerminal(bytes);
    RC_ASSERT(isValidUtf8(out));
    for (size_t i = 0; i < out.size();) {
        const CodePoint point = decodeUtf8(std::string_view(out).substr(i));
        RC_ASSERT(point.value >= 0x20u && point.value != 0x7fu);
        RC_ASSERT(point.value < 0x80u || point.value >= 0xa0u);
        i += point.length;
    }
}

TEST(Case, FoldsLettersAndLeavesTheRest) {
    EXPECT_EQ(foldCase('A'), uint32_t{'a'});
    EXPECT_EQ(foldCase('a'), uint32_t{'a'});
    EXPECT_EQ(foldCase('['), uint32_t{'['});
    EXPECT_EQ(foldCase(0xc9), 0xe9u);             // É
    EXPECT_EQ(foldCase(0x3a3), foldCase(0x3c2));  // Σ and the final ς
    EXPECT_EQ(foldCase(0x212a), uint32_t{'k'});   // Kelvin sign
    EXPECT_EQ(foldCase(0x17f), uint32_t{'s'});    // long s
}

TEST(Case, AnUpperCaseLetterOfAnyScriptCounts) {
    EXPECT_TRUE(hasUpper("aBc"));
    EXPECT_TRUE(hasUpper("\xc3\x89"));  // É
    EXPECT_TRUE(hasUpper("\xd0\x96"));  // Ж
    EXPECT_FALSE(hasUpper("abc 123 _-"));
    EXPECT_FALSE(hasUpper("\xc3\xa9\xc3\x9f"));  // é ß
    EXPECT_FALSE(hasUpper("\xff\xc3"));
    EXPECT_FALSE(hasUpper(""));
}

TEST(Lines, LoseOneTerminatorAndNothingElse) {
    EXPECT_EQ(withoutTerminator("a\n"), "a");
    EXPECT_EQ(withoutTerminator("a\r\n"), "a");
    EXPECT_EQ(withoutTerminator("a\r"), "a\r");
    EXPECT_EQ(withoutTerminator("a\n\n"), "a\n");
    EXPECT_EQ(withoutTerminator("\n"), "");
    EXPECT_EQ(withoutTerminator(""), "");
}

TEST(Trim, TakesSpaceFromBothEnds) {
    EXPECT_EQ(trimmed(" \t a b \r\n"), "a b");
    EXPECT_EQ(trimmed(" \n"), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(Nearest, SuggestsWhatWasMeant) {
    const std::vector<std::string> names{"hidden", "heading", "max-depth", "min-depth"};
    EXPECT_EQ(nearest("hiden", names), "hidden");
    EXPECT_EQ(nearest("headin", names), "heading");
    EXPECT_EQ(nearest("maxdepth", names), "max-depth");
    EXPECT_EQ(nearest("something-else", names), "");
    EXPECT_EQ(nearest("x", names), "");
}

TEST(Nearest, DistanceIsThatOfLevenshtein) {
    EXPECT_EQ(editDistance("kitten", "sitting"), 3u);
    EXPECT_EQ(editDistance("", "abc"), 3u);
    EXPECT_EQ(editDistance("abc", ""), 3u);
    EXPECT_EQ(editDistance("same", "same"), 0u);
}

RC_GTEST_PROP(Nearest, DistanceIsAMetric, (const std::string& a, const std::string& b)) {
    RC_ASSERT(editDistance(a, b) == editDistance(b, a));
    RC_ASSERT((editDistance(a, b) == 0u) == (a == b));
    RC_ASSERT(editDistance(a, b) <= std::max(a.size(), b.size()));
}

}  // namespace
}  // namespace findling
