#include "gui/query/TimeWords.h"

#include "core/query/Units.h"
#include "gui/results/DisplayText.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

struct TimeText {
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};

/// THE table of words.
struct Row {
    const char* id;
    const char* text;
    const char* opposite;  ///< id; null for a time with two ends
    bool offered = true;   ///< to choose from; the others only come of turning one round
};
constexpr Row kRows[] = {
    {"last-hour", QT_TRANSLATE_NOOP("TimeText", "last hour"), "over-1-hour"},
    {"today", QT_TRANSLATE_NOOP("TimeText", "today"), "before-today"},
    {"yesterday", QT_TRANSLATE_NOOP("TimeText", "yesterday"), nullptr},
    {"last-24-hours", QT_TRANSLATE_NOOP("TimeText", "last 24 hours"), "over-24-hours"},
    {"this-week", QT_TRANSLATE_NOOP("TimeText", "this week"), "before-this-week"},
    {"last-7-days", QT_TRANSLATE_NOOP("TimeText", "last 7 days"), "over-7-days"},
    {"this-month", QT_TRANSLATE_NOOP("TimeText", "this month"), "before-this-month"},
    {"last-30-days", QT_TRANSLATE_NOOP("TimeText", "last 30 days"), "over-30-days"},
    {"this-year", QT_TRANSLATE_NOOP("TimeText", "this year"), "before-this-year"},
    {"last-year", QT_TRANSLATE_NOOP("TimeText", "last year"), nullptr},
    {"over-30-days", QT_TRANSLATE_NOOP("TimeText", "more than 30 days ago"), "last-30-days"},
    {"over-1-year", QT_TRANSLATE_NOOP("TimeText", "more than a year ago"), "last-12-months"},
    {"over-1-hour", QT_TRANSLATE_NOOP("TimeText", "more than an hour ago"), "last-hour", false},
    {"before-today", QT_TRANSLATE_NOOP("TimeText", "before today"), "today", false},
    {"over-24-hours", QT_TRANSLATE_NOOP("TimeText", "more than 24 hours ago"), "last-24-hours",
     false},
    {"before-this-week", QT_TRANSLATE_NOOP("TimeText", "before this week"), "this-week", false},
    {"over-7-days", QT_TRANSLATE_NOOP("TimeText", "more than 7 days ago"), "last-7-days", false},
    {"before-this-month", QT_TRANSLATE_NOOP("TimeText", "before this month"), "this-month", false},
    {"before-this-year", QT_TRANSLATE_NOOP("TimeText", "before this year"), "this-year", false},
    {"last-12-months", QT_TRANSLATE_NOOP("TimeText", "last 12 months"), "over-1-year", false},
};

const Row* rowOf(const QString& id) {
    const Row* row = std::find_if(std::begin(kRows), std::end(kRows),
                                  [&](const Row& one) { return id == QLatin1StringView(one.id); });
    return row == std::end(kRows) ? nullptr : row;
}

/// In the core's syntax; the second end does not belong to the range.
struct Ends {
    std::string from = {};
    std::string before = {};
};

std::string isoDay(const QDate& day) {
    return day.toString(Qt::ISODate).toStdString();
}

QDate dayFrom(const QString& text) {
    return QDate::fromString(text.trimmed(), Qt::ISODate);
}

QDate dayOf(int64_t now) {
    return dayFrom(QString::fromStdString(formatTime(now).substr(0, 10)));
}

std::optional<Ends> endsOf(const QString& word, int64_t now) {
    const QDate today = dayOf(now);
    const QDate newYear(today.year(), 1, 1);
    const std::string year = isoDay(newYear);
    const std::string month = isoDay(QDate(today.year(), today.month(), 1));
    const int intoWeek = (today.dayOfWeek() - QLocale().firstDayOfWeek() + 7) % 7;
    const std::string week = isoDay(today.addDays(-intoWeek));
    const std::pair<QLatin1StringView, Ends> rows[] = {
        {"last-hour"_L1, {"-1h"}},
        {"over-1-hour"_L1, {{}, "-1h"}},
        {"today"_L1, {"today"}},
        {"before-today"_L1, {{}, "today"}},
        {"yesterday"_L1, {"yesterday", "today"}},
        {"last-24-hours"_L1, {"-24h"}},
        {"over-24-hours"_L1, {{}, "-24h"}},
        {"this-week"_L1, {week}},
        {"before-this-week"_L1, {{}, week}},
        {"last-7-days"_L1, {"-7d"}},
        {"over-7-days"_L1, {{}, "-7d"}},
        {"this-month"_L1, {month}},
        {"before-this-month"_L1, {{}, month}},
        {"last-30-days"_L1, {"-30d"}},
        {"over-30-days"_L1, {{}, "-30d"}},
        {"this-year"_L1, {year}},
        {"before-this-year"_L1, {{}, year}},
        {"last-year"_L1, {isoDay(newYear.addYears(-1)), year}},
        {"last-12-months"_L1, {"-1y"}},
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

int64_t justAfter(int64_t time) {
    return time == INT64_MAX ? time : time + 1;
}
int64_t justBefore(int64_t time) {
    return time == INT64_MIN ? time : time - 1;
}

/// The first moment that belongs to the range.
Result<int64_t> firstMoment(const QString& from, int64_t now) {
    const QString bare = bareEnd(from);
    if (!isMarkedEnd(from)) return parse(bare, now);
    if (isDay(bare)) return parseTime(isoDay(dayFrom(bare).addDays(1)), now);
    const auto time = parse(bare, now);
    return time ? Result<int64_t>(justAfter(*time)) : time;
}

/// The last one.
Result<int64_t> lastMoment(const QString& to, int64_t now) {
    const QString bare = bareEnd(to);
    if (!isMarkedEnd(to) && !isDay(bare)) return parse(bare, now);
    const auto time =
        isMarkedEnd(to) ? parse(bare, now) : parseTime(isoDay(dayFrom(bare).addDays(1)), now);
    return time ? Result<int64_t>(justBefore(*time)) : time;
}

Result<TimeRange> wordRange(const QString& word, int64_t now) {
    const auto ends = endsOf(word, now);
    if (!ends) {
        return Error{ErrorKind::Option, TimeText::tr("no such time").toStdString(),
                     word.toStdString()};
    }
    TimeRange range;
    if (!ends->from.empty()) {
        const auto first = parseTime(ends->from, now);
        if (!first) return first.error();
        range.after = *first;
    }
    if (!ends->before.empty()) {
        const auto end = parseTime(ends->before, now);
        if (!end) return end.error();
        range.before = justBefore(*end);
    }
    return range;
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
    return QLocale().toString(dayFrom(text), QLocale::ShortFormat);
}

QString sinceText(const QString& from) {
    const QString bare = bareEnd(from);
    const QString ago = agoText(bare);
    if (!ago.isEmpty()) return TimeText::tr("in the last %1").arg(ago);
    return (isMarkedEnd(from) ? TimeText::tr("after %1") : TimeText::tr("since %1"))
        .arg(endText(bare));
}

QString untilText(const QString& to) {
    const QString bare = bareEnd(to);
    const QString ago = agoText(bare);
    if (!ago.isEmpty()) return TimeText::tr("more than %1 ago").arg(ago);
    return (isMarkedEnd(to) ? TimeText::tr("before %1") : TimeText::tr("until %1"))
        .arg(endText(bare));
}

}  // namespace

bool isDay(const QString& text) {
    return text.trimmed().size() == 10 && dayFrom(text).isValid();
}

QString bareEnd(const QString& end) {
    const QString text = end.trimmed();
    return isMarkedEnd(text) ? text.mid(1).trimmed() : text;
}

QList<TimeWord> timeWords() {
    QList<TimeWord> out;
    for (const Row& row : kRows) {
        if (row.offered) out.append({QString::fromLatin1(row.id), TimeText::tr(row.text)});
    }
    return out;
}

bool isTimeWord(const QString& id) {
    return rowOf(id) != nullptr;
}

std::optional<TimeFilter> opposite(const TimeFilter& filter) {
    if (!filter.word.isEmpty()) {
        const Row* row = rowOf(filter.word);
        if (!row || !row->opposite) return {};
        return TimeFilter{QString::fromLatin1(row->opposite), {}, {}};
    }
    const QString from = filter.from.trimmed();
    const QString to = filter.to.trimmed();
    if (from.isEmpty() == to.isEmpty()) return {};
    if (to.isEmpty()) return TimeFilter{{}, {}, isMarkedEnd(from) ? bareEnd(from) : u'<' + from};
    return TimeFilter{{}, isMarkedEnd(to) ? bareEnd(to) : u'>' + to, {}};
}

Result<TimeRange> timeRange(const TimeFilter& filter, int64_t now) {
    if (!filter.word.isEmpty()) return wordRange(filter.word, now);
    TimeRange range;
    if (!filter.to.trimmed().isEmpty()) {
        const auto last = lastMoment(filter.to.trimmed(), now);
        if (!last) return last.error();
        range.before = *last;
    }
    if (!filter.from.trimmed().isEmpty()) {
        const auto first = firstMoment(filter.from.trimmed(), now);
        if (!first) return first.error();
        range.after = *first;
    }
    if (range.after && range.before && *range.after > *range.before) {
        return Error{ErrorKind::Option,
                     TimeText::tr("the first time is later than the last").toStdString()};
    }
    return range;
}

QString timeText(const TimeFilter& filter) {
    if (!filter.word.isEmpty()) {
        const Row* row = rowOf(filter.word);
        return row ? TimeText::tr(row->text) : displayText(filter.word.toStdString());
    }
    const QString from = filter.from.trimmed();
    const QString to = filter.to.trimmed();
    if (to.isEmpty()) return sinceText(from);
    if (from.isEmpty()) return untilText(to);
    if (from == to) return TimeText::tr("on %1").arg(endText(from));
    return TimeText::tr("%1 to %2").arg(endText(from), endText(to));
}

}  // namespace findling::gui
