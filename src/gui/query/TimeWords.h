/// Times as the window offers them: words that are evaluated anew in every search, or two ends in
/// the core's own syntax.
#pragma once

#include "core/base/Result.h"
#include "core/query/Query.h"

#include <QList>
#include <QString>

namespace findling::gui {

struct TimeFilter {
    QString word = {};  ///< one of timeWords(); the ends do not count beside it
    QString from = {};  ///< what the core takes for a time ("2024-03-01", "-2h"), or empty
    QString to = {};    ///< the same; of a mere date all the day is meant

    bool isEmpty() const { return word.isEmpty() && from.isEmpty() && to.isEmpty(); }
    friend bool operator==(const TimeFilter&, const TimeFilter&) = default;
};

struct TimeWord {
    QString id;    ///< for settings: "last-7-days"
    QString text;  ///< for people: "last 7 days"
};

/// From the shortest time to the longest.
QList<TimeWord> timeWords();

/// The moments that are meant, seen from `now`.
Result<TimeRange> timeRange(const TimeFilter& filter, int64_t now);

/// "last 7 days", "since 1 Mar 2024", "1 Mar 2024 to 5 Mar 2024", "in the last 2h".
QString timeText(const TimeFilter& filter);

/// Whether the text is "2024-03-01", a day without a time.
bool isDay(const QString& text);

}  // namespace findling::gui
