#include "GuiTestSupport.h"
#include "core/content/Decompressor.h"
#include "core/content/EncodingGuess.h"
#include "core/query/Query.h"
#include "gui/preview/PreviewEdit.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/preview/PreviewReader.h"

#include <QAction>
#include <QMenu>
#include <QStringEncoder>
#include <QTest>

#include <string_view>

using namespace findling::gui;
using namespace Qt::StringLiterals;

class PreviewEncodingTest : public QObject {
    Q_OBJECT

private slots:
    void decodesUnicode_data() {
        QTest::addColumn<QStringConverter::Encoding>("encoding");
        QTest::addColumn<bool>("mark");
        QTest::addColumn<QString>("note");
        using Encoding = QStringConverter::Encoding;
        QTest::newRow("16le") << Encoding::Utf16LE << false << u"UTF-16LE"_s;
        QTest::newRow("16be") << Encoding::Utf16BE << false << u"UTF-16BE"_s;
        QTest::newRow("32le") << Encoding::Utf32LE << false << u"UTF-32LE"_s;
        QTest::newRow("16le with a mark") << Encoding::Utf16LE << true << u"UTF-16LE"_s;
        QTest::newRow("16be with a mark") << Encoding::Utf16BE << true << u"UTF-16BE"_s;
        QTest::newRow("8 with a mark") << Encoding::Utf8 << true << QString();
    }
    void decodesUnicode() {
        QFETCH(QStringConverter::Encoding, encoding);
        QFETCH(bool, mark);
        QFETCH(QString, note);
        QString text = u"the first line of text\nfür needle äöü\nand the last one\n"_s;
        if (mark) text.prepend(QChar(0xFEFF));
        QStringEncoder encoder(encoding, QStringConverter::Flag::Stateless);
        const QByteArray bytes = encoder.encode(text);
        QVERIFY(writeFile(m_tree, u"unicode.txt"_s, bytes));
        // In UTF-8, as the search has it: "für " takes five bytes.
        const PreviewText shown = read(u"unicode.txt"_s, {{2, 23, {{5, 11}}}});
        QCOMPARE(shown.kind, PreviewText::Kind::Text);
        QCOMPARE(shown.note, note);
        QCOMPARE(shown.text.section(u'\n', 0, 0), u"the first line of text"_s);
        QCOMPARE(marked(shown), u"needle"_s);
    }

    void decodesALargeFileFromItsStart() {
        QString text;
        for (int i = 1; i <= 500'000; ++i) text += u"zeile %1 ä\n"_s.arg(i, 7, 10, QChar(u'0'));
        QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::Stateless);
        QVERIFY(writeFile(m_tree, u"large16.txt"_s, QByteArray(encoder.encode(text))));
        const quint64 line = 400'000;
        const quint64 perLine = 17;  // bytes of UTF-8
        const PreviewText shown = read(u"large16.txt"_s, {{line, (line - 1) * perLine, {{6, 13}}}});
        QVERIFY(!shown.whole);
        QVERIFY(shown.note.contains(u"UTF-16LE"_s));
        QCOMPARE(marked(shown), u"0400000"_s);
        QCOMPARE(shown.block(line), shown.marks.at(0).block);
    }

    /// The search saw bytes, the preview shows letters: matches are found again.
    void marksTheSameWordsInAnotherEncoding() {
        QVERIFY(writeFile(m_tree, u"western.txt"_s, "first\n\xe4\xf6\xfc needle \xe9\n"));
        PreviewTarget target = this->target(u"western.txt"_s, {{2, 6, {{4, 10}}}});
        target.reading.encoding = "Windows-1252";
        const PreviewText shown = readPreview(target, never);
        QCOMPARE(shown.text.section(u'\n', 1, 1), u"äöü needle é"_s);
        QCOMPARE(marked(shown), u"needle"_s);
        QVERIFY(shown.note.contains(u"1252"_s));
        // And where the search decoded, and the user chose another.
        target.matches = {{2, 6, {{7, 13}}}};
        target.reading.searchEncoding = "ISO-8859-1";
        target.reading.encoding = "KOI8-R";
        QCOMPARE(marked(readPreview(target, never)), u"needle"_s);
        target.reading.encoding = "";
        QCOMPARE(marked(readPreview(target, never)), u"needle"_s);
    }

    void findsAPlaceByItsLineInALargeDecodedFile() {
        QByteArray bytes;
        for (int i = 1; i <= 500'000; ++i)
            bytes += "zeile \xe4 " + QByteArray::number(i).rightJustified(7, '0') + '\n';
        QVERIFY(writeFile(m_tree, u"latin.log"_s, bytes));
        const quint64 line = 400'000;
        // (Offsets and spans are those of the decoded text, where a line takes 17 bytes.)
        PreviewTarget target = this->target(u"latin.log"_s, {{line, (line - 1) * 17, {{9, 16}}}});
        target.reading.searchEncoding = "ISO-8859-1";
        const PreviewText shown = readPreview(target, never);
        QVERIFY(!shown.whole);
        QCOMPARE(marked(shown), u"0400000"_s);
    }

    void leavesOutMarksThatCannotBeRight() {
        QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::Stateless);
        const QByteArray bytes = encoder.encode(u"some words of text\nand needle\n"_s);
        QVERIFY(writeFile(m_tree, u"wide.txt"_s, bytes));
        PreviewTarget target = this->target(u"wide.txt"_s, {{2, 19, {{4, 10}}}});
        QCOMPARE(marked(readPreview(target, never)), u"needle"_s);
        target.reading.encoding = "Windows-1252";
        const PreviewText shown = readPreview(target, never);
        QCOMPARE(shown.kind, PreviewText::Kind::Text);
        QVERIFY(shown.marks.empty());
    }

    void guessesLegacyText() {
        if (!findling::encodingGuessAvailable()) QSKIP("uchardet is not here");
        QByteArray bytes;
        for (int i = 0; i < 60; ++i) {
            bytes += "Die \xdc"
                     "berpr\xfc"
                     "fung der Stra\xdf"
                     "en w\xe4hrend der gro\xdf"
                     "en "
                     "\xd6"
                     "ffnung f\xfchrte zu sch\xf6nen Gespr\xe4"
                     "chen \xfc"
                     "ber alles.\n";
        }
        QVERIFY(writeFile(m_tree, u"german.txt"_s, bytes));
        const PreviewText shown = read(u"german.txt"_s, {});
        QVERIFY(shown.text.startsWith(u"Die Überprüfung"_s));
        QVERIFY(!shown.note.isEmpty());
    }

    void replacesWhatIsInvalid() {
        PreviewTarget target = this->target(u"broken.txt"_s, {{1, 0, {{2, 4}}}});
        QVERIFY(writeFile(m_tree, u"broken.txt"_s, "\xff ok\n"));
        target.reading.encoding = "UTF-8";
        const PreviewText shown = readPreview(target, never);
        QCOMPARE(shown.text, QString(QChar(0xFFFD)) + u" ok"_s);
        QCOMPARE(marked(shown), u"ok"_s);
        QVERIFY(shown.note.isEmpty());
    }

    void saysThatAnEncodingIsUnknown() {
        QVERIFY(writeFile(m_tree, u"plain.txt"_s, "text\n"));
        PreviewTarget target = this->target(u"plain.txt"_s, {});
        target.reading.encoding = "no-such-encoding";
        const PreviewText shown = readPreview(target, never);
        QCOMPARE(shown.kind, PreviewText::Kind::Message);
        QVERIFY(shown.text.contains(u"no-such-encoding"_s));
    }

    void looksIntoWhatTheSearchDecompressed() {
        const QByteArray bytes = QByteArray::fromHex(
            "1f8b08000000000002ff4bcc29c848e4ca4b4d4dc94955c8482d4ae50200a804747512000000");
        const std::string_view head(bytes.constData(), static_cast<size_t>(bytes.size()));
        if (!findling::canDecompress(head)) QSKIP("there is no zlib");
        QVERIFY(writeFile(m_tree, u"text.gz"_s, bytes));
        PreviewTarget target = this->target(u"text.gz"_s, {{2, 6, {{0, 6}}}});
        QCOMPARE(readPreview(target, never).kind, PreviewText::Kind::Hex);
        target.reading.compressed = true;
        const PreviewText shown = readPreview(target, never);
        QCOMPARE(shown.text, u"alpha\nneedle here"_s);
        QCOMPARE(marked(shown), u"needle"_s);
    }

    void menuReadsThisFileAnew() {
        QVERIFY(writeFile(m_tree, u"menu.txt"_s, "\xe4\xf6 needle\n"));
        QVERIFY(writeFile(m_tree, u"other.txt"_s, "other\n"));
        PreviewPanel panel;
        panel.QWidget::show();
        panel.show(target(u"menu.txt"_s, {{1, 0, {{3, 9}}}}));
        QTRY_VERIFY(panel.text());
        choose(panel, u"KOI8-R"_s);
        QTRY_VERIFY(panel.note().contains(u"KOI8-R"_s));
        QCOMPARE(panel.text()->text, u"ДЖ needle"_s);
        QCOMPARE(marked(*panel.text()), u"needle"_s);
        // Steps within the file keep what was chosen, another file is guessed again.
        panel.show(target(u"menu.txt"_s, {{1, 0, {{3, 9}}}}));
        QVERIFY(panel.note().contains(u"KOI8-R"_s));
        panel.show(target(u"other.txt"_s, {}));
        QTRY_COMPARE(panel.text()->text, u"other"_s);
        QVERIFY(panel.note().isEmpty());
        QVERIFY(action(panel, {})->isChecked());
    }

    void everyEncodingOfTheMenuWorks() {
        QVERIFY(writeFile(m_tree, u"ascii.txt"_s, "plain text\n"));
        const PreviewPanel panel;
        int known = 0;
        for (const QAction* action : panel.encodingMenu()->actions()) {
            if (action->isSeparator()) continue;
            PreviewTarget target = this->target(u"ascii.txt"_s, {});
            target.reading.encoding = action->data().toString().toStdString();
            const PreviewText shown = readPreview(target, never);
            QVERIFY2(shown.kind == PreviewText::Kind::Text, qPrintable(action->text()));
            ++known;
        }
        QVERIFY(known > 15);
    }

    void followsTheSearch() {
        QVERIFY(writeFile(m_tree, u"cyrillic.txt"_s, "\xc4\xd6 needle\n"));
        findling::ContentQuery query;
        query.patterns = {"needle"};
        query.encoding = "koi8-r";
        PreviewPanel panel;
        panel.QWidget::show();
        panel.setQuery(&query);
        panel.show(target(u"cyrillic.txt"_s, {{1, 0, {{5, 11}}}}));
        QTRY_VERIFY(panel.text());
        QCOMPARE(panel.text()->text, u"дж needle"_s);
        QCOMPARE(marked(*panel.text()), u"needle"_s);
    }

private:
    static bool never() { return false; }

    static QAction* action(const PreviewPanel& panel, const QString& name) {
        for (QAction* action : panel.encodingMenu()->actions()) {
            if (!action->isSeparator() && action->data().toString() == name) return action;
        }
        return nullptr;
    }
    static void choose(const PreviewPanel& panel, const QString& name) {
        QAction* wanted = action(panel, name);
        QVERIFY(wanted);
        wanted->trigger();
    }
    /// What the first mark covers.
    static QString marked(const PreviewText& text) {
        if (text.marks.empty()) return {};
        const PreviewText::Mark& mark = text.marks.front();
        return text.text.section(u'\n', mark.block, mark.block).mid(mark.begin, mark.length);
    }
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

QTEST_MAIN(PreviewEncodingTest)
#include "PreviewEncodingTest.moc"
