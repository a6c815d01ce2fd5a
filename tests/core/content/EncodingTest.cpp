#include "core/content/Encoding.h"

#include "support/RandomCases.h"
#include "support/Utf.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

namespace findling {
namespace {

using namespace std::literals;
using test::appendUnit;
using test::encoded;

const DetectedEncoding kBytes{};

std::string repeated(std::string_view text, size_t length) {
    std::string out;
    while (out.size() < length) out += text;
    return out;
}

TEST(DetectEncoding, AByteOrderMarkDecides) {
    const std::pair<std::string_view, DetectedEncoding> rows[] = {
        {"\xef\xbb\xbf", {Encoding::Bytes, 3}},
        {"\xef\xbb\xbfplain", {Encoding::Bytes, 3}},
        {"\xff\xfe", {Encoding::Utf16Le, 2}},
        {"\xfe\xff", {Encoding::Utf16Be, 2}},
        {"\xff\xfeh\0"sv, {Encoding::Utf16Le, 2}},
        {"\xfe\xff\0h"sv, {Encoding::Utf16Be, 2}},
        {"\xff\xfe\x2d\x4e"sv, {Encoding::Utf16Le, 2}},
        {"\xff\xfe\0\0"sv, {Encoding::Utf32Le, 4}},
        {"\0\0\xfe\xff"sv, {Encoding::Utf32Be, 4}},
        {"\xff\xfe\0\0h\0\0\0"sv, {Encoding::Utf32Le, 4}},
        {"\0\0\xfe\xff\0\0\0h"sv, {Encoding::Utf32Be, 4}},
        {"\xef\xbb", kBytes},
        {"\xff", kBytes},
        {"", kBytes},
        {"plain", kBytes},
    };
    for (const auto& [head, expected] : rows) {
        EXPECT_EQ(detectEncoding(head), expected) << test::quoted(std::string(head));
    }
}

TEST(DetectEncoding, TheLongMarkIsTheShortOneWhereTheTextIsOfTwoBytes) {
    const DetectedEncoding utf16{Encoding::Utf16Le, 2};
    EXPECT_EQ(detectEncoding("\xff\xfe\0\0h\0e\0l\0l\0o\0"sv), utf16);
    EXPECT_EQ(detectEncoding("\xff\xfe\0\0" + encoded(Encoding::Utf16Le, "a line\n")), utf16);
}

TEST(DetectEncoding, DamagedTextBehindAMarkIsTextStill) {
    const DetectedEncoding utf16{Encoding::Utf16Le, 2};
    EXPECT_EQ(detectEncoding("\xff\xfe\0\xd8x\0"sv), utf16);  // a lone surrogate
    EXPECT_EQ(detectEncoding("\xff\xfex\0y"sv), utf16);       // half a unit
    std::string text = "\xff\xfe" + encoded(Encoding::Utf16Le, repeated("some text\n", 2000));
    text[401] = '\xdc';
    text[501] = '\xdc';
    EXPECT_EQ(detectEncoding(text), utf16);
}

const char* const kTexts[] = {
    "The quick brown fox jumps over the lazy dog.\r\n",
    "a,b\n1,2\n",
    "int main() {\n\treturn 0;\n}\n",
    "na\u00efve caf\u00e9, \u201cquoted\u201d \u2013 \u20ac5\n",
    "Съешь же ещё этих мягких французских булок.\n",
    "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία\n",
    "דג סקרן שט בים מאוכזב\n",
    "صِف خَلقَ خَودِ كَمِثلِ الشَمسِ\n",
    "ऋषियों को सताने वाले दुष्ट राक्षसों\n",
    "ਸ਼ਹਿਰ ਵਿੱਚ ਇੱਕ ਘਰ ਹੈ\n",
    "ఒక ఊరిలో ఒక రాజు ఉండేవాడు\n",
    "ഒരു രാജ്യത്ത് ഒരു രാജാവ് ഉണ്ടായിരുന്നു\n",
    "เป็นมนุษย์สุดประเสริฐเลิศคุณค่า กว่าบรรดา\n",
    "一二三四五六七八九十，天地玄黄。\u3000宇宙洪荒\n",
    "\u3000\u3000一个人在一条街上\n",
    "いろはにほへと ちりぬるを\n",
    "私はガラスを食べられます。それは私を傷つけません。\n",
    "다람쥐 헌 쳇바퀴에 타고파\n",
    "party \U0001f389\U0001f600 time \U0001f680\n",
};

TEST(DetectEncoding, TextOfManyLanguagesNeedsNoMark) {
    for (const char* text : kTexts) {
        for (const Encoding encoding : test::kUnicodeEncodings) {
            for (const size_t length : {size_t{1}, size_t{300}, size_t{20'000}}) {
                const std::string bytes = encoded(encoding, repeated(text, length));
                EXPECT_EQ(detectEncoding(bytes), (DetectedEncoding{encoding, 0}))
                    << text << " as " << static_cast<int>(encoding) << ", " << bytes.size();
            }
        }
    }
}

TEST(DetectEncoding, APairOfSurrogatesMayBeCutByTheProbe) {
    // 8 KiB end between the halves of the pair.
    const std::string text = repeated("line\n", 4095) + "\U0001f600\n";
    EXPECT_EQ(detectEncoding(encoded(Encoding::Utf16Le, text)).encoding, Encoding::Utf16Le);
}

TEST(DetectEncoding, TextInBytesIsLeftAlone) {
    for (const char* text : kTexts) EXPECT_EQ(detectEncoding(text), kBytes) << text;
    EXPECT_EQ(detectEncoding("caf\xe9 cr\xe8me\n"), kBytes);
    EXPECT_EQ(detectEncoding("one NUL\0in a line of text\n"sv), kBytes);
}

TEST(DetectEncoding, TooLittleOrOddIsNoEvidence) {
    EXPECT_EQ(detectEncoding("a\0"sv), kBytes);
    EXPECT_EQ(detectEncoding("a\0\n\0"sv), kBytes);
    EXPECT_EQ(detectEncoding("a\0 \0b\0\n"sv), kBytes);         // odd
    EXPECT_EQ(detectEncoding("a\0b\0c\0d\0e\0f\0"sv), kBytes);  // no space, no line
    EXPECT_EQ(detectEncoding("a\0 \0b\0\n\0"sv).encoding, Encoding::Utf16Le);
    EXPECT_EQ(detectEncoding("\0a\0 \0b\0\n"sv).encoding, Encoding::Utf16Be);
}

std::string integers(Encoding as, int from, int step, size_t count) {
    std::string out;
    for (size_t i = 0; i < count; ++i) {
        appendUnit(out, as, static_cast<uint32_t>(from + step * static_cast<int>(i)));
    }
    return out;
}

TEST(DetectEncoding, BinaryFilesAreNoText) {
    const std::string zeros(4096, '\0');
    std::string wave;
    for (int i = 0; i < 4096; ++i) {
        appendUnit(wave, Encoding::Utf16Le,
                   static_cast<uint32_t>(std::lround(3000 * std::sin(i * 0.05))));
    }
    std::string floats(4096, '\0');
    for (size_t i = 0; i < 1024; ++i) {
        const float value = static_cast<float>(i) * 0.37f;
        std::memcpy(floats.data() + 4 * i, &value, sizeof value);
    }
    const std::pair<const char*, std::string> rows[] = {
        {"ELF", "\x7f"
                "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0\x80\x10\0\0\0\0\0\0@\0\0\0\0\0\0\0"
                "\x20\x3a\0\0\0\0\0\0\0\0\0\0@\0008\0\r\0@\0\x1f\0\x1e\0\6\0\0\0\4\0\0\0"s},
        {"PNG", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x8\6\0\0\0\x5c\x72\xa8\x66"s},
        {"PE", "MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0\xb8\0\0\0\0\0\0\0@\0\0\0\0\0\0\0"s},
        {"gzip", "\x1f\x8b\x08\0\0\0\0\0\0\3\xcb\x48\xcd\xc9\xc9\xe7\2\0\x20\x30\x3a\x36\6\0\0\0"s},
        {"zeros", zeros},
        {"tar", "folder/file.txt" + std::string(85, '\0') + "0000644\0001750 \0" + zeros},
        {"16-bit sound", wave},
        {"floats", floats},
        {"16-bit integers", integers(Encoding::Utf16Le, 0, 1, 4096)},
        {"16-bit integers about zero", integers(Encoding::Utf16Le, -100, 1, 200)},
        {"32-bit integers", integers(Encoding::Utf32Le, 0, 1, 2048)},
        {"32-bit integers, big", integers(Encoding::Utf32Be, 7, 13, 2048)},
        {"32-bit offsets", integers(Encoding::Utf32Le, 4096, 64, 2048)},
        {"names with NULs", repeated("src/main file.cpp\0lib/util.h\0"s, 8192)},
        {"messages with NULs", repeated("Usage: prog file\n\0no such file\n\0"s, 8192)},
        {"tables with NULs", repeated("\tkey\tvalue\n\0\t\t12\t7\n\0"s, 8192)},
        {"lines of UTF-8 with NULs", repeated("f\u00fcr \u4e2d\u6587\n\0"s, 8192)},
        {"UTF-16 names in a structure",
         repeated("\x10\0\0\0\3\1\2\0"s + encoded(Encoding::Utf16Le, "name one") + "\0\0\0\0"s,
                  8192)},
    };
    for (const auto& [name, bytes] : rows) EXPECT_EQ(detectEncoding(bytes), kBytes) << name;
}

TEST(DetectEncoding, RandomBytesAreNoText) {
    const auto range = test::casesToRun("DetectEncoding.RandomBytesAreNoText", 3000);
    for (uint64_t seed = range.first; seed < range.first + range.count; ++seed) {
        test::Random random(seed);
        std::string bytes = test::randomBytes(random, 64 + random.below(8192));
        // Many zeros, as in most binary files.
        const auto zeros = static_cast<unsigned>(random.below(60));
        for (char& c : bytes) c = random.percent(zeros) ? '\0' : c;
        ASSERT_EQ(detectEncoding(bytes), kBytes)
            << test::repeatCommand("DetectEncoding.RandomBytesAreNoText", seed);
    }
}

TEST(DetectEncoding, AMarkBeforeRandomBytesIsNone) {
    const auto range = test::casesToRun("DetectEncoding.AMarkBeforeRandomBytesIsNone", 1000);
    for (uint64_t seed = range.first; seed < range.first + range.count; ++seed) {
        test::Random random(seed);
        const std::string mark = random.percent(50) ? "\xff\xfe" : "\xfe\xff";
        ASSERT_EQ(detectEncoding(mark + test::randomBytes(random, 8192)), kBytes)
            << test::repeatCommand("DetectEncoding.AMarkBeforeRandomBytesIsNone", seed);
    }
}

}  // namespace
}  // namespace findling
