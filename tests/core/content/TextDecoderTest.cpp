#include "core/content/TextDecoder.h"

#include "core/base/Text.h"
#include "support/RandomCases.h"
#include "support/Utf.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iconv.h>
#include <vector>

namespace findling {
namespace {

using namespace std::literals;
using test::appendUnit;
using test::encoded;

struct Decoded {
    std::string text;
    uint64_t replaced = 0;
    friend bool operator==(const Decoded&, const Decoded&) = default;
};

void PrintTo(const Decoded& decoded, std::ostream* out) {
    *out << test::quoted(decoded.text) << ", replaced " << decoded.replaced;
}

Decoded whole(TextDecoder& decoder, std::string_view bytes) {
    Decoded out;
    decoder.reset();
    decoder.decode(bytes, true, out.text);
    out.replaced = decoder.replaced();
    return out;
}

/// In pieces of these sizes, over and over; 0 is a call without bytes.
Decoded inPieces(TextDecoder& decoder, std::string_view bytes, const std::vector<size_t>& sizes) {
    Decoded out;
    decoder.reset();
    for (size_t i = 0; !bytes.empty(); ++i) {
        const size_t size = std::min(sizes[i % sizes.size()], bytes.size());
        decoder.decode(bytes.substr(0, size), false, out.text);
        bytes.remove_prefix(size);
    }
    decoder.decode({}, true, out.text);
    out.replaced = decoder.replaced();
    return out;
}

void expectSameInAnyPieces(TextDecoder& decoder, const std::string& bytes) {
    const Decoded expected = whole(decoder, bytes);
    EXPECT_TRUE(isValidUtf8(expected.text)) << test::quoted(expected.text);
    for (size_t cut = 0; cut <= bytes.size(); ++cut) {
        Decoded out;
        decoder.reset();
        decoder.decode(std::string_view(bytes).substr(0, cut), false, out.text);
        decoder.decode(std::string_view(bytes).substr(cut), true, out.text);
        out.replaced = decoder.replaced();
        ASSERT_EQ(out, expected) << "cut at " << cut << " of " << test::quoted(bytes);
    }
    for (const auto& sizes : std::vector<std::vector<size_t>>{{1}, {0, 1}, {2}, {3}, {5, 1, 7}}) {
        ASSERT_EQ(inPieces(decoder, bytes, sizes), expected) << test::quoted(bytes);
    }
}

std::unique_ptr<TextDecoder> named(std::string_view name) {
    auto decoder = makeDecoder(name);
    EXPECT_TRUE(decoder) << name;
    return decoder ? std::move(*decoder) : nullptr;
}

Decoded decoded(std::string_view name, std::string_view bytes) {
    const auto decoder = named(name);
    return decoder ? whole(*decoder, bytes) : Decoded{"no such decoder", 0};
}

TEST(TextDecoder, BytesNeedNone) {
    EXPECT_EQ(makeDecoder(Encoding::Bytes), nullptr);
}

TEST(TextDecoder, EveryLengthOfCharacterInEveryForm) {
    const std::string text = "A\u0080\u07ff\u0800\u4e2d\uffff\U00010000\U0001f600\U0010ffff\n"s;
    for (const Encoding encoding : test::kUnicodeEncodings) {
        const auto decoder = makeDecoder(encoding);
        const std::string bytes = encoded(encoding, text);
        EXPECT_EQ(whole(*decoder, bytes), (Decoded{text, 0}));
        expectSameInAnyPieces(*decoder, bytes);
    }
    // And the helper that these tests build on says what the standard says.
    EXPECT_EQ(encoded(Encoding::Utf16Le, "\U0001f600"), "\x3d\xd8\x00\xde"s);
    EXPECT_EQ(encoded(Encoding::Utf16Be, "\U0001f600"), "\xd8\x3d\xde\x00"s);
    EXPECT_EQ(encoded(Encoding::Utf32Be, "\U0001f600"), "\x00\x01\xf6\x00"s);
}

TEST(TextDecoder, WhatIsInvalidIsReplacedAndCounted) {
    const std::string bad = "\xef\xbf\xbd";
    struct Row {
        Encoding encoding;
        std::string_view bytes;
        Decoded expected;
    };
    const Row rows[] = {
        {Encoding::Utf16Be, "\0a\xd8\x3d\0b"sv, {"a" + bad + "b", 1}},  // high alone
        {Encoding::Utf16Be, "\0a\xde\0\0b"sv, {"a" + bad + "b", 1}},    // low alone
        {Encoding::Utf16Be, "\xde\0\xd8\x3d"sv, {bad + bad, 2}},        // wrong way round
        {Encoding::Utf16Be, "\xd8\x3d\xd8\x3d\xde\0"sv, {bad + "\U0001f600", 1}},
        {Encoding::Utf16Be, "\0a\0"sv, {"a" + bad, 1}},  // odd length
        {Encoding::Utf16Be, "\xd8\x3d"sv, {bad, 1}},     // cut pair
        {Encoding::Utf16Be, "\xd8\x3d\xde"sv, {bad + bad, 2}},
        {Encoding::Utf16Be, "\xff\xfd"sv, {bad, 0}},  // it was in the text
        {Encoding::Utf16Le, "\x3d\xd8\x41\0"sv, {bad + "A", 1}},
        {Encoding::Utf32Be, "\0\x11\0\0"sv, {bad, 1}},               // beyond Unicode
        {Encoding::Utf32Be, "\0\0\xd8\0\0\0\0a"sv, {bad + "a", 1}},  // surrogate
        {Encoding::Utf32Be, "\0\0\0a\0\0"sv, {"a" + bad, 1}},
        {Encoding::Utf32Le, "\xff\xff\xff\xff"sv, {bad, 1}},
    };
    for (const Row& row : rows) {
        const auto decoder = makeDecoder(row.encoding);
        EXPECT_EQ(whole(*decoder, row.bytes), row.expected) << test::quoted(std::string(row.bytes));
        expectSameInAnyPieces(*decoder, std::string(row.bytes));
    }
}

TEST(TextDecoder, OneMarkAtTheStartIsDropped) {
    for (const Encoding encoding : test::kUnicodeEncodings) {
        const auto decoder = makeDecoder(encoding);
        const std::string bytes = encoded(encoding, "\ufeff\ufeffa\ufeff");
        EXPECT_EQ(whole(*decoder, bytes).text, "\ufeffa\ufeff");
        EXPECT_EQ(whole(*decoder, bytes).text, "\ufeffa\ufeff");  // also after a reset
        EXPECT_EQ(whole(*decoder, encoded(encoding, "abcdefgh\ufeff")).text, "abcdefgh\ufeff");
        expectSameInAnyPieces(*decoder, bytes);
    }
}

TEST(TextDecoder, TheMarkTellsTheByteOrder) {
    const std::pair<std::string_view, std::string_view> rows[] = {
        {"utf-16", "\xff\xfe"
                   "a\0b\0"sv},
        {"utf-16", "\xfe\xff\0a\0b"sv},
        {"utf-16", "a\0b\0"sv},
        {"UTF16LE", "\xff\xfe"
                    "a\0b\0"sv},
        {"utf_16be", "\xfe\xff\0a\0b"sv},
        {"utf-16be", "\0a\0b"sv},
        {"ucs-2", "a\0b\0"sv},
        {"utf-32", "\xff\xfe\0\0a\0\0\0b\0\0\0"sv},
        {"utf-32", "\0\0\xfe\xff\0\0\0a\0\0\0b"sv},
        {"utf-32", "a\0\0\0b\0\0\0"sv},
        {"utf-32be", "\0\0\0a\0\0\0b"sv},
        {"utf-32le", "a\0\0\0b\0\0\0"sv},
    };
    for (const auto& [name, bytes] : rows) {
        EXPECT_EQ(decoded(name, bytes), (Decoded{"ab", 0})) << name;
        expectSameInAnyPieces(*named(name), std::string(bytes));
    }
    EXPECT_EQ(decoded("utf-16", ""), (Decoded{"", 0}));
    EXPECT_EQ(decoded("utf-16", "\xfe"), (Decoded{"\ufffd", 1}));
    EXPECT_EQ(decoded("utf-32", "\0\0\xfe"sv), (Decoded{"\ufffd", 1}));
}

TEST(TextDecoder, TheFastPathStopsWhereAsciiDoes) {
    for (const Encoding encoding : {Encoding::Utf16Le, Encoding::Utf16Be}) {
        const auto decoder = makeDecoder(encoding);
        for (const std::string_view odd : {"\u0080"sv, "\u00ff"sv, "\u0100"sv, "\u4141"sv}) {
            for (size_t at = 0; at < 12; ++at) {
                const std::string text = std::string(at, 'x') + std::string(odd) + "yyyyyyyyy";
                ASSERT_EQ(whole(*decoder, encoded(encoding, text)), (Decoded{text, 0})) << at;
            }
        }
        // More than its buffer holds, and each edge of it.
        for (size_t length = 4080; length < 4110; ++length) {
            const std::string text =
                std::string(length, 'x') + "\U0001f600\u4e2d" + std::string(9000, 'y');
            ASSERT_EQ(whole(*decoder, encoded(encoding, text)), (Decoded{text, 0})) << length;
        }
    }
}

TEST(TextDecoder, UnicodeComesBackFromEveryForm) {
    const std::string test = "TextDecoder.UnicodeComesBackFromEveryForm";
    const auto range = test::casesToRun(test, 1000);
    for (uint64_t seed = range.first; seed < range.first + range.count; ++seed) {
        test::Random random(seed);
        const std::string text = "x" + test::randomUtf8(random, random.below(300));
        const std::vector<size_t> sizes{random.below(9), 1 + random.below(30), random.below(4)};
        for (const Encoding encoding : test::kUnicodeEncodings) {
            const std::string bytes = encoded(encoding, text);
            const auto decoder = makeDecoder(encoding);
            ASSERT_EQ(whole(*decoder, bytes), (Decoded{text, 0}))
                << test::repeatCommand(test, seed);
            ASSERT_EQ(inPieces(*decoder, bytes, sizes), (Decoded{text, 0}))
                << test::repeatCommand(test, seed);
        }
    }
}

TEST(TextDecoder, RandomUnitsNeverMakeInvalidUtf8) {
    const std::string test = "TextDecoder.RandomUnitsNeverMakeInvalidUtf8";
    const auto range = test::casesToRun(test, 500);
    for (uint64_t seed = range.first; seed < range.first + range.count; ++seed) {
        test::Random random(seed);
        std::string bytes;
        for (size_t i = random.below(60); i > 0; --i) {
            // Surrogates half of the time: alone, in pairs and the wrong way round.
            const size_t unit =
                random.percent(50) ? 0xd800 + random.below(0x800) : random.below(0x10000);
            appendUnit(bytes, Encoding::Utf16Le, static_cast<uint32_t>(unit));
        }
        if (random.percent(30)) bytes += 'x';
        for (const Encoding encoding : test::kUnicodeEncodings) {
            SCOPED_TRACE(test::repeatCommand(test, seed));
            expectSameInAnyPieces(*makeDecoder(encoding), bytes);
            if (HasFatalFailure()) return;
        }
    }
}

// What follows is the system's work; these hold that it is called as it must be.

TEST(TextDecoder, KnowsTheUsualNames) {
    struct Row {
        const char* names;
        std::string_view bytes;
        std::string_view text;
    };
    const Row rows[] = {
        {"latin1 latin-1 Latin_1 iso-8859-1 ISO8859-1 iso_8859-1 iso88591 l1", "caf\xe9",
         "caf\u00e9"},
        {"latin9 iso-8859-15", "\xa4", "\u20ac"},
        {"cp1252 windows-1252 WINDOWS1252 win-1252 CP-1252", "\x93x\x94", "\u201cx\u201d"},
        {"shift-jis shift_jis sjis Shift_JIS cp932 windows-31j", "\x93\xfa\x96{C:\\x~",
         "\u65e5\u672cC:\\x~"},
        {"euc-jp eucjp EUC_JP", "\xc6\xfc\xcb\xdc", "\u65e5\u672c"},
        {"gbk gb2312 gb18030 GB-18030 cp936", "\xd6\xd0\xce\xc4", "\u4e2d\u6587"},
        {"big5 big-5", "\xa4\xa4\xa4\xe5", "\u4e2d\u6587"},
        {"euc-kr cp949 uhc", "\xc7\xd1", "\ud55c"},
        {"koi8-r KOI8R", "\xc1\xc2", "\u0430\u0431"},
        {"cp1251 windows-1251", "\xe0\xe1", "\u0430\u0431"},
        {"cp437", "\x81", "\u00fc"},
        {"macintosh macroman", "\x8a", "\u00e4"},
        {"ascii us-ascii", "plain", "plain"},
        {" latin1 ", "\xe9", "\u00e9"},
    };
    for (const Row& row : rows) {
        std::string_view names = row.names;
        const bool spaced = names.front() == ' ';
        while (!names.empty()) {
            const std::string_view name = spaced ? names : names.substr(0, names.find(' '));
            EXPECT_EQ(decoded(name, row.bytes), (Decoded{std::string(row.text), 0})) << name;
            names.remove_prefix(std::min(names.size(), name.size() + 1));
        }
    }
}

TEST(TextDecoder, ANameThatNobodyKnowsIsAnErrorWithAWayOut) {
    for (const char* name : {"utf-61", "windwos-1252", "nonsense", "", " ", "/", "../../x",
                             "latin1//IGNORE", "ISO-8859-1//TRANSLIT", "a b", "caf\xe9"}) {
        const auto decoder = makeDecoder(name);
        ASSERT_FALSE(decoder) << name;
        EXPECT_EQ(decoder.error().kind, ErrorKind::Option);
        EXPECT_EQ(decoder.error().subject, name);
        EXPECT_NE(decoder.error().text.find(whereEncodingsAreListed()), std::string::npos);
    }
    EXPECT_FALSE(makeDecoder(std::string(10'000, 'a')));
    EXPECT_FALSE(makeDecoder("latin1\0x"sv));
    EXPECT_NE(makeDecoder("windwos-1252").error().text.find("did you mean windows-1252?"),
              std::string::npos);
    EXPECT_NE(makeDecoder("UTF-17").error().text.find("did you mean utf-16?"), std::string::npos);
}

TEST(TextDecoder, TellsUtf8ByItsNames) {
    for (const char* name : {"utf-8", "UTF8", "utf_8", "Utf-8", " utf-8 ", "utf-8-sig"}) {
        EXPECT_TRUE(isUtf8Name(name)) << name;
    }
    for (const char* name : {"utf-16", "utf", "latin1", "", "utf-88"}) {
        EXPECT_FALSE(isUtf8Name(name)) << name;
    }
    EXPECT_EQ(decoded("utf-8", "caf\u00e9\xff"), (Decoded{"caf\u00e9\ufffd", 1}));
}

TEST(TextDecoder, InvalidBytesOfOtherEncodingsAreReplacedAndCounted) {
    EXPECT_EQ(decoded("ascii", "a\xe9z"), (Decoded{"a\ufffdz", 1}));
    EXPECT_EQ(decoded("cp1252", "\x81\x8dz"), (Decoded{"\ufffd\ufffdz", 2}));
    EXPECT_EQ(decoded("euc-jp", "\xc6\xfc\xc6"), (Decoded{"\u65e5\ufffd", 1}));  // cut
    EXPECT_EQ(decoded("euc-jp", "\xc6\nz"), (Decoded{"\ufffd\nz", 1}));  // the line end is spared
    EXPECT_EQ(decoded("latin1", "\0a\0"sv), (Decoded{"\0a\0"s, 0}));
}

TEST(TextDecoder, WhatIconvLetsThroughIsNoUnicode) {
    // In the system's UCS-4 and UTF-8: a surrogate, a value beyond Unicode, and one of 31 bits.
    for (const uint32_t value : {0xd800u, 0xdfffu, 0x110000u, 0x7fffffffu}) {
        std::string bytes;
        for (const uint32_t unit : {uint32_t{'a'}, value, uint32_t{0xd55c}}) {
            appendUnit(bytes, Encoding::Utf32Be, unit);
        }
        EXPECT_EQ(decoded("ucs-4", bytes), (Decoded{"a\ufffd\ud55c", 1}));
        // The system's own, which loses its step at what is invalid.
        const auto decoder = makeDecoder("OSF00010104");
        if (!decoder) continue;
        const Decoded out = whole(**decoder, bytes);
        EXPECT_TRUE(isValidUtf8(out.text)) << test::quoted(out.text);
        EXPECT_TRUE(out.text.starts_with("a\ufffd")) << test::quoted(out.text);
        EXPECT_GE(out.replaced, 1u);
    }
    for (const std::string_view bytes :
         {"\xed\xa0\x80"sv, "\xf4\x90\x80\x80"sv, "\xf8\x88\x80\x80\x80"sv, "\xc0\xaf"sv}) {
        const Decoded out = decoded("utf-8", "a" + std::string(bytes) + "\ud55c");
        EXPECT_EQ(out.text, toValidUtf8("a" + std::string(bytes) + "\ud55c"));
        EXPECT_EQ(out.replaced, bytes.size());
    }
}

TEST(TextDecoder, ALetterThatWaitsForItsAccentComesOutAtTheEnd) {
    // In this encoding of Vietnamese, accents follow their letters and the system joins them.
    EXPECT_EQ(decoded("cp1258", "a"), (Decoded{"a", 0}));
    EXPECT_EQ(decoded("cp1258", "a\xcc"), (Decoded{"\u00e0", 0}));
    expectSameInAnyPieces(*named("cp1258"), "a\xcc to\xcc"
                                            "a");
}

TEST(TextDecoder, ResetForgetsCutCharactersAndShifts) {
    const auto decoder = named("iso-2022-jp");
    std::string out;
    decoder->decode("\x1b$B$3", false, out);  // shifted to Japanese
    decoder->decode("\x1b", false, out);
    decoder->reset();
    out.clear();
    decoder->decode("$3", true, out);
    EXPECT_EQ(out, "$3");
    EXPECT_EQ(decoder->replaced(), 0u);
}

/// All at once by iconv itself; false where the text cannot be converted whole.
bool converted(const char* to, const char* from, std::string text, std::string& out) {
    const iconv_t converter = ::iconv_open(to, from);
    if (converter == iconv_t(-1)) return false;
    out.assign(text.size() * 8 + 64, '\0');
    char* in = text.data();
    char* at = out.data();
    size_t left = text.size();
    size_t room = out.size();
    const bool done = ::iconv(converter, &in, &left, &at, &room) != size_t(-1) &&
                      ::iconv(converter, nullptr, nullptr, &at, &room) != size_t(-1);
    ::iconv_close(converter);
    out.resize(out.size() - room);
    return done;
}

/// What the encoding has among the characters of the basic plane.
std::vector<std::string> repertoire(const char* name) {
    std::vector<std::string> out;
    std::string unused;
    for (uint32_t c = 0x20; c < 0xffe0; c += c < 0x600 ? 1 : 23) {
        if (c >= 0xd800 && c < 0xe000) continue;
        std::string one;
        appendUtf8(one, c);
        if (converted(name, "UTF-8", one, unused)) out.push_back(one);
    }
    return out;
}

TEST(TextDecoder, DecodesAsIconvDoesInAnyPieces) {
    const std::string test = "TextDecoder.DecodesAsIconvDoesInAnyPieces";
    const auto range = test::casesToRun(test, 1000);
    for (const char* name :
         {"ISO-8859-1", "ISO-8859-7",  "CP1252",     "CP1251", "KOI8-R",      "CP437",
          "MACINTOSH",  "TIS-620",     "CP932",      "EUC-JP", "ISO-2022-JP", "GBK",
          "GB18030",    "BIG5",        "BIG5-HKSCS", "EUC-KR", "CP949",       "JOHAB",
          "EUC-TW",     "ISO-2022-KR", "UTF-7",      "CP1255", "CP1258",      "UTF-8"}) {
        const std::vector<std::string> characters = repertoire(name);
        if (characters.empty()) {
            std::cout << "iconv has no " << name << " here\n";
            continue;
        }
        const auto decoder = named(name);
        for (uint64_t seed = range.first; seed < range.first + range.count; ++seed) {
            test::Random random(seed);
            std::string text;
            for (size_t i = random.below(60); i > 0; --i) {
                text += random.percent(40) ? std::string(1, "ab \n"[random.below(4)])
                                           : random.pick(characters);
            }
            std::string bytes;
            std::string expected;
            if (!converted(name, "UTF-8", text, bytes)) continue;
            ASSERT_TRUE(converted("UTF-8", name, bytes, expected)) << name;
            const std::vector<size_t> sizes{random.below(4), 1 + random.below(20)};
            ASSERT_EQ(whole(*decoder, bytes), (Decoded{expected, 0})) << name;
            ASSERT_EQ(inPieces(*decoder, bytes, sizes), (Decoded{expected, 0}))
                << name << " " << test::quoted(bytes) << "\n"
                << test::repeatCommand(test, seed);
        }
    }
}

TEST(TextDecoder, LongTextInOtherEncodings) {
    std::string text;
    while (text.size() < 300'000) text += "caf\u00e9 \u65e5\u672c\n";
    for (const char* name : {"GB18030", "EUC-JP"}) {
        std::string bytes;
        std::string expected;
        ASSERT_TRUE(converted(name, "UTF-8", text, bytes));
        ASSERT_TRUE(converted("UTF-8", name, bytes, expected));
        EXPECT_EQ(whole(*named(name), bytes).text, expected);
        EXPECT_EQ(inPieces(*named(name), bytes, {65'537}).text, expected);
    }
}

TEST(TextDecoder, RandomBytesInAnyEncodingGiveValidUtf8) {
    const std::string test = "TextDecoder.RandomBytesInAnyEncodingGiveValidUtf8";
    const auto range = test::casesToRun(test, 200);
    for (const char* name : {"ASCII", "CP1252", "CP932", "EUC-JP", "GBK", "GB18030", "BIG5",
                             "EUC-KR", "UTF-8", "ISO-8859-7", "TIS-620", "EUC-TW"}) {
        const auto decoder = named(name);
        for (uint64_t seed = range.first; seed < range.first + range.count; ++seed) {
            test::Random random(seed);
            SCOPED_TRACE(name + " "s + test::repeatCommand(test, seed));
            expectSameInAnyPieces(*decoder, test::randomBytes(random, random.below(80)));
            if (HasFatalFailure()) return;
        }
    }
}

}  // namespace
}  // namespace findling
