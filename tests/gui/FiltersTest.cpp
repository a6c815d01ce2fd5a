#include "gui/query/Filters.h"

#include "GuiTestSupport.h"
#include "core/query/Units.h"
#include "core/search/Search.h"
#include "gui/query/FilterText.h"
#include "gui/query/Presets.h"
#include "gui/query/SearchForm.h"
#include "gui/settings/Settings.h"

#include <QLocale>
#include <QTest>

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
    out.kinds = {u"cpp"_s, u"image"_s};
    out.notKinds = {u"minified"_s};
    out.minSize = u"10k"_s;
    out.maxSize = u"1.5 M"_s;
    out.modified.word = u"last-7-days"_s;
    out.created = {{}, u"2024-03-01"_s, u"2024-03-05"_s};
    out.excludes = {u"build"_s, u"*.min.{js,css}"_s};
    out.maxDepth = 3;
    out.followLinks = out.sameFileSystem = out.compressed = out.multiline = true;
    out.binary = BinaryFiles::AsText;
    out.encoding = u"Windows-1252"_s;
    return out;
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
        }
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
        expected.notFileKinds = {"minified"};
        expected.minSize = 10 * 1024;
        expected.maxSize = 1536 * 1024;
        expected.modified.after = moment("-7d", m_now);
        expected.created = {moment("2024-03-01"), moment("2024-03-06") - 1};
        expected.excludes = {"build", "*.min.{js,css}"};
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
        map.insert(u"types"_s, QStringList{u"file"_s, u"hologram"_s});
        map.insert(u"binary"_s, u"sung"_s);
        Filters expected = filters;
        expected.types = {EntryKind::File};
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
        row(FilterKind::Modified, u"changed: last 7 days"_s,
            {{u"modified"_s, QVariantMap{{u"word"_s, u"last-7-days"_s}}}});
        row(FilterKind::Modified, u"changed: since 3/1/24"_s, days(u"2024-03-01"_s, {}));
        row(FilterKind::Modified, u"changed: 3/1/24 to 3/5/24"_s,
            days(u"2024-03-01"_s, u"2024-03-05"_s));
        row(FilterKind::Modified, u"changed: on 3/1/24"_s, days(u"2024-03-01"_s, u"2024-03-01"_s));
        row(FilterKind::Modified, u"changed: in the last 2h"_s, days(u"-2h"_s, {}));
        row(FilterKind::Modified, u"changed: more than 3 weeks ago"_s, days({}, u"3 weeks"_s));
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
    }

    void liftTakesTheCauseAway_data() {
        QTest::addColumn<int>("reason");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, SkipReason reason, FilterKind kind) {
            QTest::newRow(name) << static_cast<int>(reason) << static_cast<int>(kind);
        };
        row("type", SkipReason::Type, FilterKind::Types);
        row("extension", SkipReason::Extension, FilterKind::Extensions);
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
