#include "core/content/Decompressor.h"

#include "support/RandomCases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>
#include <vector>

namespace findling {
namespace {

using namespace std::literals;

const std::string kText = "first line\nthe needle is here\nagain and again and again\n"
                          "again and again and again\nagain and again and again\nlast line\n";

std::string bytes(std::string_view hex) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string out;
    for (size_t i = 0; i + 1 < hex.size(); i += 2) {
        out += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
    }
    return out;
}

/// What `compress` would make if it found nothing to shorten: codes of nine bits.
std::string compressZ(std::string_view text) {
    std::string out = "\x1f\x9d\x90";
    uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        bits |= static_cast<uint32_t>(static_cast<unsigned char>(c)) << count;
        for (count += 9; count >= 8; count -= 8, bits >>= 8) out += static_cast<char>(bits & 0xff);
    }
    if (count > 0) out += static_cast<char>(bits);
    return out;
}

struct Sample {
    const char* name;
    std::string data;  ///< kText, by the tool of that name
    bool checked;      ///< has an end and a checksum
};

void PrintTo(const Sample& sample, std::ostream* out) {
    *out << sample.name;
}

const std::vector<Sample>& samples() {
    static const std::vector<Sample> list{
        {"gzip",
         bytes(
             "1f8b08000000000002034bcb2c2a2e51c8c9cc4be52ac94855c84b4d4dc94955c82c56c8482d4ae54a4c"
             "4fcccc5348cc4b5140639125939308b30a004ed8f04976000000"),
         true},
        {"bzip2",
         bytes(
             "425a683931415926535968ece0fa00001fd1800010400027e51c0020005080000249a413194c74888c89"
             "8aa6c8d0b4b8818ab62cdb26b12f7e41cf9a0d9539a65a0d0a07d64facdfe2ee48a70a120d1d9c1f40"),
         true},
        {"xz",
         bytes(
             "fd377a585a0000016922de360200210116000000742fe5a3e0007500335d00331a4aac0c72bf8d58f94d"
             "6fbf2481839004501ccfdeaf36fd8ef4c839eb83f908f7ec46dcb6e964e0e7f577032a500e6637000000"
             "4ed8f04900014b76ecf76d8a9042990d010000000001595a"),
         true},
        {"zstd",
         bytes(
             "28b52ffd0458e5010024036669727374206c696e650a746865206e6565646c6520697320686572650a61"
             "6761696e20616e64206c617374206c696e650a0200ea7902b42b65d7b220cf"),
         true},
        {"lz4",
         bytes(
             "04224d186440a73b000000fb196669727374206c696e650a746865206e6565646c652069732068657265"
             "0a616761696e20616e64200a000f1a0022a06c617374206c696e650a00000000b3267031"),
         true},
        {"lzma",
         bytes(
             "5d00008000ffffffffffffffff00331a4aac0c72bf8d58f94d6fbf2481839004501ccfdeaf36fd8ef4c8"
             "39eb83f908f7ec46dcb6e964e0e7f577032a500ff928b3ffff4ff18000"),
         false},
        {"compress", compressZ(kText), false},
    };
    return list;
}

struct Outcome {
    std::string text;
    std::string error;
};

Decompressor::Source sourceOf(std::string_view data, size_t piece = 1 << 20) {
    return [data, piece](char* buffer, size_t size, int&) mutable {
        const size_t count = std::min({size, piece, data.size()});
        std::memcpy(buffer, data.data(), count);
        data.remove_prefix(count);
        return static_cast<int64_t>(count);
    };
}

Outcome drain(Decompressor& decompressor, size_t size = 4096) {
    Outcome out;
    std::vector<char> buffer(size);
    for (;;) {
        const int64_t got = decompressor.read(buffer.data(), size, out.error);
        if (got <= 0) {
            EXPECT_EQ(got, out.error.empty() ? 0 : -1);
            return out;
        }
        out.text.append(buffer.data(), static_cast<size_t>(got));
    }
}

Outcome decompressed(std::string_view data, size_t piece = 1 << 20, size_t size = 4096) {
    Decompressor decompressor(sourceOf(data, piece));
    return drain(decompressor, size);
}

std::string nameOf(const testing::TestParamInfo<Sample>& each) {
    return each.param.name;
}

std::vector<Sample> checkedSamples() {
    std::vector<Sample> list;
    std::copy_if(samples().begin(), samples().end(), std::back_inserter(list),
                 [](const Sample& sample) { return sample.checked; });
    return list;
}

class DecompressorOf : public testing::TestWithParam<Sample> {
protected:
    void SetUp() override {
        if (!canDecompress(GetParam().data)) GTEST_SKIP() << "no library for it is here";
    }
    const std::string& data() const { return GetParam().data; }
};

INSTANTIATE_TEST_SUITE_P(EveryFormat, DecompressorOf, testing::ValuesIn(samples()), nameOf);

/// The formats whose files have an end and a checksum.
class CheckedDecompressorOf : public DecompressorOf {};

INSTANTIATE_TEST_SUITE_P(EveryFormat, CheckedDecompressorOf, testing::ValuesIn(checkedSamples()),
                         nameOf);

TEST_P(DecompressorOf, GivesTheTextInAnyPieces) {
    for (const size_t piece : {1u, 2u, 7u, 100'000u}) {
        for (const size_t size : {1u, 10u, 100'000u}) {
            const Outcome out = decompressed(data(), piece, size);
            EXPECT_EQ(out.text, kText);
            EXPECT_EQ(out.error, "");
        }
    }
}

TEST_P(DecompressorOf, GoesOnSayingThatItIsAtTheEnd) {
    Decompressor decompressor(sourceOf(data()));
    EXPECT_EQ(drain(decompressor).text, kText);
    EXPECT_EQ(drain(decompressor).text, "");
    EXPECT_EQ(drain(decompressor).error, "");
    EXPECT_EQ(decompressor.sourceError(), 0);
}

TEST_P(DecompressorOf, CanBeMovedWhileItReads) {
    Decompressor first(sourceOf(data(), 3));
    char buffer[5];
    std::string error;
    ASSERT_EQ(first.read(buffer, sizeof buffer, error), 5);
    Decompressor second = std::move(first);
    EXPECT_EQ(std::string(buffer, 5) + drain(second).text, kText);
}

TEST_P(CheckedDecompressorOf, ReadsEveryMember) {
    for (const size_t piece : {size_t{1}, data().size(), size_t{100'000}}) {
        const Outcome out = decompressed(data() + data() + data(), piece);
        EXPECT_EQ(out.text, kText + kText + kText);
        EXPECT_EQ(out.error, "");
    }
}

TEST_P(DecompressorOf, NamesATruncatedFile) {
    if (GetParam().name == "compress"sv) return;  // it has no end
    for (size_t length = 0; length < data().size(); ++length) {
        for (const size_t piece : {size_t{1}, size_t{100'000}}) {
            const Outcome out = decompressed(data().substr(0, length), piece);
            EXPECT_NE(out.error, "") << length;
            EXPECT_TRUE(kText.starts_with(out.text)) << length;
        }
    }
}

TEST_P(CheckedDecompressorOf, NamesATruncatedMember) {
    for (size_t length = 1; length < data().size(); ++length) {
        const Outcome out = decompressed(data() + data().substr(0, length));
        EXPECT_NE(out.error, "") << length;
        EXPECT_TRUE((kText + kText).starts_with(out.text)) << length;
    }
}

TEST_P(CheckedDecompressorOf, NamesEveryFlippedBitThatChangesTheText) {
    for (size_t bit = 0; bit < data().size() * 8; ++bit) {
        std::string damaged = data();
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ 1 << bit % 8);
        const Outcome out = decompressed(damaged);
        EXPECT_TRUE(!out.error.empty() || out.text == kText) << "bit " << bit;
        // The same in a second member, which must not be taken for no member at all.
        const Outcome both = decompressed(data() + damaged);
        EXPECT_TRUE(!both.error.empty() || both.text == kText + kText) << "bit " << bit;
    }
}

TEST_P(CheckedDecompressorOf, NamesWhatFollows) {
    const Outcome out = decompressed(data() + "something else");
    EXPECT_NE(out.error, "");
    EXPECT_TRUE(kText.starts_with(out.text));
}

TEST_P(DecompressorOf, KeepsTheReasonOfTheSource) {
    for (const size_t good : {size_t{0}, size_t{3}, size_t{20}, data().size() - 1, data().size()}) {
        auto fine = sourceOf(std::string_view(data()).substr(0, good), 7);
        Decompressor decompressor([&](char* buffer, size_t size, int& code) -> int64_t {
            const int64_t got = fine(buffer, size, code);
            if (got > 0) return got;
            code = EIO;
            return -1;
        });
        const Outcome out = drain(decompressor);
        EXPECT_EQ(out.error, std::generic_category().message(EIO)) << good;
        EXPECT_EQ(decompressor.sourceError(), EIO) << good;
        EXPECT_TRUE(kText.starts_with(out.text)) << good;
        EXPECT_EQ(drain(decompressor).error, out.error);  // and says so again
    }
}

TEST_P(DecompressorOf, ASourceThatThrowsIsOneThatFails) {
    auto fine = sourceOf(std::string_view(data()).substr(0, 20), 20);
    Decompressor decompressor([&](char* buffer, size_t size, int& code) -> int64_t {
        const int64_t got = fine(buffer, size, code);
        if (got == 0) throw std::runtime_error("no more");
        return got;
    });
    EXPECT_NE(drain(decompressor).error, "");
    EXPECT_EQ(decompressor.sourceError(), ENOMEM);
}

TEST_P(DecompressorOf, SurvivesRandomDamage) {
    const auto range = test::casesToRun("EveryFormat/DecompressorOf.SurvivesRandomDamage*", 500);
    for (uint64_t seed = range.first; seed < range.first + range.count; ++seed) {
        test::Random random(seed);
        std::string damaged = data() + data();
        for (size_t i = 1 + random.below(8); i > 0; --i) {
            damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
        }
        if (random.percent(30)) damaged.erase(random.below(damaged.size()), random.below(20));
        decompressed(damaged, 1 + random.below(50), 1 + random.below(50));
    }
}

TEST(Decompressor, KnowsItsFormatsByTheirFirstBytes) {
    for (const Sample& sample : samples()) {
        EXPECT_EQ(isCompressed(sample.data), sample.name != "lzma"sv) << sample.name;
    }
    EXPECT_TRUE(isCompressed("BZh91A"));
    EXPECT_TRUE(isCompressed(bytes("425a683917724538509000000000")));  // an empty file
    for (const std::string_view head : {""sv, "text"sv, "BZ"sv, "BZh0"sv, "BZh9 is text"sv,
                                        "BZh9 is"sv, "\x1f\x8b"sv, "\x1f\x8b\x07"sv,
                                        "\xfd"
                                        "7zXY"sv,
                                        "PK\3\4"sv, "\x28\xb5\x2f"sv,
                                        "\x7f"
                                        "ELF"sv}) {
        EXPECT_FALSE(isCompressed(head)) << test::quoted(std::string(head));
    }
}

TEST(Decompressor, WhatIsNotCompressedIsAnErrorAndNoText) {
    for (const std::string_view data : {""sv, "plain text\n"sv, "\x1f"sv, "BZh9 is text\n"sv}) {
        const Outcome out = decompressed(data);
        EXPECT_EQ(out.text, "");
        EXPECT_NE(out.error, "");
        EXPECT_FALSE(canDecompress(data));
    }
}

TEST(Decompressor, EmptyFilesAreEmpty) {
    for (const std::string_view hex :
         {"1f8b080000000000000303000000000000000000", "425a683917724538509000000000",
          "fd377a585a000004e6d6b446000000001cdf44211fb6f37d010000000004595a",
          "28b52ffd2400010000"
          "99e9d851",
          "04224d186440a70000000005"
          "5dcc02"}) {
        const std::string data = bytes(hex);
        if (!canDecompress(data)) continue;
        const Outcome out = decompressed(data);
        EXPECT_EQ(out.text, "") << hex;
        EXPECT_EQ(out.error, "") << hex;
    }
}

class GzipDecompressor : public testing::Test {
protected:
    void SetUp() override {
        if (!canDecompress("\x1f\x8b\x08")) GTEST_SKIP() << "zlib is not here";
    }
    const std::string& data() const { return samples()[0].data; }
};

TEST_F(GzipDecompressor, GivesEveryByteBeforeTheDamage) {
    size_t before = 0;
    for (size_t length = 18; length < data().size(); ++length) {
        const Outcome out = decompressed(data().substr(0, length));
        EXPECT_EQ(out.error, "truncated data");
        EXPECT_GE(out.text.size(), before);
        before = out.text.size();
    }
    EXPECT_EQ(before, kText.size());  // only the checksum is cut
    std::string damaged = data();
    damaged[damaged.size() - 6] ^= 1;
    EXPECT_EQ(decompressed(damaged).text, kText);
    EXPECT_EQ(decompressed(damaged).error, "damaged data: incorrect data check");
}

TEST_F(GzipDecompressor, ZerosBehindTheEndAreNothing) {
    for (const size_t piece : {1u, 100'000u}) {
        const Outcome out = decompressed(data() + std::string(1000, '\0'), piece);
        EXPECT_EQ(out.text, kText);
        EXPECT_EQ(out.error, "");
        EXPECT_EQ(decompressed(data() + std::string(9, '\0') + data(), piece).text, kText + kText);
    }
    EXPECT_EQ(decompressed(data() + "text").text, kText);
    EXPECT_EQ(decompressed(data() + "text").error, "something else follows the compressed data");
}

TEST_F(GzipDecompressor, ABombIsReadInSmallPieces) {
    // A mebibyte of zeros, over and over.
    const std::string member = bytes("1f8b0800000000000203edc13101000000c2a0f54f6d085fa0") +
                               std::string(1016, '\0') + bytes("3e031cea38a700001000");
    constexpr int64_t kMembers = 100;
    int64_t asked = 0;
    std::string_view left;
    Decompressor decompressor([&](char* buffer, size_t size, int&) -> int64_t {
        if (left.empty() && asked < kMembers * static_cast<int64_t>(member.size())) left = member;
        const size_t count = std::min(size, left.size());
        std::memcpy(buffer, left.data(), count);
        left.remove_prefix(count);
        asked += static_cast<int64_t>(count);
        return static_cast<int64_t>(count);
    });
    std::vector<char> buffer(64 * 1024);
    std::string error;
    int64_t total = 0;
    while (const int64_t got = decompressor.read(buffer.data(), buffer.size(), error)) {
        ASSERT_GT(got, 0) << error;
        total += got;
        // It takes no more than it needs for what it gives.
        ASSERT_LE(asked, total / 900 + 70'000);
    }
    EXPECT_EQ(total, kMembers << 20);
}

TEST(Decompressor, AFileThatWantsGigabytesToBeReadIsRefused) {
    // zstd with a window of 2 GiB, and nothing in it.
    const std::string data = bytes("28b52ffd00a8010000");
    if (!canDecompress(data)) GTEST_SKIP() << "no library for zstd is here";
    EXPECT_NE(decompressed(data).error, "");
    // The same with a window of 1 MiB is an empty file.
    EXPECT_EQ(decompressed(bytes("28b52ffd0050010000")).error, "");
}

}  // namespace
}  // namespace findling
