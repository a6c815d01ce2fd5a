#include "gui/session/SearchSession.h"

#include "GuiTestSupport.h"
#include "gui/results/ResultModel.h"

#include <QElapsedTimer>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace findling;
using namespace findling::gui;
using namespace Qt::StringLiterals;

class SearchSessionTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        for (int folder = 0; folder < 20; ++folder) {
            for (int file = 0; file < 50; ++file) {
                const QString name = u"d%1/f%2.txt"_s.arg(folder).arg(file);
                QVERIFY(writeFile(m_tree, name,
                                  "alpha\nbeta " + QByteArray::number(file) + "\nalpha beta\n"));
            }
        }
        QByteArray big;
        for (int i = 0; i < 30'000; ++i)
            big += "a line of alpha and more, number " + QByteArray::number(i) + "\n";
        QVERIFY(writeFile(m_tree, u"big/long.log"_s, big));
    }

    void findsNames() {
        Watched watched;
        QVERIFY(!watched.session.start(names("*7.txt")));
        QVERIFY(watched.session.isRunning());
        QTRY_VERIFY(!watched.session.isRunning());
        QCOMPARE(watched.session.state(), SearchSession::State::Finished);
        QSet<QByteArray> expected;
        for (int folder = 0; folder < 20; ++folder) {
            for (int file = 7; file < 50; file += 10) {
                expected.insert(root() + u"/d%1/f%2.txt"_s.arg(folder).arg(file).toUtf8());
            }
        }
        QCOMPARE(watched.paths(), expected);
        QCOMPARE(watched.session.progress().results, uint64_t(expected.size()));
    }

    void findsLinesAndSpans() {
        Watched watched;
        Query query = text("beta 33");
        QVERIFY(!watched.session.start(query));
        QTRY_VERIFY(!watched.session.isRunning());
        QCOMPARE(watched.model.store().files(), size_t{20});
        for (uint32_t file = 0; file < 20; ++file) {
            QCOMPARE(watched.model.store().lines(file), 1U);
            const ResultStore::Line line = watched.model.store().line(file, 0);
            QCOMPARE(line.match->line, uint64_t{2});
            QCOMPARE(line.match->offset, uint64_t{6});
            QCOMPARE(line.match->spanCount, uint16_t{1});
            QCOMPARE(line.home->spans[line.match->firstSpan].begin, 0U);
            QCOMPARE(line.home->spans[line.match->firstSpan].end, 7U);
        }
    }

    void countsWhatItDoesNotKeep() {
        Watched watched;
        Query query = text("of alpha");
        QVERIFY(!watched.session.start(query));
        QTRY_VERIFY_WITH_TIMEOUT(!watched.session.isRunning(), 20'000);
        QCOMPARE(watched.model.store().files(), size_t{1});
        QCOMPARE(watched.model.store().lines(0), PackedRows::kMaxLinesPerFile);
        QCOMPARE(watched.model.store().matches(0), uint64_t{30'000});
        // In the order of the file, whatever batches they came in.
        for (uint32_t i = 0; i < PackedRows::kMaxLinesPerFile; i += 99) {
            QCOMPARE(watched.model.store().line(0, i).match->line, uint64_t{i + 1});
        }
    }

    void newSearchDropsOldRows() {
        Watched watched;
        QVERIFY(!watched.session.start(text("alpha")));
        QVERIFY(!watched.session.start(names("f3.txt")));
        QTRY_VERIFY(!watched.session.isRunning());
        QCOMPARE(watched.paths().size(), 20);
        for (const QByteArray& path : watched.paths()) QVERIFY(path.endsWith("/f3.txt"));
    }

    void manySearchesLeaveOnlyTheLast() {
        Watched watched;
        for (int i = 0; i < 300; ++i) {
            QVERIFY(!watched.session.start(i % 2 ? text("alpha") : names("*.txt")));
            if (i % 7 == 0) QCoreApplication::processEvents();
        }
        QVERIFY(!watched.session.start(names("f49.txt")));
        QTRY_VERIFY_WITH_TIMEOUT(!watched.session.isRunning(), 20'000);
        QCOMPARE(watched.paths().size(), 20);
        for (const QByteArray& path : watched.paths()) QVERIFY(path.endsWith("/f49.txt"));
    }

    void errorChangesNothing() {
        Watched watched;
        QVERIFY(!watched.session.start(names("f3.txt")));
        QTRY_VERIFY(!watched.session.isRunning());
        Query broken = text("a(b");
        broken.content->fixed = false;
        const auto error = watched.session.start(broken);
        QVERIFY(error.has_value());
        QVERIFY(error->offset.has_value());
        QCOMPARE(watched.session.state(), SearchSession::State::Finished);
        QCOMPARE(watched.paths().size(), 20);
    }

    void stopReturnsAtOnceAndEndsTheSearch() {
        Watched watched;
        Query query = text("o");
        query.roots = {"/usr", "/usr", "/usr"};
        query.content->patterns = {"zyx[^a]*q"};
        query.content->fixed = false;
        QVERIFY(!watched.session.start(query));
        QElapsedTimer timer;
        timer.start();
        watched.session.stop();
        QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
        QTRY_COMPARE_WITH_TIMEOUT(watched.session.state(), SearchSession::State::Stopped, 2000);
    }

    void stopsWhileTheQueueIsFull() {
        // Nobody takes rows while this thread does not return to its events, so the queue fills.
        auto watched = std::make_unique<Watched>();
        QVERIFY(!watched->session.start(text("alpha")));
        QTest::qSleep(300);
        QElapsedTimer timer;
        timer.start();
        watched.reset();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void pausesAtTheMemoryBudgetAndGoesOn() {
        // More rows than the queue holds, or the search might be over before the first are counted.
        QTemporaryDir tree;
        constexpr int kFiles = 60;
        for (int i = 0; i < kFiles; ++i) {
            QVERIFY(writeFile(tree, u"%1.txt"_s.arg(i), QByteArray("alpha\n").repeated(20'000)));
        }
        Watched watched;
        watched.session.setMemoryBudget(1);
        Query query = text("alpha");
        query.roots = {QFile::encodeName(tree.path()).toStdString()};
        QVERIFY(!watched.session.start(query));
        QTRY_VERIFY(watched.session.isPaused());
        QVERIFY(watched.session.isRunning());
        QVERIFY(watched.model.rowCount() > 0);
        watched.session.setMemoryBudget(size_t{1} << 30);
        QVERIFY(watched.session.isPaused());  // that is for the next search
        int pauses = 1;
        connect(&watched.session, &SearchSession::pausedChanged, this, [&](bool paused) {
            pauses += paused;
            if (paused) watched.session.resume();
        });
        watched.session.resume();
        QTRY_VERIFY_WITH_TIMEOUT(!watched.session.isRunning(), 20'000);
        QCOMPARE(watched.session.state(), SearchSession::State::Finished);
        QCOMPARE(watched.model.store().files(), size_t{kFiles});
        QCOMPARE(watched.session.progress().matches, uint64_t{kFiles * 20'000});
    }

    /// A file whose lines come in several batches: what is known only at its end.
    void knowsTheEncodingOfALargeFile() {
        QTemporaryDir tree;
        QByteArray bytes("\xff\xfe");
        for (int i = 0; i < 30'000; ++i) bytes += QByteArray("a\0l\0p\0h\0a\0\n\0", 12);
        QVERIFY(writeFile(tree, u"wide.txt"_s, bytes));
        Watched watched;
        Query query = text("alpha");
        query.roots = {QFile::encodeName(tree.path()).toStdString()};
        QVERIFY(!watched.session.start(query));
        QTRY_VERIFY(!watched.session.isRunning());
        QCOMPARE(watched.model.store().matches(0), uint64_t{30'000});
        QCOMPARE(watched.model.index(0, ResultModel::Encoding).data().toString(), u"UTF-16LE"_s);
    }

    void stopsWhilePaused() {
        QTemporaryDir tree;
        for (int i = 0; i < 60; ++i)
            QVERIFY(writeFile(tree, u"%1.txt"_s.arg(i), QByteArray("alpha\n").repeated(20'000)));
        Watched watched;
        watched.session.setMemoryBudget(1);
        Query query = text("alpha");
        query.roots = {QFile::encodeName(tree.path()).toStdString()};
        QVERIFY(!watched.session.start(query));
        QTRY_VERIFY(watched.session.isPaused());
        watched.session.stop();
        QVERIFY(!watched.session.isPaused());
        QTRY_COMPARE(watched.session.state(), SearchSession::State::Stopped);
        QVERIFY(watched.model.rowCount() > 0);
    }

    void oneInsertPerTick() {
        Watched watched;
        int ticks = 0;
        connect(&watched.session, &SearchSession::rowsReady, this, [&ticks] { ++ticks; });
        const QSignalSpy inserts(&watched.model, &QAbstractItemModel::rowsInserted);
        QVERIFY(!watched.session.start(names("*")));
        QTRY_VERIFY(!watched.session.isRunning());
        QVERIFY(inserts.size() <= ticks);
    }

    void unreadableFolderIsAProblem() {
        if (geteuidIsRoot()) QSKIP("permissions mean nothing to the super-user");
        QTemporaryDir tree;
        QVERIFY(writeFile(tree, u"open/a.txt"_s, "x"));
        QVERIFY(writeFile(tree, u"shut/b.txt"_s, "x"));
        const QString shut = tree.filePath(u"shut"_s);
        QVERIFY(QFile::setPermissions(shut, {}));
        Watched watched;
        Query query;
        query.roots = {tree.path().toStdString()};
        query.names = {"*.txt"};
        QVERIFY(!watched.session.start(query));
        QTRY_VERIFY(!watched.session.isRunning());
        QFile::setPermissions(shut, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(watched.paths().size(), 1);
        QCOMPARE(watched.session.problems().size(), size_t{1});
        QCOMPARE(QByteArray::fromStdString(watched.session.problems().front().path), shut.toUtf8());
    }

private:
    /// A session and the table it fills, wired as in the window.
    struct Watched {
        SearchSession session;
        ResultModel model;

        Watched() {
            QObject::connect(&session, &SearchSession::started, &model,
                             [this] { model.beginSearch(); });
            QObject::connect(&session, &SearchSession::rowsReady, &model,
                             [this](RowBatches& rows) { model.append(rows); });
            QObject::connect(&session, &SearchSession::finished, &model,
                             [this] { model.endSearch(); });
        }
        QSet<QByteArray> paths() const {
            QSet<QByteArray> out;
            for (uint32_t i = 0; i < model.store().files(); ++i) {
                out.insert(QByteArray::fromStdString(model.store().path(i)));
            }
            return out;
        }
    };

    static bool geteuidIsRoot() {
        return QFileInfo(u"/root"_s).isReadable() && qgetenv("HOME") == "/root";
    }
    QByteArray root() const { return QFile::encodeName(m_tree.path()); }

    Query names(const char* glob) const {
        Query query;
        query.roots = {root().toStdString()};
        query.names = {glob};
        query.kinds = {EntryKind::File};
        return query;
    }
    Query text(const char* pattern) const {
        Query query;
        query.roots = {root().toStdString()};
        query.content.emplace();
        query.content->patterns = {pattern};
        query.content->fixed = true;
        return query;
    }

    QTemporaryDir m_tree;
};

QTEST_MAIN(SearchSessionTest)
#include "SearchSessionTest.moc"
