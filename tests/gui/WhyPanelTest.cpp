#include "gui/why/WhyPanel.h"

#include "GuiTestSupport.h"
#include "core/search/Search.h"
#include "gui/results/FilePaths.h"
#include "gui/why/PathQuestion.h"
#include "gui/why/ProblemView.h"
#include "gui/why/SkipModel.h"
#include "gui/why/SkipTally.h"
#include "gui/why/SkipView.h"
#include "gui/why/WhyWords.h"
#include "gui/widgets/StatusLine.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QThreadPool>

#include <memory>
#include <mutex>
#include <optional>

using namespace findling;
using namespace findling::gui;
using namespace Qt::StringLiterals;
using Tester = QAbstractItemModelTester;

namespace {

/// Keeps what a search says of the entries that it leaves out.
class SkipSink : public Sink {
public:
    struct Packer : RowPacker {
        void entry(const Entry&) override {}
        void beginFile(const Entry&) override {}
        void match(const Entry&, const Match&) override {}
        void endFile(const Entry&, const FileEnd&) override {}
        size_t bytes() const override { return 0; }
        std::unique_ptr<Rows> take() override { return nullptr; }
    };

    std::unique_ptr<RowPacker> packer() override { return std::make_unique<Packer>(); }
    void deliver(Batch batch, const StopToken&) override {
        const std::scoped_lock lock(m_mutex);
        for (Skip& skip : batch.skips) skips.push_back(std::move(skip));
    }
    void finished(const Summary&) override {}

    std::vector<Skip> skips;

private:
    std::mutex m_mutex;
};

Skip skip(SkipReason reason, const std::string& path, const std::string& rule = {},
          bool folder = false) {
    return {reason, path, rule, folder};
}

/// Paths as a walk brings them: a hundred in each folder.
std::vector<Skip> manySkips(SkipReason reason, size_t count, const std::string& rule,
                            size_t first = 0) {
    std::vector<Skip> skips;
    skips.reserve(count);
    for (size_t i = first; i < first + count; ++i) {
        skips.push_back(skip(reason,
                             "/home/somebody/projects/linux/folder" + std::to_string(i / 100) +
                                 "/object" + std::to_string(i) + ".o",
                             rule));
    }
    return skips;
}

int rowOf(const SkipModel& model, const QString& rule) {
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, SkipModel::Rule).data().toString() == rule) return row;
    }
    return -1;
}

QString shown(const SkipModel& model, int row, int column) {
    return model.index(row, column).data().toString();
}

}  // namespace

class WhyPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        isolateSettings();
        writeSample(m_tree);
    }

    // The tally.

    void tallyCountsByReasonAndRule() {
        SkipTally tally;
        tally.add({skip(SkipReason::Ignored, "/r/a.o", "*.o in .gitignore:1"),
                   skip(SkipReason::Hidden, "/r/.git", "its name begins with a dot", true),
                   skip(SkipReason::Ignored, "/r/d/b.o", "*.o in .gitignore:1"),
                   skip(SkipReason::Ignored, "/r/build", "build/ in .gitignore:2", true),
                   skip(SkipReason::Ignored, "/r/d/c.o", "*.o in .gitignore:1")});
        QCOMPARE(tally.size(), size_t{3});
        QCOMPARE(tally.group(0).files, uint64_t{3});
        QCOMPARE(tally.group(0).folders, uint64_t{0});
        QCOMPARE(tally.group(1).folders, uint64_t{1});
        QCOMPARE(tally.total(SkipReason::Ignored), uint64_t{4});
        QCOMPARE(tally.total(SkipReason::Binary), uint64_t{0});
        QCOMPARE(tally.groups().front(), 0U);
        QCOMPARE(tally.path(0, 1), std::string("/r/d/b.o"));
        QCOMPARE(tally.path(0, 2), std::string("/r/d/c.o"));
        QCOMPARE(tally.path(2, 0), std::string("/r/build"));
        QVERIFY(tally.isFolder(2, 0));
        QVERIFY(!tally.isFolder(0, 0));
        tally.clear();
        QCOMPARE(tally.size(), size_t{0});
        QCOMPARE(tally.total(SkipReason::Ignored), uint64_t{0});
    }

    void tallyKeepsOddPaths() {
        const std::vector<std::string> paths = {
            "bare", "/top", "/r/", "", "/r/\xff\xfe\n", "/r/" + std::string(5000, 'x'), "./a/b"};
        SkipTally tally;
        for (const std::string& path : paths) tally.add({skip(SkipReason::Size, path, "is small")});
        QCOMPARE(tally.kept(0), paths.size());
        for (size_t i = 0; i < paths.size(); ++i) QCOMPARE(tally.path(0, i), paths[i]);
        tally.add({skip(SkipReason::Size, "/" + std::string(400'000, 'x'), "is small")});
        QCOMPARE(tally.group(0).count(), uint64_t{paths.size() + 1});
        QCOMPARE(tally.kept(0), paths.size());
    }

    void tallyStopsKeepingAtItsBudget() {
        constexpr size_t kBudget = 1'000'000;
        SkipTally tally(kBudget);
        for (size_t i = 0; i < 100; ++i)
            tally.add(manySkips(SkipReason::Ignored, 1000, "*.o in .gitignore:1", i * 1000));
        QCOMPARE(tally.group(0).count(), uint64_t{100'000});
        QVERIFY(tally.kept(0) > 5'000);
        QVERIFY(tally.kept(0) < 100'000);
        QVERIFY(tally.memory() <= kBudget);
        const auto last = manySkips(SkipReason::Ignored, 1, "", tally.kept(0) - 1);
        QCOMPARE(tally.path(0, tally.kept(0) - 1), last.front().path);
    }

    void tallyMergesRulesThatItCannotHold() {
        SkipTally tally(2000);
        for (int i = 0; i < 100; ++i)
            tally.add({skip(SkipReason::Ignored, "/r/a", "rule " + std::to_string(i))});
        QVERIFY(tally.size() < 100);
        uint64_t sum = 0;
        int rests = 0;
        for (size_t i = 0; i < tally.size(); ++i) {
            sum += tally.group(i).count();
            rests += tally.group(i).rest;
        }
        QCOMPARE(sum, uint64_t{100});
        QCOMPARE(rests, 1);
        QCOMPARE(tally.total(SkipReason::Ignored), uint64_t{100});
    }

    void tallyHasRoomForWhatIsMissed() {
        SkipTally tally(2'000'000);
        tally.add(manySkips(SkipReason::Pattern, 100'000, "does not match *.c"));
        tally.add(manySkips(SkipReason::Ignored, 5'000, "*.o in .gitignore:1"));
        QVERIFY(tally.kept(0) < 100'000);
        QCOMPARE(tally.kept(1), size_t{5'000});
    }

    void tallyIsQuick() {
        std::vector<std::vector<Skip>> slices;
        for (size_t i = 0; i < 1000; ++i) {
            slices.push_back(manySkips(SkipReason::Ignored, 1000,
                                       "*.o in .gitignore:" + std::to_string(i / 100), i * 1000));
        }
        SkipTally tally;
        QElapsedTimer timer;
        timer.start();
        for (std::vector<Skip>& slice : slices) tally.add(std::move(slice));
        const qint64 spent = timer.elapsed();
        qInfo("1 million skips: %lld ms, %zu MB", static_cast<long long>(spent),
              tally.memory() >> 20);
        QVERIFY2(spent < 2000, qPrintable(QString::number(spent)));
        QCOMPARE(tally.total(SkipReason::Ignored), uint64_t{1'000'000});
        QCOMPARE(tally.kept(9), size_t{100'000});
        QVERIFY(tally.memory() <= SkipTally::kBudget);
    }

    // The tree.

    void modelGrowsWhileASearchRuns() {
        SkipModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        SkipView view(model);
        view.resize(600, 300);
        view.show();
        model.beginSearch();
        model.add(
            {skip(SkipReason::Hidden, "/r/.a", "dot"), skip(SkipReason::Hidden, "/r/.b", "dot")});
        QTRY_COMPARE(model.rowCount(), 1);
        const QPersistentModelIndex hidden = model.index(0, 0);
        view.expand(hidden);
        view.setCurrentIndex(model.index(1, 0, hidden));
        QCOMPARE(model.path(view.currentIndex()), QByteArray("/r/.b"));
        // A larger group comes behind, and the first one grows.
        model.add(manySkips(SkipReason::Ignored, 3000, "*.o"));
        model.add({skip(SkipReason::Hidden, "/r/.c", "dot", true)});
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowCount(hidden), 3);
        QCOMPARE(hidden.row(), 0);
        QCOMPARE(shown(model, 0, SkipModel::Files), u"2"_s);
        QCOMPARE(shown(model, 0, SkipModel::Folders), u"1"_s);
        QCOMPARE(model.rowCount(model.index(1, 0)), 3000);
        QVERIFY(view.isExpanded(hidden));
        QCOMPARE(model.path(view.currentIndex()), QByteArray("/r/.b"));
        // The end puts the largest first; what was unfolded and current stays so.
        model.endSearch(model.tally().totals());
        QCOMPARE(hidden.row(), 1);
        QCOMPARE(shown(model, 0, SkipModel::Rule), u"*.o"_s);
        QVERIFY(view.isExpanded(hidden));
        QCOMPARE(model.path(view.currentIndex()), QByteArray("/r/.b"));
        model.beginSearch();
        QCOMPARE(model.rowCount(), 0);
    }

    void modelUpdatesAFewTimesASecond() {
        SkipModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.beginSearch();
        model.add(manySkips(SkipReason::Ignored, 10, "rule"));
        QTRY_COMPARE(model.rowCount(), 1);
        const QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        QElapsedTimer timer;
        timer.start();
        size_t next = 10;
        while (timer.elapsed() < 700) {
            model.add(manySkips(SkipReason::Ignored, 10, "rule", next));
            next += 10;
            QTest::qWait(5);
        }
        QVERIFY2(inserts.size() <= 5, qPrintable(QString::number(inserts.size())));
        model.endSearch(model.tally().totals());
        QCOMPARE(model.rowCount(model.index(0, 0)), static_cast<int>(next));
    }

    void modelTellsWhatIsNotThere() {
        SkipModel model(nullptr, 1'000'000);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.beginSearch();
        model.add(manySkips(SkipReason::Ignored, 50'000, "*.o"));
        SkipCounts totals = model.tally().totals();
        at(totals, SkipReason::Ignored) += 7;
        at(totals, SkipReason::Binary) += 3;
        model.endSearch(totals);
        QCOMPARE(model.rowCount(), 3);
        const int kept = static_cast<int>(model.tally().kept(0));
        const QModelIndex listed = model.index(rowOf(model, u"*.o"_s), 0);
        QCOMPARE(model.rowCount(listed), kept + 1);
        const QModelIndex more = model.index(kept, 0, listed);
        QVERIFY(more.data().toString().contains(QLocale().toString(50'000 - kept)));
        QVERIFY(model.path(more).isEmpty());
        QCOMPARE(model.path(model.index(0, 0, listed)),
                 QByteArray("/home/somebody/projects/linux/folder0/object0.o"));
        // By number of entries: 50,000 are listed, 7 and 3 only counted.
        QCOMPARE(shown(model, 1, SkipModel::Files), u"7"_s);
        QCOMPARE(shown(model, 2, SkipModel::Reason), skipReasonText(SkipReason::Binary));
        QVERIFY(!model.hasChildren(model.index(1, 0)));
    }

    void modelSortsAndKeepsWhatWasAskedForLast() {
        SkipModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.beginSearch();
        model.add(manySkips(SkipReason::Text, 30, "text"));
        model.add(manySkips(SkipReason::Hidden, 2, "b"));
        model.add(manySkips(SkipReason::Binary, 5, "c"));
        model.add(manySkips(SkipReason::Ignored, 5, "a"));
        model.endSearch(model.tally().totals());
        const auto rules = [&model] {
            QString out;
            for (int row = 0; row < model.rowCount(); ++row)
                out += shown(model, row, SkipModel::Rule) + u' ';
            return out;
        };
        QCOMPARE(rules(), u"c a b text "_s);
        const QPersistentModelIndex text = model.index(3, SkipModel::Rule);
        model.sort(SkipModel::Rule, Qt::AscendingOrder);
        QCOMPARE(rules(), u"a b c text "_s);
        model.sort(SkipModel::Files, Qt::DescendingOrder);
        QCOMPARE(rules(), u"text c a b "_s);
        QCOMPARE(text.row(), 0);
        QCOMPARE(text.data().toString(), u"text"_s);
        model.sort(-1);
        QCOMPARE(rules(), u"c a b text "_s);
    }

    void modelFilters() {
        SkipModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.beginSearch();
        model.add(manySkips(SkipReason::Ignored, 20'000, "*.o in .gitignore:1"));
        model.add({skip(SkipReason::Hidden, "/r/.Secret", "dot"),
                   skip(SkipReason::Hidden, "/r/.other", "dot"),
                   skip(SkipReason::Hidden, "/r/.\xc3\x84pfel", "dot")});
        model.setFilter(u"SECRET"_s);
        QTRY_VERIFY(!model.isFiltering());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowCount(model.index(0, 0)), 1);
        QCOMPARE(model.path(model.index(0, 0, model.index(0, 0))), QByteArray("/r/.Secret"));
        // What comes later is filtered, too.
        model.add({skip(SkipReason::Hidden, "/r/.secret2", "dot"),
                   skip(SkipReason::Hidden, "/r/.third", "dot")});
        model.endSearch(model.tally().totals());
        QTRY_COMPARE(model.rowCount(model.index(0, 0)), 2);
        model.setFilter(u"object19999"_s);
        QTRY_VERIFY(!model.isFiltering());
        QCOMPARE(model.hits(), size_t{1});
        QCOMPARE(model.rowCount(), 1);
        model.setFilter(u"äpfel"_s);
        QTRY_VERIFY(!model.isFiltering());
        QCOMPARE(model.hits(), size_t{1});
        model.setFilter(u"gitignore"_s);  // the rule: all of its paths
        QTRY_VERIFY(!model.isFiltering());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowCount(model.index(0, 0)), 20'000);
        model.setFilter(u"nothing has this"_s);
        QTRY_VERIFY(!model.isFiltering());
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        QTRY_VERIFY(!model.isFiltering());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(rowOf(model, u"*.o in .gitignore:1"_s), 0);
    }

    // Words.

    void everyReasonHasWords() {
        QSet<QString> texts;
        QSet<QString> helps;
        for (size_t i = 0; i < kSkipReasons; ++i) {
            texts.insert(skipReasonText(static_cast<SkipReason>(i)));
            helps.insert(skipReasonHelp(static_cast<SkipReason>(i)));
        }
        QCOMPARE(texts.size(), qsizetype(kSkipReasons));
        QCOMPARE(helps.size(), qsizetype(kSkipReasons));
        QVERIFY(!texts.contains(QString()));
        QVERIFY(!helps.contains(QString()));
    }

    void sentences_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("reason");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("sentence");
        using Kind = Explanation::Kind;
        const auto row = [](Kind kind, SkipReason reason, const char* rule, const char* sentence) {
            QTest::newRow(sentence) << static_cast<int>(kind) << static_cast<int>(reason)
                                    << QString::fromUtf8(rule) << QString::fromUtf8(sentence);
        };
        row(Kind::LeftOut, SkipReason::Ignored, "*.o in .gitignore:3",
            "src/a.o is not here: it is ignored by *.o in .gitignore:3");
        row(Kind::LeftOut, SkipReason::Hidden, "its name begins with a dot",
            "src/a.o is not here: it is hidden: its name begins with a dot");
        row(Kind::InsideLeftOut, SkipReason::Excluded, "matches the exclude pattern s*",
            "src/a.o is not here: it is inside /r/src, which was not entered: it matches the "
            "exclude pattern s*");
        row(Kind::LeftOut, SkipReason::Text, "no line of it matches",
            "src/a.o is not here: it was searched, but no line of it matches the text");
        row(Kind::LeftOut, SkipReason::Pattern, "does not match *.c and %1",
            "src/a.o is not here: its name does not match *.c and %1");
        row(Kind::LeftOut, SkipReason::Size, "is larger than 1 KB",
            "src/a.o is not here: it is larger than 1 KB");
        row(Kind::LeftOut, SkipReason::Size, "is not between 1 KB and 2 KB",
            "src/a.o is not here: it is not between 1 KB and 2 KB");
        row(Kind::LeftOut, SkipReason::Time, "was modified before 2024-03-01 00:00:00",
            "src/a.o is not here: it was changed before 2024-03-01 00:00:00");
        row(Kind::LeftOut, SkipReason::Time, "was modified before 2024-03-01 or after 2024-04-01",
            "src/a.o is not here: it was changed before 2024-03-01 or after 2024-04-01");
        row(Kind::LeftOut, SkipReason::Binary, "", "src/a.o is not here: it is a binary file");
        // Words that this window does not know are no clause: they stand behind the reason.
        row(Kind::LeftOut, SkipReason::Binary, "is larger than",
            "src/a.o is not here: it is a binary file (is larger than)");
        row(Kind::Result, SkipReason::Pattern, "", "src/a.o is a result.");
        row(Kind::Outside, SkipReason::Pattern, "",
            "src/a.o is not here: it is outside of the searched folders.");
        row(Kind::NotListed, SkipReason::Pattern, "",
            "src/a.o is not here: it is not one of the files that are searched.");
        row(Kind::Unreadable, SkipReason::Pattern, "",
            "src/a.o cannot be judged: /r: Permission denied (open)");
        row(Kind::NotReached, SkipReason::Pattern, "",
            "src/a.o is not here: the search did not come to it.");
    }

    void sentences() {
        QFETCH(int, kind);
        QFETCH(int, reason);
        QFETCH(QString, rule);
        QFETCH(QString, sentence);
        Explanation explanation;
        explanation.kind = static_cast<Explanation::Kind>(kind);
        explanation.path = "src/a.o";
        explanation.skip = skip(static_cast<SkipReason>(reason), "/r/src", rule.toStdString());
        explanation.problem = {"/r", "open", 13, "Permission denied"};
        QCOMPARE(answerText(explanation), sentence);
    }

    /// The core words its rules anew: the table of known ones must be told.
    void rulesOfTheCoreAreKnown() {
        Query wish;
        wish.roots = {QFile::encodeName(m_tree.path()).toStdString()};
        const auto answer = [&](const char* path) {
            const QString sentence = explainPath(wish, path).sentence;
            return sentence.mid(sentence.indexOf(u"not here: "_s) + 10);
        };
        const auto known = [](const QString& words) { return !words.contains(u" ("_s); };
        wish.minSize = 1'000'000;
        QCOMPARE(answer("kernel/power/main.c"), u"it is smaller than 977 KB"_s);
        wish.maxSize = 2'000'000;
        QVERIFY(answer("kernel/power/main.c").startsWith(u"it is not between 977 KB and"_s));
        wish.minSize = wish.maxSize = {};
        wish.modified.before = 0;
        QVERIFY(answer("kernel/power/main.c").startsWith(u"it was changed after 19"_s));
        wish.modified = {};
        wish.extensions = {"h"};
        QCOMPARE(answer("kernel/power/main.c"), u"it has another extension than h"_s);
        wish.extensions.clear();
        wish.fileKinds = {"image"};
        QCOMPARE(answer("kernel/power/main.c"), u"it is of another kind than image"_s);
        wish.fileKinds.clear();
        wish.notFileKinds = {"c"};
        QCOMPARE(answer("kernel/power/main.c"), u"it is of a kind that is not wanted: c"_s);
        wish.notFileKinds.clear();
        wish.kinds = {EntryKind::Folder};
        QCOMPARE(answer("kernel/power/main.c"), u"it is of another type"_s);
        wish.kinds.clear();
        wish.names = {"*.h"};
        QCOMPARE(answer("kernel/power/main.c"), u"its name does not match *.h"_s);
        wish.names.clear();
        wish.maxDepth = 1;
        QVERIFY(known(answer("kernel/power/main.c")));
        wish.maxDepth = {};
        wish.minDepth = 9;
        QVERIFY(known(answer("kernel/power/main.c")));
        wish.minDepth = {};
        wish.excludes = {"main*"};
        QCOMPARE(answer("kernel/power/main.c"), u"it matches the exclude pattern main*"_s);
    }

    void typedPathsAreUnderstood() {
        const QByteArray home = QFile::encodeName(QDir::homePath());
        QCOMPARE(typedPath(u"~"_s), home);
        QCOMPARE(typedPath(u"~/a b"_s), home + "/a b");
        QCOMPARE(typedPath(u"~x"_s), QByteArray("~x"));
        QCOMPARE(typedPath(u"file:///r/a%20b"_s), QByteArray("/r/a b"));
        QCOMPARE(typedPath(u"src/a.c"_s), QByteArray("src/a.c"));
    }

    // One path.

    void explainsPathsOfATree() {
        WhyPanel panel;
        panel.show();
        panel.setQuery(query());
        const auto answers = [&panel](const QString& typed, const QString& expected) {
            panel.pathEdit()->clear();  // and with it the answer
            QTest::keyClicks(panel.pathEdit(), typed);
            QTest::keyClick(panel.pathEdit(), Qt::Key_Return);
            return QTest::qWaitFor([&] { return panel.answer().contains(expected); });
        };
        QVERIFY2(answers(u"kernel/power/main.c"_s, u"kernel/power/main.c is a result."_s),
                 qPrintable(panel.answer()));
        QVERIFY2(answers(m_tree.filePath(u"kernel/power/main.c"_s), u"is a result."_s),
                 qPrintable(panel.answer()));
        QVERIFY2(answers(u" kernel/power/main.c "_s, u"is a result."_s),
                 qPrintable(panel.answer()));
        QVERIFY2(answers(u".ignore"_s, u".ignore is not here: it is hidden"_s),
                 qPrintable(panel.answer()));
        QVERIFY2(answers(u".hidden/secret.c"_s, u"which was not entered: it is hidden"_s),
                 qPrintable(panel.answer()));
        QVERIFY2(
            answers(u"kernel/power/main.o"_s, u"main.o is not here: it is ignored by *.o in "_s),
            qPrintable(panel.answer()));
        QVERIFY(panel.answer().contains(u".ignore:1"_s));
        QVERIFY2(answers(u"kernel/power/notes.txt"_s, u"no line of it matches the text"_s),
                 qPrintable(panel.answer()));
        QVERIFY2(answers(u"kernel/nothing.c"_s, u"kernel/nothing.c does not exist"_s),
                 qPrintable(panel.answer()));
        QVERIFY2(answers(u"/"_s, u"outside of the searched folders"_s), qPrintable(panel.answer()));
    }

    void saysThatThereWasNoSearch() {
        WhyPanel panel;
        panel.show();
        QTest::keyClicks(panel.pathEdit(), u"a.c"_s);
        QTest::keyClick(panel.pathEdit(), Qt::Key_Return);
        QVERIFY(panel.answer().contains(u"Search for something first"_s));
    }

    void explainsADroppedFile() {
        WhyPanel panel;
        panel.show();
        panel.setQuery(query());
        const QByteArray path = QFile::encodeName(m_tree.filePath(u"kernel/power/main.o"_s));
        QMimeData data;
        data.setUrls({fileUrl(path)});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(&panel, &enter);
        QVERIFY(enter.isAccepted());
        QCOMPARE(enter.dropAction(), Qt::CopyAction);
        QDropEvent drop({5, 5}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                        Qt::NoModifier);
        QCoreApplication::sendEvent(&panel, &drop);
        QCOMPARE(panel.pathEdit()->text(), QFile::decodeName(path));
        QTRY_VERIFY(panel.answer().contains(u"it is ignored by"_s));
    }

    void onlyTheLastQuestionIsAnswered() {
        PathQuestion question;
        QSignalSpy answers(&question, &PathQuestion::answered);
        question.ask(query(), "kernel/power/main.o");
        question.ask(query(), "kernel/power/main.c");
        QTRY_COMPARE(answers.size(), 1);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(answers.size(), 1);
        QVERIFY(answers[0][0].value<PathAnswer>().result);
        question.ask(query(), "kernel/power/main.o");
        question.forget();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(answers.size(), 1);
    }

    void listedFilesAreAskedFor() {
        Query wish = query();
        const std::string root = wish.roots.front();
        wish.roots.clear();
        wish.files = std::make_shared<const std::string>(root + "/kernel/power/main.c" + '\0' +
                                                         root + "/kernel/power/notes.txt" + '\0');
        QVERIFY(explainPath(wish, "power/main.c").result);
        const PathAnswer notes = explainPath(wish, "notes.txt");
        QCOMPARE(notes.reason, std::optional(SkipReason::Text));
        const PathAnswer other = explainPath(wish, QByteArray::fromStdString(root + "/.ignore"));
        QVERIFY(other.sentence.contains(u"not one of the files that are searched"_s));
        QVERIFY(!other.reason && !other.result);
    }

    void questionsAreDropped() {
        // A pattern that takes seconds on this, until a limit is reached.
        QVERIFY(writeFile(m_tree, u"big/line"_s, QByteArray(400'000, 'x') + "y\n"));
        Query wish = query();
        wish.content->patterns = {"x*x*[yq](?<!y)", "resume_device"};
        wish.content->fixed = false;
        {
            WhyPanel panel;
            panel.show();
            panel.setQuery(wish);
            panel.ask("big/line");
            QTRY_COMPARE(panel.answer(), u"…"_s);
            panel.hide();  // an answer is no longer wanted: nothing is left of the question
            QVERIFY(panel.answer().isEmpty());
            QVERIFY(QThreadPool::globalInstance()->waitForDone(5000));
            panel.show();
            panel.ask("big/line");
            QTRY_COMPARE(panel.answer(), u"…"_s);
            panel.ask("kernel/power/main.c");
            QTRY_VERIFY(panel.answer().contains(u"is a result"_s));
            QVERIFY(QThreadPool::globalInstance()->waitForDone(5000));
            panel.ask("big/line");
        }
        QVERIFY(QThreadPool::globalInstance()->waitForDone(5000));
        QVERIFY(QFile::remove(m_tree.filePath(u"big/line"_s)));
    }

    void offersToLiftTheAnswer() {
        WhyPanel panel;
        panel.show();
        panel.setQuery(query());
        panel.setLiftable([](SkipReason reason) { return reason == SkipReason::Hidden; });
        QSignalSpy wanted(&panel, &WhyPanel::searchTooWanted);
        panel.ask("kernel/power/main.o");
        QTRY_VERIFY(panel.answer().contains(u"ignored"_s));
        QVERIFY(panel.answerButton()->isHidden());
        panel.ask(".hidden");
        QTRY_VERIFY(panel.answer().contains(u"it is hidden"_s));
        QVERIFY(panel.answerButton()->isVisible());
        QTest::mouseClick(panel.answerButton(), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<SkipReason>(), SkipReason::Hidden);
        panel.beginSearch(query());
        QVERIFY(panel.answer().isEmpty());
        QVERIFY(panel.answerButton()->isHidden());
    }

    // The panel.

    void listsWhatASearchLeavesOut() {
        WhyPanel panel;
        panel.resize(900, 400);
        panel.show();
        search(panel, true);
        const SkipModel& model = *panel.skipModel();
        const int ignored = reasonRow(model, SkipReason::Ignored);
        const int hidden = reasonRow(model, SkipReason::Hidden);
        QVERIFY(ignored >= 0 && hidden >= 0);
        QVERIFY(shown(model, ignored, SkipModel::Rule).startsWith(u"*.o in "_s));
        QCOMPARE(shown(model, ignored, SkipModel::Files), u"1"_s);
        QCOMPARE(shown(model, hidden, SkipModel::Files), u"1"_s);    // .ignore
        QCOMPARE(shown(model, hidden, SkipModel::Folders), u"1"_s);  // .hidden
        const QModelIndex file = model.index(0, 0, model.index(ignored, 0));
        QCOMPARE(file.data().toString(), u"main.o"_s);
        QVERIFY(model.path(file).endsWith("/kernel/power/main.o"));
        QVERIFY(panel.tabs()->tabText(0).contains(u"(3)"_s));
        // Enter on a path explains it.
        panel.skipView()->setCurrentIndex(file);
        QTest::keyClick(panel.skipView(), Qt::Key_Return);
        QTRY_VERIFY(panel.answer().contains(u"main.o is not here"_s));
    }

    void countsAreTheTruth() {
        WhyPanel panel;
        panel.show();
        search(panel, false);
        const SkipModel& model = *panel.skipModel();
        const int hidden = reasonRow(model, SkipReason::Hidden);
        QVERIFY(hidden >= 0);
        QCOMPARE(shown(model, hidden, SkipModel::Files), u"2"_s);
        QCOMPARE(shown(model, hidden, SkipModel::Rule),
                 u"Counted, but not listed: F5 lists them"_s);
        QVERIFY(panel.tabs()->tabText(0).contains(u"(3)"_s));
    }

    void offersToListWhatWasOnlyCounted() {
        WhyPanel panel;
        panel.resize(900, 400);
        panel.show();
        const QSignalSpy wanted(&panel, &WhyPanel::listWanted);
        QVERIFY(panel.listButton()->isHidden());
        search(panel, false);
        QVERIFY(panel.listButton()->isVisible());
        QTest::mouseClick(panel.listButton(), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        panel.beginSearch(query());
        QVERIFY(panel.listButton()->isHidden());
        search(panel, true);  // now all of them are named
        QVERIFY(panel.listButton()->isHidden());
        search(panel, false);
        panel.clear();
        QVERIFY(panel.listButton()->isHidden());
    }

    void onlyWhatWasNotAskedForCanBeListed() {
        // A list of losses: files without the text are merely counted.
        SkipModel model;
        SkipCounts totals{};
        model.beginSearch(SkipList::Losses);
        model.add({skip(SkipReason::Hidden, "/r/.a", "dot")});
        at(totals, SkipReason::Hidden) = 3;  // two rules found no room
        at(totals, SkipReason::Text) = 5;
        model.endSearch(totals);
        QCOMPARE(model.listable(), uint64_t{5});
        QVERIFY(rowOf(model, u"Counted, but not listed"_s) >= 0);
        const int text = rowOf(model, u"Counted, but not listed: F5 lists them"_s);
        QCOMPARE(shown(model, text, SkipModel::Reason), skipReasonText(SkipReason::Text));
        QVERIFY(
            model.index(text, SkipModel::Rule).data(Qt::ToolTipRole).toString().contains(u"F5"_s));
        model.beginSearch(SkipList::All);
        model.endSearch(totals);
        QCOMPARE(model.listable(), uint64_t{0});
        QCOMPARE(rowOf(model, u"Counted, but not listed: F5 lists them"_s), -1);
    }

    void searchesTheseToo() {
        WhyPanel panel;
        panel.resize(900, 400);
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        search(panel, true);
        QSignalSpy wanted(&panel, &WhyPanel::searchTooWanted);
        QVERIFY(!panel.searchTooButton()->isEnabled());
        panel.setLiftable([](SkipReason reason) {
            return reason == SkipReason::Hidden || reason == SkipReason::Ignored;
        });
        SkipView* view = panel.skipView();
        const SkipModel& model = *panel.skipModel();
        const QModelIndex text = model.index(reasonRow(model, SkipReason::Text), 0);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(text).center());
        QCOMPARE(view->currentIndex().row(), text.row());
        QVERIFY(!panel.searchTooButton()->isEnabled());
        const QModelIndex ignored = model.index(reasonRow(model, SkipReason::Ignored), 0);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(ignored).center());
        QVERIFY(panel.searchTooButton()->isEnabled());
        QTest::mouseClick(panel.searchTooButton(), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<SkipReason>(), SkipReason::Ignored);
        QVERIFY(wanted[0][1].toByteArray().startsWith("*.o in "));
        // A path stands for its group, and the keyboard does the same.
        const QModelIndex hidden = model.index(reasonRow(model, SkipReason::Hidden), 0);
        view->expand(hidden);
        view->setCurrentIndex(model.index(0, 0, hidden));
        panel.showSkipped();
        QTRY_VERIFY(view->hasFocus());
        QTest::keyClick(view, Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[1][0].value<SkipReason>(), SkipReason::Hidden);
    }

    void filtersAsOneTypes() {
        WhyPanel panel;
        panel.resize(900, 400);
        panel.show();
        search(panel, true);
        const SkipModel& model = *panel.skipModel();
        QTest::keyClicks(panel.filterEdit(), u"MAIN.O"_s);
        QTRY_VERIFY(model.filter() == u"MAIN.O"_s && !model.isFiltering());
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(panel.skipView()->isExpanded(model.index(0, 0)));
        QTest::keyClicks(panel.filterEdit(), u"nowhere"_s);
        QTRY_VERIFY(panel.skipView()->note().contains(u"MAIN.Onowhere"_s));
        panel.filterEdit()->clear();
        QTRY_VERIFY(model.rowCount() > 1);
        QVERIFY(panel.skipView()->note().isEmpty());
    }

    void emptyStates() {
        WhyPanel panel;
        panel.show();
        QVERIFY(panel.skipView()->note().contains(u"After a search"_s));
        panel.beginSearch(query());
        QCOMPARE(panel.skipView()->note(), u"Nothing was left out so far"_s);
        panel.endSearch({});
        QCOMPARE(panel.skipView()->note(), u"Nothing was left out"_s);
        QCOMPARE(panel.problemView()->note(), u"No errors"_s);
    }

    void listsErrors() {
        WhyPanel panel;
        panel.resize(900, 400);
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        panel.beginSearch(query());
        std::vector<Problem> problems = {{"/r/a", "open folder", 13, "Permission denied"}};
        panel.addProblems(problems);
        QVERIFY(panel.tabs()->tabText(1).contains(u"(1)"_s));
        problems.push_back({"/r/b\n", "read file", 5, "Input/output error"});
        panel.addProblems(problems);
        Progress totals;
        totals.problems = 5;
        panel.endSearch(totals);
        QVERIFY(panel.tabs()->tabText(1).contains(u"(5)"_s));
        panel.showErrors();
        ProblemView* view = panel.problemView();
        QTRY_VERIFY(view->hasFocus());
        QVERIFY(panel.filterEdit()->isHidden());
        QCOMPARE(view->model()->rowCount(), 2);
        QVERIFY(view->note().isEmpty());
        view->setCurrentIndex(view->model()->index(0, 0));
        view->selectAll();
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"/r/a: Permission denied (open folder)\n/r/b␊: Input/output error (read file)"_s);
        view->copyPathAction()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->urls().size(), 2);
    }

    void statusLineAsksForOneOfTheTwo() {
        StatusLine line;
        const QSignalSpy skipped(&line, &StatusLine::skippedWanted);
        const QSignalSpy errors(&line, &StatusLine::errorsWanted);
        line.skippedLink()->click();
        QCOMPARE(skipped.size(), 1);
        QCOMPARE(errors.size(), 0);
        line.errorsLink()->click();
        QCOMPARE(skipped.size(), 1);
        QCOMPARE(errors.size(), 1);
    }

private:
    Query query() const {
        Query query;
        query.roots = {QFile::encodeName(m_tree.path()).toStdString()};
        query.content.emplace();
        query.content->patterns = {"resume_device"};
        query.content->fixed = true;
        return query;
    }

    /// A whole search, as the window would hand it on.
    void search(WhyPanel& panel, bool list) const {
        Query wish = query();
        wish.listSkips = list ? SkipList::All : SkipList::None;
        SkipSink sink;
        panel.beginSearch(wish);
        const Result<Summary> summary = Search::run(wish, sink);
        QVERIFY(summary);
        QCOMPARE(sink.skips.empty(), !list);
        panel.addSkips(std::move(sink.skips));
        panel.endSearch((*summary).totals);
    }

    static int reasonRow(const SkipModel& model, SkipReason reason) {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (shown(model, row, SkipModel::Reason) == skipReasonText(reason)) return row;
        }
        return -1;
    }

    QTemporaryDir m_tree;
};

QTEST_MAIN(WhyPanelTest)
#include "WhyPanelTest.moc"
