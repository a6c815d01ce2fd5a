#include "core/query/Units.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <ctime>
#include <limits>

namespace findling {
namespace {

constexpr int64_t kSecond = 1'000'000'000;
/// 2024-05-15 12:34:56.5 UTC
constexpr int64_t kNow = 1'715'776'496 * kSecond + kSecond / 2;

/// Runs in another time zone until the end of the block.
class Zone {
public:
    explicit Zone(const char* name) {
        if (const char* old = std::getenv("TZ")) m_old = old;
        setenv("TZ", name, 1);
        tzset();
    }
    ~Zone() {
        if (m_old.empty()) unsetenv("TZ");
        else setenv("TZ", m_old.c_str(), 1);
        tzset();
    }
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;

private:
    std::string m_old;
};

// Rules written out, so that the tests need no zone database.
constexpr const char* kBerlin = "CET-1CEST,M3.5.0,M10.5.0/3";

uint64_t size(std::string_view text) {
    const auto parsed = parseSize(text);
    EXPECT_TRUE(parsed) << text;
    return parsed ? *parsed : 0;
}

int64_t time(std::string_view text, int64_t now = kNow) {
    const auto parsed = parseTime(text, now);
    EXPECT_TRUE(parsed) << text;
    return parsed ? *parsed : 0;
}

TEST(Size, ReadsAllForms) {
    const std::pair<std::string_view, uint64_t> rows[] = {
        {"0", 0},
        {"512", 512},
        {"10b", 10},
        {"10k", 10240},
        {"10K", 10240},
        {"10kB", 10240},
        {"10KiB", 10240},
        {"10ki", 10240},
        {"1.5M", 1572864},
        {"1.5 M", 1572864},
        {" 2GiB ", 2147483648},
        {"2gb", 2147483648},
        {"1T", 1099511627776},
        {"1P", 1125899906842624},
        {".5k", 512},
        {"1.k", 1024},
        {"0.1", 0},
        {"007", 7},
    };
    for (const auto& [text, bytes] : rows) EXPECT_EQ(size(text), bytes) << text;
}

TEST(Size, RefusesWhatIsNone) {
    for (const std::string_view text :
         {"", " ", "k", "10x", "-1k", "+1k", "1.2.3", ".", "1e3", "0x10", "10 k b", "ten", "10kk",
          "10kib2", "nan", "inf", "1,5M", "10\xc2\xa0k"}) {
        const auto parsed = parseSize(text);
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error().kind, ErrorKind::Option);
        EXPECT_EQ(parsed.error().subject, text);
        EXPECT_FALSE(parsed.error().text.empty());
    }
}

TEST(Size, IsNeverLargerThanAFileCanBe) {
    for (const std::string_view text : {"99999999999T", "8388608T", "9223372036854775808", "8192P",
                                        "99999999999999999999999999999999999999999999"}) {
        EXPECT_FALSE(parseSize(text)) << text;
    }
    EXPECT_EQ(size("8191P"), uint64_t{8191} << 50);
}

TEST(Size, IsExactToTheByte) {
    // Beyond 2^53 a floating-point number would skip bytes.
    EXPECT_EQ(size("9007199254740993"), 9007199254740993u);
    EXPECT_EQ(size("9223372036854775807"), 9223372036854775807u);
}

RC_GTEST_PROP(Size, WholeNumbersOfBytesComeBack, (uint64_t raw)) {
    const uint64_t bytes = raw >> 11;
    RC_ASSERT(*parseSize(std::to_string(bytes)) == bytes);
}

RC_GTEST_PROP(Size, AnyTextIsReadOrRefused, (const std::string& text)) {
    (void)parseSize(text);
    (void)parseTime(text, kNow);
}

TEST(Size, IsPrintedWithThreeDigits) {
    const std::pair<uint64_t, std::string_view> rows[] = {
        {0, "0 B"},
        {999, "999 B"},
        {1000, "0.98 KB"},
        {1024, "1.00 KB"},
        {10240, "10.0 KB"},
        {18637, "18.2 KB"},
        {102400, "100 KB"},
        {1023488, "0.98 MB"},
        {1048576, "1.00 MB"},
        {uint64_t{5} << 30, "5.00 GB"},
        {uint64_t{1} << 62, "4.00 EB"},
        {std::numeric_limits<uint64_t>::max(), "16.0 EB"},
    };
    for (const auto& [bytes, text] : rows) EXPECT_EQ(formatSize(bytes), text) << bytes;
}

RC_GTEST_PROP(Size, PrintedAndReadAgainIsTheSameToThreeDigits, (uint64_t raw)) {
    const uint64_t bytes = raw >> *rc::gen::inRange(5, 64);
    const double again = static_cast<double>(*parseSize(formatSize(bytes)));
    RC_ASSERT(again >= static_cast<double>(bytes) * 0.994 &&
              again <= static_cast<double>(bytes) * 1.006);
}

TEST(Time, ReadsSecondsSince1970) {
    EXPECT_EQ(time("1700000000"), 1'700'000'000 * kSecond);
    EXPECT_EQ(time("1700000000.5"), 1'700'000'000 * kSecond + kSecond / 2);
    EXPECT_EQ(time("@1700000000"), 1'700'000'000 * kSecond);
    EXPECT_EQ(time("@0"), 0);
    EXPECT_EQ(time("@-1"), -kSecond);
    EXPECT_EQ(time("@-1.5"), -kSecond - kSecond / 2);
}

TEST(Time, FractionsAreExactToTheNanosecond) {
    // Both ends of a time range belong to it: a file of just that time must be found.
    EXPECT_EQ(time("@1700000000.123456789"), 1'700'000'000'123'456'789);
    EXPECT_EQ(time("@1700000000.000000001"), 1'700'000'000'000'000'001);
    EXPECT_EQ(time("@-1.000000001"), -1'000'000'001);
    EXPECT_EQ(time("2023-11-14T22:13:20.123456789Z"), 1'700'000'000'123'456'789);
}

TEST(Time, ReadsIsoDates) {
    const Zone zone("UTC0");
    EXPECT_EQ(time("1970-01-01"), 0);
    EXPECT_EQ(time("2024-03-01"), 1'709'251'200 * kSecond);
    EXPECT_EQ(time("2024-03-01T12:30"), 1'709'296'200 * kSecond);
    EXPECT_EQ(time("2024-03-01 12:30"), 1'709'296'200 * kSecond);
    EXPECT_EQ(time("2024-03-01T12:30:05"), 1'709'296'205 * kSecond);
    EXPECT_EQ(time("2024-03-01t12:30:05.25z"), 1'709'296'205 * kSecond + kSecond / 4);
    EXPECT_EQ(time("2024-02-29"), 1'709'164'800 * kSecond);
    EXPECT_EQ(time("1969-12-31T23:59:59.5"), -kSecond / 2);
    EXPECT_EQ(time("1969-12-31T23:59:59"), -kSecond);  // mktime's word for an error
    // A leap second counts as the first of the next minute.
    EXPECT_EQ(time("2016-12-31T23:59:60Z"), 1'483'228'800 * kSecond);
}

TEST(Time, ReadsZones) {
    const Zone zone(kBerlin);  // must not matter
    EXPECT_EQ(time("2024-03-01T12:30:05Z"), 1'709'296'205 * kSecond);
    EXPECT_EQ(time("2024-03-01T14:30:05+02:00"), 1'709'296'205 * kSecond);
    EXPECT_EQ(time("2024-03-01T14:30:05+0200"), 1'709'296'205 * kSecond);
    EXPECT_EQ(time("2024-03-01T14:30:05+02"), 1'709'296'205 * kSecond);
    EXPECT_EQ(time("2024-03-01T06:00:05-06:30"), 1'709'296'205 * kSecond);
}

TEST(Time, WithoutAZoneIsLocalTime) {
    const Zone zone(kBerlin);
    EXPECT_EQ(time("2024-03-01T12:30"), (1'709'296'200 - 3600) * kSecond);  // winter
    EXPECT_EQ(time("2024-07-01T12:30"), (1'719'837'000 - 7200) * kSecond);  // summer
    EXPECT_EQ(formatTime(time("2024-07-01T12:30:01")), "2024-07-01 12:30:01");
    // 02:30 does not exist on that day, and the clock shows it twice on the other: either reading
    // is right, but it has to be one of the two.
    const int64_t gap = time("2024-03-31T02:30");
    EXPECT_TRUE(gap == 1'711'848'600 * kSecond || gap == 1'711'845'000 * kSecond) << gap;
    const int64_t twice = time("2024-10-27T02:30");
    EXPECT_TRUE(twice == 1'729'989'000 * kSecond || twice == 1'729'992'600 * kSecond) << twice;
}

TEST(Time, RefusesWhatIsNone) {
    for (const std::string_view text : {"",
                                        " ",
                                        "today+",
                                        "tomorrowish",
                                        "10x",
                                        "2025-02-30",
                                        "2025-02-29",
                                        "2024-13-01",
                                        "2024-00-10",
                                        "2024-01-00",
                                        "2024-1-1",
                                        "2024-01-01T",
                                        "2024-01-01T25:00",
                                        "2024-01-01T12:60",
                                        "2024-01-01T12:30:61",
                                        "2024-01-01T12:30:05.",
                                        "2024-01-01T12:30X",
                                        "2024-01-01T12:30+25:00",
                                        "2024-01-01T12:30+",
                                        "24-01-01",
                                        "@",
                                        "@x",
                                        "-",
                                        "--2h",
                                        "-2q",
                                        "-1.5mo",
                                        "1.2.3",
                                        "2024-01-01x",
                                        "1e9",
                                        "-h",
                                        "@1e400",
                                        "99999999999999999999",
                                        "-99999999999d",
                                        "-9999y",
                                        "10000-01-01"}) {
        const auto parsed = parseTime(text, kNow);
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error().kind, ErrorKind::Option);
        EXPECT_EQ(parsed.error().subject, text);
    }
}

TEST(Time, CountsBackFromNow) {
    const Zone zone("UTC0");
    const std::pair<std::string_view, int64_t> seconds[] = {
        {"-45", 45},     {"-30s", 30},     {"-30m", 1800},      {"-2h", 7200},
        {"-7d", 604800}, {"-2w", 1209600}, {"2weeks", 1209600}, {"2 weeks", 1209600},
        {"35min", 2100}, {"2h", 7200},     {"-1.5h", 5400},     {"-2H", 7200},
        {"1day", 86400},
    };
    for (const auto& [text, ago] : seconds) EXPECT_EQ(time(text), kNow - ago * kSecond) << text;
    EXPECT_EQ(time("now"), kNow);
}

TEST(Time, MonthsAndYearsGoByTheCalendar) {
    const Zone zone("UTC0");
    const int64_t base = time("2024-03-31T10:00:00Z");
    EXPECT_EQ(time("-1mo", base), time("2024-02-29T10:00:00Z"));  // not the 31st of February
    EXPECT_EQ(time("-3months", base), time("2023-12-31T10:00:00Z"));
    EXPECT_EQ(time("-1y", time("2024-02-29T10:00:00Z")), time("2023-02-28T10:00:00Z"));
    EXPECT_EQ(time("-12mo", base), time("2023-03-31T10:00:00Z"));
    EXPECT_EQ(time("-1mo", time("2024-01-15T10:00:00Z")), time("2023-12-15T10:00:00Z"));
}

TEST(Time, AMonthAgoKeepsTheClockTimeOverTheChangeToSummerTime) {
    const Zone zone(kBerlin);
    EXPECT_EQ(time("-1mo", time("2024-04-15T10:00")), time("2024-03-15T10:00"));
    // A day is 24 hours, as everywhere.
    EXPECT_EQ(time("-1d", time("2024-03-31T12:00")), time("2024-03-30T11:00"));
}

TEST(Time, TodayBeginsAtMidnightHere) {
    {
        const Zone zone("UTC0");
        EXPECT_EQ(time("today"), time("2024-05-15"));
        EXPECT_EQ(time("Yesterday"), time("2024-05-14"));
    }
    const Zone zone(kBerlin);
    EXPECT_EQ(time("today"), time("2024-05-14T22:00:00Z"));
    // The night in between has 23 hours.
    EXPECT_EQ(time("yesterday", time("2024-04-01T12:00")), time("2024-03-31T00:00"));
    EXPECT_EQ(time("today", time("2024-03-31T12:00")), time("2024-03-30T23:00:00Z"));
}

RC_GTEST_PROP(Time, PrintedSecondsComeBack, ()) {
    const Zone zone("UTC0");
    const int64_t seconds = *rc::gen::inRange<int64_t>(-9'000'000'000, 9'000'000'000);
    RC_ASSERT(*parseTime(formatTime(seconds * kSecond), kNow) == seconds * kSecond);
}

TEST(Time, PrintsFractionsBefore1970Downwards) {
    const Zone zone("UTC0");
    EXPECT_EQ(formatTime(-1), "1969-12-31 23:59:59");
    EXPECT_EQ(formatTime(0), "1970-01-01 00:00:00");
}

}  // namespace
}  // namespace findling
