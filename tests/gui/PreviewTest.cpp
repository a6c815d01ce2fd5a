#include "GuiTestSupport.h"
#include "gui/preview/PreviewEdit.h"
#include "gui/preview/PreviewHighlighter.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/preview/PreviewReader.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace findling::gui;
using namespace Qt::StringLiterals;

class PreviewTest : public QObject {
    Q_OBJECT

private slots:
    void marksMatches() {
        QVERIFY(writeFile(m_tree, u"a.c"_s, "first\r\nint \xc3\xa4 = two;\nthird"));
        const PreviewText text = read(u"a.c"_s, {{2, 7, {{8, 11}}}});
        QCOMPARE(text.kind, PreviewText::Kind::Text);
        QCOMPARE(text.lines, 3);
        QCOMPARE(text.text.split(u'\n').at(1), u"int ä = two;"_s);
        QCOMPARE(text.marks.size(), size_t{1});
        QCOMPARE(text.marks[0].block, 1);
        QCOMPARE(text.marks[0].begin, 7);  // QChars: the umlaut has two bytes
        QCOMPARE(text.marks[0].length, 3);
    }

    void cutsLongLinesAroundTheMatch() {
        const QByteArray line = QByteArray(500'000, 'x') + "needle" + QByteArray(500'000, 'y');
        QVERIFY(writeFile(m_tree, u"long.js"_s, "short\n" + line + "\nend\n"));
        const PreviewText text = read(u"long.js"_s, {{2, 6, {{500'000, 500'006}}}});
        QCOMPARE(text.lines, 3);
        const QString shown = text.text.split(u'\n').at(1);
        QVERIFY(shown.size() < 5000);
        QVERIFY(shown.startsWith(u'…') && shown.contains(u"977 KB"_s));
        QCOMPARE(text.marks.size(), size_t{1});
        QCOMPARE(shown.mid(text.marks[0].begin, text.marks[0].length), u"needle"_s);
    }

    void keepsOneBlockPerLine() {
        QVERIFY(writeFile(m_tree, u"odd.txt"_s, "a\rb\x0c\x0b\n\xe2\x80\xa9x\n\xff\xfe z\n"));
        const PreviewText text = read(u"odd.txt"_s, {});
        PreviewEdit edit;
        edit.setText(std::make_shared<const PreviewText>(text));
        QCOMPARE(edit.blockCount(), text.lines);
        QCOMPARE(text.lines, 3);
    }

    void showsBinaryAsHex() {
        QVERIFY(writeFile(m_tree, u"b.bin"_s,
                          QByteArray("\x7f"
                                     "ELF\0\1\2",
                                     7)));
        const PreviewText text = read(u"b.bin"_s, {});
        QCOMPARE(text.kind, PreviewText::Kind::Hex);
        QVERIFY(text.text.startsWith(u"00000000  7f 45 4c 46 00"_s));
        QVERIFY(text.text.endsWith(u"|.ELF...|"_s));
        QVERIFY(!text.note.isEmpty());
    }

    void saysWhyThereIsNothing() {
        QCOMPARE(read(u"missing"_s, {}).kind, PreviewText::Kind::Message);
        QVERIFY(!read(u"missing"_s, {}).text.isEmpty());
        QVERIFY(writeFile(m_tree, u"empty"_s, ""));
        QCOMPARE(read(u"empty"_s, {}).kind, PreviewText::Kind::Message);
    }

    void saysWhenAFileIsGone() {
        QVERIFY(writeFile(m_tree, u"gone.txt"_s, "text"));
        PreviewPanel panel;
        panel.QWidget::show();
        panel.show(target(u"gone.txt"_s, {}));
        QVERIFY(QFile::remove(m_tree.filePath(u"gone.txt"_s)));  // before the delay is over
        QTRY_VERIFY(panel.text());
        QCOMPARE(panel.text()->kind, PreviewText::Kind::Message);
        QVERIFY(panel.text()->text.contains(u"deleted"_s));
    }

    void showsAWindowOfALargeFile() {
        QByteArray bytes;
        for (int i = 1; i <= 400'000; ++i)
            bytes += "line " + QByteArray::number(i).rightJustified(7, '0') + "\n";
        QVERIFY(writeFile(m_tree, u"large.log"_s, bytes));
        const quint64 number = 300'000;
        const PreviewText text = read(u"large.log"_s, {{number, (number - 1) * 13, {{5, 12}}}});
        QVERIFY(!text.whole);
        QVERIFY(text.note.contains(u"2.00 MB"_s) && text.note.contains(u"4.96 MB"_s));
        const int block = text.block(number);
        QVERIFY(block > 0);
        QCOMPARE(text.text.split(u'\n').at(block), u"line 0300000"_s);
        QCOMPARE(text.block(1), -1);
        QCOMPARE(text.marks.size(), size_t{1});
        QCOMPARE(text.marks[0].block, block);
    }

    void showsAMatchInsideAGiantLine() {
        QByteArray bytes = "first\n" + QByteArray(9'000'000, 'x');
        bytes.replace(6'000'006, 6, "needle");  // 6,000,000 bytes into the second line
        QVERIFY(writeFile(m_tree, u"giant.js"_s, bytes));
        const PreviewText text = read(u"giant.js"_s, {{2, 6, {{6'000'000, 6'000'006}}}});
        QVERIFY(!text.whole);
        QCOMPARE(text.firstLine, uint64_t{2});
        QCOMPARE(text.lines, 1);
        QCOMPARE(text.marks.size(), size_t{1});
        QCOMPARE(text.text.mid(text.marks[0].begin, text.marks[0].length), u"needle"_s);
        QVERIFY(text.text.size() < 5000);
    }

    void opensWithoutAMatchAtTheStart() {
        QByteArray bytes;
        while (bytes.size() < 5'000'000) bytes += "a line of a large file\n";
        QVERIFY(writeFile(m_tree, u"start.log"_s, bytes));
        const PreviewText text = read(u"start.log"_s, {});
        QVERIFY(!text.whole && !text.approximate);
        QCOMPARE(text.firstLine, uint64_t{1});
        QVERIFY(text.lead.isEmpty());
    }

    void survivesAFileThatBecameShorter() {
        QByteArray bytes;
        while (bytes.size() < 5'000'000) bytes += "a line of a large file\n";
        QVERIFY(writeFile(m_tree, u"shrunk.log"_s, bytes));
        const PreviewText text = read(u"shrunk.log"_s, {{9'000'000, 900'000'000, {{0, 1}}}});
        QCOMPARE(text.kind, PreviewText::Kind::Text);
        QVERIFY(text.lines > 0);
    }

    void readsFilesThatTellNoSize() {
        if (!QFile::exists(u"/proc/self/status"_s)) QSKIP("there is no /proc");
        PreviewTarget target;
        target.path = "/proc/self/status";
        const PreviewText text = readPreview(target, never);
        QCOMPARE(text.kind, PreviewText::Kind::Text);
        QVERIFY(text.text.startsWith(u"Name:"_s));
    }

    void carriesAMatchOverLines() {
        QVERIFY(writeFile(m_tree, u"two.txt"_s, "one\ntwo\n"));
        PreviewTarget target = this->target(u"two.txt"_s, {{1, 0, {{1, 6}}}});
        target.reading.multiline = true;
        const PreviewText text = readPreview(target, never);
        QCOMPARE(text.marks.size(), size_t{2});
        QCOMPARE(text.marks[0].begin, 1);
        QCOMPARE(text.marks[0].length, 2);
        QCOMPARE(text.marks[1].block, 1);
        QCOMPARE(text.marks[1].length, 2);
    }

    void stepsBetweenMatchesOfOneFile() {
        QByteArray bytes;
        for (int i = 1; i <= 2000; ++i) bytes += "x\n";
        QVERIFY(writeFile(m_tree, u"steps.txt"_s, bytes));
        PreviewPanel panel;
        panel.resize(500, 300);
        panel.QWidget::show();
        PreviewTarget target =
            this->target(u"steps.txt"_s, {{10, 18, {{0, 1}}}, {1500, 2998, {{0, 1}}}});
        target.current = 0;
        panel.show(target);
        QTRY_COMPARE(panel.edit()->currentBlock(), 9);
        const QSignalSpy shown(&panel, &PreviewPanel::shown);
        target.current = 1;
        panel.show(target);
        QCOMPARE(panel.edit()->currentBlock(), 1499);  // at once: the text is there
        QCOMPARE(shown.size(), 0);
        QVERIFY(panel.edit()->viewport()->rect().contains(panel.edit()->cursorRect().center()));
        const QTextBlock block = panel.edit()->document()->findBlockByNumber(1499);
        QVERIFY(!block.layout()->formats().isEmpty());
    }

    void anotherSearchMarksAnew() {
        QVERIFY(writeFile(m_tree, u"same.txt"_s, "alpha beta\n"));
        PreviewPanel panel;
        panel.QWidget::show();
        panel.show(target(u"same.txt"_s, {{1, 0, {{0, 5}}}}));
        QTRY_VERIFY(panel.text() && !panel.text()->marks.empty());
        QCOMPARE(panel.text()->marks[0].begin, 0);
        panel.show(target(u"same.txt"_s, {{1, 0, {{6, 10}}}}));
        QTRY_COMPARE(panel.text()->marks[0].begin, 6);
    }

    void buttonsAskForTheNext() {
        PreviewPanel panel;
        panel.setPosition(12, 39);
        QVERIFY(panel.position().contains(u"12"_s) && panel.position().contains(u"39"_s));
        const QSignalSpy next(&panel, &PreviewPanel::nextWanted);
        const QSignalSpy previous(&panel, &PreviewPanel::previousWanted);
        panel.nextButton()->click();
        panel.previousButton()->click();
        QCOMPARE(next.size(), 1);
        QCOMPARE(previous.size(), 1);
        panel.setPosition(0, 0);
        QVERIFY(!panel.nextButton()->isEnabled());
    }

    void onlyTheLastWishIsShown() {
        for (int i = 0; i < 30; ++i) {
            QVERIFY(writeFile(m_tree, u"w%1.txt"_s.arg(i),
                              QByteArray("text ") + QByteArray::number(i)));
        }
        PreviewPanel panel;
        panel.QWidget::show();
        QSignalSpy shown(&panel, &PreviewPanel::shown);
        for (int i = 0; i < 30; ++i) {
            panel.show(target(u"w%1.txt"_s.arg(i), {}));
            if (i % 5 == 0) QTest::qWait(20);
        }
        QTRY_VERIFY(panel.text() && panel.text()->text == u"text 29"_s);
        shown.clear();
        panel.clear();
        QVERIFY(!shown.wait(200));
        QVERIFY(!panel.text());
    }

    void coloursCode() {
        if (!hasHighlighter()) QSKIP("built without KSyntaxHighlighting");
        QVERIFY(writeFile(m_tree, u"colour.cpp"_s, "// a comment\nint main() { return 0; }\n"));
        const PreviewText text = read(u"colour.cpp"_s, {});
        const PreviewColors colors = highlight(text, false, never);
        QVERIFY(!colors.spans.empty());
        QCOMPARE(colors.firstSpan.size(), size_t{3});  // two lines and the sentinel
        QCOMPARE(colors.spans[0].begin, 0);
        QVERIFY(highlight(text, false, [] { return true; }).spans.empty());
    }

    void coloursAWindowByWhatComesBeforeIt() {
        if (!hasHighlighter()) QSKIP("built without KSyntaxHighlighting");
        // 16 bytes a line; a comment opens 100 lines before the window does, and never closes.
        const int match = 200'000;
        const int opens = match - (1 << 20) / 16 - 100;
        QByteArray bytes;
        for (int i = 1; i <= 400'000; ++i)
            bytes += i == opens ? "/* comment ....\n" : "int value = 1;.\n";
        QVERIFY(writeFile(m_tree, u"window.c"_s, bytes));
        const quint64 offset = static_cast<quint64>(match - 1) * 16;
        const PreviewTarget target = this->target(u"window.c"_s, {{match, offset, {{0, 3}}}});
        const PreviewText text = readPreview(target, never);
        QVERIFY(text.approximate);
        QVERIFY(text.lead.contains(u"/* comment"_s));
        const PreviewColors colors = highlight(text, false, never);
        QVERIFY(colors.firstSpan.size() > 1);
        int covered = 0;  // all of the first line is comment, not the type and the number alone
        for (uint32_t i = colors.firstSpan[0]; i < colors.firstSpan[1]; ++i)
            covered += colors.spans[i].length;
        QCOMPARE(covered, 15);

        PreviewPanel panel;
        panel.QWidget::show();
        panel.show(target);
        QTRY_VERIFY_WITH_TIMEOUT(panel.isColored(), 15000);
        QVERIFY(panel.note().contains(u"colours approximate"_s));
    }

    void opensALargeTextAtOnce() {
        QByteArray bytes;
        for (int i = 0; i < 90'000; ++i) bytes += "static int value = 42; /* a line of code */\n";
        QVERIFY(writeFile(m_tree, u"big.c"_s, bytes));
        const auto text = std::make_shared<const PreviewText>(read(u"big.c"_s, {}));
        QVERIFY(text->whole);
        PreviewEdit edit;
        edit.resize(600, 400);
        edit.show();
        QElapsedTimer timer;
        timer.start();
        edit.setText(text);
        QCoreApplication::processEvents();
        qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    }

private:
    static bool never() { return false; }

    PreviewTarget target(const QString& name, std::vector<PreviewMatch> matches) const {
        PreviewTarget target;
        target.path = QFile::encodeName(m_tree.filePath(name));
        target.matches = std::move(matches);
        target.current = target.matches.empty() ? -1 : 0;
        return target;
    }
    PreviewText read(const QString& name, std::vector<PreviewMatch> matches) const {
        return readPreview(target(name, std::move(matches)), never);
    }

    QTemporaryDir m_tree;
};

QTEST_MAIN(PreviewTest)
#include "PreviewTest.moc"
