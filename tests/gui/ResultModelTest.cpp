#include "gui/results/ResultModel.h"

#include "PackedRowsBuilder.h"
#include "gui/results/DisplayText.h"
#include "gui/results/FilePaths.h"
#include "gui/results/MatchSteps.h"
#include "gui/results/NaturalOrder.h"
#include "gui/results/ResultView.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace findling;
using namespace findling::gui;
using namespace Qt::StringLiterals;
using Shown = ResultStore::Shown;
using Tester = QAbstractItemModelTester;

class ResultModelTest : public QObject {
    Q_OBJECT

private slots:
    void appendsInOneInsert() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        add(model, PackedRowsBuilder().file("/r/", "first"));
        const QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        RowBatches batches;
        batches.push_back(
            PackedRowsBuilder(0).file("/r/", "a").lines(1, 2).file("/r/", "b").take());
        batches.push_back(PackedRowsBuilder(1).file("/r/", "c").lines(1, 1).take());
        model.append(batches);
        QCOMPARE(inserts.size(), 1);
        QCOMPARE(shape(model), u"first a a:1 a:2 b c c:1"_s);
    }

    void continuesFilesOfInterleavedThreads() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        add(model, PackedRowsBuilder(0).file("/r/", "a").open().lines(1, 2));
        add(model, PackedRowsBuilder(1).file("/r/", "b").open().lines(1, 1));
        add(model,
            PackedRowsBuilder(0).continued().lines(3, 2).total(4).file("/r/", "c").lines(1, 1));
        add(model, PackedRowsBuilder(1).continued().lines(2, 1).total(2));
        QCOMPARE(shape(model), u"a a:1 a:2 a:3 a:4 b b:1 b:2 c c:1"_s);
        QCOMPARE(text(model, 0, ResultModel::Matches), u"4"_s);
        QCOMPARE(text(model, 5, ResultModel::Matches), u"2"_s);
    }

    void continuesWithinOneTick() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        RowBatches batches;
        batches.push_back(PackedRowsBuilder(0).file("/r/", "a").open().lines(1, 1).take());
        batches.push_back(PackedRowsBuilder(0).continued().lines(2, 1).total(2).take());
        model.append(batches);
        QCOMPARE(shape(model), u"a a:1 a:2"_s);
    }

    void foldsAndUnfolds() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        add(model, PackedRowsBuilder().file("/r/", "a").lines(1, 3).file("/r/", "b").lines(1, 1));
        model.toggle(0);
        QCOMPARE(shape(model), u"a b b:1"_s);
        model.toggle(0);
        QCOMPARE(shape(model), u"a a:1 a:2 a:3 b b:1"_s);
        model.toggle(2);  // a line folds its file
        QCOMPARE(shape(model), u"a b b:1"_s);
        model.setAllShown(Shown::None);
        QCOMPARE(shape(model), u"a b"_s);
        model.setAllShown(Shown::Some);
        QCOMPARE(shape(model), u"a a:1 a:2 a:3 b b:1"_s);
    }

    void showsTheFirstLinesOfMany() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        const auto first = static_cast<int>(ResultStore::kFirstLines);
        add(model, PackedRowsBuilder(0).file("/r/", "a").open().lines(1, 10));
        add(model, PackedRowsBuilder(0).continued().lines(11, 90).total(150));
        QCOMPARE(model.rowCount(), 1 + first + 1);
        QVERIFY(text(model, 1 + first, 0).contains(QString::number(150 - first)));
        model.toggle(1 + first);
        QCOMPARE(model.rowCount(), 1 + 100 + 1);
        QVERIFY(text(model, 101, 0).contains(u"50"_s));  // counted, but not kept
        QCOMPARE(model.row(100).line, 99U);
    }

    void keepsOldRowsUntilNewOnesCome() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        add(model, PackedRowsBuilder().file("/r/", "old"));
        model.endSearch();
        model.beginSearch();
        QVERIFY(model.isStale());
        QCOMPARE(shape(model), u"old"_s);
        add(model, PackedRowsBuilder().file("/r/", "new"));
        QVERIFY(!model.isStale());
        QCOMPARE(shape(model), u"new"_s);
        model.beginSearch();
        model.endSearch();  // found nothing
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.isStale());
    }

    void sortsAndReturnsToFoundOrder() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        add(model, PackedRowsBuilder()
                       .file("/r/b/", "file10", 5, 30)
                       .file("/r/a/", "File9", 7, 10)
                       .lines(1, 1)
                       .file("/r/c/", "alpha", 6, 20));
        const QPersistentModelIndex line(model.index(2, 0));
        model.sort(ResultModel::Name);
        QCOMPARE(shape(model), u"alpha File9 File9:1 file10"_s);
        QCOMPARE(line.row(), 2);
        model.sort(ResultModel::Name, Qt::DescendingOrder);
        QCOMPARE(shape(model), u"file10 File9 File9:1 alpha"_s);
        model.sort(ResultModel::Size);
        QCOMPARE(shape(model), u"file10 alpha File9 File9:1"_s);
        QCOMPARE(line.row(), 3);
        model.sort(ResultModel::Modified, Qt::DescendingOrder);
        QCOMPARE(shape(model), u"file10 alpha File9 File9:1"_s);
        model.sort(ResultModel::Folder);
        QCOMPARE(shape(model), u"File9 File9:1 file10 alpha"_s);
        model.sort(-1);
        QCOMPARE(shape(model), u"file10 File9 File9:1 alpha"_s);
        QCOMPARE(line.row(), 2);
    }

    void neverMovesRowsWhileSorted() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        add(model, PackedRowsBuilder(0).file("/r/", "m").open().lines(1, 1));
        model.sort(ResultModel::Name);
        add(model, PackedRowsBuilder(1).file("/r/", "a"));
        add(model, PackedRowsBuilder(0).continued().lines(2, 1).total(2));
        QCOMPARE(shape(model), u"m m:1 m:2 a"_s);
        model.endSearch();
        QCOMPARE(shape(model), u"a m m:1 m:2"_s);
    }

    void stepsOverAllMatches() {
        ResultModel model;
        add(model, PackedRowsBuilder()
                       .file("/r/", "a")
                       .lines(1, 2)
                       .file("/r/", "none")
                       .file("/r/", "b")
                       .lines(1, 1));
        model.toggle(0);
        QStringList seen;
        int row = -1;
        for (int i = 0; i < 4; ++i) {
            row = stepMatch(model, row, 1);
            seen << name(model, row) + u'/' + QString::number(matchOrdinal(model, row));
        }
        QCOMPARE(seen.join(u' '), u"a:1/1 a:2/2 b:1/3 a:1/1"_s);
        row = stepMatch(model, row, -1);
        QCOMPARE(name(model, row), u"b:1"_s);
        row = stepMatch(model, row, -1);
        QCOMPARE(name(model, row), u"a:2"_s);
    }

    void stepsIntoLinesNotYetShown() {
        ResultModel model;
        const uint32_t first = ResultStore::kFirstLines;
        add(model,
            PackedRowsBuilder().file("/r/", "a").lines(1, first + 5).file("/r/", "b").lines(1, 1));
        const int row = stepMatch(model, static_cast<int>(first), 1);
        QCOMPARE(model.row(row).line, first);
        const int back = stepMatch(model, model.rowCount() - 1, -1);
        QCOMPARE(model.row(back).line, first + 4);
    }

    void showsHostileNamesAndKeepsTheirBytes() {
        ResultModel model;
        const QByteArray evil("x\xff\n\xe2\x80\xae"
                              "cod.exe");
        add(model, PackedRowsBuilder().file("/r/", evil.toStdString()));
        const QString shown = text(model, 0, ResultModel::Name);
        QVERIFY(!shown.contains(u'\n'));
        QVERIFY(!shown.contains(QChar(0x202E)));
        QVERIFY(shown.contains(QChar(0xFFFD)));
        QCOMPARE(model.path(0), QByteArray("/r/") + evil);
        QCOMPARE(pathOf(fileUrl(model.path(0))), model.path(0));
        const std::unique_ptr<QMimeData> data(model.mimeData({model.index(0, 0)}));
        QVERIFY(data->data(u"text/uri-list"_s).contains("x%FF%0A"));
    }

    void filtersFilesByPathAndLinesByText() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        add(model, PackedRowsBuilder()
                       .file("/r/", "apple.c")
                       .line(1, "one", 0, 1)
                       .line(2, "two", 0, 1)
                       .file("/r/", "pear.c")
                       .line(1, "an Apple a day", 0, 1)
                       .line(2, "nothing", 0, 1)
                       .file("/r/", "plum.c")
                       .line(1, "one", 0, 1));
        const QPersistentModelIndex kept(model.index(4, 0));   // pear.c:1
        const QPersistentModelIndex gone(model.index(6, 0));   // plum.c
        const QPersistentModelIndex moved(model.index(5, 0));  // pear.c:2
        model.setFilter(u"apple"_s);
        QCOMPARE(shape(model), u"apple.c apple.c:1 apple.c:2 pear.c pear.c:1"_s);
        QCOMPARE(kept.row(), 4);
        QVERIFY(!gone.isValid());
        QCOMPARE(moved.row(), 3);     // its line is not to be seen: the file is next to it
        model.setFilter(u"Apple"_s);  // a capital letter wants its like
        QCOMPARE(shape(model), u"pear.c pear.c:1"_s);
        model.setFilter(u".c"_s);  // plain text, no expression
        QCOMPARE(model.rowCount(), 8);
        model.setFilter(u"nowhere"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 8);
        // Beside a sort, whichever comes first, and with what comes later.
        model.sort(ResultModel::Name, Qt::DescendingOrder);
        model.setFilter(u"p"_s);
        QCOMPARE(shape(model),
                 u"plum.c plum.c:1 pear.c pear.c:1 pear.c:2 apple.c apple.c:1 apple.c:2"_s);
        add(model, PackedRowsBuilder(1).file("/r/", "peach.c"));
        model.setFilter(u"pe"_s);
        QCOMPARE(shape(model), u"pear.c pear.c:1 pear.c:2 peach.c"_s);
    }

    void filtersWhatStreamsIn() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setFilter(u"needle"_s);
        add(model, PackedRowsBuilder(0).file("/r/", "a").open().line(1, "hay", 0, 1));
        QCOMPARE(model.rowCount(), 0);
        add(model, PackedRowsBuilder(1).file("/r/", "needle").file("/r/", "other"));
        QCOMPARE(shape(model), u"needle"_s);
        add(model, PackedRowsBuilder(0)
                       .continued()
                       .line(2, "needle here", 0, 1)
                       .line(3, "hay", 0, 1)
                       .total(3));
        QCOMPARE(shape(model), u"needle a a:2"_s);
        model.setFilter({});
        QCOMPARE(shape(model), u"a a:1 a:2 a:3 needle other"_s);
    }

    void countsWhatAFilterLeavesHidden() {
        ResultModel model;
        PackedRowsBuilder builder;
        builder.file("/r/", "a");
        for (uint32_t i = 0; i < 100; ++i) builder.line(i + 1, i % 2 ? "even" : "odd", 0, 1);
        add(model, builder);
        model.setFilter(u"even"_s);
        const auto first = static_cast<int>(ResultFiles::kFirstLines);
        QCOMPARE(model.rowCount(), 1 + first + 1);
        QVERIFY(text(model, 1 + first, 0).contains(QString::number(50 - first)));
        model.toggle(1 + first);
        QCOMPARE(model.rowCount(), 1 + 50);
        QCOMPARE(stepMatch(model, 0, -1), 50);  // from the file back to the last that is left
    }

    /// Far more than is sorted at once, and more comes while a worker sorts.
    void keepsWhatComesWhileItSorts() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        PackedRowsBuilder many(0);
        constexpr int kMany = 30'000;
        for (int i = 0; i < kMany; ++i) many.file("/r/", "f" + std::to_string(kMany - i));
        many.open().line(1, "first", 0, 1);
        add(model, many);
        model.sort(ResultModel::Name);
        QVERIFY(model.isArranging());
        for (uint64_t line = 2; line < 6; ++line)  // one batch each
            add(model,
                PackedRowsBuilder(0).continued().line(line, "more", 0, 1).total(line).open());
        add(model, PackedRowsBuilder(1).file("/r/", "a-late-one"));
        QCOMPARE(name(model, model.rowCount() - 1), u"a-late-one"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!model.isArranging(), 20'000);
        QCOMPARE(model.rowCount(), kMany + 1 + 5);
        QCOMPARE(name(model, 0), u"f1"_s);
        for (int line = 1; line < 6; ++line) QCOMPARE(name(model, line), u"f1:%1"_s.arg(line));
        QCOMPARE(name(model, model.rowCount() - 1), u"a-late-one"_s);  // it has not moved
        model.endSearch();
        QTRY_VERIFY_WITH_TIMEOUT(!model.isArranging(), 20'000);
        QCOMPARE(name(model, 0), u"a-late-one"_s);
    }

    /// The filter is gone at once, its rows only when a worker is done: growth must not take the
    /// rows that are there for those that will be.
    void growsWhileAFilterIsLifted() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        PackedRowsBuilder many(0);
        for (int i = 0; i < 20'000; ++i) many.file("/r/", "f" + std::to_string(i));
        many.file("/r/", "grows").open().lines(1, 9).line(10, "needle", 0, 1);
        add(model, many);
        model.setFilter(u"needle"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!model.isArranging(), 20'000);
        QCOMPARE(shape(model), u"grows grows:10"_s);
        model.setFilter({});
        QVERIFY(model.isArranging());
        add(model, PackedRowsBuilder(0).continued().lines(11, 2).total(12));
        QTRY_VERIFY_WITH_TIMEOUT(!model.isArranging(), 20'000);
        QCOMPARE(model.rowCount(), 20'001 + 12);
        for (int line = 1; line <= 12; ++line)
            QCOMPARE(name(model, 20'000 + line), u"grows:%1"_s.arg(line));
    }

    void selectsAllThatAFilterLeaves() {
        ResultModel model;
        ResultView view(model);
        PackedRowsBuilder many;
        for (int i = 0; i < 1'000; ++i) many.file("/r/", "f" + std::to_string(i));
        add(model, many);
        view.selectAll();
        QCOMPARE(view.selectedPaths().size(), 1'000);
        model.setFilter(u"f99"_s);  // without the first row
        QCOMPARE(view.selectedPaths().size(), 11);
        model.sort(ResultModel::Name, Qt::DescendingOrder);
        QCOMPARE(view.selectedPaths().first(), QByteArray("/r/f999"));
        model.setFilter({});  // what comes back was not chosen
        QVERIFY(view.selectedPaths().isEmpty());
    }

    void countsMatchesBeforeARow() {
        ResultModel model;
        uint64_t expected = 0;
        std::vector<uint64_t> before;
        for (int batch = 0; batch < 40; ++batch) {
            PackedRowsBuilder builder;
            for (int i = 0; i < 100; ++i) {
                const auto lines = static_cast<uint64_t>((batch + i) % 4);
                builder.file("/r/", "f").lines(1, lines);
                before.push_back(expected);
                expected += lines;
            }
            add(model, builder);
            QCOMPARE(model.store().matchesBefore(model.store().rows()), expected);
        }
        model.toggle(0);
        model.toggle(5);
        size_t file = 0;
        for (size_t row = 0; row < model.store().rows(); ++row) {
            if (!model.store().row(row).isFile()) continue;
            QCOMPARE(model.store().matchesBefore(row), before[file]);
            ++file;
        }
    }

    void aNewSearchDropsASortOnItsWay() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        PackedRowsBuilder many;
        for (int i = 0; i < 30'000; ++i) many.file("/r/", "f" + std::to_string(i * 7919 % 30'011));
        add(model, many);
        model.sort(ResultModel::Name);
        QVERIFY(model.isArranging());
        model.beginSearch();
        add(model, PackedRowsBuilder().file("/r/", "new"));
        QVERIFY(!model.isArranging());
        QTest::qWait(50);  // were the old order still to come, it would be here
        QCOMPARE(shape(model), u"new"_s);
    }

    void sortsByWhatOnlyTheDiskKnows() {
        QTemporaryDir tree;
        for (const char* file : {"b", "a"}) {
            QFile out(tree.filePath(QString::fromLatin1(file)));
            QVERIFY(out.open(QIODevice::WriteOnly));
        }
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        const std::string root = tree.path().toStdString() + "/";
        add(model, PackedRowsBuilder().file(root, "b").file(root, "a").file(root, "gone"));
        QVERIFY(text(model, 0, ResultModel::Owner).contains(u'…'));  // asked for
        QTRY_VERIFY(!text(model, 0, ResultModel::Owner).contains(u'…'));
        const QFileInfo info(tree.filePath(u"a"_s));
        const QString owner =
            info.owner().isEmpty() ? QString::number(info.ownerId()) : info.owner();
        QCOMPARE(text(model, 0, ResultModel::Owner), owner);
        model.sort(ResultModel::Created);
        QTRY_VERIFY(!model.isArranging());
        QCOMPARE(name(model, 0), u"gone"_s);  // nothing is known of it
    }

    void describesTypesAndPermissions() {
        QCOMPARE(typeText(FileType::File, "a.tar.gz"), u"GZ file"_s);
        QCOMPARE(typeText(FileType::File, ".bashrc"), u"File"_s);
        QCOMPARE(typeText(FileType::Folder, "a.b"), u"Folder"_s);
        QCOMPARE(permissionText(0750), u"rwxr-x---"_s);
        QCOMPARE(permissionText(04711), u"rws--x--x"_s);
        QCOMPARE(permissionText(01666), u"rw-rw-rwT"_s);
    }

    void ordersNamesAsPeopleDo() {
        QVERIFY(naturalCompare("file9", "file10") < 0);
        QVERIFY(naturalCompare("File10", "file9") > 0);
        QVERIFY(naturalCompare("a01", "a1") != 0);
        QVERIFY(naturalCompare("a", "ab") < 0);
        QCOMPARE(naturalCompare("same", "same"), 0);
        QVERIFY(naturalCompare("n00000000000000000000000000009", "n10") < 0);
    }

    void placesOffsetsInDisplayedText() {
        size_t offsets[] = {0, 3, 4, 8};
        const QString text = displayText("\xc3\xa4\x01z\xf0\x9f\x98\x80!", offsets);
        QCOMPARE(text.size(), 6);
        QCOMPARE(offsets[1], size_t{2});
        QCOMPARE(offsets[2], size_t{3});
        QCOMPARE(offsets[3], size_t{5});
    }

    void holdsManyRows() {
        ResultModel model;
        constexpr int kBatches = 400;
        constexpr int kFiles = 250;  // 100,000 in all
        qint64 worst = 0;
        for (int batch = 0; batch < kBatches; ++batch) {
            PackedRowsBuilder builder;
            for (int i = 0; i < kFiles; ++i) {
                builder.file("/root/folder/",
                             "file" + std::to_string((batch * 7919 + i * 104729) % 1000003));
            }
            QElapsedTimer timer;
            timer.start();
            add(model, builder);
            worst = std::max(worst, timer.elapsed());
        }
        QCOMPARE(model.rowCount(), kBatches * kFiles);
        QVERIFY2(worst < 200, qPrintable(QString::number(worst)));
        QElapsedTimer timer;
        timer.start();
        model.sort(ResultModel::Name);
        QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(model.isArranging());  // on a worker: the rows stay until it is done
        QCOMPARE(model.row(0).file, 0U);
        QTRY_VERIFY_WITH_TIMEOUT(!model.isArranging(), 20'000);
        for (int row = 1; row < model.rowCount(); row += 997) {
            QVERIFY(naturalCompare(model.store().name(model.row(row - 1).file),
                                   model.store().name(model.row(row).file)) <= 0);
        }
    }

private:
    static void add(ResultModel& model, PackedRowsBuilder& builder) {
        RowBatches batches = builder.batches();
        model.append(batches);
    }
    static void add(ResultModel& model, PackedRowsBuilder&& builder) { add(model, builder); }

    static QString text(const ResultModel& model, int row, int column) {
        return model.data(model.index(row, column), Qt::DisplayRole).toString();
    }
    /// "name", "name:line" or "name:+".
    static QString name(const ResultModel& model, int row) {
        const ResultStore::Row here = model.row(row);
        QString out = displayText(model.store().name(here.file));
        if (here.isLine())
            out += u':' + QString::number(model.store().line(here.file, here.line).match->line);
        if (here.isMore()) out += u":+"_s;
        return out;
    }
    static QString shape(const ResultModel& model) {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) rows << name(model, row);
        return rows.join(u' ');
    }
};

QTEST_MAIN(ResultModelTest)
#include "ResultModelTest.moc"
