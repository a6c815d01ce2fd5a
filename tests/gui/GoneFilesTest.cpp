/// Files that have vanished, lists of paths, and facts that the search did not tell.

#include "GuiTestSupport.h"
#include "PackedRowsBuilder.h"
#include "gui/results/PathLists.h"
#include "gui/results/ResultModel.h"
#include "gui/results/ResultView.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace findling;
using namespace findling::gui;
using namespace Qt::StringLiterals;
using Tester = QAbstractItemModelTester;

class GoneFilesTest : public QObject {
    Q_OBJECT

private slots:
    void theirRowsGo() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        fill(model, {"a", "b", "c", "d"}, 2);
        remove(model, {"/r/b", "/r/d", "/r/unknown"});
        QCOMPARE(shape(model), u"a a:1 a:2 c c:1 c:2"_s);
        QCOMPARE(model.store().present(), size_t{2});
        QCOMPARE(model.store().allLines(), size_t{4});
        remove(model, {"/r/b", "/r/a"});  // once more is no harm
        QCOMPARE(shape(model), u"c c:1 c:2"_s);
        model.sort(ResultModel::Name, Qt::DescendingOrder);
        QCOMPARE(shape(model), u"c c:1 c:2"_s);  // and they do not come back
    }

    void alsoWhereRowsAreSorted() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        fill(model, {"a", "b", "c"}, 0);
        model.sort(ResultModel::Name, Qt::DescendingOrder);
        remove(model, {"/r/b"});
        QCOMPARE(shape(model), u"c a"_s);
        add(model, PackedRowsBuilder().file("/r/", "d"));
        model.endSearch();
        QCOMPARE(shape(model), u"d c a"_s);
    }

    void manyAtOnceKeepTheSelectionOfTheRest() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        PackedRowsBuilder rows;
        std::vector<std::string> gone;
        for (int i = 0; i < 300; ++i) {
            const std::string name = std::to_string(1000 + i);
            rows.file("/r/", name);
            if (i % 3) gone.push_back("/r/" + name);
        }
        add(model, rows);
        const QPersistentModelIndex kept = model.index(297, 0);
        const QPersistentModelIndex lost = model.index(298, 0);
        const QString name = kept.data().toString();
        remove(model, gone);
        QCOMPARE(model.rowCount(), 100);
        QVERIFY(!lost.isValid());
        QCOMPARE(kept.data().toString(), name);
    }

    void whileASortIsOnItsWay() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        PackedRowsBuilder rows;
        constexpr int kMany = 20'000;
        for (int i = 0; i < kMany; ++i) rows.file("/r/", std::to_string(i));
        add(model, rows);
        model.sort(ResultModel::Name, Qt::DescendingOrder);
        QVERIFY(model.isArranging());
        remove(model, {"/r/19999", "/r/7"});
        QTRY_VERIFY(!model.isArranging());
        QCOMPARE(model.rowCount(), kMany - 2);
        QCOMPARE(model.index(0, 0).data().toString(), u"19998"_s);
    }

    /// What the user looks at stays where it is, whatever comes or goes above it.
    void whatIsLookedAtStays() {
        ResultModel model;
        PackedRowsBuilder first(0);
        first.file("/r/", "growing").open().lines(1, 3);
        add(model, first);
        PackedRowsBuilder rest(1);
        for (int i = 0; i < 200; ++i) rest.file("/r/", std::to_string(i)).lines(1, 2);
        add(model, rest);
        ResultView view(model);
        view.resize(500, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.scrollTo(model.index(300, 0), QAbstractItemView::PositionAtTop);
        const QPersistentModelIndex top = model.index(view.rowAt(2), 0);
        const int place = view.rowViewportPosition(top.row());
        add(model, PackedRowsBuilder(0).continued().lines(4, 10));
        QCOMPARE(view.rowViewportPosition(top.row()), place);
        remove(model, {"/r/1", "/r/2", "/r/7"});
        QCOMPARE(view.rowViewportPosition(top.row()), place);
        std::vector<std::string> many;
        for (int i = 10; i < 80; ++i) many.push_back("/r/" + std::to_string(i));
        remove(model, many);
        QCOMPARE(view.rowViewportPosition(top.row()), place);
    }

    void ofAnOlderSearchTheyAreForgotten() {
        ResultModel model;
        fill(model, {"a", "b"}, 0);
        const QSignalSpy removed(&model, &ResultModel::filesRemoved);
        model.removeFiles({"/r/a"});
        model.beginSearch();
        add(model, PackedRowsBuilder().file("/r/", "a"));
        add(model, PackedRowsBuilder().file("/r/", "b"));
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(shape(model), u"a b"_s);
        QCOMPARE(removed.size(), 0);
    }

    void listsOfPathsLeaveFoldersOut() {
        ResultModel model;
        fill(model, {"a", "b", "c"}, 0);
        auto batch = PackedRowsBuilder().file("/r/", "folder").batches();
        batch.front()->files.front().type = FileType::Folder;
        model.append(batch);
        remove(model, {"/r/b"});
        const PathList list = pathsOf(model.snapshot(), model.shownFiles());
        QCOMPARE(list.count, size_t{2});
        QCOMPARE(*list.paths, std::string("/r/a\0/r/c\0", 10));
        model.setFilter(u"c"_s);
        QCOMPARE(pathsOf(model.snapshot(), model.shownFiles()).count, size_t{1});
    }

    void whatTheSearchDidNotTellIsReadForRowsInSight() {
        const QTemporaryDir tree;
        QVERIFY(writeFile(tree, u"big"_s, QByteArray(3000, 'x')));
        QVERIFY(writeFile(tree, u"small"_s, "x"));
        QVERIFY(writeFile(tree, u"middle"_s, QByteArray(200, 'x')));
        const std::string folder = tree.path().toStdString() + "/";
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        PackedRowsBuilder rows;
        for (const char* name : {"big", "small", "middle", "gone"}) rows.file(folder, name);
        auto batches = rows.batches();
        for (PackedFile& file : batches.front()->files) file.statKnown = false;
        model.append(batches);
        const QModelIndex size = model.index(0, ResultModel::Size);
        QVERIFY(size.data().toString() == u"…"_s || size.data().toString() == u"2.93 KB"_s);
        QTRY_COMPARE(size.data().toString(), u"2.93 KB"_s);
        model.index(0, ResultModel::Modified).data();
        QTRY_VERIFY(model.index(0, ResultModel::Modified).data().toString().startsWith(u"today"_s));
        QTRY_COMPARE(model.index(1, ResultModel::Permissions).data().toString().size(), 9);
        model.index(3, ResultModel::Size).data();
        QTRY_COMPARE(model.index(3, ResultModel::Size).data().toString(), QString());
        model.sort(ResultModel::Size);
        QTRY_VERIFY(!model.isArranging());
        QCOMPARE(shape(model), u"gone small middle big"_s);
    }

private:
    static void add(ResultModel& model, PackedRowsBuilder& rows) {
        RowBatches batches = rows.batches();
        model.append(batches);
    }
    static void fill(ResultModel& model, std::initializer_list<const char*> names, int lines) {
        PackedRowsBuilder rows;
        for (const char* name : names)
            rows.file("/r/", name).lines(1, static_cast<uint64_t>(lines));
        add(model, rows);
    }
    static void remove(ResultModel& model, const std::vector<std::string>& paths) {
        QSignalSpy removed(&model, &ResultModel::filesRemoved);
        model.removeFiles(paths);
        QVERIFY(removed.wait());
        QTRY_VERIFY(!model.isArranging());
    }
    /// "a a:1 b": files and lines in the order of the table.
    static QString shape(const ResultModel& model) {
        QStringList out;
        for (int i = 0; i < model.rowCount(); ++i) {
            const ResultRow row = model.row(i);
            const std::string_view name = model.store().name(row.file);
            QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
            if (row.isLine())
                text += u":%1"_s.arg(model.store().line(row.file, row.line).match->line);
            out.append(text);
        }
        return out.join(u' ');
    }
};

QTEST_MAIN(GoneFilesTest)
#include "GoneFilesTest.moc"
