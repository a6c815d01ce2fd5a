#include "gui/query/TimeWords.h"

#include "core/query/Units.h"
#include "gui/results/DisplayText.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <optional>
#include <string>
#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

struct TimeText {
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};

/// In the core's syntax; the second end does not belong to the range.
struct Ends {
    std::string from = {};
    std::string before = {};
};

std::string isoDay(const QDate& day) {
    return day.toString(Qt::ISODate).toStdString();
}

QDate dayOf(int64_t now) {
    return QDate::fromString(QString::fromStdString(formatTime(now).substr(0, 10)), Qt::ISODate);
}

std::optional<Ends> endsOf(const QString& word, int64_t now) {
    const QDate today = dayOf(now);
    const QDate newYear(today.year(), 1, 1);
    const int intoWeek = (today.dayOfWeek() - QLocale().firstDayOfWeek() + 7) % 7;
    const std::pair<QLatin1StringView, Ends> rows[] = {
        {"last-hour"_L1, {"-1h"}},
        {"today"_L1, {"today"}},
        {"yesterday"_L1, {"yesterday", "today"}},
        {"last-24-hours"_L1, {"-24h"}},
        {"this-week"_L1, {isoDay(today.addDays(-intoWeek))}},
        {"last-7-days"_L1, {"-7d"}},
        {"this-month"_L1, {isoDay(QDate(today.year(), today.month(), 1))}},
        {"last-30-days"_L1, {"-30d"}},
        {"this-year"_L1, {isoDay(newYear)}},
        {"last-year"_L1, {isoDay(newYear.addYears(-1)), isoDay(newYear)}},
        {"over-30-days"_L1, {{}, "-30d"}},
        {"over-1-year"_L1, {{}, "-1y"}},
    };
    for (const auto& [id, ends] : rows) {
        if (word == id) return ends;
    }
    return {};
}

Result<int64_t> parse(const QString& text, int64_t now) {
    return parseTime(text.trimmed().toStdString(), now);
}

/// "-2h" and "3 weeks": so much time before now. The time alone, or empty.
QString agoText(const QString& typed) {
    QString text = typed.trimmed();
    constexpr int64_t kOneMoment = 1'700'000'000'000'000'000;
    constexpr int64_t kAnother = kOneMoment + 1'000'000'000;
    const auto one = parse(text, kOneMoment);
    const auto another = parse(text, kAnother);
    if (!one || !another || *one == *another) return {};
    if (text.startsWith(u'-')) text = text.mid(1).trimmed();
    if (text.isEmpty() || !text.front().isDigit()) return {};
    if (text.back().isDigit()) text += u's';  // a bare number counts seconds
    return displayText(text.toStdString());
}

QString endText(const QString& text) {
    if (!isDay(text)) return displayText(text.trimmed().toStdString());
    return QLocale().toString(QDate::fromString(text.trimmed(), Qt::ISODate), QLocale::ShortFormat);
}

}  // namespace

bool isDay(const QString& text) {
    const QString day = text.trimmed();
    return day.size() == 10 && QDate::fromString(day, Qt::ISODate).isValid();
}

QList<TimeWord> timeWords() {
    return {
        {u"last-hour"_s, TimeText::tr("last hour")},
        {u"today"_s, TimeText::tr("today")},
        {u"yesterday"_s, TimeText::tr("yesterday")},
        {u"last-24-hours"_s, TimeText::tr("last 24 hours")},
        {u"this-week"_s, TimeText::tr("this week")},
        {u"last-7-days"_s, TimeText::tr("last 7 days")},
        {u"this-month"_s, TimeText::tr("this month")},
        {u"last-30-days"_s, TimeText::tr("last 30 days")},
        {u"this-year"_s, TimeText::tr("this year")},
        {u"last-year"_s, TimeText::tr("last year")},
        {u"over-30-days"_s, TimeText::tr("more than 30 days ago")},
        {u"over-1-year"_s, TimeText::tr("more than a year ago")},
    };
}

Result<TimeRange> timeRange(const TimeFilter& filter, int64_t now) {
    TimeRange range;
    Ends ends{filter.from.trimmed().toStdString(), {}};
    if (!filter.word.isEmpty()) {
        const auto known = endsOf(filter.word, now);
        if (!known) {
            return Error{ErrorKind::Option, TimeText::tr("no such time").toStdString(),
                         filter.word.toStdString()};
        }
        ends = *known;
    } else if (isDay(filter.to)) {
        ends.before = isoDay(QDate::fromString(filter.to.trimmed(), Qt::ISODate).addDays(1));
    } else if (!filter.to.trimmed().isEmpty()) {
        const auto last = parse(filter.to, now);
        if (!last) return last.error();
        range.before = *last;
    }
    if (!ends.from.empty()) {
        const auto first = parseTime(ends.from, now);
        if (!first) return first.error();
        range.after = *first;
    }
    if (!ends.before.empty()) {
        const auto end = parseTime(ends.before, now);
        if (!end) return end.error();
        range.before = *end - 1;
    }
    if (range.after && range.before && *range.after > *range.before) {
        return Error{ErrorKind::Option,
                     TimeText::tr("the first time is later than the last").toStdString()};
    }
    return range;
}

QString timeText(const TimeFilter& filter) {
    if (!filter.word.isEmpty()) {
        for (const TimeWord& word : timeWords()) {
            if (word.id == filter.word) return word.text;
        }
        return displayText(filter.word.toStdString());
    }
    if (filter.to.isEmpty()) {
        const QString ago = agoText(filter.from);
        return ago.isEmpty() ? TimeText::tr("since %1").arg(endText(filter.from))
                             : TimeText::tr("in the last %1").arg(ago);
    }
    if (filter.from.isEmpty()) {
        const QString ago = agoText(filter.to);
        return ago.isEmpty() ? TimeText::tr("until %1").arg(endText(filter.to))
                             : TimeText::tr("more than %1 ago").arg(ago);
    }
    if (filter.from == filter.to) return TimeText::tr("on %1").arg(endText(filter.from));
    return TimeText::tr("%1 to %2").arg(endText(filter.from), endText(filter.to));
}

}  // namespace findling::gui
