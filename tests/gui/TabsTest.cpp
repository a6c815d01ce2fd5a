#include "GuiTestSupport.h"
#include "gui/MainWindow.h"
#include "gui/TabTitle.h"
#include "gui/preview/PreviewEdit.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/query/SearchPanel.h"
#include "gui/results/ContextSlider.h"
#include "gui/results/FilterBar.h"
#include "gui/results/ResultModel.h"
#include "gui/results/ResultOverlay.h"
#include "gui/results/ResultPane.h"
#include "gui/results/ResultView.h"
#include "gui/settings/Settings.h"
#include "gui/why/WhyPanel.h"
#include "gui/widgets/PatternEdit.h"
#include "gui/widgets/StatusLine.h"
#include "gui/widgets/TabBar.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace findling;
using namespace findling::gui;
using namespace Qt::StringLiterals;

class TabsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        isolateSettings();
        QApplication::setQuitOnLastWindowClosed(false);
        writeSample(m_tree);
    }

    void init() {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>(QList<QByteArray>{root()});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    // Words.

    void titles_data() {
        QTest::addColumn<SearchForm>("form");
        QTest::addColumn<QString>("title");
        Filters large;
        large.minSize = u"10 MB"_s;
        Filters shallow;
        shallow.maxDepth = 1;
        const QList<QByteArray> folders{"/usr/include/linux", "/srv/notes"};
        QTest::newRow("nothing") << SearchForm{.folders = folders} << u"New search"_s;
        QTest::newRow("both") << SearchForm{.name = u"*.c"_s, .text = u"PM_RESUME"_s}
                              << u"PM_RESUME · *.c"_s;
        QTest::newRow("text") << SearchForm{.text = u"  two   words "_s} << u"two words"_s;
        QTest::newRow("name") << SearchForm{.name = u" *.h "_s} << u"*.h"_s;
        QTest::newRow("blanks") << SearchForm{.text = u"  "_s} << u"␣␣"_s;
        QTest::newRow("filter") << SearchForm{.folders = folders, .filters = large}
                                << u"linux, notes"_s;
        QTest::newRow("all") << SearchForm{.folders = {"/"}, .filters = large} << u"/"_s;
        QTest::newRow("no wish") << SearchForm{.folders = folders, .filters = shallow}
                                 << u"New search"_s;
        QTest::newRow("long") << SearchForm{.name = u"*.cpp"_s, .text = u"the quick brown fox"_s}
                              << u"the quick br…fox · *.cpp"_s;
        QTest::newRow("deceit") << SearchForm{.name = u"exe.\u202Egpj"_s} << u"exe.\uFFFDgpj"_s;
    }
    void titles() {
        QFETCH(SearchForm, form);
        QTEST(tabTitle(form), "title");
    }

    void titlesAreCutBetweenCharacters() {
        for (qsizetype shift = 0; shift < 4; ++shift) {
            QString text(shift, u'x');
            for (int i = 0; i < 20; ++i) text += u"\U0001F50E"_s;
            const QString title = tabTitle({.text = text});
            QVERIFY(title.isValidUtf16());
            QVERIFY2(title.contains(u'…') && title.size() <= 24, qPrintable(title));
        }
    }

    void tabsSayWhatIsSearched() {
        m_window->search(form({.text = u"a&b"_s}));
        waitForEnd();
        m_window->addTab(form({}));
        QTabBar* tabs = bar()->tabs();
        QCOMPARE(tabs->tabText(0), u"a&&b (0)"_s);
        QCOMPARE(tabs->tabText(1), u"New search"_s);
        m_window->search(form({.name = u"m*"_s, .text = u"resume_device"_s}));
        waitForEnd();
        QTRY_COMPARE(tabs->tabText(1), u"resume_device · m* (8)"_s);
        const QString tip = tabs->tabToolTip(1);
        for (const QString& part : {u"resume_device"_s, u"m*"_s, m_tree.path(), u"8 lines"_s})
            QVERIFY2(tip.contains(part), qPrintable(tip));
        QVERIFY(tabs->accessibleTabName(1).contains(u"8 lines in 4 files"_s));
        QVERIFY(bar()->closeButton(1)->accessibleName().contains(u"resume_device"_s));
        QVERIFY(!tabs->accessibleName().isEmpty());
        // Names are not counted on the tab, and markup is none.
        m_window->search(form({.name = u"*.h"_s}));
        waitForEnd();
        QTRY_COMPARE(tabs->tabText(1), u"*.h"_s);
        m_window->search(form({.text = u"<b>bold</b>"_s}));
        QTRY_VERIFY(tabs->tabToolTip(1).contains(u"&lt;b&gt;"_s));
    }

    void windowTitle() {
        QCOMPARE(m_window->windowTitle(), u"Findling"_s);
        m_window->search(form({.name = u"x[*].c"_s}));
        waitForEnd();
        QTRY_COMPARE(m_window->windowTitle(), u"x[*][*].c – Findling"_s);
        m_window->addTab(form({}));
        QCOMPARE(m_window->windowTitle(), u"Findling"_s);
    }

    void aRunningTabSaysSo() {
        m_window->search(endless());
        m_window->addTab(form({}));
        QTRY_COMPARE(bar()->tabs()->tabData(0).toString(), u"ellipsis"_s);
        QVERIFY(bar()->tabs()->tabToolTip(0).contains(u"so far"_s));
        const QString icon = bar()->tabs()->tabData(1).toString();
        QCOMPARE(icon, u"search"_s);
        m_window->tab(0)->session()->stop();
        QTRY_COMPARE(bar()->tabs()->tabData(0).toString(), u"text-search"_s);
        QVERIFY(bar()->tabs()->tabText(0).endsWith(u"(0+)"_s));  // not everything was searched
    }

    // One tab and more.

    void oneTabHasNoBar() {
        QCOMPARE(m_window->tabCount(), 1);
        QVERIFY(!bar()->isVisible());
        key(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(m_window->tabCount(), 2);
        QVERIFY(bar()->isVisible());
        key(Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(m_window->tabCount(), 1);
        QVERIFY(!bar()->isVisible());
        QVERIFY(m_window->isVisible());
        key(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!m_window->isVisible());
    }

    void aNewTabKeepsTheConditions() {
        Filters filters;
        filters.extensions = {u"c"_s};
        SearchForm wanted = form({.name = u"m*"_s, .text = u"resume_device"_s, .word = true});
        wanted.hidden = true;
        wanted.filters = filters;
        m_window->search(wanted);
        waitForEnd();
        m_window->resultView()->setFocus();
        m_window->resultView()->showColumn(ResultModel::Type, true);
        key(Qt::Key_T, Qt::ControlModifier);
        wanted.name.clear();
        wanted.text.clear();
        QCOMPARE(m_window->searchPanel()->form(), wanted);
        QCOMPARE(m_window->focusWidget(), m_window->searchPanel()->textEdit());
        QVERIFY(!m_window->resultPane()->showsTable());
        QCOMPARE(m_window->session()->state(), SearchSession::State::Idle);
        QVERIFY(!m_window->resultView()->isColumnHidden(ResultModel::Type));
        QVERIFY(m_window->statusLine()->text().contains(u"Ready"_s));
    }

    void everyTabKeepsItsOwn() {
        type(u"resume_device"_s);
        waitForEnd();
        ResultView* first = m_window->resultView();
        QHeaderView* header = first->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(ResultModel::Folder) + 20,
                                 header->height() / 2));
        QCOMPARE(m_window->resultModel()->sortColumn(), int(ResultModel::Folder));
        filter(u"main"_s);
        const int rows = m_window->resultModel()->rowCount();
        first->selectAll();

        m_window->addTab(form({}));
        QVERIFY(m_window->resultView() != first);
        type(u"suspend_device"_s);
        waitForEnd();
        QCOMPARE(m_window->resultModel()->store().files(), size_t{4});
        QCOMPARE(m_window->resultModel()->sortColumn(), -1);
        QVERIFY(m_window->resultModel()->filter().isEmpty());
        QVERIFY(m_window->resultPane()->filterBar()->isHidden());
        m_window->resultView()->goToRow(2);

        m_window->setCurrentTab(0);
        QCOMPARE(m_window->resultView(), first);
        QVERIFY(first->isVisible());
        QCOMPARE(m_window->searchPanel()->textEdit()->text(), u"resume_device"_s);
        QCOMPARE(m_window->resultModel()->sortColumn(), int(ResultModel::Folder));
        QCOMPARE(m_window->resultModel()->filter(), u"main"_s);
        QVERIFY(m_window->resultPane()->filterBar()->isVisible());
        QCOMPARE(m_window->resultModel()->rowCount(), rows);
        QCOMPARE(first->selectionModel()->selectedRows().size(), rows);
        m_window->setCurrentTab(1);
        QCOMPARE(m_window->searchPanel()->textEdit()->text(), u"suspend_device"_s);
        QCOMPARE(m_window->resultView()->currentRow(), 2);
    }

    void fieldsThatWereNotSearchedStayToo() {
        m_window->addTab(form({}));
        m_window->setCurrentTab(0);
        m_window->searchPanel()->setForm(form({.name = u"a"_s, .regex = true}));
        m_window->setCurrentTab(1);
        QVERIFY(m_window->searchPanel()->nameEdit()->text().isEmpty());
        m_window->setCurrentTab(0);
        QCOMPARE(m_window->searchPanel()->form(), form({.name = u"a"_s, .regex = true}));
    }

    void aPendingKeyBelongsToTheTabThatIsLeft() {
        m_window->addTab(form({}));
        QTest::keyClicks(m_window->searchPanel()->textEdit(), u"resume_device"_s);
        QVERIFY(m_window->tab(1)->form().isEmpty());  // the pause after the last key is not over
        m_window->setCurrentTab(0);
        QCOMPARE(m_window->tab(1)->form().text, u"resume_device"_s);
        QVERIFY(m_window->tab(1)->session()->isRunning());
        QVERIFY(!m_window->searchPanel()->takePending());
        QVERIFY(m_window->searchPanel()->textEdit()->text().isEmpty());
        QTRY_VERIFY(!m_window->tab(1)->session()->isRunning());
        QCOMPARE(m_window->tab(1)->model()->store().files(), size_t{8});
        QVERIFY(m_window->tab(0)->form().isEmpty());
        QCOMPARE(m_window->tab(0)->session()->state(), SearchSession::State::Idle);
    }

    void anErrorStaysWithItsTab() {
        m_window->search(form({.text = u"a(b"_s, .regex = true}));
        const QString message = m_window->searchPanel()->message();
        QVERIFY(message.contains(u"parenthesis"_s));
        m_window->addTab(form({}));
        QVERIFY(m_window->searchPanel()->message().isEmpty());
        QVERIFY(!m_window->searchPanel()->textEdit()->hasError());
        m_window->setCurrentTab(0);
        QCOMPARE(m_window->searchPanel()->message(), message);
        QVERIFY(m_window->searchPanel()->textEdit()->hasError());
    }

    void aTabInTheBackgroundFinishes() {
        m_window->search(form({.text = u"resume_device"_s}));
        m_window->addTab(form({}));
        QVERIFY(m_window->tab(0)->session()->isRunning());
        QCOMPARE(m_window->searchPanel()->searchButton()->text(), u"Search"_s);
        QTRY_VERIFY(!m_window->tab(0)->session()->isRunning());
        QCOMPARE(m_window->tab(0)->model()->store().files(), size_t{8});
        QTRY_COMPARE(bar()->tabs()->tabText(0), u"resume_device (12)"_s);
        QVERIFY(!m_window->resultPane()->showsTable());  // nothing of it comes into this one
        QVERIFY(m_window->statusLine()->text().contains(u"Ready"_s));
        QVERIFY(m_window->previewPanel()->position().isEmpty());
        QVERIFY(m_window->contextSlider()->isHidden());
        m_window->setCurrentTab(0);
        QVERIFY(m_window->resultPane()->showsTable());
        QVERIFY(m_window->statusLine()->text().contains(u"12 lines"_s));
        QVERIFY(m_window->previewPanel()->position().startsWith(u"1 "_s));
        QVERIFY(!m_window->contextSlider()->isHidden());
    }

    void theStopButtonIsOfTheCurrentTab() {
        m_window->search(endless());
        QCOMPARE(m_window->searchPanel()->searchButton()->text(), u"Stop"_s);
        m_window->addTab(form({}));
        QCOMPARE(m_window->searchPanel()->searchButton()->text(), u"Search"_s);
        key(Qt::Key_Escape);
        QVERIFY(m_window->tab(0)->session()->isRunning());
        m_window->setCurrentTab(0);
        QCOMPARE(m_window->searchPanel()->searchButton()->text(), u"Stop"_s);
        m_window->searchPanel()->searchButton()->click();
        QTRY_COMPARE(m_window->session()->state(), SearchSession::State::Stopped);
    }

    void thePreviewFollows() {
        m_window->search(form({.text = u"suspend_device"_s}));
        waitForEnd();
        m_window->addTab(form({}));
        QTRY_VERIFY(!m_window->previewPanel()->text());
        m_window->search(form({.name = u"notes.txt"_s}));
        waitForEnd();
        QTRY_VERIFY(shows("notes.txt"));
        QVERIFY(m_window->previewPanel()->position().isEmpty());
        m_window->setCurrentTab(0);
        QTRY_VERIFY(shows("device.h") && m_window->previewPanel()->edit()->currentBlock() >= 0);
        QVERIFY(m_window->previewPanel()->position().startsWith(u"1 "_s));
        key(Qt::Key_F3);
        QVERIFY(m_window->previewPanel()->position().startsWith(u"2 "_s));
        const int row = m_window->resultView()->currentRow();
        m_window->setCurrentTab(1);
        QTRY_VERIFY(shows("notes.txt"));
        m_window->setCurrentTab(0);
        QCOMPARE(m_window->resultView()->currentRow(), row);
        QVERIFY(m_window->previewPanel()->position().startsWith(u"2 "_s));
    }

    void whatWasLeftOutIsOfTheTab() {
        m_window->search(form({.text = u"resume_device"_s}));
        waitForEnd();
        m_window->addTab(form({}));
        m_window->showWhy(true);
        QVERIFY(m_window->tab(1)->whyPanel()->isVisible());
        QVERIFY(!m_window->tab(0)->whyPanel()->isVisible());
        m_window->setCurrentTab(0);
        QVERIFY(m_window->tab(0)->whyPanel()->isVisible());
        QVERIFY(!m_window->tab(1)->whyPanel()->isVisible());
        const QString skipped = m_window->whyPanel()->tabs()->tabText(0);
        QVERIFY2(!skipped.contains(u"(0)"_s), qPrintable(skipped));
        QVERIFY(m_window->tab(1)->whyPanel()->tabs()->tabText(0).contains(u"(0)"_s));
    }

    void theFocusStaysInItsPlace() {
        for (const QString& text : {u"resume_device"_s, u"suspend_device"_s}) {
            if (text != u"resume_device"_s) m_window->addTab(form({}));
            m_window->search(form({.text = text}));
            waitForEnd();
        }
        m_window->addTab(form({}));
        m_window->setCurrentTab(0);
        m_window->resultView()->setFocus();
        m_window->setCurrentTab(1);
        QCOMPARE(m_window->focusWidget(), m_window->resultView());
        m_window->setCurrentTab(2);  // has no results
        QCOMPARE(m_window->focusWidget(), m_window->searchPanel()->textEdit());
        m_window->searchPanel()->nameEdit()->setFocus();
        m_window->setCurrentTab(0);
        QCOMPARE(m_window->focusWidget(), m_window->searchPanel()->nameEdit());
    }

    void keysGoFromTabToTab() {
        for (int i = 0; i < 2; ++i) m_window->addTab(form({}));
        const auto place = [this] { return m_window->tabs()->currentPlace(); };
        QCOMPARE(place(), 2);
        key(Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(place(), 0);
        key(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(place(), 2);
        key(Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(place(), 1);
        key(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(place(), 2);
        key(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(place(), 0);
        key(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(place(), 1);
        key(Qt::Key_9, Qt::AltModifier);
        QCOMPARE(place(), 1);
    }

    void tabsMove() {
        SearchTab* first = m_window->currentTab();
        SearchTab* last = m_window->addTab(form({.name = u"a"_s}));
        bar()->tabs()->moveTab(1, 0);
        QCOMPARE(m_window->tab(0), last);
        QCOMPARE(m_window->tab(1), first);
        QCOMPARE(m_window->currentTab(), last);
        QCOMPARE(m_window->searchPanel()->nameEdit()->text(), u"a"_s);
        m_window->setCurrentTab(1);
        QCOMPARE(m_window->currentTab(), first);
    }

    // Closing.

    void closingTheCurrentTab() {
        m_window->search(form({.text = u"resume_device"_s}));
        waitForEnd();
        m_window->addTab(form({}));
        m_window->search(form({.text = u"suspend_device"_s}));
        waitForEnd();
        const QPointer<ResultView> view = m_window->resultView();
        const QPointer<WhyPanel> why = m_window->whyPanel();
        m_window->closeTab(1);
        QCOMPARE(m_window->tabCount(), 1);
        QCOMPARE(m_window->searchPanel()->textEdit()->text(), u"resume_device"_s);
        QCOMPARE(m_window->resultModel()->store().files(), size_t{8});
        QVERIFY(m_window->resultView()->isVisible());
        QTRY_VERIFY(shows("main.c") || shows("device.h"));
        QTRY_VERIFY(view.isNull() && why.isNull());
    }

    void closingATabInTheBackground() {
        m_window->search(form({.text = u"resume_device"_s}));
        waitForEnd();
        m_window->addTab(form({}));
        m_window->search(form({.text = u"suspend_device"_s}));
        waitForEnd();
        SearchTab* current = m_window->currentTab();
        m_window->closeTab(0);
        QCOMPARE(m_window->currentTab(), current);
        QCOMPARE(m_window->tab(0), current);
        QCOMPARE(m_window->searchPanel()->textEdit()->text(), u"suspend_device"_s);
        QCOMPARE(m_window->resultModel()->store().files(), size_t{4});
        m_window->closeTab(7);  // there is none
        QCOMPARE(m_window->tabCount(), 1);
    }

    void closingWhileItSearches() {
        m_window->addTab(form({}));
        m_window->search(endless());
        SearchSession* session = m_window->session();
        QVERIFY(session->isRunning());
        m_window->closeTab(1);
        QCOMPARE(session->state(), SearchSession::State::Idle);
        QVERIFY(!m_window->session()->isRunning());
        QCOMPARE(m_window->searchPanel()->searchButton()->text(), u"Search"_s);
        // The next tab may use what the closed one has left: nothing of that one's comes.
        m_window->addTab(form({}));
        m_window->search(form({.text = u"suspend_device"_s}));
        waitForEnd();
        QCOMPARE(m_window->resultModel()->store().files(), size_t{4});
        QCOMPARE(m_window->tab(0)->model()->rowCount(), 0);
    }

    void closedTabsComeBack() {
        QAction* reopen = menuAction(u"Reopen closed tab"_s);
        QVERIFY(reopen && !reopen->isEnabled());
        m_window->search(form({.text = u"resume_device"_s}));
        waitForEnd();
        m_window->addTab(form({}));
        m_window->searchPanel()->setForm(form({.name = u"only typed"_s}));
        m_window->closeTab(0);
        m_window->addTab(form({}));
        m_window->closeTab(0);
        QVERIFY(reopen->isEnabled());
        key(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_window->searchPanel()->nameEdit()->text(), u"only typed"_s);
        QCOMPARE(m_window->session()->state(), SearchSession::State::Idle);
        key(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_window->searchPanel()->textEdit()->text(), u"resume_device"_s);
        waitForEnd();
        QCOMPARE(m_window->resultModel()->store().files(), size_t{8});
        QVERIFY(!reopen->isEnabled());
        QCOMPARE(m_window->tabCount(), 3);
    }

    void manyClosedTabsAreRemembered() {
        for (int i = 0; i < 52; ++i) {
            m_window->addTab(form({.name = QString::number(i)}));
            m_window->closeTab(1);
        }
        QStringList names;
        while (m_window->tabs()->canReopen()) {
            m_window->tabs()->reopen();
            names.append(m_window->searchPanel()->nameEdit()->text());
        }
        QCOMPARE(names.size(), 50);
        QCOMPARE(names.first(), u"51"_s);
        QCOMPARE(names.last(), u"2"_s);
    }

    void aDuplicateSearchesTheSame() {
        m_window->search(form({.text = u"suspend_device"_s}));
        waitForEnd();
        m_window->addTab(form({.name = u"other"_s}));
        m_window->tabs()->duplicate(0);
        QCOMPARE(m_window->tabCount(), 3);
        QCOMPARE(m_window->tabs()->currentPlace(), 1);  // beside the first
        waitForEnd();
        QCOMPARE(m_window->resultModel()->store().files(), size_t{4});
        QCOMPARE(m_window->tab(0)->model()->store().files(), size_t{4});
        menuAction(u"Duplicate tab"_s)->trigger();
        QCOMPARE(m_window->tabCount(), 4);
        QCOMPARE(m_window->searchPanel()->textEdit()->text(), u"suspend_device"_s);
    }

    // The bar.

    void theMouseOpensAndCloses() {
        m_window->addTab(form({}));
        m_window->addTab(form({.name = u"a"_s}));
        QTabBar* tabs = bar()->tabs();
        QCoreApplication::processEvents();
        SearchTab* last = m_window->tab(2);
        QTest::mouseClick(tabs, Qt::MiddleButton, {}, tabs->tabRect(1).center());
        QCOMPARE(m_window->tabCount(), 2);
        QCOMPARE(m_window->tab(1), last);
        bar()->closeButton(0)->click();
        QCOMPARE(m_window->tabCount(), 1);
        QCOMPARE(m_window->tab(0), last);
        m_window->addTab(form({}));
        QCoreApplication::processEvents();
        QTest::mouseDClick(bar(), Qt::LeftButton, {},
                           QPoint(bar()->width() - 5, bar()->height() / 2));
        QCOMPARE(m_window->tabCount(), 3);
        QCOMPARE(m_window->focusWidget(), m_window->searchPanel()->textEdit());
        bar()->newButton()->click();
        QCOMPARE(m_window->tabCount(), 4);
    }

    void theMenuOfATab() {
        for (const QString& name : {u"a"_s, u"b"_s, u"c"_s}) m_window->addTab(form({.name = name}));
        chooseInMenuOf(1, u"Duplicate tab"_s);
        QCOMPARE(m_window->tabCount(), 5);
        QCOMPARE(m_window->tab(2)->draft().name, u"a"_s);
        chooseInMenuOf(4, u"Close tab"_s);
        QCOMPARE(m_window->tabCount(), 4);
        chooseInMenuOf(3, u"Close other tabs"_s);
        QCOMPARE(m_window->tabCount(), 1);
        QCOMPARE(m_window->searchPanel()->nameEdit()->text(), u"b"_s);
    }

    void menusActOnTheCurrentTab() {
        m_window->search(form({.text = u"resume_device"_s}));
        waitForEnd();
        m_window->addTab(form({}));
        m_window->search(form({.text = u"suspend_device"_s}));
        waitForEnd();
        m_window->resultView()->selectAll();
        m_window->tab(0)->view()->selectAll();
        QCOMPARE(copiedPaths(), 4);
        m_window->setCurrentTab(0);
        QCOMPARE(copiedPaths(), 8);
        menuAction(u"Fold all"_s)->trigger();
        QCOMPARE(m_window->tab(0)->model()->rowCount(), 8);
        QVERIFY(m_window->tab(1)->model()->rowCount() > 4);
        menuAction(u"Filter the results"_s)->trigger();
        QVERIFY(!m_window->tab(0)->pane()->filterBar()->isHidden());
        QVERIFY(m_window->tab(1)->pane()->filterBar()->isHidden());
        const QPointer<SearchTab> closed = m_window->tab(0);
        m_window->closeTab(0);
        QTRY_VERIFY(closed.isNull());
        QCOMPARE(copiedPaths(), 4);
    }

    // What is kept.

    void severalTabsComeBackUnsearched() {
        const QList<SearchForm> forms{form({.text = u"resume_device"_s, .word = true}),
                                      form({.name = u"*.h"_s}),
                                      form({.text = u"a(b"_s, .regex = true})};
        m_window->search(forms[0]);
        waitForEnd();
        m_window->addTab(forms[1]);
        m_window->addTab(form({}));
        m_window->search(forms[2]);  // wrong, but not to be lost
        m_window->setCurrentTab(1);
        m_window->contextSlider()->setLines(3);
        m_window->close();
        MainWindow again;
        again.show();
        QCOMPARE(again.tabCount(), 3);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(again.tab(i)->draft(), forms[i]);
            QCOMPARE(again.tab(i)->session()->state(), SearchSession::State::Idle);
            QVERIFY(!again.tab(i)->pane()->showsTable());
            const auto labels = again.tab(i)->pane()->overlay()->findChildren<QLabel*>();
            const bool waits = std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
                return label->text().contains(u"Not searched yet"_s);
            });
            const SearchForm& draft = again.tab(i)->draft();
            QCOMPARE(waits, !draft.name.isEmpty() || !draft.text.isEmpty());
            QCOMPARE(again.tab(i)->model()->context(), 3);
        }
        QCOMPARE(again.tabs()->currentPlace(), 1);
        QCOMPARE(again.searchPanel()->form(), forms[1]);
        QVERIFY(again.tabs()->bar()->isVisible());
        QCOMPARE(again.contextSlider()->lines(), 3);
        again.setCurrentTab(0);
        QTest::keyClick(again.searchPanel()->textEdit(), Qt::Key_Return);
        QTRY_COMPARE(again.resultModel()->store().files(), size_t{8});
    }

    void aSingleTabBeginsAnew() {
        m_window->search(form({.text = u"resume_device"_s, .word = true}));
        waitForEnd();
        m_window->close();
        QVERIFY(Settings::load().tabs.forms.isEmpty());
        MainWindow again;
        QCOMPARE(again.tabCount(), 1);
        QCOMPARE(again.searchPanel()->form(), form({.word = true}));
    }

    void foldersAtTheStartGetATab() {
        m_window->addTab(form({.name = u"*.h"_s}));
        m_window->close();
        const MainWindow again({"/tmp"});
        QCOMPARE(again.tabCount(), 3);
        QCOMPARE(again.tabs()->currentPlace(), 2);
        QCOMPARE(again.tab(1)->draft(), form({.name = u"*.h"_s}));
        QCOMPARE(again.searchPanel()->form(), SearchForm{.folders = {"/tmp"}});
        Settings settings;
        settings.tabs = {{form({.name = u"a"_s}), form({})}, 1};
        const Settings::Tabs tabs = settings.startingTabs({"/tmp"});  // an empty one is taken
        QCOMPARE(tabs.current, 1);
        QCOMPARE(tabs.forms,
                 (QList<SearchForm>{form({.name = u"a"_s}), SearchForm{.folders = {"/tmp"}}}));
        settings.tabs.current = 9;
        QCOMPARE(settings.startingTabs({}).current, 1);
    }

    void settingsOfEarlierVersionsAreRead() {
        QSettings stored;
        stored.setValue("search/case"_L1, true);
        stored.setValue("search/ignoreRules"_L1, false);
        stored.setValue("search/folders"_L1, QStringList{u"/tmp/caf%E9"_s});
        stored.setValue("search/filters"_L1, QVariantMap{{u"maxDepth"_s, 2}});
        stored.setValue("search/tabs"_L1, u"of another version"_s);
        stored.sync();
        const Settings settings = Settings::load();
        QVERIFY(settings.form.matchCase && !settings.form.ignoreRules && !settings.form.hidden);
        QCOMPARE(settings.form.folders, QList<QByteArray>{"/tmp/caf\xe9"});
        QCOMPARE(settings.form.filters.maxDepth, 2);
        QVERIFY(settings.tabs.forms.isEmpty());
        QCOMPARE(settings.context, 0);
        const Settings::Tabs tabs = settings.startingTabs({});
        QCOMPARE(tabs.forms, QList<SearchForm>{settings.form});
    }

private:
    QByteArray root() const { return QFile::encodeName(m_tree.path()); }
    TabBar* bar() const { return m_window->tabs()->bar(); }

    SearchForm form(SearchForm form) const {
        form.folders = {root()};
        return form;
    }
    /// It takes longer than any test.
    static SearchForm endless() {
        SearchForm form;
        form.text = u"no such thing here"_s;
        form.folders = {"/usr"};
        return form;
    }
    void type(const QString& text) {
        QTest::keyClicks(m_window->searchPanel()->textEdit(), text);
        QTRY_COMPARE(m_window->currentTab()->form().text, text);
    }
    void filter(const QString& text) {
        FilterBar* filter = m_window->resultPane()->filterBar();
        filter->open();
        QTest::keyClicks(filter->edit(), text);
        QTRY_COMPARE(m_window->resultModel()->filter(), text);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(m_window.get(), key, modifiers);
    }
    void waitForEnd() { QTRY_VERIFY_WITH_TIMEOUT(!m_window->session()->isRunning(), 20'000); }
    bool shows(const char* name) const {
        const PreviewText* text = m_window->previewPanel()->text();
        return text && text->path.endsWith(QByteArray("/") + name);
    }

    QAction* menuAction(const QString& text) const {
        QAction* found = nullptr;
        for (const QAction* menu : m_window->menuBar()->actions()) {
            for (QAction* action : menu->menu()->actions()) {
                if (QString(action->text()).remove(u'&') != text) continue;
                if (found) return nullptr;  // there must be one
                found = action;
            }
        }
        return found;
    }
    qsizetype copiedPaths() const {
        QAction* copy = menuAction(u"Copy path"_s);
        if (!copy) return -1;
        copy->trigger();
        return QApplication::clipboard()->mimeData()->urls().size();
    }
    void chooseInMenuOf(int place, const QString& text) {
        QTabBar* tabs = bar()->tabs();
        const QPoint at = tabs->tabRect(place).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, tabs->mapToGlobal(at));
        QApplication::sendEvent(tabs, &event);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction* action : menu->actions()) {
            if (action->text() == text) action->trigger();
        }
        menu->close();
    }

    QTemporaryDir m_tree;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TabsTest)
#include "TabsTest.moc"
