/// Names out of the last walk's memory, and the walk in the background that tells what has changed.

#include "gui/session/NameMemory.h"

#include "GuiTestSupport.h"
#include "gui/results/ResultModel.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace findling;
using namespace findling::gui;
using namespace Qt::StringLiterals;

namespace {

/// A session and what it has said.
struct Heard {
    SearchSession session;
    QSet<QByteArray> paths;
    QSet<QByteArray> gone;
    int recalled = 0;
    int finished = 0;
    bool factsKnown = false;

    Heard() {
        QObject::connect(&session, &SearchSession::started, &session, [this] {
            paths.clear();
            gone.clear();
            recalled = finished = 0;
            session.setQuiet(60'000);  // the disk waits until check() is called
        });
        QObject::connect(&session, &SearchSession::rowsReady, &session,
                         [this](RowBatches& rows) { take(rows); });
        QObject::connect(&session, &SearchSession::filesGone, &session,
                         [this](const std::vector<std::string>& files) {
                             for (const std::string& file : files)
                                 gone.insert(QByteArray::fromStdString(file));
                         });
        QObject::connect(&session, &SearchSession::recalled, &session, [this] { ++recalled; });
        QObject::connect(&session, &SearchSession::finished, &session, [this] { ++finished; });
    }
    void check() { session.setQuiet(0); }
    void take(RowBatches& rows) {
        ResultFiles files;
        std::vector<uint32_t> grown;
        for (auto& batch : rows) files.add(std::move(batch), grown);
        for (uint32_t i = 0; i < files.files(); ++i) {
            paths.insert(QByteArray::fromStdString(files.path(i)));
            factsKnown = files.file(i).statKnown;
        }
    }
};

}  // namespace

class NameMemoryTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_tree = std::make_unique<QTemporaryDir>();
        for (const char* name : {"a.c", "b.c", "sub/a.h", "sub/deep/c.c", ".hidden.c"})
            QVERIFY(writeFile(*m_tree, QString::fromLatin1(name), "text"));
    }

    void theFirstSearchWalksAndTheNextOneRemembers() {
        Heard heard;
        QVERIFY(!heard.session.remembers(names("*.c")));
        QVERIFY(!heard.session.start(names("*.h")));
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        QCOMPARE(heard.recalled, 0);
        QCOMPARE(heard.paths, at({"sub/a.h"}));
        QVERIFY(heard.factsKnown);
        QVERIFY(heard.session.remembers(names("*.c")));
        QVERIFY(!heard.session.start(names("*.c")));
        QTRY_COMPARE(heard.recalled, 1);
        QCOMPARE(heard.paths, at({"a.c", "b.c", "sub/deep/c.c"}));  // before the disk is asked
        QVERIFY(!heard.factsKnown);
        QVERIFY(heard.session.isRunning() && heard.session.isChecking());
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        QCOMPARE(heard.session.state(), SearchSession::State::Finished);
        QCOMPARE(heard.paths, at({"a.c", "b.c", "sub/deep/c.c"}));  // and no row twice
        QVERIFY(heard.gone.isEmpty());
        QCOMPARE(heard.session.progress().results, uint64_t{3});
        QCOMPARE(at(heard.session.progress().skips, SkipReason::Hidden), uint64_t{1});
        QCOMPARE(at(heard.session.progress().skips, SkipReason::Pattern), uint64_t{3});
    }

    void whatChangedOnTheDiskFollows() {
        Heard heard;
        QVERIFY(!heard.session.start(names("*.h")));
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        QVERIFY(QFile::remove(m_tree->filePath(u"b.c"_s)));
        QVERIFY(writeFile(*m_tree, u"sub/new.c"_s, "text"));
        QVERIFY(writeFile(*m_tree, u"sub/new.h"_s, "text"));
        QVERIFY(!heard.session.start(names("*.c")));
        QTRY_COMPARE(heard.recalled, 1);
        QCOMPARE(heard.paths, at({"a.c", "b.c", "sub/deep/c.c"}));
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        QCOMPARE(heard.paths, at({"a.c", "b.c", "sub/deep/c.c", "sub/new.c"}));
        QCOMPARE(heard.gone, at({"b.c"}));
        QCOMPARE(heard.session.progress().results, uint64_t{3});
        // The next key starts from what is true now.
        QVERIFY(!heard.session.start(names("*")));
        QTRY_COMPARE(heard.recalled, 1);
        QVERIFY(heard.paths.contains(path("sub/new.h")));
        QVERIFY(!heard.paths.contains(path("b.c")));
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        QVERIFY(heard.gone.isEmpty());
    }

    void anotherWalkIsNotServed() {
        Heard heard;
        QVERIFY(!heard.session.start(names("*")));
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        Query hidden = names("*.c");
        hidden.hidden = true;
        QVERIFY(!heard.session.remembers(hidden));
        QVERIFY(!heard.session.start(hidden));
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        QCOMPARE(heard.recalled, 0);
        QVERIFY(heard.paths.contains(path(".hidden.c")));
        Query text = names("*.c");
        text.content.emplace().patterns = {"text"};
        QVERIFY(!heard.session.remembers(text));
        QVERIFY(heard.session.remembers(names("x")));  // both walks are kept
    }

    void aKeyEndsTheCheckOfTheOneBefore() {
        Heard heard;
        QVERIFY(!heard.session.start(names("*")));
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        for (int i = 0; i < 20; ++i) {
            QVERIFY(!heard.session.start(names(i % 2 ? "a*" : "*.c")));
            if (i % 3 == 0) QTRY_COMPARE(heard.recalled, 1);
            if (i % 5 == 0) QTRY_VERIFY(heard.session.isChecking());
        }
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        QCOMPARE(heard.paths, at({"a.c", "sub/a.h"}));
    }

    void stopsInEveryPhase() {
        Heard heard;
        QVERIFY(!heard.session.start(names("*")));
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        QVERIFY(!heard.session.start(names("*.c")));
        heard.session.stop();
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        QCOMPARE(heard.session.state(), SearchSession::State::Stopped);
        QVERIFY(!heard.session.start(names("*.c")));
        QTRY_COMPARE(heard.recalled, 1);
        heard.session.stop();  // before the check has begun
        QCOMPARE(heard.finished, 1);
        QCOMPARE(heard.session.state(), SearchSession::State::Stopped);
        QCOMPARE(heard.session.progress().results, uint64_t{3});
        QVERIFY(!heard.session.start(names("a*")));
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        QCOMPARE(heard.session.state(), SearchSession::State::Finished);
    }

    void aFolderThatIsGoneIsSaid() {
        Heard heard;
        QVERIFY(!heard.session.start(names("*")));
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        QVERIFY(!heard.session.start(names("*.c")));
        QTRY_COMPARE(heard.recalled, 1);
        QVERIFY(m_tree->remove());
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        QCOMPARE(heard.session.state(), SearchSession::State::Stopped);
        QCOMPARE(heard.session.problems().size(), size_t{1});
        QVERIFY(heard.session.start(names("*.c")).has_value());
    }

    void keepsWithinItsBudgetWhatWasUsedLast() {
        const auto record = [&](const QString& folder) {
            auto out = std::make_shared<WalkRecord>(size_t{1} << 20);
            Query query;
            query.roots = {m_tree->filePath(folder).toStdString()};
            GuiSink sink([] {});
            auto search = Search::start(query, sink, out);
            if (search) (*search)->wait();
            return std::shared_ptr<const WalkRecord>(out);
        };
        const auto one = record(u"."_s);
        const auto two = record(u"sub"_s);
        const auto three = record(u"sub/deep"_s);
        QVERIFY(one->isComplete() && two->isComplete() && three->isComplete());
        NameMemory memory(one->bytes() + three->bytes());
        memory.keep(one);
        QVERIFY(memory.serves(one->walk()));
        memory.keep(two);
        memory.keep(three);
        QVERIFY(!memory.serves(one->walk()));
        QVERIFY(memory.serves(two->walk()) && memory.serves(three->walk()));
        QCOMPARE(memory.find(two->walk()), two);
        memory.keep(one);  // three was not asked for since
        QVERIFY(!memory.serves(three->walk()));
        memory.forget(one);
        QVERIFY(!memory.serves(one->walk()));
        memory.keep(std::make_shared<WalkRecord>(1));  // not complete
        QVERIFY(!memory.serves(Query()));
    }

    void moreThanMemoryMayHoldIsWalkedAnew() {
        Heard heard;
        heard.session.setMemory(std::make_shared<NameMemory>(300));
        QVERIFY(!heard.session.start(names("*")));
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        const bool remembered = heard.session.remembers(names("*"));
        for (int i = 0; i < 50; ++i) {
            QVERIFY(writeFile(*m_tree, u"more/a-long-name-%1.c"_s.arg(i), "x"));
        }
        QVERIFY(!heard.session.start(names("a*")));
        heard.check();
        QTRY_COMPARE(heard.finished, 1);
        QCOMPARE(heard.paths.size(), 52);
        QVERIFY(remembered);  // or this test tests nothing
        QVERIFY(!heard.session.remembers(names("*")));
    }

private:
    QByteArray path(const char* below) const {
        return QFile::encodeName(m_tree->path()) + '/' + below;
    }
    QSet<QByteArray> at(std::initializer_list<const char*> names) const {
        QSet<QByteArray> out;
        for (const char* name : names) out.insert(path(name));
        return out;
    }
    static uint64_t at(const SkipCounts& counts, SkipReason reason) {
        return findling::at(counts, reason);
    }
    Query names(const char* glob) const {
        Query query;
        query.roots = {m_tree->path().toStdString()};
        query.names = {glob};
        return query;
    }

    std::unique_ptr<QTemporaryDir> m_tree;
};

QTEST_MAIN(NameMemoryTest)
#include "NameMemoryTest.moc"
