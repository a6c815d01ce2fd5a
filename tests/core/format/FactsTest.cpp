#include "core/format/Facts.h"

#include "support/Zone.h"

#include <gtest/gtest.h>

#include <limits>

namespace findling {
namespace {

using namespace test;

constexpr int64_t kSecond = 1'000'000'000;

TEST(Facts, TimesInUtcHaveWhatDigitsTheyNeed) {
    const struct {
        int64_t time;
        const char* text;
    } kCases[] = {
        {0, "1970-01-01T00:00:00Z"},
        {1, "1970-01-01T00:00:00.000000001Z"},
        {1709296205'250'000'000, "2024-03-01T12:30:05.25Z"},
        {1709296205'000'000'000, "2024-03-01T12:30:05Z"},
        {1709251199'999'999'999, "2024-02-29T23:59:59.999999999Z"},
        {1709251200'000'000'100, "2024-03-01T00:00:00.0000001Z"},
        // Before 1970 a fraction still counts forwards.
        {-1, "1969-12-31T23:59:59.999999999Z"},
        {-kSecond, "1969-12-31T23:59:59Z"},
        {-kSecond - 750'000'000, "1969-12-31T23:59:58.25Z"},
        {-2208988800 * kSecond, "1900-01-01T00:00:00Z"},
        // Beyond 32 bits, signed and unsigned.
        {2147483648 * kSecond, "2038-01-19T03:14:08Z"},
        {4294967296 * kSecond, "2106-02-07T06:28:16Z"},
        {7258118400 * kSecond, "2200-01-01T00:00:00Z"},
        {std::numeric_limits<int64_t>::max(), "2262-04-11T23:47:16.854775807Z"},
        {std::numeric_limits<int64_t>::min(), "1677-09-21T00:12:43.145224192Z"},
    };
    for (const auto& [time, text] : kCases) EXPECT_EQ(isoTimeUtc(time), text);
}

TEST(Facts, LocalTimesSayHowFarTheyAreFromUtc) {
    const struct {
        const char* zone;
        int64_t time;
        const char* text;
    } kCases[] = {
        {"UTC0", 1709296205'250'000'000, "2024-03-01T12:30:05.25+00:00"},
        {kBerlin, 1709296205'250'000'000, "2024-03-01T13:30:05.25+01:00"},
        {kBerlin, 1720000000'000'000'000, "2024-07-03T11:46:40+02:00"},
        // The hour that comes twice, told apart by the offset.
        {kBerlin, 1729989000'000'000'000, "2024-10-27T02:30:00+02:00"},
        {kBerlin, 1729992600'000'000'000, "2024-10-27T02:30:00+01:00"},
        {kNewYork, 1709251199'000'000'000, "2024-02-29T18:59:59-05:00"},
        {kKathmandu, 1709296205'000'000'000, "2024-03-01T18:15:05+05:45"},
        {"ODD3:30", 0, "1969-12-31T20:30:00-03:30"},
        {"SUN-0:53:28", 0, "1970-01-01T00:53:28+00:53:28"},
        {kNewYork, -1, "1969-12-31T18:59:59.999999999-05:00"},
    };
    for (const auto& [rule, time, text] : kCases) {
        const Zone zone(rule);
        EXPECT_EQ(isoTimeLocal(time), text) << rule;
    }
}

TEST(Facts, ModesInLettersAndDigits) {
    const struct {
        FileType type;
        uint32_t mode;
        const char* letters;
        const char* octal;
    } kCases[] = {
        {FileType::File, 0644, "-rw-r--r--", "0644"},
        {FileType::Folder, 0755, "drwxr-xr-x", "0755"},
        {FileType::Link, 0777, "lrwxrwxrwx", "0777"},
        {FileType::Fifo, 0, "p---------", "0000"},
        {FileType::Socket, 0421, "sr---w---x", "0421"},
        {FileType::Block, 0660, "brw-rw----", "0660"},
        {FileType::Char, 0620, "crw--w----", "0620"},
        {FileType::Unknown, 0004, "?------r--", "0004"},
        {FileType::File, 04755, "-rwsr-xr-x", "4755"},
        {FileType::File, 04644, "-rwSr--r--", "4644"},
        {FileType::File, 02755, "-rwxr-sr-x", "2755"},
        {FileType::File, 02644, "-rw-r-Sr--", "2644"},
        {FileType::Folder, 01777, "drwxrwxrwt", "1777"},
        {FileType::Folder, 01776, "drwxrwxrwT", "1776"},
        {FileType::File, 07777, "-rwsrwsrwt", "7777"},
        {FileType::File, 07000, "---S--S--T", "7000"},
    };
    for (const auto& [type, mode, letters, octal] : kCases) {
        EXPECT_EQ(modeLetters(type, mode), letters);
        EXPECT_EQ(modeOctal(mode), octal);
    }
}

TEST(Facts, AStemNeverLeadsToAnotherFolder) {
    const struct {
        const char* name;
        const char* stem;
        const char* extension;
    } kCases[] = {
        {"a.txt", "a", "txt"},
        {"a.tar.gz", "a.tar", "gz"},
        {"plain", "plain", ""},
        {"foo.", "foo", ""},
        {".bashrc", ".bashrc", ""},
        {".a.txt", ".a", "txt"},
        {"..foo", "..foo", ""},
        {"..foo.c", "..foo", "c"},
        {"...", "...", ""},
        {"....", "....", ""},
        {"a..", "a.", ""},
        {"a..b", "a.", "b"},
        {"\xff.\xfe", "\xff", "\xfe"},
        {"", "", ""},
    };
    for (const auto& [name, stem, extension] : kCases) {
        EXPECT_EQ(stemOf(name), stem) << name;
        EXPECT_EQ(extensionOf(name), extension) << name;
    }
}

TEST(Facts, AnOwnerWithoutANameIsANumber) {
    FileStat facts;
    EXPECT_EQ(ownerText(facts), "root");
    facts.owner = 3'999'999'999;
    facts.group = 3'999'999'998;
    EXPECT_EQ(ownerText(facts), "3999999999");
    EXPECT_EQ(groupText(facts), "3999999998");
}

}  // namespace
}  // namespace findling
