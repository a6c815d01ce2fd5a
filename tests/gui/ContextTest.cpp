#include "GuiTestSupport.h"
#include "PackedRowsBuilder.h"
#include "gui/preview/PreviewTargets.h"
#include "gui/results/ContextLines.h"
#include "gui/results/ContextSlider.h"
#include "gui/results/DisplayText.h"
#include "gui/results/MatchSteps.h"
#include "gui/results/ResultModel.h"
#include "gui/results/ResultView.h"
#include "gui/widgets/Theme.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QLabel>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QStringEncoder>
#include <QTest>
#include <QThreadPool>

#include <set>

using namespace findling;
using namespace findling::gui;
using namespace Qt::StringLiterals;
using Shown = ResultStore::Shown;
using Tester = QAbstractItemModelTester;

class ContextTest : public QObject {
    Q_OBJECT

private slots:
    void rowsHoldAMatchAndADistance() {
        for (const uint32_t match : {0U, 1U, PackedRows::kMaxLinesPerFile - 1}) {
            for (int distance = -ResultRow::kMostContext; distance <= ResultRow::kMostContext;
                 ++distance) {
                const ResultRow row = ResultRow::context(7, match, distance);
                QVERIFY(row.isContext() && row.isText());
                QVERIFY(!row.isLine() && !row.isFile() && !row.isMore());
                QCOMPARE(row.match(), match);
                QCOMPARE(row.distance(), distance);
            }
        }
        const ResultRow line{7, 9'999};
        QVERIFY(line.isLine() && line.isText() && !line.isContext());
        QCOMPARE(line.match(), 9'999U);
        QCOMPARE(line.distance(), 0);
        for (const uint32_t other : {ResultRow::kFile, ResultRow::kMore})
            QVERIFY(!ResultRow({7, other}).isText() && !ResultRow({7, other}).isContext());
    }

    void showsEachLineOnceWithTheNearerMatch() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        add(model, matches(PackedRowsBuilder().file("/r/", "a"), {5, 8, 20, 21}));
        model.setContext(2);
        QCOMPARE(shape(model), u"a 3- 4- 5 6- 7- 8 9- 10- |18- 19- 20 21 22- 23-"_s);
        QCOMPARE(model.row(4).match(), 0U);  // line 6 stands behind 5, line 7 in front of 8
        QCOMPARE(model.row(5).match(), 1U);
        model.setContext(1);
        QCOMPARE(shape(model), u"a 4- 5 6- 7- 8 9- |19- 20 21 22-"_s);
        model.setContext(0);
        QCOMPARE(shape(model), u"a 5 8 20 21"_s);
        model.setContext(99);
        QCOMPARE(model.context(), ResultRow::kMostContext);
        model.setContext(-1);
        QCOMPARE(model.context(), 0);
    }

    void nothingComesBeforeTheFirstLine() {
        ResultModel model;
        add(model, matches(PackedRowsBuilder().file("/r/", "a"), {1}));
        add(model, matches(PackedRowsBuilder().file("/r/", "b"), {3}));
        model.setContext(3);
        QCOMPARE(shape(model), u"a 1 2- 3- 4- b 1- 2- 3 4- 5- 6-"_s);
    }

    void aMatchThatAFilterHidesIsALineLikeOthers() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        add(model, PackedRowsBuilder()
                       .file("/r/", "a")
                       .line(1, "needle", 0, 1)
                       .line(2, "hay", 0, 1)
                       .line(4, "needle", 0, 1)
                       .line(5, "hay", 0, 1)
                       .file("/r/", "b")
                       .line(3, "hay", 0, 1));
        model.setContext(1);
        QCOMPARE(shape(model), u"a 1 2 3- 4 5 6- b 2- 3 4-"_s);
        model.setFilter(u"needle"_s);
        QCOMPARE(shape(model), u"a 1 2- 3- 4 5-"_s);
        model.setContext(2);
        QCOMPARE(shape(model), u"a 1 2- 3- 4 5- 6-"_s);
        model.setFilter({});
        QCOMPARE(shape(model), u"a 1 2 3- 4 5 6- 7- b 1- 2- 3 4- 5-"_s);
    }

    void foldsAndUnfoldsWithItsMatches() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        add(model, matches(PackedRowsBuilder().file("/r/", "a"), {5}));
        add(model, matches(PackedRowsBuilder().file("/r/", "b"), {9}));
        model.setContext(1);
        model.toggle(1);  // a line of context folds its file
        QCOMPARE(shape(model), u"a b 8- 9 10-"_s);
        QCOMPARE(model.fileRow(4), 1);
        model.toggle(0);
        QCOMPARE(shape(model), u"a 4- 5 6- b 8- 9 10-"_s);
        QCOMPARE(model.fileRow(3), 0);
        model.setAllShown(Shown::None);
        QCOMPARE(shape(model), u"a b"_s);
    }

    void unfoldingMoreLinesChangesNoneThatAreThere() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        PackedRowsBuilder builder;
        builder.file("/r/", "a");
        const auto first = static_cast<int>(ResultStore::kFirstLines);
        for (uint64_t i = 1; i <= 40; ++i) builder.line(i * 4, "a match", 2, 7);
        add(model, builder);
        model.setContext(2);  // 3 lines between two: 2 behind the one, 1 in front of the other
        const int shown = 1 + 2 + first * 4 - 1;
        QCOMPARE(model.rowCount(), shown + 1);
        QVERIFY(model.row(shown).isMore());
        const QString before = shape(model).section(u' ', 0, shown - 1);
        const QPersistentModelIndex last(model.index(shown - 1, 0));
        model.toggle(shown);
        QCOMPARE(last.row(), shown - 1);
        QCOMPARE(shape(model).section(u' ', 0, shown - 1), before);
        QCOMPARE(model.rowCount(), 1 + 2 + 40 * 4 - 1);
    }

    void whatIsShownGrowsWithTheFile() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setContext(3);
        add(model, matches(PackedRowsBuilder(0).file("/r/", "a").open(), {5}));
        add(model, matches(PackedRowsBuilder(1).file("/r/", "b"), {1}));
        // Whose the lines behind the last match are only the next one tells, or the end.
        QCOMPARE(shape(model), u"a 2- 3- 4- 5 b 1 2- 3- 4-"_s);
        const QPersistentModelIndex kept(model.index(4, 0));  // line 5
        add(model, matches(PackedRowsBuilder(0).continued(), {7}));
        QCOMPARE(shape(model), u"a 2- 3- 4- 5 6- 7 b 1 2- 3- 4-"_s);
        QCOMPARE(kept.row(), 4);
        add(model, matches(PackedRowsBuilder(0).continued(), {20, 21}).total(4));
        QCOMPARE(shape(model),
                 u"a 2- 3- 4- 5 6- 7 8- 9- 10- |17- 18- 19- 20 21 22- 23- 24- b 1 2- 3- 4-"_s);
    }

    /// However the lines of a file arrive, its rows are those of the file that came at once, and
    /// these are the lines that a text with context consists of.
    void streamsToTheSameRows() {
        QRandomGenerator random(7);
        for (int round = 0; round < 60; ++round) {
            const int context = random.bounded(1, 6);
            std::vector<uint64_t> lines;
            uint64_t line = 0;
            for (int i = random.bounded(1, 60); i > 0; --i)
                lines.push_back(line += random.bounded(1U, 12U));
            ResultModel whole;
            ResultModel streamed;
            const Tester tester(&streamed, Tester::FailureReportingMode::QtTest);
            for (ResultModel* model : {&whole, &streamed}) {
                model->setContext(context);
                if (round % 3 == 0) model->setFilter(u"even"_s);
            }
            add(whole, some(PackedRowsBuilder().file("/r/", "a"), lines, 0, lines.size()));
            PackedRowsBuilder begin;
            begin.file("/r/", "a").open();
            add(streamed, begin);
            for (size_t done = 0; done < lines.size();) {
                const size_t end = std::min<size_t>(done + random.bounded(1U, 9U), lines.size());
                PackedRowsBuilder more;
                some(more.continued(), lines, done, end);
                if (end == lines.size()) more.total(end);
                add(streamed, more);
                done = end;
                if (random.bounded(4) == 0 && streamed.rowCount() > 0) {
                    streamed.toggle(0);
                    if (random.bounded(2) == 0) continue;  // grows while it is folded
                    streamed.toggle(0);
                }
            }
            if (streamed.rowCount() > 0 && streamed.shown(0) == Shown::None) streamed.toggle(0);
            QCOMPARE(shape(streamed), shape(whole));
            streamed.setAllShown(Shown::All);
            whole.setAllShown(Shown::All);
            QCOMPARE(shape(streamed), shape(whole));
            if (round % 3 != 0) QCOMPARE(numbers(whole), expected(lines, context));
        }
    }

    void sortsWithContext() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        add(model, matches(PackedRowsBuilder().file("/r/", "b"), {5}));
        add(model, matches(PackedRowsBuilder().file("/r/", "a"), {9}));
        model.setContext(1);
        const QPersistentModelIndex line(model.index(1, 0));
        model.sort(ResultModel::Name);
        QCOMPARE(shape(model), u"a 8- 9 10- b 4- 5 6-"_s);
        QCOMPARE(line.row(), 5);
        model.sort(ResultModel::Name, Qt::DescendingOrder);
        QCOMPARE(shape(model), u"b 4- 5 6- a 8- 9 10-"_s);
        QCOMPARE(line.row(), 1);
    }

    void aRowKeepsItsLineWhileContextChanges() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        add(model, matches(PackedRowsBuilder().file("/r/", "a"), {10, 15}));
        model.setContext(1);
        QCOMPARE(shape(model), u"a 9- 10 11- |14- 15 16-"_s);
        const QPersistentModelIndex match(model.index(5, 0));
        const QPersistentModelIndex beside(model.index(4, 0));  // line 14
        model.setContext(4);
        QCOMPARE(number(model, match.row()), 15U);
        QCOMPARE(number(model, beside.row()), 14U);
        const QPersistentModelIndex outer(model.index(1, 0));  // line 6
        QCOMPARE(number(model, outer.row()), 6U);
        model.setContext(2);
        QCOMPARE(number(model, outer.row()), 10U);  // gone: its match is next to it
        QCOMPARE(number(model, beside.row()), 14U);
    }

    void findsTheRowOfEverything() {
        ResultFiles files;
        std::vector<uint32_t> grown;
        PackedRowsBuilder builder;
        for (int i = 0; i < 5; ++i) {
            builder.file("/r/", "f" + std::to_string(5 - i));
            for (uint64_t line = 1; line < 30; ++line) builder.line(line * line, "a match", 2, 7);
        }
        files.add(builder.take(), grown);
        RowWish wish;
        wish.key = SortKey::Name;
        wish.context.lines = 4;
        const ArrangedRows arranged = arrangeRows(files, wish, [] { return false; });
        QVERIFY(arranged.rows.size() > size_t{5 * 26});
        for (size_t i = 0; i < arranged.rows.size(); ++i)
            QCOMPARE(arranged.place(arranged.rows[i]), static_cast<int>(i));
        QCOMPARE(arranged.place({9, ResultRow::kFile}), -1);
    }

    /// Far more than is arranged at once, and more comes meanwhile.
    void arrangesManyOnAWorker() {
        ResultModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        PackedRowsBuilder many(0);
        constexpr int kMany = 6'000;
        for (int i = 0; i < kMany; ++i) matches(many.file("/r/", "f" + std::to_string(i)), {5});
        many.open();
        add(model, many);
        model.setContext(5);
        QVERIFY(model.isArranging());
        model.setContext(1);  // the slider moves on
        QCOMPARE(model.rowCount(), kMany * 2);
        add(model, matches(PackedRowsBuilder(0).continued(), {6}).total(2));
        add(model, matches(PackedRowsBuilder(1).file("/r/", "late"), {5}));
        QTRY_VERIFY_WITH_TIMEOUT(!model.isArranging(), 20'000);
        QCOMPARE(model.rowCount(), (kMany - 1) * 4 + 5 + 4);
        QCOMPARE(shape(model, 0, 4), u"f0 4- 5 6-"_s);
        QCOMPARE(shape(model, (kMany - 1) * 4, 9), u"f5999 4- 5 6 7- late 4- 5 6-"_s);
    }

    void namesAloneAreLeftAsTheyAre() {
        ResultModel model;
        PackedRowsBuilder many;
        for (int i = 0; i < 20'000; ++i) many.file("/r/", "f" + std::to_string(i));
        add(model, many);
        const QSignalSpy changes(&model, &QAbstractItemModel::layoutChanged);
        model.setContext(3);
        QVERIFY(!model.isArranging());
        QCOMPARE(changes.size(), 0);
        add(model, matches(PackedRowsBuilder(1).file("/r/", "late"), {5}));
        QCOMPARE(shape(model, 20'000, 8), u"late 2- 3- 4- 5 6- 7- 8-"_s);
    }

    void stepsFromMatchToMatch() {
        ResultModel model;
        add(model, matches(PackedRowsBuilder().file("/r/", "a"), {5, 8}));
        add(model, matches(PackedRowsBuilder().file("/r/", "b"), {3}));
        model.setContext(2);
        QCOMPARE(shape(model), u"a 3- 4- 5 6- 7- 8 9- 10- b 1- 2- 3 4- 5-"_s);
        QCOMPARE(firstMatch(model, 0), 3);
        model.toggle(9);
        QCOMPARE(firstMatch(model, 9), -1);
        QStringList seen;
        int row = -1;
        for (int i = 0; i < 4; ++i) {
            row = stepMatch(model, row, 1);
            seen << u"%1/%2"_s.arg(number(model, row)).arg(matchOrdinal(model, row));
        }
        QCOMPARE(seen.join(u' '), u"5/1 8/2 3/3 5/1"_s);
        row = stepMatch(model, row, -1);
        QCOMPARE(number(model, row), 3U);
        QCOMPARE(number(model, stepMatch(model, row, -1)), 8U);
        // From a line of context, and what such a line belongs to.
        QCOMPARE(number(model, stepMatch(model, 1, 1)), 5U);
        QCOMPARE(number(model, stepMatch(model, 4, 1)), 8U);
        QCOMPARE(number(model, stepMatch(model, 5, -1)), 5U);
        QCOMPARE(number(model, stepMatch(model, 8, 1)), 3U);
        QCOMPARE(matchOrdinal(model, 4), quint64{1});
        QCOMPARE(matchOrdinal(model, 5), quint64{2});
        QCOMPARE(previewTarget(model, 4).current, 0);
        QCOMPARE(previewTarget(model, 5).current, 1);
        QCOMPARE(model.path(5), QByteArray("/r/a"));
    }

    void stepsIntoLinesNotYetShown() {
        ResultModel model;
        PackedRowsBuilder builder;
        builder.file("/r/", "a");
        const uint32_t first = ResultStore::kFirstLines;
        for (uint64_t i = 1; i <= first + 5; ++i) builder.line(i * 10, "a match", 2, 7);
        add(model, builder);
        model.setContext(2);
        const int last = 1 + static_cast<int>(first) * 5 - 1;  // behind the last that is shown
        QVERIFY(model.row(last).isContext() && model.row(last + 1).isMore());
        QCOMPARE(number(model, stepMatch(model, last, 1)), quint64{first + 1} * 10);
        model.setShown(0, Shown::Some);
        QCOMPARE(number(model, stepMatch(model, 0, -1)), quint64{first + 5} * 10);
    }

    void readsTheLinesFromTheFile() {
        QVERIFY(writeFile(m_tree, u"code/f.c"_s,
                          "int a;\nint b;\nvoid f() {\n\tneedle();\n\tb();\n}\nint c;\n"));
        Found found;
        found.search(query("code"));
        found.model.setContext(2);
        QVERIFY(text(found.model).startsWith(u"2-…|3-…|"_s));
        // A match among its neighbours has its indentation, too.
        QTRY_COMPARE(text(found.model), u"2-int b;|3-void f() {|4: needle();|5- b();|6-}"_s);
        const LineView match = found.model.lineView(3);
        QCOMPARE(match.text.mid(match.marks.first().begin, match.marks.first().length),
                 u"needle"_s);
        QCOMPARE(found.model.data(found.model.index(2, 0), Qt::AccessibleTextRole).toString(),
                 u"Line 3, context: void f() {"_s);
        // What has been read is there at once.
        found.model.setContext(3);
        QCOMPARE(text(found.model),
                 u"1-int a;|2-int b;|3-void f() {|4: needle();|5- b();|6-}|7-int c;"_s);
        found.model.setContext(0);
        QCOMPARE(text(found.model), u"4:needle();"_s);
    }

    void readsAsTheSearchDid_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("encoding");
        const QString text = u"the first line\nsecond ä\nneedle here\nfourth ü\nlast\n"_s;
        const QString marked = QChar(0xFEFF) + text;
        const auto encoded = [](const QString& from, QStringConverter::Encoding encoding) {
            QStringEncoder encoder(encoding, QStringConverter::Flag::Stateless);
            return QByteArray(encoder.encode(from));
        };
        using Encoding = QStringConverter::Encoding;
        QTest::newRow("8") << text.toUtf8() << QByteArray();
        QTest::newRow("8 with a mark") << marked.toUtf8() << QByteArray();
        QTest::newRow("crlf") << QString(text).replace(u'\n', u"\r\n"_s).toUtf8() << QByteArray();
        QTest::newRow("16le") << encoded(text, Encoding::Utf16LE) << QByteArray();
        QTest::newRow("16be with a mark") << encoded(marked, Encoding::Utf16BE) << QByteArray();
        QTest::newRow("named") << text.toLatin1() << QByteArray("ISO-8859-1");
    }
    void readsAsTheSearchDid() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, encoding);
        QTemporaryDir tree;
        QVERIFY(writeFile(tree, u"text.txt"_s, bytes));
        Query wish = query({});
        wish.roots = {tree.path().toStdString()};
        wish.content->encoding = encoding.toStdString();
        Found found;
        found.search(wish);
        found.model.setContext(1);
        QTRY_COMPARE(text(found.model), u"2-second ä|3:needle here|4-fourth ü"_s);
    }

    /// The preview would guess the letters; the search saw bytes, and so does its list.
    void doesNotGuessWhereTheSearchDidNot() {
        QByteArray bytes = "needle\n";
        for (int i = 0; i < 60; ++i) {
            bytes += "Die \xdc"
                     "berpr\xfc"
                     "fung der Stra\xdf"
                     "en w\xe4hrend der sch\xf6nen Gespr\xe4"
                     "che\n";
        }
        QVERIFY(writeFile(m_tree, u"western/text.txt"_s, bytes));
        Found found;
        found.search(query("western"));
        found.model.setContext(1);
        QTRY_VERIFY(text(found.model).contains(u"2-Die \uFFFDberpr\uFFFDfung"_s));
    }

    void linesMayEndOtherwise() {
        QVERIFY(writeFile(m_tree, u"nul/list"_s,
                          QByteArray("one\nand a half\0two words\0needle\0four\0five\0", 42)));
        Query wish = query("nul");
        wish.content->nullData = true;
        Found found;
        found.search(wish);
        found.model.setContext(2);
        QTRY_COMPARE(text(found.model, true), u"1-one␊and a half|2-two words|4-four|5-five"_s);
    }

    void looksIntoWhatTheSearchDecompressed() {
        QVERIFY(writeFile(m_tree, u"packed/text.gz"_s,
                          QByteArray::fromHex("1f8b08000000000002ff4bcc29c848e4ca4b4d4dc94955c8482d"
                                              "4ae50200a804747512000000")));
        Query wish = query("packed");
        wish.content->compressed = true;
        Found found;
        found.search(wish);
        if (found.model.rowCount() == 0) QSKIP("there is no zlib");
        found.model.setContext(1);
        QTRY_COMPARE(text(found.model), u"1-alpha|2:needle here|-"_s);
    }

    void aMatchMaySpanLines() {
        QVERIFY(writeFile(m_tree, u"span/f.txt"_s, "1\n2\nneedle\nand thread\n5\n6\n"));
        Query wish = query("span");
        wish.content->patterns = {"needle\\nand"};
        wish.content->fixed = false;
        wish.content->multiline = true;
        Found found;
        found.search(wish);
        found.model.setContext(1);
        QTRY_COMPARE(text(found.model, true), u"2-2|5-5"_s);
    }

    void aFileEnds() {
        QVERIFY(writeFile(m_tree, u"end/f.txt"_s, "needle\nb\nc\nneedle"));
        QVERIFY(writeFile(m_tree, u"end/g.txt"_s, "needle\nlast\n"));
        Found found;
        found.search(query("end"));
        found.model.sort(ResultModel::Name);
        found.model.setContext(2);
        QTRY_COMPARE(text(found.model), u"1:needle|2-b|3-c|4:needle|-|-|1:needle|2-last|-"_s);
        const QModelIndex beyond = found.model.index(found.model.rowCount() - 1, 0);
        QVERIFY(!found.model.data(beyond, Qt::DisplayRole).isValid());
        QVERIFY(found.model.data(beyond, Qt::AccessibleTextRole).toString().contains(u"end"_s));
    }

    void saysWhenAFileHasChanged() {
        const auto encoded = [](const QString& text) {
            QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::Stateless);
            return QByteArray(encoder.encode(text));
        };
        const QString text = u"a line\nb\nneedle\nd\ne\n"_s;
        const QStringList names{u"plain"_s, u"wide"_s, u"longer"_s, u"gone"_s, u"binary"_s};
        for (const QString& name : names) {
            const QByteArray bytes = name == u"wide"_s ? encoded(text) : text.toUtf8();
            QVERIFY(writeFile(m_tree, u"changed/"_s + name, bytes));
        }
        Found found;
        found.search(query("changed"));
        QCOMPARE(found.model.rowCount(), 10);
        QVERIFY(writeFile(m_tree, u"changed/plain"_s, "another\n" + text.toUtf8()));
        QVERIFY(writeFile(m_tree, u"changed/wide"_s, encoded(u"another\n"_s + text)));
        QVERIFY(writeFile(m_tree, u"changed/longer"_s, text.toUtf8().replace("needle", "needles")));
        QVERIFY(QFile::remove(m_tree.filePath(u"changed/gone"_s)));
        QVERIFY(writeFile(m_tree, u"changed/binary"_s, QByteArray("\0\1\2", 3) + text.toUtf8()));
        found.model.sort(ResultModel::Name);  // binary gone longer plain wide
        found.model.setContext(2);
        const auto lines = [](const QString& why) {
            return u"1-|2-%1|3:needle|4-%1|5-"_s.arg(why);
        };
        const QString changed = lines(u"the file has changed"_s);
        QTRY_COMPARE(
            ContextTest::text(found.model),
            (QStringList{lines(u"a binary file"_s), lines(u"the file is no longer there"_s),
                         changed, changed, changed}
                 .join(u'|')));
        QVERIFY(found.model.lineView(2).note);
    }

    void cutsLongLines() {
        const QByteArray x(1'000'000, 'x');
        const QByteArray y(1'000'000, 'y');
        QVERIFY(writeFile(m_tree, u"long/a"_s, "1\n" + x + "\nneedle\n" + y + "\n5\n"));
        QVERIFY(writeFile(m_tree, u"long/b"_s,
                          "1\n" + x.left(20'000) + "\nneedle\n" + y.left(20'000) + "\n5\n"));
        QVERIFY(writeFile(m_tree, u"long/c"_s, "1\n" + x + " needle " + x + "\n3\n"));
        Found found;
        found.search(query("long"));
        found.model.sort(ResultModel::Name);
        found.model.setContext(2);
        const auto most = static_cast<int>(PackedRows::kMaxText);
        const QString xs(most, u'x');
        const QString ys(most, u'y');
        // Two lines further on nobody knows what stands there; the nearer is known at one end.
        QTRY_COMPARE(text(found.model, true),
                     (QStringList{u"1-…"_s, u"2-…"_s + xs, u"4-"_s + ys + u'…', u"5-…"_s, u"1-1"_s,
                                  u"2-"_s + xs + u'…', u"4-"_s + ys + u'…', u"5-5"_s, u"1-1"_s,
                                  u"3-…"_s, u"4-…"_s}
                          .join(u'|')));
    }

    void dropsAnswersOfAnOldSearch() {
        // It takes a while to come to this match: UTF-16 is decoded from its start.
        constexpr uint64_t kBefore = 200'000;
        const QString text = u"a line in front\n"_s.repeated(kBefore) + u"old\nneedle\nold\n"_s;
        QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::Stateless);
        QVERIFY(writeFile(m_tree, u"first/f"_s, QByteArray(encoder.encode(text))));
        QVERIFY(writeFile(m_tree, u"second/f"_s, "new\nneedle\nnew\n"));
        const auto results = [this](const char* folder, uint64_t line) {
            PackedRowsBuilder builder;
            builder.file(m_tree.filePath(QString::fromLatin1(folder)).toStdString() + "/", "f")
                .line(line, "needle", 0, 6)
                .at(4);
            auto files = std::make_unique<ResultFiles>();
            std::vector<uint32_t> grown;
            files->add(builder.take(), grown);
            return files;
        };
        const auto old = results("first", kBefore + 2);
        const auto now = results("second", 2);
        const ResultRow row = ResultRow::context(0, 0, -1);
        ContextLines lines;
        QCOMPARE(lines.find(*old, row).text, u"…"_s);
        QCoreApplication::processEvents();  // it begins to read ...
        QThreadPool::globalInstance()->waitForDone();
        lines.clear();  // ... and its answer is under way
        QCOMPARE(lines.find(*now, row).text, u"…"_s);
        QTRY_VERIFY(lines.find(*now, row).text != u"…"_s);
        QCOMPARE(lines.find(*now, row).text, u"new"_s);
    }

    void keepsItsPlaceOnTheScreen() {
        ResultModel model;
        for (int i = 0; i < 300; ++i)
            add(model, matches(PackedRowsBuilder().file("/r/", "f" + std::to_string(i)), {5, 20}));
        ResultView view(model);
        view.resize(700, 400);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.goToRow(301);  // line 5 of a file
        const auto match = model.row(301);
        const auto top = [&] { return view.visualRect(view.currentIndex()).top(); };
        const int before = top();
        QVERIFY(before > 0);
        for (const int lines : {1, 7, 10, 3, 0}) {
            model.setContext(lines);
            QCOMPARE(model.row(view.currentRow()), match);
            QCOMPARE(top(), before);
        }
        // Where the current row is out of sight, that which is at the top stays there.
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
        QVERIFY(top() < 0);
        const auto first = model.row(view.rowAt(0));
        const int offset = view.rowViewportPosition(view.rowAt(0));
        model.setContext(4);
        QCOMPARE(model.row(view.rowAt(0)), first);
        QCOMPARE(view.rowViewportPosition(view.rowAt(0)), offset);
    }

    void keepsASelectionOfAll() {
        ResultModel model;
        add(model, matches(PackedRowsBuilder().file("/r/", "a"), {5, 20}));
        add(model, matches(PackedRowsBuilder().file("/r/", "b"), {5}));
        ResultView view(model);
        view.selectAll();
        for (const int lines : {2, 0}) {
            model.setContext(lines);
            const QItemSelection selection = view.selectionModel()->selection();
            QCOMPARE(selection.size(), 1);
            QCOMPARE(selection.front().height(), model.rowCount());
            QCOMPARE(view.selectedPaths().size(), 2);
        }
        model.setContext(1);
        view.clearSelection();
        view.goToRow(1);  // a line of context stands for its file
        QCOMPARE(view.selectedPaths(), QList<QByteArray>{"/r/a"});
    }

    void drawsALineBetweenGroups() {
        ResultModel model;
        add(model, matches(PackedRowsBuilder().file("/r/", "a"), {5, 20}));
        model.setContext(1);
        QCOMPARE(shape(model), u"a 4- 5 6- |19- 20 21-"_s);
        ResultView view(model);
        view.resize(700, 400);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QPalette palette = view.palette();
        palette.setCurrentColorGroup(QPalette::Active);
        const QRgb line = colors(palette).line.rgb();
        const QImage image = view.viewport()->grab().toImage();
        const auto drawn = [&](int row) {
            const qreal ratio = image.devicePixelRatio();
            return image.pixel(qRound(300 * ratio),
                               qRound(view.rowViewportPosition(row) * ratio)) == line;
        };
        for (int row = 0; row < model.rowCount(); ++row) QCOMPARE(drawn(row), row == 4);
    }

    void sliderTellsWhatTheUserChooses() {
        ContextSlider slider;
        auto* inner = slider.findChild<QSlider*>();
        QVERIFY(inner);
        QSignalSpy spy(&slider, &ContextSlider::linesChanged);
        QCOMPARE(slider.lines(), 0);
        slider.setLines(4);
        QCOMPARE(slider.lines(), 4);
        QCOMPARE(spy.size(), 0);
        QVERIFY(labels(slider).contains(u"4"_s));
        QTest::keyClick(inner, Qt::Key_Right);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.last().first().toInt(), 5);
        QVERIFY(labels(slider).contains(u"5"_s));
        QTest::keyClick(inner, Qt::Key_PageUp);
        QCOMPARE(slider.lines(), 6);
        inner->setSliderDown(true);  // dragged
        inner->setSliderPosition(8);
        QCOMPARE(spy.last().first().toInt(), 8);
        inner->setSliderDown(false);
        slider.setLines(99);
        QCOMPARE(slider.lines(), ResultRow::kMostContext);
        QCOMPARE(inner->focusPolicy(), Qt::TabFocus);
        QVERIFY(!inner->accessibleName().isEmpty());
    }

private:
    /// A search and the table it fills, wired as in the window.
    struct Found {
        SearchSession session;
        ResultModel model;

        Found() {
            QObject::connect(&session, &SearchSession::started, &model, [this] {
                const auto& content = session.query().content;
                model.beginSearch(content ? &*content : nullptr);
            });
            QObject::connect(&session, &SearchSession::rowsReady, &model,
                             [this](RowBatches& rows) { model.append(rows); });
            QObject::connect(&session, &SearchSession::finished, &model,
                             [this] { model.endSearch(); });
        }
        void search(const Query& query) {
            QVERIFY(!session.start(query));
            QTRY_VERIFY(!session.isRunning());
        }
    };

    Query query(const char* folder) const {
        Query query;
        query.roots = {m_tree.filePath(QString::fromLatin1(folder)).toStdString()};
        query.content.emplace();
        query.content->patterns = {"needle"};
        query.content->fixed = true;
        return query;
    }

    static void add(ResultModel& model, PackedRowsBuilder& builder) {
        RowBatches batches = builder.batches();
        model.append(batches);
    }
    static PackedRowsBuilder& matches(PackedRowsBuilder& builder,
                                      const std::vector<uint64_t>& lines) {
        for (const uint64_t line : lines) builder.line(line, "a match", 2, 7);
        return builder;
    }
    /// Of these lines the ones from `begin` to `end`, by turns with two texts.
    static PackedRowsBuilder& some(PackedRowsBuilder& builder, const std::vector<uint64_t>& lines,
                                   size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            builder.line(lines[i], i % 3 == 1 ? "even" : "odd", 0, 3);
        return builder;
    }

    static quint64 number(const ResultModel& model, int row) {
        return model.store().linesOf(model.row(row)).first;
    }
    /// The name, then numbers of lines: "4-" of context, "|4" where something is left out in front.
    static QString shape(const ResultModel& model, int first = 0, int count = INT_MAX) {
        QStringList rows;
        for (int row = first; row < model.rowCount() && row - first < count; ++row) {
            const ResultRow here = model.row(row);
            if (here.isFile()) rows << displayText(model.store().name(here.file));
            else if (here.isMore()) rows << u"+"_s;
            else
                rows << (model.beginsGroup(row) ? u"|"_s : QString()) +
                            QString::number(number(model, row)) +
                            (here.isContext() ? u"-"_s : QString());
        }
        return rows.join(u' ');
    }
    static QList<quint64> numbers(const ResultModel& model) {
        QList<quint64> out;
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.row(row).isText()) out << number(model, row);
        return out;
    }
    /// Every line that is near enough to a match, each once.
    static QList<quint64> expected(const std::vector<uint64_t>& lines, int context) {
        std::set<quint64> out;
        for (const uint64_t line : lines) {
            const auto number = static_cast<int64_t>(line);
            for (int64_t at = std::max<int64_t>(1, number - context); at <= number + context; ++at)
                out.insert(static_cast<quint64>(at));
        }
        return {out.begin(), out.end()};
    }
    /// "4-a line|5:a match", as they are painted.
    static QString text(const ResultModel& model, bool onlyContext = false) {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (!model.row(row).isText() || (onlyContext && !model.row(row).isContext())) continue;
            const LineView line = model.lineView(row);
            rows << (line.number > 0 ? QString::number(line.number) : QString()) +
                        (line.context ? u'-' : u':') + line.text;
        }
        return rows.join(u'|');
    }
    static QStringList labels(const ContextSlider& slider) {
        QStringList out;
        for (const QLabel* label : slider.findChildren<QLabel*>()) out << label->text();
        return out;
    }

    QTemporaryDir m_tree;
};

QTEST_MAIN(ContextTest)
#include "ContextTest.moc"
