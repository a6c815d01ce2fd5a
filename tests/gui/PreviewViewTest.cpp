#include "GuiTestSupport.h"
#include "gui/preview/MatchStrip.h"
#include "gui/preview/PreviewEdit.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/preview/PreviewReader.h"

#include <QAction>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>
#include <QWheelEvent>

using namespace findling::gui;
using namespace Qt::StringLiterals;

class PreviewViewTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QByteArray bytes;
        for (int i = 1; i <= 2000; ++i) bytes += "\tline " + QByteArray::number(i) + '\n';
        QVERIFY(writeFile(m_tree, u"lines.txt"_s, bytes));
        QByteArray words;
        for (int i = 0; i < 300; ++i) words += "several words ";
        QVERIFY(writeFile(m_tree, u"long.txt"_s, words + "\nsecond\n"));
    }

    void stripShowsWhereMatchesLie() {
        PreviewEdit edit;
        edit.resize(500, 400);
        edit.show();
        QVERIFY(edit.strip()->isHidden());
        edit.setText(read(u"lines.txt"_s, {{11, 0, {{1, 5}}}, {1501, 0, {{1, 5}}}}));
        QVERIFY(edit.strip()->isVisible());
        QCOMPARE(edit.strip()->blocks(), (std::vector<int>{10, 1500}));
        QCOMPARE(edit.strip()->rows().size(), size_t{2});
        // Between the text and the scroll bar, as high as the text.
        const QRect strip = edit.strip()->geometry();
        QCOMPARE(strip.left(), edit.viewport()->geometry().right() + 1);
        QCOMPARE(strip.height(), edit.viewport()->height());
        const int y = edit.strip()->yOf(1500);
        QVERIFY(y > strip.height() / 2 && y < strip.height());
        QVERIFY(edit.strip()->textAt(y).contains(u"1,501"_s) ||
                edit.strip()->textAt(y).contains(u"1501"_s));
        QVERIFY(edit.strip()->textAt(strip.height() / 4).isEmpty());
        edit.setText(read(u"lines.txt"_s, {}));
        QVERIFY(edit.strip()->isHidden());
    }

    void stripLeadsToAMatch() {
        PreviewEdit edit;
        edit.resize(500, 400);
        edit.show();
        edit.setText(read(u"lines.txt"_s, {{1501, 0, {{1, 5}}}}));
        const QSignalSpy wanted(edit.strip(), &MatchStrip::blockWanted);
        // A little beside it: a bar is thin.
        QTest::mouseClick(edit.strip(), Qt::LeftButton, {}, QPoint(3, edit.strip()->yOf(1500) + 1));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toInt(), 1500);
        QVERIFY(qAbs(middle(edit) - 1500) < 5);
        // The context of a place without a match, too.
        QTest::mouseClick(edit.strip(), Qt::LeftButton, {}, QPoint(3, edit.strip()->height() / 4));
        QVERIFY(qAbs(middle(edit) - 500) < 30);
    }

    void stripIsDraggedLikeAScrollBar() {
        PreviewEdit edit;
        edit.resize(500, 400);
        edit.show();
        edit.setText(read(u"lines.txt"_s, {{1, 0, {{1, 5}}}}));
        QTest::mousePress(edit.strip(), Qt::LeftButton, {}, QPoint(3, 100));
        const int before = middle(edit);
        QMouseEvent move(QEvent::MouseMove, QPointF(3, 300),
                         edit.strip()->mapToGlobal(QPoint(3, 300)), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(edit.strip(), &move);
        QVERIFY(middle(edit) > before + 500);
    }

    void stripMergesManyMatches() {
        MatchStrip strip;
        strip.resize(10, 500);
        std::vector<int> blocks(100'000);
        for (int i = 0; i < 100'000; ++i) blocks[static_cast<size_t>(i)] = i;
        strip.setMarks(blocks, 100'000, 1);
        QVERIFY(strip.rows().size() <= 500);
        QCOMPARE(strip.rows().front().first, size_t{0});
        QCOMPARE(strip.rows().back().last, size_t{99'999});
        strip.resize(10, 200);
        strip.grab();  // a widget that is not shown gets its size when it is drawn
        QVERIFY(strip.rows().size() <= 200);
    }

    void currentMatchIsStronger() {
        PreviewEdit edit;
        edit.resize(500, 400);
        edit.show();
        edit.setText(read(u"lines.txt"_s, {{501, 0, {{1, 5}}}, {1501, 0, {{1, 5}}}}));
        edit.setCurrentBlock(1500);
        QCOMPARE(edit.strip()->current(), 1500);
        const QImage image = edit.strip()->grab().toImage();
        const QColor current = image.pixelColor(0, edit.strip()->yOf(1500));
        const QColor other = image.pixelColor(4, edit.strip()->yOf(500));
        QVERIFY(current != other);
        QVERIFY(current != image.pixelColor(0, 2));
        QVERIFY(other != image.pixelColor(4, 2));
    }

    void wrapsLongLines() {
        PreviewPanel panel;
        panel.resize(500, 400);
        panel.QWidget::show();
        panel.show(target(u"long.txt"_s, {}));
        QTRY_VERIFY(panel.text());
        PreviewEdit* edit = panel.edit();
        QVERIFY(edit->horizontalScrollBar()->maximum() > 0);
        panel.wrapAction()->trigger();
        QTRY_COMPARE(edit->horizontalScrollBar()->maximum(), 0);
        QCOMPARE(edit->blockCount(), 2);
        QVERIFY(edit->document()->firstBlock().layout()->lineCount() > 10);
        // The number stands at the first of its lines alone.
        const QImage image = edit->grab().toImage();
        const int line = edit->fontMetrics().lineSpacing();
        const QColor ground = image.pixelColor(2, 6 * line);
        bool numbered = false;
        for (int x = 2; x < edit->gutterWidth() - 4; ++x) {
            for (int y = 2; y < 8 * line; ++y) {
                const bool ink = image.pixelColor(x, y) != ground;
                numbered = numbered || ink;
                QVERIFY(!ink || y < line + 8);
            }
        }
        QVERIFY(numbered);
        panel.wrapAction()->trigger();
        QTRY_VERIFY(edit->horizontalScrollBar()->maximum() > 0);
    }

    void findsTheCurrentMatchInWrappedLines() {
        QByteArray bytes;
        for (int i = 0; i < 200; ++i) bytes += QByteArray("several words ").repeated(40) + '\n';
        QVERIFY(writeFile(m_tree, u"wrapped.txt"_s, bytes));
        PreviewPanel panel;
        panel.resize(400, 300);
        panel.QWidget::show();
        panel.wrapAction()->setChecked(true);
        panel.show(target(u"wrapped.txt"_s, {{150, 0, {{500, 507}}}}));
        QTRY_COMPARE(panel.edit()->currentBlock(), 149);
        const PreviewEdit* edit = panel.edit();
        QVERIFY(edit->viewport()->rect().contains(edit->cursorRect().center()));
        QVERIFY(!edit->document()->findBlockByNumber(149).layout()->formats().isEmpty());
    }

    void showsTabsAndSpaces() {
        PreviewPanel panel;
        const auto flags = [&] { return panel.edit()->document()->defaultTextOption().flags(); };
        QVERIFY(!(flags() & QTextOption::ShowTabsAndSpaces));
        panel.whitespaceAction()->trigger();
        QVERIFY(flags() & QTextOption::ShowTabsAndSpaces);
        panel.resize(500, 300);
        panel.QWidget::show();
        panel.show(target(u"lines.txt"_s, {{3, 0, {{1, 5}}}}));
        QTRY_COMPARE(panel.edit()->currentBlock(), 2);
        QVERIFY(flags() & QTextOption::ShowTabsAndSpaces);  // the next text, too
        QVERIFY(!panel.edit()->document()->findBlockByNumber(2).layout()->formats().isEmpty());
        panel.whitespaceAction()->trigger();
        QVERIFY(!panel.edit()->document()->findBlockByNumber(2).layout()->formats().isEmpty());
    }

    void zooms() {
        PreviewPanel panel;
        panel.resize(500, 300);
        panel.QWidget::show();
        panel.show(target(u"lines.txt"_s, {{3, 0, {{1, 5}}}}));
        QTRY_VERIFY(panel.text());
        PreviewEdit* edit = panel.edit();
        const qreal size = QFontInfo(edit->font()).pointSizeF();
        const int gutter = edit->gutterWidth();
        const qreal tab = edit->tabStopDistance();
        for (int i = 0; i < 4; ++i) panel.zoomInAction()->trigger();
        QVERIFY(QFontInfo(edit->font()).pointSizeF() > size + 2);
        QVERIFY(edit->gutterWidth() > gutter);
        QVERIFY(edit->tabStopDistance() > tab);
        panel.zoomResetAction()->trigger();
        QCOMPARE(QFontInfo(edit->font()).pointSizeF(), size);
        QCOMPARE(edit->gutterWidth(), gutter);
        wheel(edit, 120);
        QCOMPARE(panel.viewState().value(u"zoom"_s).toInt(), 1);
        wheel(edit, -60);
        wheel(edit, -60);  // half steps, as of a touchpad, add up
        QCOMPARE(panel.viewState().value(u"zoom"_s).toInt(), 0);
        for (int i = 0; i < 100; ++i) panel.zoomOutAction()->trigger();
        QVERIFY(!panel.zoomOutAction()->isEnabled());
        QVERIFY(QFontInfo(edit->font()).pointSizeF() >= 4);
    }

    void keepsTheViewsState() {
        PreviewPanel first;
        first.wrapAction()->trigger();
        first.zoomInAction()->trigger();
        const QSignalSpy changed(&first, &PreviewPanel::viewStateChanged);
        first.zoomInAction()->trigger();
        QCOMPARE(changed.size(), 1);
        PreviewPanel second;
        second.setViewState(first.viewState());
        QVERIFY(second.wrapAction()->isChecked());
        QVERIFY(!second.whitespaceAction()->isChecked());
        QCOMPARE(second.viewState(), first.viewState());
        QCOMPARE(second.edit()->lineWrapMode(), QPlainTextEdit::WidgetWidth);
        second.setViewState({});
        QVERIFY(!second.wrapAction()->isChecked());
        QCOMPARE(second.edit()->font(), PreviewEdit().font());
    }

    void offersTheOptionsInTheHeader() {
        PreviewPanel panel;
        panel.resize(500, 300);
        panel.QWidget::show();
        QVERIFY(!panel.optionsButton()->accessibleName().isEmpty());
        panel.optionsButton()->click();
        QList<QMenu*> open;
        for (QMenu* menu : panel.findChildren<QMenu*>()) {
            if (menu->isVisible()) open << menu;
        }
        QCOMPARE(open.size(), 1);
        QVERIFY(open[0]->actions().contains(panel.wrapAction()));
        QVERIFY(open[0]->actions().contains(panel.zoomResetAction()));
        QVERIFY(open[0]->actions().contains(panel.encodingMenu()->menuAction()));
        open[0]->close();
    }

    void standsRightToLeft() {
        PreviewEdit edit;
        edit.setLayoutDirection(Qt::RightToLeft);
        edit.resize(500, 400);
        edit.show();
        edit.setText(read(u"lines.txt"_s, {{11, 0, {{1, 5}}}}));
        QCOMPARE(edit.strip()->geometry().right(), edit.viewport()->geometry().left() - 1);
        QVERIFY(edit.rect().contains(edit.strip()->geometry()));
    }

private:
    static void wheel(PreviewEdit* edit, int delta) {
        const QPointF at(50, 50);
        QWheelEvent event(at, edit->viewport()->mapToGlobal(at), {}, QPoint(0, delta), Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(edit->viewport(), &event);
    }
    static int middle(const PreviewEdit& edit) {
        return edit.cursorForPosition(edit.viewport()->rect().center()).blockNumber();
    }
    PreviewTarget target(const QString& name, std::vector<PreviewMatch> matches) const {
        PreviewTarget target;
        target.path = QFile::encodeName(m_tree.filePath(name));
        target.matches = std::move(matches);
        target.current = target.matches.empty() ? -1 : 0;
        return target;
    }
    std::shared_ptr<const PreviewText> read(const QString& name,
                                            std::vector<PreviewMatch> matches) const {
        return std::make_shared<const PreviewText>(
            readPreview(target(name, std::move(matches)), [] { return false; }));
    }

    QTemporaryDir m_tree;
};

QTEST_MAIN(PreviewViewTest)
#include "PreviewViewTest.moc"
