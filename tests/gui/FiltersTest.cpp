#include "gui/query/Filters.h"

#include "GuiTestSupport.h"
#include "core/content/TextDecoder.h"
#include "core/query/Units.h"
#include "core/search/Search.h"
#include "gui/query/FilterText.h"
#include "gui/query/Opposites.h"
#include "gui/query/Presets.h"
#include "gui/query/SearchForm.h"
#include "gui/query/WordList.h"
#include "gui/settings/Settings.h"
#include "gui/widgets/Encodings.h"
#include "support/Names.h"

#include <QLocale>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

using namespace findling;
using namespace findling::gui;
using namespace Qt::StringLiterals;

namespace {

int64_t moment(const char* text, int64_t now = 0) {
    const auto time = parseTime(text, now);
    if (!time) qFatal("no time: %s", text);
    return *time;
}

Filters everything() {
    Filters out;
    out.types = {EntryKind::File, EntryKind::Executable};
    out.extensions = {u"c"_s, u"tar.gz"_s};
    out.notExtensions = {u"bak"_s, u"O"_s};
    out.kinds = {u"cpp"_s, u"image"_s};
    out.notKinds = {u"minified"_s};
    out.minSize = u"10k"_s;
    out.maxSize = u"1.5 M"_s;
    out.modified.word = u"last-7-days"_s;
    out.created = {{}, u"2024-03-01"_s, u"2024-03-05"_s};
    out.excludes = {u"build"_s, u"*.min.{js,css}"_s};
    out.minDepth = 2;
    out.maxDepth = 3;
    out.followLinks = out.sameFileSystem = out.compressed = out.multiline = true;
    out.binary = BinaryFiles::AsText;
    out.encoding = u"Windows-1252"_s;
    return out;
}

/// Which filter says the opposite.
FilterKind oppositeKind(FilterKind kind) {
    switch (kind) {
        case FilterKind::Extensions: return FilterKind::NotExtensions;
        case FilterKind::NotExtensions: return FilterKind::Extensions;
        case FilterKind::Kinds: return FilterKind::NotKinds;
        case FilterKind::NotKinds: return FilterKind::Kinds;
        default: return kind;
    }
}

}  // namespace

class FiltersTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        isolateSettings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_now = moment("2024-03-06T15:30");  // a Wednesday
    }
    void init() {
        m_form = {};
        m_form.text = u"x"_s;
        m_form.folders = {QFile::encodeName(m_tree.path())};
    }

    void words_data() {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("before");
        const auto row = [](const char* word, const char* from, const char* before) {
            QTest::newRow(word) << QString::fromLatin1(word) << QByteArray(from)
                                << QByteArray(before);
        };
        row("last-hour", "2024-03-06T14:30", "");
        row("today", "2024-03-06", "");
        row("yesterday", "2024-03-05", "2024-03-06");
        row("last-24-hours", "2024-03-05T15:30", "");
        row("this-week", "2024-03-03", "");  // from Sunday on
        row("last-7-days", "-7d", "");
        row("this-month", "2024-03-01", "");
        row("last-30-days", "-30d", "");
        row("this-year", "2024-01-01", "");
        row("last-year", "2023-01-01", "2024-01-01");
        row("over-30-days", "", "-30d");
        row("over-1-year", "", "2023-03-06T15:30");
    }
    void words() {
        QFETCH(QString, word);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, before);
        m_form.filters.modified.word = word;
        const Query query = toQueryNow();
        QCOMPARE(query.modified.after.has_value(), !from.isEmpty());
        QCOMPARE(query.modified.before.has_value(), !before.isEmpty());
        if (!from.isEmpty()) QCOMPARE(*query.modified.after, moment(from, m_now));
        if (!before.isEmpty()) QCOMPARE(*query.modified.before, moment(before, m_now) - 1);
        QVERIFY(!query.created.any());
    }

    void everyWordIsKnown() {
        for (const TimeWord& word : timeWords()) {
            const auto range = timeRange({word.id, {}, {}}, m_now);
            QVERIFY2(range && range->any(), qPrintable(word.id));
            QCOMPARE(timeText({word.id, {}, {}}), word.text);
            QVERIFY(isTimeWord(word.id));
            const auto other = opposite(TimeFilter{word.id, {}, {}});
            QCOMPARE(other.has_value(), range->after.has_value() != range->before.has_value());
            if (!other) continue;
            QVERIFY2(isTimeWord(other->word), qPrintable(other->word));
            QVERIFY(timeText(*other) != other->word);
            QCOMPARE(opposite(*other), std::optional(TimeFilter{word.id, {}, {}}));
        }
        QVERIFY(!isTimeWord(u"no such word"_s));
        QVERIFY(!opposite(TimeFilter{u"no such word"_s, {}, {}}));
        QVERIFY(!timeRange({u"no such word"_s, {}, {}}, m_now));
    }

    void wordsStayWords() {
        m_form.filters.modified.word = u"today"_s;
        const SearchForm before = m_form;
        const Query today = toQueryNow();
        Query tomorrow;
        const int64_t day = int64_t{86'400} * 1'000'000'000;
        QVERIFY(!toQuery(m_form, tomorrow, m_now + day));
        QCOMPARE(*tomorrow.modified.after, *today.modified.after + day);
        QCOMPARE(m_form, before);
    }

    void lastDayIsMeantWhole() {
        m_form.filters.created = {{}, u"2024-02-28"_s, u"2024-02-29"_s};
        const Query query = toQueryNow();
        QCOMPARE(*query.created.after, moment("2024-02-28"));
        QCOMPARE(*query.created.before, moment("2024-03-01") - 1);
        m_form.filters.created = {{}, u"2h"_s, u"2024-03-06T15:00"_s};
        QCOMPARE(*toQueryNow().created.after, moment("-2h", m_now));
        QCOMPARE(*toQueryNow().created.before, moment("2024-03-06T15:00"));
    }

    void allFieldsReachTheQuery() {
        Query expected = toQueryNow();
        m_form.filters = everything();
        expected.kinds = {EntryKind::File, EntryKind::Executable};
        expected.extensions = {"c", "tar.gz"};
        expected.fileKinds = {"cpp", "image"};
        expected.ownKinds = {{"*.bak, *.o", {"*.bak", "*.O"}}};
        expected.notFileKinds = {"*.bak, *.O", "minified"};
        expected.minSize = 10 * 1024;
        expected.maxSize = 1536 * 1024;
        expected.modified.after = moment("-7d", m_now);
        expected.created = {moment("2024-03-01"), moment("2024-03-06") - 1};
        expected.excludes = {"build", "*.min.{js,css}"};
        expected.minDepth = 2;
        expected.maxDepth = 3;
        expected.follow = expected.sameFileSystem = true;
        expected.content->compressed = expected.content->multiline = true;
        expected.content->binaryAsText = true;
        expected.content->encoding = "Windows-1252";
        const Query query = toQueryNow();
        QVERIFY(query == expected);
        QVERIFY(check(query));
    }

    void withoutTextTheRestHolds() {
        m_form.text.clear();
        m_form.filters = everything();
        const Query query = toQueryNow();
        QVERIFY(!query.content);
        QVERIFY(query.follow);
        QVERIFY(check(query));
    }

    void binaryFilesCanBeTold() {
        m_form.filters.binary = BinaryFiles::Whether;
        const Query query = toQueryNow();
        QVERIFY(query.content->binaryToo && !query.content->binaryAsText);
    }

    void mapKeepsEverything() {
        const Filters filters = everything();
        QCOMPARE(Filters::fromMap(filters.toMap()), filters);
        QVERIFY(Filters().toMap().isEmpty());
        QVERIFY(Filters::fromMap({}).isEmpty());
        QVariantMap map = filters.toMap();
        map.insert(u"of the future"_s, 7);
        map.insert(u"types"_s, QStringList{u"file"_s, u"hologram"_s, u"pipe"_s});
        map.insert(u"binary"_s, u"sung"_s);
        Filters expected = filters;
        expected.types = {EntryKind::File, EntryKind::Fifo};
        expected.binary = BinaryFiles::Skip;
        QCOMPARE(Filters::fromMap(map), expected);
    }

    void settingsKeepEverything() {
        Settings settings;
        settings.form.filters = everything();
        settings.recentFolders = {"/tmp/caf\xe9", "/a%20b"};
        for (const int count : {0, 1, 2}) {
            settings.presets.clear();
            for (int i = 0; i < count; ++i)
                settings.presets.append({u"%1, my own"_s.arg(i), everything()});
            settings.save();
            const Settings again = Settings::load();
            QCOMPARE(again.form.filters, settings.form.filters);
            QCOMPARE(again.presets, settings.presets);
            QCOMPARE(again.recentFolders, settings.recentFolders);
        }
    }

    void wording_data() {
        QTest::addColumn<QVariantMap>("map");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        const auto row = [](FilterKind kind, const QString& text, const QVariantMap& map) {
            QTest::newRow(qPrintable(text)) << map << static_cast<int>(kind) << text;
        };
        const auto days = [](const QString& from, const QString& to) {
            return QVariantMap{{u"modified"_s, QVariantMap{{u"from"_s, from}, {u"to"_s, to}}}};
        };
        row(FilterKind::Size, u"at least 10 KB"_s, {{u"minSize"_s, u"10k"_s}});
        row(FilterKind::Size, u"at most 1.3 GB"_s, {{u"maxSize"_s, u"1.3G"_s}});
        row(FilterKind::Size, u"1,500 bytes to 2 MB"_s,
            {{u"minSize"_s, u"1500"_s}, {u"maxSize"_s, u"2M"_s}});
        row(FilterKind::Size, u"more than 10 KB"_s, {{u"minSize"_s, u">10k"_s}});
        row(FilterKind::Size, u"less than 1.3 GB"_s, {{u"maxSize"_s, u"< 1.3G"_s}});
        row(FilterKind::Size, u"more than 1 KB, at most 2 MB"_s,
            {{u"minSize"_s, u">1k"_s}, {u"maxSize"_s, u"2M"_s}});
        row(FilterKind::Modified, u"changed: last 7 days"_s,
            {{u"modified"_s, QVariantMap{{u"word"_s, u"last-7-days"_s}}}});
        row(FilterKind::Modified, u"changed: since 3/1/24"_s, days(u"2024-03-01"_s, {}));
        row(FilterKind::Modified, u"changed: 3/1/24 to 3/5/24"_s,
            days(u"2024-03-01"_s, u"2024-03-05"_s));
        row(FilterKind::Modified, u"changed: on 3/1/24"_s, days(u"2024-03-01"_s, u"2024-03-01"_s));
        row(FilterKind::Modified, u"changed: in the last 2h"_s, days(u"-2h"_s, {}));
        row(FilterKind::Modified, u"changed: more than 3 weeks ago"_s, days({}, u"3 weeks"_s));
        row(FilterKind::Modified, u"changed: before 3/1/24"_s, days({}, u"<2024-03-01"_s));
        row(FilterKind::Modified, u"changed: after 3/1/24"_s, days(u">2024-03-01"_s, {}));
        row(FilterKind::Modified, u"changed: more than 2h ago"_s, days({}, u"<-2h"_s));
        row(FilterKind::Modified, u"changed: more than 7 days ago"_s,
            {{u"modified"_s, QVariantMap{{u"word"_s, u"over-7-days"_s}}}});
        row(FilterKind::Modified, u"changed: of-the-future"_s,
            {{u"modified"_s, QVariantMap{{u"word"_s, u"of-the-future"_s}}}});
        row(FilterKind::NotExtensions, u"not c, h"_s,
            {{u"notExtensions"_s, QStringList{u"c"_s, u"h"_s}}});
        row(FilterKind::Extensions, u"cpp, h"_s,
            {{u"extensions"_s, QStringList{u"cpp"_s, u"h"_s}}});
        row(FilterKind::Kinds, u"images"_s, {{u"kinds"_s, QStringList{u"image"_s}}});
        row(FilterKind::Kinds, u"cpp, videos"_s,
            {{u"kinds"_s, QStringList{u"cpp"_s, u"movies"_s}}});
        row(FilterKind::NotKinds, u"other than: images"_s,
            {{u"notKinds"_s, QStringList{u"image"_s}}});
        row(FilterKind::Excludes, u"not: *.min.js"_s,
            {{u"excludes"_s, QStringList{u"*.min.js"_s}}});
        row(FilterKind::Types, u"folders only"_s, {{u"types"_s, QStringList{u"folder"_s}}});
        row(FilterKind::Types, u"only: files, links, empty"_s,
            {{u"types"_s, QStringList{u"empty"_s, u"link"_s, u"file"_s}}});
        row(FilterKind::Types, u"no folders"_s,
            {{u"types"_s,
              QStringList{u"file"_s, u"link"_s, u"pipe"_s, u"socket"_s, u"block"_s, u"char"_s}}});
        row(FilterKind::Types, u"only: folders, pipes, sockets and devices"_s,
            {{u"types"_s,
              QStringList{u"folder"_s, u"pipe"_s, u"socket"_s, u"block"_s, u"char"_s}}});
        row(FilterKind::Depth, u"only in subfolders"_s, {{u"minDepth"_s, 2}});
        row(FilterKind::Depth, u"2 to 4 levels deep"_s, {{u"minDepth"_s, 2}, {u"maxDepth"_s, 4}});
        row(FilterKind::Depth, u"at most 3 levels deep"_s, {{u"maxDepth"_s, 3}});
        row(FilterKind::Depth, u"no subfolders"_s, {{u"maxDepth"_s, 1}});
        row(FilterKind::Binary, u"binary files: as text"_s, {{u"binary"_s, u"text"_s}});
        row(FilterKind::Encoding, u"encoding: guessed"_s, {{u"encoding"_s, u"auto"_s}});
    }
    void wording() {
        QFETCH(QVariantMap, map);
        QFETCH(int, kind);
        QFETCH(QString, text);
        const Filters filters = Filters::fromMap(map);
        QCOMPARE(filterText(filters, static_cast<FilterKind>(kind)), text);
        for (const FilterKind other : kFilterKinds)
            QCOMPARE(isSet(filters, other), static_cast<int>(other) == kind);
    }

    void everyFilterHasWords() {
        const Filters filters = everything();
        QStringList names;
        for (const FilterKind kind : kFilterKinds) {
            QVERIFY(isSet(filters, kind));
            QVERIFY(!filterText(filters, kind).isEmpty());
            QVERIFY(filterHint(filters, kind).startsWith(filterName(kind)));
            QVERIFY(!filterIcon(kind).isNull());
            names.append(filterName(kind));
            Filters without = filters;
            unset(without, kind);
            QVERIFY(!isSet(without, kind));
            QVERIFY(without != filters);
        }
        QCOMPARE(names.removeDuplicates(), 0);
    }

    void errorsNameTheFilter_data() {
        QTest::addColumn<QVariantMap>("map");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, FilterKind kind, const QVariantMap& map) {
            QTest::newRow(name) << map << static_cast<int>(kind);
        };
        row("size", FilterKind::Size, {{u"minSize"_s, u"10x"_s}});
        row("sizes", FilterKind::Size, {{u"minSize"_s, u"2M"_s}, {u"maxSize"_s, u"1M"_s}});
        row("smaller than nothing", FilterKind::Size, {{u"maxSize"_s, u"<0"_s}});
        row("wrong mark", FilterKind::Size, {{u"minSize"_s, u"<10k"_s}});
        row("depths", FilterKind::Depth, {{u"minDepth"_s, 3}, {u"maxDepth"_s, 2}});
        row("no extension", FilterKind::NotExtensions,
            {{u"notExtensions"_s, QStringList{u"a/b"_s}}});
        row("kind", FilterKind::Kinds, {{u"kinds"_s, QStringList{u"imagge"_s}}});
        row("other kind", FilterKind::NotKinds, {{u"notKinds"_s, QStringList{u"?"_s}}});
        row("extension", FilterKind::Extensions, {{u"extensions"_s, QStringList{u"a/b"_s}}});
        row("glob", FilterKind::Excludes, {{u"excludes"_s, QStringList{u"ok"_s, u"[a"_s}}});
        row("encoding", FilterKind::Encoding, {{u"encoding"_s, u"no such thing"_s}});
        row("word", FilterKind::Modified,
            {{u"modified"_s, QVariantMap{{u"word"_s, u"one fine day"_s}}}});
        row("time", FilterKind::Created,
            {{u"created"_s, QVariantMap{{u"from"_s, u"one fine day"_s}}}});
        row("times", FilterKind::Created,
            {{u"created"_s,
              QVariantMap{{u"from"_s, u"2024-03-02"_s}, {u"to"_s, u"2024-03-01"_s}}}});
    }
    void errorsNameTheFilter() {
        QFETCH(QVariantMap, map);
        QFETCH(int, kind);
        m_form.filters = Filters::fromMap(map);
        Query query;
        const auto error = toQuery(m_form, query);
        QVERIFY(error.has_value());
        QCOMPARE(error->field, FormError::Field::Filter);
        QCOMPARE(static_cast<int>(error->filter), kind);
        const QString name = filterName(error->filter);
        QVERIFY(error->message.startsWith(name + u": "_s));
        QVERIFY(error->message.size() > name.size() + 5);
        QVERIFY(!filterProblem(m_form.filters, error->filter).isEmpty());
    }

    void filtersAloneCanBeAWish() {
        SearchForm form;
        QVERIFY(form.isEmpty());
        form.filters.excludes = {u"build"_s};
        form.filters.followLinks = true;
        QVERIFY(form.isEmpty());
        form.filters.modified.word = u"today"_s;
        QVERIFY(!form.isEmpty());
        // What is left after a right click on "images" is no less a wish than images.
        form.filters = {.notKinds = {u"image"_s}};
        QVERIFY(!form.isEmpty());
        form.filters = {.notExtensions = {u"c"_s}};
        QVERIFY(!form.isEmpty());
    }

    void markedBoundsLeaveOutTheSizeItself() {
        m_form.filters.minSize = u"> 10k"_s;
        m_form.filters.maxSize = u"<2M"_s;
        const Query query = toQueryNow();
        QCOMPARE(query.minSize, std::optional<uint64_t>(10 * 1024 + 1));
        QCOMPARE(query.maxSize, std::optional<uint64_t>(2 * 1024 * 1024 - 1));
    }

    void markedEndsLeaveOutTheMomentItself() {
        m_form.filters.modified = {{}, u">2024-03-01T12:30"_s, u"<2024-03-05T10:00"_s};
        Query query = toQueryNow();
        QCOMPARE(*query.modified.after, moment("2024-03-01T12:30") + 1);
        QCOMPARE(*query.modified.before, moment("2024-03-05T10:00") - 1);
        m_form.filters.modified = {{}, u">2024-03-01"_s, u"<2024-03-05"_s};  // days are whole
        query = toQueryNow();
        QCOMPARE(*query.modified.after, moment("2024-03-02"));
        QCOMPARE(*query.modified.before, moment("2024-03-05") - 1);
    }

    void opposites_data() {
        QTest::addColumn<QVariantMap>("map");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("filesOnly");
        QTest::addColumn<bool>("matchCase");
        const auto row = [](const char* name, FilterKind kind, const QVariantMap& map,
                            bool filesOnly = false, bool matchCase = false) {
            QTest::newRow(name) << map << static_cast<int>(kind) << filesOnly << matchCase;
        };
        const auto list = [](const QString& name, const QStringList& words) {
            return QVariantMap{{name, words}};
        };
        row("files", FilterKind::Types, list(u"types"_s, {u"file"_s}));
        row("folders", FilterKind::Types, list(u"types"_s, {u"folder"_s}));
        row("files and pipes", FilterKind::Types, list(u"types"_s, {u"file"_s, u"pipe"_s}));
        const QStringList odd{u"c"_s, u"TXT"_s, u"tar.gz"_s, u"{a,b}"_s};
        row("extensions", FilterKind::Extensions, list(u"extensions"_s, odd), true);
        row("extensions, case", FilterKind::Extensions, list(u"extensions"_s, odd), true, true);
        row("not extensions", FilterKind::NotExtensions, list(u"notExtensions"_s, odd), true);
        row("not extensions, case", FilterKind::NotExtensions, list(u"notExtensions"_s, odd), true,
            true);
        row("kinds", FilterKind::Kinds, list(u"kinds"_s, {u"c"_s, u"image"_s}), true);
        row("not kinds", FilterKind::NotKinds, list(u"notKinds"_s, {u"archive"_s}), true);
        row("at least", FilterKind::Size, {{u"minSize"_s, u"1k"_s}}, true);
        row("at most", FilterKind::Size, {{u"maxSize"_s, u"1 KB"_s}}, true);
        row("more than", FilterKind::Size, {{u"minSize"_s, u">1k"_s}}, true);
        row("no subfolders", FilterKind::Depth, {{u"maxDepth"_s, 1}});
        row("subfolders", FilterKind::Depth, {{u"minDepth"_s, 3}});
    }
    void opposites() {
        QFETCH(QVariantMap, map);
        QFETCH(int, kind);
        QFETCH(bool, filesOnly);
        QFETCH(bool, matchCase);
        const test::TempTree tree{
            {"a.c", "x"},
            {"b.C", std::string(1023, 'x')},
            {"c.TXT", std::string(1024, 'x')},
            {"d.txt", ""},
            {"e.png", std::string(1025, 'x')},
            {"f/g.tar.gz", "x"},
            {"f/h.{a,b}", "x"},
            {"f/i.a", "x"},
            {"f/j/k.c", "x"},
            {"f/j/l/m.h", "x"},
            {"none", "x"},
            {"z.Tar.Gz", "x"},
            test::link("n", "a.c"),
            test::fifo("o"),
        };
        m_form.text.clear();
        m_form.matchCase = matchCase;
        m_form.hidden = true;
        m_form.ignoreRules = false;
        QVERIFY(splitsInTwo(tree, Filters::fromMap(map), static_cast<FilterKind>(kind), filesOnly));
    }

    void oppositeTimes_data() {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        for (const TimeWord& word : timeWords()) {
            if (opposite(TimeFilter{word.id, {}, {}}))
                QTest::newRow(qPrintable(word.id)) << word.id << QString() << QString();
        }
        const auto row = [](const char* name, const QString& from, const QString& to) {
            QTest::newRow(name) << QString() << from << to;
        };
        row("since a day", u"2024-03-01"_s, {});
        row("until a day", {}, u"2024-02-29"_s);
        row("since a moment", u"2024-03-01T12:30"_s, {});
        row("until a moment", {}, u"2024-03-01T12:30:05.5"_s);
        row("before", {}, u"<2024-03-01"_s);
        row("after", u">2024-03-01T12:30"_s, {});
        row("in the last", u"-2h"_s, {});
        row("more than ago", {}, u"3 weeks"_s);
    }
    void oppositeTimes() {
        QFETCH(QString, word);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const TimeFilter time{word, from, to};
        const auto range = timeRange(time, m_now);
        QVERIFY(range);
        test::TempTree tree{{"a"}, {"b"}, {"c"}, {"d"}};
        const int64_t edge = range->after ? *range->after : *range->before;
        tree.setTime("a", edge);
        tree.setTime("b", edge - 1);
        tree.setTime("c", edge + 1);
        tree.setTime("d", edge + 86'400'000'000'000);
        m_form.text.clear();
        QVERIFY(splitsInTwo(tree, {.modified = time}, FilterKind::Modified, true));
    }

    void someHaveNoOpposite() {
        const auto none = [](const Filters& filters, FilterKind kind) {
            return !opposite(filters, kind);
        };
        QVERIFY(none({.types = {EntryKind::Executable}}, FilterKind::Types));
        QVERIFY(none({.types = {EntryKind::File, EntryKind::Empty}}, FilterKind::Types));
        QVERIFY(none({.minSize = u"1k"_s, .maxSize = u"2k"_s}, FilterKind::Size));
        QVERIFY(none({.minSize = u"0"_s}, FilterKind::Size));  // all files are
        QVERIFY(none({.minSize = u"no size"_s}, FilterKind::Size));
        QVERIFY(none({.modified = {u"yesterday"_s, {}, {}}}, FilterKind::Modified));
        QVERIFY(none({.created = {{}, u"2024-03-01"_s, u"2024-03-05"_s}}, FilterKind::Created));
        QVERIFY(none({.created = {{}, u"no time"_s, {}}}, FilterKind::Created));
        QVERIFY(none({.excludes = {u"build"_s}}, FilterKind::Excludes));
        QVERIFY(none({.minDepth = 2, .maxDepth = 3}, FilterKind::Depth));
        QVERIFY(none({.binary = BinaryFiles::AsText}, FilterKind::Binary));
        QVERIFY(none({.encoding = u"auto"_s}, FilterKind::Encoding));
        // Two lists that both say something cannot change places.
        QVERIFY(none({.kinds = {u"code"_s}, .notKinds = {u"minified"_s}}, FilterKind::Kinds));
        QVERIFY(none({.kinds = {u"code"_s}, .notKinds = {u"minified"_s}}, FilterKind::NotKinds));
    }

    void switchesAreTurned() {
        for (const FilterKind kind : kFilterKinds) {
            if (!isSwitch(kind)) continue;
            Filters on;
            setSwitch(on, kind, true);
            const auto off = opposite(on, kind);
            QVERIFY(off && !isSet(*off, kind));
            QCOMPARE(opposite(*off, kind), std::optional(on));
            QVERIFY(filterText(on, kind) != filterText(*off, kind));
        }
    }

    void liftTakesTheCauseAway_data() {
        QTest::addColumn<int>("reason");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, SkipReason reason, FilterKind kind) {
            QTest::newRow(name) << static_cast<int>(reason) << static_cast<int>(kind);
        };
        row("type", SkipReason::Type, FilterKind::Types);
        row("extension", SkipReason::Extension, FilterKind::Extensions);
        row("no extension", SkipReason::Extension, FilterKind::NotExtensions);
        row("kind", SkipReason::Extension, FilterKind::Kinds);
        row("other kind", SkipReason::Extension, FilterKind::NotKinds);
        row("excluded", SkipReason::Excluded, FilterKind::Excludes);
        row("depth", SkipReason::Depth, FilterKind::Depth);
        row("size", SkipReason::Size, FilterKind::Size);
        row("modified", SkipReason::Time, FilterKind::Modified);
        row("created", SkipReason::Time, FilterKind::Created);
        row("encoding", SkipReason::Encoding, FilterKind::Encoding);
        row("file system", SkipReason::OtherFileSystem, FilterKind::SameFileSystem);
    }
    void liftTakesTheCauseAway() {
        QFETCH(int, reason);
        QFETCH(int, kind);
        m_form.filters = everything();
        QVERIFY(lift(m_form, static_cast<SkipReason>(reason)));
        QVERIFY(!isSet(m_form.filters, static_cast<FilterKind>(kind)));
        QVERIFY(isSet(m_form.filters, FilterKind::Multiline));
    }

    void liftOpensWhatIsClosed() {
        QVERIFY(lift(m_form, SkipReason::Hidden));
        QVERIFY(m_form.hidden);
        QVERIFY(!lift(m_form, SkipReason::Hidden));
        QVERIFY(lift(m_form, SkipReason::Ignored));
        QVERIFY(!m_form.ignoreRules);
        QVERIFY(!lift(m_form, SkipReason::Ignored));
        QVERIFY(lift(m_form, SkipReason::Binary));
        QCOMPARE(m_form.filters.binary, BinaryFiles::Whether);
        QVERIFY(!lift(m_form, SkipReason::Binary));
        QVERIFY(lift(m_form, SkipReason::Type));  // links, of which a text search knows no content
        QVERIFY(m_form.filters.followLinks);
        QVERIFY(!lift(m_form, SkipReason::Type));
        m_form.name = u"report"_s;
        QVERIFY(lift(m_form, SkipReason::Pattern));
        QVERIFY(m_form.name.isEmpty());
    }

    void liftLeavesAloneWhatItCannotHelp() {
        const SearchForm before = m_form;
        for (const SkipReason reason :
             {SkipReason::Pattern, SkipReason::Extension, SkipReason::Excluded, SkipReason::Depth,
              SkipReason::Size, SkipReason::Time, SkipReason::Owner, SkipReason::Permissions,
              SkipReason::Encoding, SkipReason::OtherFileSystem, SkipReason::VirtualFileSystem,
              SkipReason::Vanished, SkipReason::Text, SkipReason::Limit}) {
            QVERIFY(!lift(m_form, reason));
            QCOMPARE(m_form, before);
        }
        // What would ask for nothing any longer is no search.
        SearchForm form;
        form.filters.minSize = u"1M"_s;
        QVERIFY(!lift(form, SkipReason::Size));
        QCOMPARE(form.filters.minSize, u"1M"_s);
    }

    void wordsAreSplitOutsideBraces() {
        QCOMPARE(splitWords(u" c,h , ,c,*.{a,b}"_s), QStringList({u"c"_s, u"h"_s, u"*.{a,b}"_s}));
        QVERIFY(splitWords(u" , "_s).isEmpty());
        QCOMPARE(splitWords(u"\"a,b\" , \"say \"\"x\"\"\",c\\,d"_s),
                 QStringList({u"a,b"_s, u"say \"x\""_s, u"c\\,d"_s}));
        // A quote that nothing closes, or with something behind it, means itself.
        QCOMPARE(splitWords(u"\"a, b"_s), QStringList({u"\"a"_s, u"b"_s}));
        QCOMPARE(splitWords(u"\"a\"b, c"_s), QStringList({u"\"a\"b"_s, u"c"_s}));
    }

    void anyWordsComeBack() {
        const QStringList odd{
            u"a"_s,       u"a,b"_s,   u"*.{a,b}"_s, u"{a"_s,          u"a}"_s,  u"{,}"_s,
            u"\""_s,      u"\"a"_s,   u"a\""_s,     u"\"\""_s,        u" a"_s,  u"a "_s,
            u" "_s,       u","_s,     u"\\"_s,      u"a\\"_s,         u"\\,"_s, u"a\\,b"_s,
            u"\"a\",b"_s, u"[a,b]"_s, u"\\{a,b}"_s, u"say \"x,y\""_s, u"x"_s,   u"y"_s};
        for (const QString& word : odd) QCOMPARE(splitWords(joinWords({word})), QStringList{word});
        QCOMPARE(splitWords(joinWords(odd)), odd);
        QStringList reversed = odd;
        std::reverse(reversed.begin(), reversed.end());
        QCOMPARE(splitWords(joinWords(reversed)), reversed);
        for (const QString& one : odd) {
            for (const QString& other : odd) {
                if (one == other) continue;
                QCOMPARE(splitWords(joinWords({one, other})), QStringList({one, other}));
            }
        }
        QCOMPARE(joinWords({u"c"_s, u"*.{a,b}"_s}), u"c, *.{a,b}"_s);  // what is plain stays plain
    }

    void everyEncodingIsOne() {
        QStringList names;
        for (const QList<EncodingChoice>& group : encodingChoices()) {
            QVERIFY(!group.isEmpty());
            for (const EncodingChoice& choice : group) {
                QVERIFY2(isUtf8Name(choice.name.toStdString()) ||
                             makeDecoder(choice.name.toStdString()),
                         qPrintable(choice.name));
                names.append(choice.name);
            }
        }
        QVERIFY(names.size() > 15);
        QCOMPARE(names.removeDuplicates(), 0);
    }

    void presetsAreSound() {
        QStringList names;
        for (const Preset& preset : builtInPresets()) {
            m_form.filters = preset.filters;
            QVERIFY(preset.filters.chooseFiles());
            QVERIFY(check(toQueryNow()));
            names.append(preset.name);
        }
        QCOMPARE(names.size(), 7);
        QList<Preset> own;
        savePreset(own, {u"a"_s, everything()});
        savePreset(own, {u"b"_s, {}});
        savePreset(own, {u"a"_s, {}});
        QCOMPARE(own.size(), 2);
        QVERIFY(own[0].filters.isEmpty());
        QCOMPARE(presetsFromVariant({QVariantMap{{u"filters"_s, QVariantMap{}}}, 7}).size(), 0);
    }

private:
    /// Whether the filter and its opposite share the tree's entries between them, and twice is as
    /// it was. Of filters that speak of files alone, only those count.
    bool splitsInTwo(const test::TempTree& tree, const Filters& filters, FilterKind kind,
                     bool filesOnly) {
        const auto turned = opposite(filters, kind);
        if (!turned || opposite(*turned, oppositeKind(kind)) != filters) return false;
        if (!isSet(*turned, oppositeKind(kind))) return false;
        const auto found = [&](const Filters& asked) {
            m_form.filters = asked;
            return test::names(tree, toQueryNow());
        };
        const bool sizes = kind == FilterKind::Size || kind == FilterKind::Modified;
        Filters every;
        if (filesOnly && sizes) every.types = {EntryKind::File};
        else if (filesOnly)
            every.notKinds = {u"docker"_s};  // no folder, and none of these is there
        Filters one = filters;
        Filters other = *turned;
        if (kind == FilterKind::Modified) one.types = other.types = every.types;
        const test::Names in = found(one);
        const test::Names out = found(other);
        test::Names both;
        std::merge(in.begin(), in.end(), out.begin(), out.end(), std::back_inserter(both));
        return !in.empty() && !out.empty() && both == found(every);
    }

    Query toQueryNow() const {
        Query query;
        const auto error = toQuery(m_form, query, m_now);
        if (error) qWarning("%s", qPrintable(error->message));
        return query;
    }

    QTemporaryDir m_tree;
    SearchForm m_form;
    int64_t m_now = 0;
};

QTEST_MAIN(FiltersTest)
#include "FiltersTest.moc"
