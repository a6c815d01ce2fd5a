#include "gui/query/NameWords.h"

#include "core/pattern/Glob.h"

#include <QTest>

#include <algorithm>

using namespace findling;
using namespace findling::gui;
using namespace Qt::StringLiterals;

class NameWordsTest : public QObject {
    Q_OBJECT

private slots:
    void matches_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("found");
        const auto row = [](const char* name, const char* typed, const char* path, bool found) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(path) << found;
        };
        row("a part", "port", "docs/report.txt", true);
        row("not in the folder", "docs", "docs/report.txt", false);
        row("any case", "report", "REPORT.TXT", true);
        row("a capital counts", "Report", "report.txt", false);
        row("two words", "txt rep", "report.txt", true);
        row("two words, one missing", "txt xyz", "report.txt", false);
        row("overlapping", "ab bc", "xabcx", true);
        row("overlapping the other way", "bc ab", "xabcx", true);
        row("one inside the other", "test tests", "tests.c", true);
        row("one inside the other, too short", "test tests", "test.c", false);
        row("the same twice", "aa aa", "aa", true);
        row("overlap in another case", "AB bC", "xABCx", false);
        row("three", "c a b", "abc", true);
        row("four", "d c a b", "a-b-c-d", true);
        row("five", "five d c a b", "a-b-c-d-five", true);
        row("a word and a path", "main src/", "src/main.c", false);
        row("a word and part of a path", ".c src/ma", "src/main.c", true);
        row("umlauts", "ärger", "Kein ÄRGER.txt", true);
        row("wildcard is the whole name", "*.txt", "report.txt", true);
        row("wildcard is the whole name, longer", "*.tx", "report.txt", false);
        row("a glob with a blank", "my *.txt", "my report.txt", true);
        row("braces", "*.{c,h}", "src/x.h", true);
        row("path", "src/ma", "a/src/main.c", true);
        row("path at the start", "src/ma", "src/main.c", true);
        row("path in a name", "rc/ma", "src/main.c", true);
        row("path elsewhere", "src/ma", "src/x/main.c", false);
        row("blanks around", "  report ", "report.txt", true);
        row("brackets mean a set", "[rx]eport*", "xeport", true);
    }
    void matches() {
        QFETCH(QString, typed);
        QFETCH(QString, path);
        QFETCH(bool, found);
        const NameWords words = nameWords(typed.toStdString());
        QVERIFY(!words.globs.empty());
        const std::string whole = path.toStdString();
        const std::string name = whole.substr(whole.rfind('/') + 1);
        const bool all =
            std::all_of(words.globs.begin(), words.globs.end(), [&](const std::string& text) {
                const auto glob = Glob::compile(text, CaseMode::Smart);
                return glob && glob->matches(whole, name);
            });
        QCOMPARE(all, found);
    }

    void emptyMeansEveryName() {
        QVERIFY(nameWords("").globs.empty());
        QVERIFY(nameWords("  ").globs.empty());
    }
};

QTEST_MAIN(NameWordsTest)
#include "NameWordsTest.moc"
