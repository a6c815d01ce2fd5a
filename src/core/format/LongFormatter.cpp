#include "core/format/LongFormatter.h"

#include "core/base/Text.h"
#include "core/format/Facts.h"
#include "core/query/Units.h"

#include <fmt/format.h>

#include <iterator>

namespace findling {

namespace {

/// Names of users need not be ASCII: columns are counted in characters.
constexpr char kKnown[] = "{} {:<8} {:<8} {:>10} {} ";
/// "d?????????": the listing tells the type even where the facts cannot be read.
constexpr char kUnknown[] = "{}????????? {:<8} {:<8} {:>10} {:<16} ";

constexpr size_t kToTheMinute = 16;  ///< "2024-03-01 12:30"

}  // namespace

void LongFormatter::entry(std::string& out, const Entry& entry) {
    if (const FileStat* facts = entry.stat()) {
        fmt::format_to(std::back_inserter(out), kKnown, modeLetters(entry.type(), facts->mode),
                       ownerText(*facts), groupText(*facts), facts->size,
                       formatTime(facts->modified).substr(0, kToTheMinute));
    } else {
        fmt::format_to(std::back_inserter(out), kUnknown, modeLetters(entry.type(), 0).front(), "?",
                       "?", "?", "?");
    }
    name(out, entry);
    if (entry.type() == FileType::Link) target(out, entry);
    out += style().nullSeparator ? '\0' : '\n';
}

void LongFormatter::target(std::string& out, const Entry& entry) const {
    const std::string to = entry.linkTarget();
    out += " -> ";
    if (to.empty()) out += '?';
    else out += style().terminal ? escapeForTerminal(to) : to;
}

}  // namespace findling
