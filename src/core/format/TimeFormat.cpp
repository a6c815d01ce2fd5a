#include "core/format/TimeFormat.h"

#include "core/base/LocalTime.h"
#include "core/format/Facts.h"

#include <fmt/format.h>

#include <array>
#include <ctime>
#include <iterator>

namespace findling {

namespace {

void appendConversion(std::string& out, char letter, const std::tm& tm) {
    const std::array<char, 3> conversion{'%', letter, '\0'};
    std::array<char, 256> text;
    // The format is no literal, but one letter out of a list.
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#endif
    // 0 also means that there is nothing to say, as with %p in some languages.
    out.append(text.data(), std::strftime(text.data(), text.size(), conversion.data(), &tm));
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif
}

}  // namespace

void appendTime(std::string& out, std::string_view format, int64_t nanoseconds) {
    const int64_t seconds = wholeSeconds(nanoseconds);
    const std::tm tm = localTime(seconds);
    // One conversion at a time: the text between them may hold any bytes, and is never too long.
    for (size_t at = 0; at < format.size(); ++at) {
        if (format[at] != '%' || at + 1 == format.size()) {
            out += format[at];
            continue;
        }
        const char letter = format[++at];
        if (letter == 's') {  // the one that some systems lack
            fmt::format_to(std::back_inserter(out), "{}", seconds);
            continue;
        }
        appendConversion(out, letter, tm);
    }
}

}  // namespace findling
