#include "core/query/Units.h"

#include "core/base/Digits.h"
#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/walk/FileStat.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <ctime>
#include <limits>
#include <optional>

namespace findling {

namespace {

constexpr int64_t kSecond = 1'000'000'000;
/// Moments that are counted in seconds stay within what 64 bits of nanoseconds can tell.
constexpr double kMaxSeconds = 9.2e9;

/// The decimal number that the text begins with, and what follows it.
std::optional<double> leadingNumber(std::string_view& text) {
    size_t length = 0;
    while (length < text.size() && (isDigit(text[length]) || text[length] == '.')) ++length;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + length, value);
    if (length == 0 || error != std::errc() || end != text.data() + length) return std::nullopt;
    text.remove_prefix(length);
    return value;
}

Error badSize(std::string_view text, std::string_view why) {
    return {ErrorKind::Option, std::string(why) + "; sizes look like 512, 10k, 1.5M or 2GiB",
            std::string(text)};
}

Error badTime(std::string_view text) {
    return {ErrorKind::Option,
            "not a time; times look like 2024-03-01, 2024-03-01T12:30, -2h, -7d, -1mo, today "
            "or @1700000000",
            std::string(text)};
}

/// Digits at a fixed place, as ISO 8601 has them.
std::optional<int> fixedDigits(std::string_view& text, size_t count) {
    if (text.size() < count) return std::nullopt;
    int value = 0;
    for (size_t i = 0; i < count; ++i) {
        if (!isDigit(text[i])) return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool eat(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

/// The digits behind a decimal point as nanoseconds.
bool parseFraction(std::string_view& text, int64_t& nanoseconds) {
    if (text.empty() || !isDigit(text.front())) return false;
    int64_t unit = kSecond / 10;
    for (; !text.empty() && isDigit(text.front()); text.remove_prefix(1), unit /= 10) {
        nanoseconds += (text.front() - '0') * unit;
    }
    return true;
}

struct IsoTime {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    int64_t fraction = 0;              ///< nanoseconds
    std::optional<int64_t> zone = {};  ///< seconds east of UTC
};

std::optional<int64_t> parseZone(std::string_view& text) {
    if (eat(text, 'Z') || eat(text, 'z')) return 0;
    const int sign = eat(text, '-') ? -1 : 1;
    if (sign > 0 && !eat(text, '+')) return std::nullopt;
    const auto hours = fixedDigits(text, 2);
    eat(text, ':');
    const auto minutes = text.empty() ? std::optional<int>(0) : fixedDigits(text, 2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
    return sign * (int64_t{*hours} * 3600 + *minutes * 60);
}

bool parseClock(std::string_view& text, IsoTime& out) {
    const auto hour = fixedDigits(text, 2);
    if (!hour || !eat(text, ':')) return false;
    const auto minute = fixedDigits(text, 2);
    if (!minute) return false;
    out.hour = *hour;
    out.minute = *minute;
    if (eat(text, ':')) {
        const auto second = fixedDigits(text, 2);
        if (!second) return false;
        out.second = *second;
        if (eat(text, '.')) {
            if (!parseFraction(text, out.fraction)) return false;
        }
    }
    // 60 is a leap second: it counts as the first second of the next minute.
    return out.hour < 24 && out.minute < 60 && out.second <= 60;
}

std::optional<IsoTime> parseIso(std::string_view text) {
    IsoTime out;
    const auto year = fixedDigits(text, 4);
    if (!year || !eat(text, '-')) return std::nullopt;
    const auto month = fixedDigits(text, 2);
    if (!month || !eat(text, '-')) return std::nullopt;
    const auto day = fixedDigits(text, 2);
    if (!day) return std::nullopt;
    out.year = *year;
    out.month = *month;
    out.day = *day;
    if (eat(text, 'T') || eat(text, 't') || eat(text, ' ')) {
        if (!parseClock(text, out)) return std::nullopt;
        if (!text.empty()) {
            out.zone = parseZone(text);
            if (!out.zone) return std::nullopt;
        }
    }
    return text.empty() ? std::optional(out) : std::nullopt;
}

bool isRealDate(const IsoTime& t) {
    using namespace std::chrono;
    return year_month_day{year{t.year}, month{static_cast<unsigned>(t.month)},
                          day{static_cast<unsigned>(t.day)}}
        .ok();
}

int64_t utcSeconds(const IsoTime& t) {
    using namespace std::chrono;
    const sys_days days = year_month_day{year{t.year}, month{static_cast<unsigned>(t.month)},
                                         day{static_cast<unsigned>(t.day)}};
    return int64_t{days.time_since_epoch().count()} * 86400 + t.hour * 3600 + t.minute * 60 +
           t.second;
}

int64_t localSeconds(std::tm tm) {
    tm.tm_isdst = -1;
    return static_cast<int64_t>(std::mktime(&tm));
}

std::optional<int64_t> isoNanoseconds(const IsoTime& t) {
    if (!isRealDate(t)) return std::nullopt;
    int64_t seconds = 0;
    if (t.zone) {
        seconds = utcSeconds(t) - *t.zone;
    } else {
        std::tm tm{};
        tm.tm_year = t.year - 1900;
        tm.tm_mon = t.month - 1;
        tm.tm_mday = t.day;
        tm.tm_hour = t.hour;
        tm.tm_min = t.minute;
        tm.tm_sec = t.second;
        seconds = localSeconds(tm);
    }
    return toNanoseconds(seconds, t.fraction);
}

/// "2h" -> the moment that long before now. Months and years go by the calendar.
std::optional<int64_t> before(std::string_view text, int64_t now) {
    const auto amount = leadingNumber(text);
    if (!amount) return std::nullopt;
    const std::string unit = lowerAscii(trimmed(text));
    struct Unit {
        std::string_view names;  ///< between commas
        double seconds;
        int months;
    };
    static constexpr std::array<Unit, 7> kUnits{{
        {",,s,sec,secs,second,seconds,", 1, 0},
        {",m,min,mins,minute,minutes,", 60, 0},
        {",h,hr,hrs,hour,hours,", 3600, 0},
        {",d,day,days,", 86400, 0},
        {",w,week,weeks,", 604800, 0},
        {",mo,month,months,", 0, 1},
        {",y,yr,yrs,year,years,", 0, 12},
    }};
    for (const Unit& u : kUnits) {
        if (u.names.find("," + unit + ",") == std::string_view::npos) continue;
        if (u.months == 0) {
            if (*amount * u.seconds > kMaxSeconds) return std::nullopt;
            return now - static_cast<int64_t>(*amount * u.seconds * 1e9);
        }
        if (*amount != std::floor(*amount) || *amount * u.months > 3000) return std::nullopt;
        std::tm tm = localTime(now / kSecond);
        const int day = tm.tm_mday;
        tm.tm_mon -= static_cast<int>(*amount) * u.months;
        tm.tm_mday = 1;
        const std::tm first = localTime(localSeconds(tm));
        using namespace std::chrono;
        const auto last =
            year_month_day_last{year{first.tm_year + 1900},
                                month_day_last{month{static_cast<unsigned>(first.tm_mon + 1)}}};
        tm.tm_mday = std::min(day, static_cast<int>(static_cast<unsigned>(last.day())));
        return localSeconds(tm) * kSecond;
    }
    return std::nullopt;
}

/// Digits and a fraction, exact to the nanosecond.
std::optional<int64_t> epochNanoseconds(std::string_view text) {
    const bool negative = eat(text, '-');
    int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || seconds < 0 || static_cast<double>(seconds) > kMaxSeconds)
        return std::nullopt;
    text.remove_prefix(static_cast<size_t>(end - text.data()));
    int64_t fraction = 0;
    if (eat(text, '.') && !parseFraction(text, fraction)) return std::nullopt;
    if (!text.empty()) return std::nullopt;
    const int64_t value = seconds * kSecond + fraction;
    return negative ? -value : value;
}

}  // namespace

Result<uint64_t> parseSize(std::string_view original) {
    std::string_view text = trimmed(original);
    const auto number = leadingNumber(text);
    if (!number) return badSize(original, "not a size");
    const std::string unit = lowerAscii(trimmed(text));
    static constexpr std::string_view kLetters = "kmgtpe";
    double factor = 1;
    if (!unit.empty() && unit != "b") {
        const size_t power = kLetters.find(unit.front());
        const std::string_view rest = std::string_view(unit).substr(1);
        if (power == std::string_view::npos ||
            !(rest.empty() || rest == "b" || rest == "ib" || rest == "i")) {
            return badSize(original, "unknown unit '" + std::string(trimmed(text)) + "'");
        }
        factor = std::pow(1024.0, static_cast<double>(power + 1));
    }
    const double bytes = *number * factor;
    // A double tells whole numbers apart up to 2^53: beyond that the digits themselves count.
    uint64_t exact = 0;
    const std::string_view digits = trimmed(original);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), exact);
    if (factor == 1 && error == std::errc() &&
        (end == digits.data() + digits.size() || *end != '.') &&
        exact <= static_cast<uint64_t>(std::numeric_limits<int64_t>::max())) {
        return exact;
    }
    if (bytes >= static_cast<double>(std::numeric_limits<int64_t>::max())) {
        return badSize(original, "larger than any file");
    }
    return static_cast<uint64_t>(std::llround(bytes));
}

Result<int64_t> parseTime(std::string_view original, int64_t now) {
    const std::string_view text = trimmed(original);
    if (text.empty()) return badTime(original);
    const std::string word = lowerAscii(text);
    if (word == "now") return now;
    if (word == "today" || word == "yesterday") {
        std::tm tm = localTime(now / kSecond);
        tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
        if (word == "yesterday") --tm.tm_mday;
        return localSeconds(tm) * kSecond;
    }
    std::optional<int64_t> time;
    if (text.front() == '@') {
        time = epochNanoseconds(text.substr(1));
    } else if (text.front() == '-') {
        time = before(text.substr(1), now);
    } else if (text.size() == 8 && text.find_first_not_of("0123456789") == std::string_view::npos) {
        const std::string date(text);  // 20240301
        const auto iso =
            parseIso(date.substr(0, 4) + "-" + date.substr(4, 2) + "-" + date.substr(6));
        if (iso) time = isoNanoseconds(*iso);
    } else if (text.find_first_not_of("0123456789.") == std::string_view::npos) {
        time = epochNanoseconds(text);
    } else if (const auto iso = parseIso(text)) {
        time = isoNanoseconds(*iso);
    } else {
        time = before(text, now);
    }
    if (!time) return badTime(original);
    return *time;
}

int64_t nowNanoseconds() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::string formatSize(uint64_t bytes) {
    if (bytes < 1000) return fmt::format("{} B", bytes);
    static constexpr std::array<const char*, 6> kNames{"KB", "MB", "GB", "TB", "PB", "EB"};
    double value = static_cast<double>(bytes) / 1024;
    size_t unit = 0;
    // 999.5 would round to four digits: it is 0.98 of the next unit.
    while (value >= 999.5 && unit + 1 < kNames.size()) {
        value /= 1024;
        ++unit;
    }
    const int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return fmt::format("{:.{}f} {}", value, decimals, kNames[unit]);
}

std::string formatTime(int64_t nanoseconds) {
    int64_t seconds = nanoseconds / kSecond;
    if (nanoseconds % kSecond < 0) --seconds;
    const std::tm tm = localTime(seconds);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", tm.tm_year + 1900, tm.tm_mon + 1,
                       tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

}  // namespace findling
