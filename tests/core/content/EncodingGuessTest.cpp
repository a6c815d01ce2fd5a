#include "core/content/EncodingGuess.h"

#include "core/content/TextDecoder.h"
#include "support/RandomCases.h"
#include "support/Utf.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace findling {
namespace {

using namespace std::literals;

class EncodingGuess : public testing::Test {
protected:
    void SetUp() override {
        if (!encodingGuessAvailable()) GTEST_SKIP() << "uchardet is not here";
    }
};

std::string repeated(std::string_view text, size_t length = 2000) {
    std::string out;
    while (out.size() < length) out += text;
    return out;
}

std::string decoded(std::string_view name, std::string_view bytes) {
    auto decoder = makeDecoder(name);
    EXPECT_TRUE(decoder) << name;
    std::string out;
    if (decoder) (*decoder)->decode(bytes, true, out);
    return out;
}

// "Съешь же ещё этих мягких французских булок, да выпей чаю." and the like.
constexpr std::string_view kRussianKoi8 =
    "\xf3\xdf\xc5\xdb\xd8 \xd6\xc5 \xc5\xdd\xa3 \xdc\xd4\xc9\xc8 \xcd\xd1\xc7\xcb\xc9\xc8 "
    "\xc6\xd2\xc1\xce\xc3\xd5\xda\xd3\xcb\xc9\xc8 \xc2\xd5\xcc\xcf\xcb, \xc4\xc1 "
    "\xd7\xd9\xd0\xc5\xca \xde\xc1\xc0.\n";
constexpr std::string_view kRussianUtf8 =
    "Съешь же ещё этих мягких французских булок, да выпей чаю.\n";
constexpr std::string_view kJapaneseShiftJis =
    "\x8e\x84\x82\xcd\x83K\x83\x89\x83X\x82\xf0\x90H\x82\xd7\x82\xe7\x82\xea\x82\xdc\x82\xb7\x81"
    "B\n";
constexpr std::string_view kJapaneseUtf8 = "私はガラスを食べられます。\n";
constexpr std::string_view kGermanLatin1 = "Falsches \xdc"
                                           "ben von Xylophonmusik qu\xe4lt jeden gr\xf6\xdf"
                                           "eren Zwerg.\n";
constexpr std::string_view kGermanUtf8 =
    "Falsches \u00dcben von Xylophonmusik qu\u00e4lt jeden gr\u00f6\u00dferen Zwerg.\n";

TEST_F(EncodingGuess, FindsANameThatDecodesTheText) {
    const std::pair<std::string_view, std::string_view> rows[] = {
        {kRussianKoi8, kRussianUtf8},
        {kJapaneseShiftJis, kJapaneseUtf8},
        {kGermanLatin1, kGermanUtf8},
    };
    for (const auto& [bytes, text] : rows) {
        const std::string name = guessEncoding(repeated(bytes));
        ASSERT_NE(name, "") << text;
        EXPECT_EQ(decoded(name, bytes), text) << name;
    }
}

TEST(EncodingGuessAnywhere, Utf8AndAsciiNeedNoGuess) {
    EXPECT_EQ(guessEncoding(""), "");
    EXPECT_EQ(guessEncoding("plain\n"), "");
    EXPECT_EQ(guessEncoding("\x1b[31mred\x1b[0m\n"), "");
    EXPECT_EQ(guessEncoding("\x1b$B$3$s\x1b(B\n"), "");  // ISO-2022-JP: ASCII as far as bytes go
    EXPECT_EQ(guessEncoding(repeated(kRussianUtf8)), "");
    EXPECT_EQ(guessEncoding(repeated(kJapaneseUtf8)), "");
}

TEST_F(EncodingGuess, ACharacterCutByTheEndOfTheBlockIsUtf8Still) {
    for (const std::string_view last : {"\u00e9"sv, "\u4e2d"sv, "\U0001f600"sv}) {
        for (size_t cut = 1; cut < last.size(); ++cut) {
            EXPECT_EQ(guessEncoding(repeated("caf\u00e9\n") + std::string(last.substr(0, cut))),
                      "");
        }
    }
    // At the end of a short file it is no cut but an accent in another encoding.
    EXPECT_NE(guessEncoding("Caf\xe9 und Men\xfc, Stra\xdf"
                            "e und gr\xfc\xdf"
                            "e\xe9"),
              "");
}

TEST_F(EncodingGuess, BinaryFilesGetNone) {
    EXPECT_EQ(guessEncoding(repeated("\x01\x02\xff\xfe\x80 text \xe9"sv)), "");
    EXPECT_EQ(guessEncoding(repeated("h\0\xe9\0"sv)), "");
    for (uint64_t seed = 1; seed < 200; ++seed) {
        test::Random random(seed);
        EXPECT_EQ(guessEncoding(test::randomBytes(random, 4096)), "") << seed;
    }
}

TEST_F(EncodingGuess, EveryGuessDecodesWithoutDamage) {
    const auto range = test::casesToRun("EncodingGuess.EveryGuessDecodesWithoutDamage", 1000);
    size_t guessed = 0;
    for (uint64_t seed = range.first; seed < range.first + range.count; ++seed) {
        test::Random random(seed);
        std::string text;
        for (size_t i = 10 + random.below(400); i > 0; --i) {
            const bool high = random.percent(static_cast<unsigned>(5 + seed % 60));
            text += static_cast<char>((high ? 0xa0 : 0x20) + random.below(95));
        }
        const std::string name = guessEncoding(text);
        if (name.empty()) continue;
        ++guessed;
        const auto decoder = makeDecoder(name);
        ASSERT_TRUE(decoder) << name;
        std::string out;
        (*decoder)->decode(text, false, out);
        ASSERT_EQ((*decoder)->replaced(), 0u)
            << name << "\n"
            << test::repeatCommand("EncodingGuess.EveryGuessDecodesWithoutDamage", seed);
    }
    EXPECT_GT(guessed, range.count / 10);
}

TEST_F(EncodingGuess, ManyThreadsGuessAtOnce) {
    const std::string text = repeated(kRussianKoi8);
    const std::string expected = guessEncoding(text);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 50; ++n) wrong += guessEncoding(text) != expected;
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace findling
