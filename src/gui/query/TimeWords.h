/// Times as the window offers them: words that are evaluated anew in every search, or two ends in
/// the core's own syntax.
#pragma once

#include "core/base/Result.h"
#include "core/query/Query.h"

#include <QList>
#include <QString>

#include <optional>

namespace findling::gui {

struct TimeFilter {
    QString word = {};  ///< one of timeWords(); the ends do not count beside it
    /// What the core takes for a time ("2024-03-01", "-2h"), or empty; behind ">" the moment itself
    /// does not belong to the range.
    QString from = {};
    /// The same, with "<"; of a mere date all the day is meant.
    QString to = {};

    bool isEmpty() const { return word.isEmpty() && from.isEmpty() && to.isEmpty(); }
    friend bool operator==(const TimeFilter&, const TimeFilter&) = default;
};

struct TimeWord {
    QString id;    ///< for settings: "last-7-days"
    QString text;  ///< for people: "last 7 days"
};

/// The words to choose from, from the shortest time to the longest.
QList<TimeWord> timeWords();
/// Also those that are only made as the opposite of another. A word out of a newer version's
/// settings is none.
bool isTimeWord(const QString& id);

/// All the other times, told with the same words: of what has one end. The opposite's opposite is
/// the filter itself.
std::optional<TimeFilter> opposite(const TimeFilter& filter);

/// An end that does not belong to its range is marked with "<" or ">" in front.
inline bool isMarkedEnd(const QString& end) {
    return end.startsWith(u'<') || end.startsWith(u'>');
}
/// The end without its mark.
QString bareEnd(const QString& end);

/// The moments that are meant, seen from `now`.
Result<TimeRange> timeRange(const TimeFilter& filter, int64_t now);

/// "last 7 days", "since 1 Mar 2024", "1 Mar 2024 to 5 Mar 2024", "in the last 2h"; a word that is
/// not known comes back as it is.
QString timeText(const TimeFilter& filter);

/// Whether the text is "2024-03-01", a day without a time.
bool isDay(const QString& text);

}  // namespace findling::gui
