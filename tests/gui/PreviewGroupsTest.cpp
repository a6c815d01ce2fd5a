#include "gui/preview/PreviewGroups.h"

#include "GuiTestSupport.h"
#include "core/query/Query.h"
#include "gui/preview/PreviewEdit.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/widgets/Theme.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

using namespace findling::gui;
using namespace Qt::StringLiterals;

class PreviewGroupsTest : public QObject {
    Q_OBJECT

private slots:
    void findsGroups() {
        const auto groups = make("(\\w+)=(\\d+)");
        QVERIFY(groups);
        const std::vector<PreviewText::Mark> marks = {{0, 2, 4}, {0, 8, 5}};
        const auto parts = groups->find(u"a äb=1  cd=22"_s, marks);
        const std::vector<PreviewGroups::Part> expected = {
            {2, 2, 1}, {5, 1, 2}, {8, 2, 1}, {11, 2, 2}};
        QCOMPARE(parts, expected);
    }

    void coloursOnlyWhatTheSearchFound() {
        const auto groups = make("(a)(b)?");
        const std::vector<PreviewText::Mark> marks = {{0, 4, 1}};
        const auto parts = groups->find(u"ab  a"_s, marks);
        const std::vector<PreviewGroups::Part> expected = {{4, 1, 1}};  // (b) took no part
        QCOMPARE(parts, expected);
        QVERIFY(groups->find(u"ab  a"_s, {}).empty());
    }

    void countsCharactersBeyondTheFirstPlane() {
        const auto groups = make("x(y)");
        const std::vector<PreviewText::Mark> marks = {{0, 3, 2}};
        const auto parts = groups->find(u"\U0001F600 xy"_s, marks);
        const std::vector<PreviewGroups::Part> expected = {{4, 1, 1}};
        QCOMPARE(parts, expected);
    }

    void hasNoneWhereThereAreNone() {
        QVERIFY(!make("plain"));
        QVERIFY(!make("(?:a)(?=b)"));
        QVERIFY(!make("broken("));
        findling::ContentQuery fixed;
        fixed.patterns = {"(a)"};
        fixed.fixed = true;
        QVERIFY(!PreviewGroups::make(fixed));
        QVERIFY(!PreviewGroups::make({}));
    }

    void givesUpOnWhatTakesTooLong() {
        const auto groups = make("((a+)+)+$");
        const QString line = QString(2000, u'a') + u'b';
        const std::vector<PreviewText::Mark> marks = {{0, 0, 2000}};
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 200; ++i) QVERIFY(groups->find(line, marks).empty());
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        const std::vector<PreviewText::Mark> small = {{0, 0, 1}};
        QVERIFY(make("(a)")->find(QString(5000, u'a'), small).empty());  // too long a line
    }

    void huesAreReadable() {
        for (const bool dark : {false, true}) {
            applyAppearance(dark ? Appearance::Dark : Appearance::Light);
            const QColor text = QApplication::palette().color(QPalette::Text);
            QList<QColor> hues;
            for (int group = 1; group <= 4; ++group) {
                const QColor hue = groupColor(group, dark);
                QVERIFY(!hues.contains(hue));
                hues << hue;
                QVERIFY(contrast(hue, text) >= 4.5);
                if (!dark) QVERIFY(contrast(hue, Qt::black) >= 4.5);
                QVERIFY(hue != colors(QApplication::palette()).match);
            }
            const auto [low, high] =
                std::minmax_element(hues.begin(), hues.end(), [](const QColor& a, const QColor& b) {
                    return luminance(a) < luminance(b);
                });
            QVERIFY(contrast(*low, *high) < 1.3);  // of equal weight
            QCOMPARE(groupColor(5, dark), groupColor(1, dark));
        }
        applyAppearance(Appearance::Light);
    }

    void coloursTheLinesInSight() {
        QVERIFY(writeFile(m_tree, u"pairs.txt"_s, "name=12\nother\n"));
        findling::ContentQuery query;
        query.patterns = {"(\\w+)=(\\d+)"};
        PreviewPanel panel;
        panel.resize(500, 300);
        panel.QWidget::show();
        panel.setQuery(&query);
        PreviewTarget target;
        target.path = QFile::encodeName(m_tree.filePath(u"pairs.txt"_s));
        target.matches = {{1, 0, {{0, 7}}}};
        target.current = 0;
        panel.show(target);
        QTRY_COMPARE(panel.edit()->currentBlock(), 0);
        const bool dark = isDark(panel.palette());
        QVERIFY(hasBackground(panel, 0, 4, groupColor(1, dark)));
        QVERIFY(hasBackground(panel, 5, 2, groupColor(2, dark)));
        panel.setQuery(nullptr);
        QVERIFY(!hasBackground(panel, 0, 4, groupColor(1, dark)));
        QVERIFY(hasBackground(panel, 0, 7, colors(panel.palette()).currentMatch));
    }

private:
    static std::unique_ptr<PreviewGroups> make(const char* pattern) {
        findling::ContentQuery query;
        query.patterns = {pattern};
        return PreviewGroups::make(query);
    }
    static double luminance(const QColor& color) {
        const auto linear = [](double c) {
            return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    }
    static double contrast(const QColor& a, const QColor& b) {
        const auto [low, high] = std::minmax({luminance(a), luminance(b)});
        return (high + 0.05) / (low + 0.05);
    }
    static bool hasBackground(const PreviewPanel& panel, int begin, int length,
                              const QColor& color) {
        const auto formats = panel.edit()->document()->firstBlock().layout()->formats();
        return std::any_of(formats.begin(), formats.end(), [&](const auto& range) {
            return range.start == begin && range.length == length &&
                   range.format.background().color() == color;
        });
    }

    QTemporaryDir m_tree;
};

QTEST_MAIN(PreviewGroupsTest)
#include "PreviewGroupsTest.moc"
