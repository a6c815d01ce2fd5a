/// In the window: names that come from memory with each key, and searches within results.

#include "GuiTestSupport.h"
#include "gui/MainWindow.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/query/FolderBar.h"
#include "gui/query/SearchPanel.h"
#include "gui/results/ResultModel.h"
#include "gui/results/ResultPane.h"
#include "gui/results/ResultView.h"
#include "gui/widgets/PatternEdit.h"
#include "gui/widgets/StatusLine.h"

#include <QSignalSpy>
#include <QTest>

using namespace findling;
using namespace findling::gui;
using namespace Qt::StringLiterals;

class RefineTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { isolateSettings(); }

    void init() {
        m_tree = std::make_unique<QTemporaryDir>();
        writeSample(*m_tree);
        m_window = std::make_unique<MainWindow>(QList<QByteArray>{root()});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
    }
    void cleanup() { m_window.reset(); }

    void eachKeyIsAnsweredFromMemory() {
        keys(name(), u"m"_s);
        waitForEnd();
        QCOMPARE(shownNames(), QStringList(4, u"main.c"_s));
        m_window->session()->setQuiet(60'000);  // the disk waits
        keys(name(), u"a"_s);
        QVERIFY(m_window->session()->isRunning());  // before any pause
        QSignalSpy recalled(m_window->session(), &SearchSession::recalled);
        QVERIFY(recalled.wait());
        QCOMPARE(shownNames(), QStringList(4, u"main.c"_s));
        QTRY_VERIFY(m_window->statusLine()->text().contains(u"memory"_s));
        m_window->session()->setQuiet(0);
        name()->clear();
        keys(name(), u"dev"_s);
        waitForEnd();
        QCOMPARE(shownNames(), QStringList(4, u"device.h"_s));
        QVERIFY(m_window->statusLine()->text().contains(u"4"_s));
    }

    void whatTheDiskSaysFollowsAndTheCurrentRowStays() {
        keys(name(), u"q"_s);
        waitForEnd();
        QVERIFY(!m_window->resultPane()->showsTable());
        QVERIFY(QFile::remove(m_tree->filePath(u"drivers/base/main.c"_s)));
        QVERIFY(writeFile(*m_tree, u"drivers/main.new"_s, "x"));
        name()->clear();
        keys(name(), u"main"_s);
        QTRY_COMPARE(shownNames().size(), 4);
        ResultView* view = m_window->resultView();
        int row = 0;
        while (m_window->resultModel()->path(row) != root() + "/kernel/power/main.c") ++row;
        view->goToRow(row);
        waitForEnd();
        QTRY_COMPARE(m_window->resultModel()->rowCount(), 4);
        QVERIFY(shownNames().contains(u"main.new"_s));
        QCOMPARE(m_window->resultModel()->path(view->currentRow()),
                 root() + "/kernel/power/main.c");
    }

    void nothingIsLeftWhenTheLastOneIsGone() {
        keys(name(), u"q"_s);
        waitForEnd();
        QVERIFY(writeFile(*m_tree, u"only.one"_s, "x"));
        name()->clear();
        keys(name(), u"only"_s);
        waitForEnd();
        QCOMPARE(shownNames(), QStringList{u"only.one"_s});
        QVERIFY(QFile::remove(m_tree->filePath(u"only.one"_s)));
        keys(name(), u"."_s);
        QTRY_COMPARE(m_window->resultModel()->rowCount(), 1);
        waitForEnd();
        QTRY_COMPARE(m_window->resultModel()->rowCount(), 0);
        QTRY_VERIFY(!m_window->resultPane()->showsTable());
    }

    void aSearchWithinResultsAndAnotherWithinThose() {
        keys(text(), u"suspend_device"_s);
        waitForEnd();
        QCOMPARE(m_window->resultModel()->store().files(), size_t{4});
        m_window->searchWithin();
        QTRY_COMPARE(m_window->searchPanel()->form().within.size(), 1);
        QCOMPARE(m_window->searchPanel()->form().within.first().files, qsizetype{4});
        QVERIFY(text()->text().isEmpty());
        QVERIFY(text()->hasFocus());
        QCOMPARE(m_window->resultModel()->store().files(), size_t{4});  // still to be seen
        keys(text(), u"resume_device"_s);  // in main.c, too, but not within these
        waitForEnd();
        QTRY_COMPARE(m_window->resultModel()->store().files(), size_t{4});
        for (const QString& name : shownNames()) QVERIFY(name == u"device.h"_s);
        QVERIFY(QString::fromUtf8(QByteArray::fromStdString(
                                      std::string(m_window->resultModel()->store().folder(0))))
                    .count(u'/') <= 2);  // below the folder, not the whole path
        QVERIFY(QFile::remove(m_tree->filePath(u"drivers/usb/core/device.h"_s)));
        m_window->searchWithin();
        QTRY_COMPARE(m_window->searchPanel()->form().within.size(), 2);
        keys(text(), u"pragma"_s);
        waitForEnd();
        QTRY_COMPARE(m_window->resultModel()->store().files(), size_t{3});
        QCOMPARE(at(m_window->session()->progress().skips, SkipReason::Vanished), uint64_t{1});
    }

    void ctrlEnterInAFieldGoesOnWithinTheResults() {
        keys(text(), u"suspend_device"_s);
        waitForEnd();
        QTest::keyClick(text(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_window->searchPanel()->form().within.size(), 1);
    }

    void withoutAFileThereIsNothingToSearchIn() {
        keys(name(), u"drivers/"_s);
        waitForEnd();
        QVERIFY(m_window->resultModel()->rowCount() > 0);
        m_window->searchWithin();
        QTRY_VERIFY(!m_window->searchPanel()->message().isEmpty());
        QVERIFY(m_window->searchPanel()->form().within.isEmpty());
        name()->clear();
        keys(name(), u"main"_s);
        waitForEnd();
        QVERIFY(m_window->searchPanel()->message().isEmpty());
    }

    void aStepIsMadeOfTheWholeSearch() {
        SearchForm form = m_window->searchPanel()->form();
        form.text = u"suspend_device"_s;
        m_window->search(form);
        QVERIFY(m_window->session()->isRunning());
        m_window->searchWithin();  // nothing is found yet
        QVERIFY(m_window->searchPanel()->form().within.isEmpty());
        QTRY_COMPARE(m_window->searchPanel()->form().within.size(), 1);
        QCOMPARE(m_window->searchPanel()->form().within.first().files, qsizetype{4});
        // One that is overtaken by another search is forgotten.
        keys(text(), u"resume"_s);
        waitForEnd();
        m_window->searchWithin();
        form.text = u"int"_s;
        m_window->search(form);
        waitForEnd();
        QTest::qWait(100);
        QVERIFY(m_window->searchPanel()->form().within.isEmpty());
        QCOMPARE(text()->text(), u"int"_s);
    }

    void nothingTypedWithinResultsIsAllOfTheirFiles() {
        keys(text(), u"suspend_device"_s);
        waitForEnd();
        m_window->searchWithin();
        QTRY_COMPARE(m_window->searchPanel()->form().within.size(), 1);
        keys(text(), u"suspend_"_s);
        waitForEnd();
        QCOMPARE(m_window->session()->progress().matches, uint64_t{4});
        text()->clear();
        waitForEnd();
        QTRY_VERIFY(!m_window->session()->query().content.has_value());
        waitForEnd();
        QCOMPARE(shownNames(), QStringList(4, u"device.h"_s));
    }

    void tabComesToTheResultsBeforeThePreview() {
        keys(text(), u"resume"_s);
        waitForEnd();
        m_window->tabs()->addEmpty();
        QWidget* at = text();
        const QWidget* preview = m_window->previewPanel();
        while (at != m_window->resultView() && !preview->isAncestorOf(at)) {
            at = at->nextInFocusChain();
            QVERIFY(at != text());
        }
        QCOMPARE(at, m_window->resultView());
    }

private:
    QByteArray root() const { return QFile::encodeName(m_tree->path()); }
    PatternEdit* name() const { return m_window->searchPanel()->nameEdit(); }
    PatternEdit* text() const { return m_window->searchPanel()->textEdit(); }
    static void keys(PatternEdit* edit, const QString& typed) {
        edit->setFocus();
        QTest::keyClicks(edit, typed);
    }
    void waitForEnd() {
        QTRY_VERIFY_WITH_TIMEOUT(
            !m_window->searchPanel()->hasPending() && !m_window->session()->isRunning(), 20'000);
    }
    QStringList shownNames() const {
        QStringList out;
        const ResultModel& model = *m_window->resultModel();
        for (int i = 0; i < model.rowCount(); ++i) {
            if (model.isFileRow(i)) out.append(model.index(i, 0).data().toString());
        }
        return out;
    }

    std::unique_ptr<QTemporaryDir> m_tree;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(RefineTest)
#include "RefineTest.moc"
