#include "core/format/Facts.h"

#include "core/base/LocalTime.h"
#include "core/base/Users.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

namespace findling {

namespace {

constexpr int64_t kSecond = 1'000'000'000;
constexpr int64_t kDay = 86400;

/// ".25" for a quarter of a second; nothing for none.
std::string fraction(int64_t nanoseconds) {
    int64_t rest = nanoseconds % kSecond;
    if (rest < 0) rest += kSecond;
    if (rest == 0) return {};
    std::string out = fmt::format(".{:09}", rest);
    out.erase(out.find_last_not_of('0') + 1);
    return out;
}

/// Date and clock of UTC. Not by gmtime(): that shares a buffer, and its sisters differ by system.
std::string dateAndClock(int64_t seconds) {
    using namespace std::chrono;
    const auto since = std::chrono::seconds(seconds);
    const auto day = floor<days>(since);
    const year_month_day date{sys_days(day)};
    const auto clock = (since - day).count();
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock / 3600, clock / 60 % 60, clock % 60);
}

/// What the user's clock would show as seconds since 1970, were it UTC.
int64_t clockSeconds(const std::tm& tm) {
    using namespace std::chrono;
    const sys_days day =
        year_month_day{year{tm.tm_year + 1900}, month{static_cast<unsigned>(tm.tm_mon + 1)},
                       std::chrono::day{static_cast<unsigned>(tm.tm_mday)}};
    return int64_t{day.time_since_epoch().count()} * kDay + tm.tm_hour * 3600 + tm.tm_min * 60 +
           tm.tm_sec;
}

char executeLetter(bool execute, bool special, char letter) {
    if (!special) return execute ? 'x' : '-';
    return execute ? letter : static_cast<char>(letter - 'a' + 'A');
}

char typeLetter(FileType type) {
    switch (type) {
        case FileType::File: return '-';
        case FileType::Folder: return 'd';
        case FileType::Link: return 'l';
        case FileType::Fifo: return 'p';
        case FileType::Socket: return 's';
        case FileType::Block: return 'b';
        case FileType::Char: return 'c';
        case FileType::Unknown: break;
    }
    return '?';
}

/// Where the last extension begins, at its dot.
size_t extensionDot(std::string_view name) {
    const size_t first = name.find_first_not_of('.');
    const size_t dot = name.rfind('.');
    return first == std::string_view::npos || dot == std::string_view::npos || dot < first
               ? name.size()
               : dot;
}

}  // namespace

std::string_view typeName(FileType type) {
    switch (type) {
        case FileType::File: return "file";
        case FileType::Folder: return "folder";
        case FileType::Link: return "link";
        case FileType::Fifo: return "fifo";
        case FileType::Socket: return "socket";
        case FileType::Block: return "block";
        case FileType::Char: return "char";
        case FileType::Unknown: break;
    }
    return {};
}

int64_t wholeSeconds(int64_t nanoseconds) {
    return nanoseconds / kSecond - (nanoseconds % kSecond < 0 ? 1 : 0);
}

std::string isoTimeUtc(int64_t nanoseconds) {
    return dateAndClock(wholeSeconds(nanoseconds)) + fraction(nanoseconds) + "Z";
}

std::string isoTimeLocal(int64_t nanoseconds) {
    const int64_t seconds = wholeSeconds(nanoseconds);
    const int64_t clock = clockSeconds(localTime(seconds));
    const int64_t offset = clock - seconds;
    const int64_t distance = std::abs(offset);
    std::string out = fmt::format("{}{}{}{:02}:{:02}", dateAndClock(clock), fraction(nanoseconds),
                                  offset < 0 ? '-' : '+', distance / 3600, distance / 60 % 60);
    // Before zones were agreed upon, clocks went by the sun.
    if (distance % 60 != 0) out += fmt::format(":{:02}", distance % 60);
    return out;
}

std::string modeLetters(FileType type, uint32_t mode) {
    const auto letter = [mode](uint32_t bit, char c) { return mode & bit ? c : '-'; };
    return {typeLetter(type),
            letter(0400, 'r'),
            letter(0200, 'w'),
            executeLetter(mode & 0100, mode & 04000, 's'),
            letter(0040, 'r'),
            letter(0020, 'w'),
            executeLetter(mode & 0010, mode & 02000, 's'),
            letter(0004, 'r'),
            letter(0002, 'w'),
            executeLetter(mode & 0001, mode & 01000, 't')};
}

std::string modeOctal(uint32_t mode) {
    return fmt::format("{:04o}", mode);
}

std::string ownerText(const FileStat& facts) {
    std::string name = userName(facts.owner);
    return name.empty() ? fmt::format("{}", facts.owner) : name;
}

std::string groupText(const FileStat& facts) {
    std::string name = groupName(facts.group);
    return name.empty() ? fmt::format("{}", facts.group) : name;
}

std::string_view stemOf(std::string_view name) {
    return name.substr(0, extensionDot(name));
}

std::string_view extensionOf(std::string_view name) {
    const size_t dot = extensionDot(name);
    return dot == name.size() ? std::string_view() : name.substr(dot + 1);
}

}  // namespace findling
