#include "gui/MainWindow.h"

#include "GuiTestSupport.h"
#include "gui/preview/PreviewEdit.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/query/FolderBar.h"
#include "gui/query/SearchPanel.h"
#include "gui/results/FilePaths.h"
#include "gui/results/ResultModel.h"
#include "gui/results/ResultPane.h"
#include "gui/results/ResultView.h"
#include "gui/widgets/PatternEdit.h"
#include "gui/widgets/StatusLine.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace findling;
using namespace findling::gui;
using namespace Qt::StringLiterals;

class MainWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        isolateSettings();
        writeSample(m_tree);
    }

    void init() {
        m_window = std::make_unique<MainWindow>(QList<QByteArray>{root()});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
    }

    void typingFindsText() {
        QVERIFY(!m_window->resultPane()->showsTable());
        type(u"resume_device"_s);
        QTRY_COMPARE(m_window->resultModel()->store().files(), size_t{8});
        waitForEnd();
        QCOMPARE(m_window->session()->progress().matches, uint64_t{12});
        QVERIFY(m_window->resultPane()->showsTable());
        QVERIFY(m_window->statusLine()->text().contains(u"12"_s));
        QVERIFY(m_window->searchPanel()->textEdit()->hasFocus());  // typing goes on
        QTRY_VERIFY(m_window->previewPanel()->edit()->currentBlock() >= 0);
    }

    void f3WalksOverAllMatches() {
        type(u"resume_device"_s);
        waitForEnd();
        const QString first = m_window->previewPanel()->position();
        QVERIFY(first.startsWith(u'1') && first.contains(u"12"_s));
        QSet<int> rows{m_window->resultView()->currentRow()};
        for (int i = 1; i < 12; ++i) {
            QTest::keyClick(m_window.get(), Qt::Key_F3);
            rows.insert(m_window->resultView()->currentRow());
        }
        QCOMPARE(rows.size(), 12);
        QVERIFY(m_window->previewPanel()->position().startsWith(u"12"_s));
        QTest::keyClick(m_window.get(), Qt::Key_F3);
        QCOMPARE(m_window->previewPanel()->position(), first);
        QTest::keyClick(m_window.get(), Qt::Key_F3, Qt::ShiftModifier);
        QVERIFY(m_window->previewPanel()->position().startsWith(u"12"_s));
        const QByteArray path = m_window->resultModel()->path(m_window->resultView()->currentRow());
        QTRY_VERIFY(m_window->previewPanel()->text() &&
                    m_window->previewPanel()->text()->path == path);
    }

    void namesAlone() {
        QTest::keyClicks(m_window->searchPanel()->nameEdit(), u"dev .h"_s);
        QTest::keyClick(m_window->searchPanel()->nameEdit(), Qt::Key_Return);
        waitForEnd();
        QCOMPARE(m_window->resultModel()->rowCount(), 4);
        QVERIFY(m_window->resultView()->isColumnHidden(ResultModel::Matches));
    }

    void escapeStopsAndKeepsEverything() {
        SearchForm form;
        form.text = u"no such thing here"_s;
        form.folders = {"/usr"};
        m_window->search(form);
        QVERIFY(m_window->session()->isRunning());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        waitForEnd();
        QCOMPARE(m_window->session()->state(), SearchSession::State::Stopped);
        QCOMPARE(m_window->searchPanel()->textEdit()->text(), form.text);
    }

    void invalidPatternKeepsTheResults() {
        type(u"resume_device"_s);
        waitForEnd();
        const int rows = m_window->resultModel()->rowCount();
        SearchForm form = m_window->searchPanel()->form();
        form.text = u"a(b"_s;
        form.regex = true;
        m_window->search(form);
        QVERIFY(m_window->searchPanel()->message().contains(u"parenthesis"_s));
        QVERIFY(m_window->searchPanel()->textEdit()->hasError());
        QCOMPARE(m_window->resultModel()->rowCount(), rows);
        form.text = u"a(b)?"_s;
        m_window->search(form);
        QVERIFY(m_window->searchPanel()->message().isEmpty());
        waitForEnd();
    }

    void nothingFoundOffersToLiftARule() {
        QTest::keyClicks(m_window->searchPanel()->nameEdit(), u"secret"_s);
        QTest::keyClick(m_window->searchPanel()->nameEdit(), Qt::Key_Return);
        waitForEnd();
        QVERIFY(!m_window->resultPane()->showsTable());
        QPushButton* lift = nullptr;
        for (QPushButton* button : m_window->resultPane()->findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text().contains(u"hidden"_s)) lift = button;
        }
        QVERIFY(lift);
        lift->click();
        QTRY_COMPARE(m_window->resultModel()->rowCount(), 1);
        waitForEnd();
        QVERIFY(m_window->searchPanel()->folderBar()->hidden());
    }

    void clearingTheFieldsBringsTheHintBack() {
        type(u"resume_device"_s);
        waitForEnd();
        m_window->searchPanel()->textEdit()->clear();
        QTRY_VERIFY(!m_window->resultPane()->showsTable());
        QCOMPARE(m_window->resultModel()->rowCount(), 0);
    }

    void copiesPaths() {
        type(u"suspend_device"_s);
        waitForEnd();
        m_window->resultView()->selectAll();
        m_window->resultView()->copyPathAction()->trigger();
        const QMimeData* data = QApplication::clipboard()->mimeData();
        QCOMPARE(data->text().split(u'\n').size(), 4);
        QVERIFY(data->text().contains(m_tree.path() + u"/include/linux/device.h"_s));
        QCOMPARE(data->urls().size(), 4);
    }

    void droppedFoldersAreSearched() {
        QMimeData data;
        data.setUrls({fileUrl("/tmp"), fileUrl("/usr")});
        drop(data, Qt::NoModifier);
        QCOMPARE(m_window->searchPanel()->folderBar()->folders(),
                 QList<QByteArray>({"/tmp", "/usr"}));
        QMimeData more;
        more.setUrls({fileUrl("/")});
        drop(more, Qt::ControlModifier);
        QCOMPARE(m_window->searchPanel()->folderBar()->folders().size(), 3);
    }

    void programsAreAskedAbout() {
        QVERIFY(writeFile(m_tree, u"run.desktop"_s, "[Desktop Entry]\n"));
        QVERIFY(mayRun(root() + "/run.desktop"));
        QVERIFY(!mayRun(root() + "/kernel/power/notes.txt"));
        QFile script(m_tree.filePath(u"kernel/power/notes.txt"_s));
        script.setPermissions(script.permissions() | QFile::ExeOwner);
        QVERIFY(mayRun(root() + "/kernel/power/notes.txt"));
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }

    void typingNeverBlocks() {
        // The longest time between two turns of the event loop while searches come and go.
        m_window->searchPanel()->folderBar()->setFolders({"/usr/include", root()});
        QElapsedTimer sinceTurn;
        qint64 worst = 0;
        QTimer turns;
        connect(&turns, &QTimer::timeout, this,
                [&] { worst = std::max(worst, sinceTurn.restart()); });
        sinceTurn.start();
        turns.start(0);
        for (const QChar letter : u"include"_s) {
            QTest::keyClick(m_window->searchPanel()->textEdit(), letter.toLatin1());
            QTest::qWait(180);  // longer than the pause, so that each letter starts a search
        }
        turns.stop();
        m_window->session()->stop();
        waitForEnd();
        qInfo("longest turn: %lld ms", static_cast<long long>(worst));
        QVERIFY2(worst < 500, qPrintable(QString::number(worst)));
    }

    void settingsComeBack() {
        m_window->searchPanel()->folderBar()->setFolders({"/tmp/caf\xe9"});
        m_window->searchPanel()->folderBar()->setHidden(true);
        m_window->searchPanel()->nameEdit()->setHistory({u"one"_s});
        m_window->close();
        MainWindow again;
        QCOMPARE(again.searchPanel()->folderBar()->folders(), QList<QByteArray>{"/tmp/caf\xe9"});
        QVERIFY(again.searchPanel()->folderBar()->hidden());
        QCOMPARE(again.searchPanel()->nameEdit()->history(), QStringList{u"one"_s});
        again.searchPanel()->folderBar()->setHidden(false);
        again.close();
    }

private:
    QByteArray root() const { return QFile::encodeName(m_tree.path()); }

    void type(const QString& text) {
        m_window->searchPanel()->textEdit()->setFocus();
        QTest::keyClicks(m_window->searchPanel()->textEdit(), text);
        QTRY_VERIFY(m_window->session()->query().content.has_value());
        QTRY_COMPARE(QString::fromStdString(m_window->session()->query().content->patterns.front()),
                     text);
    }
    void drop(const QMimeData& data, Qt::KeyboardModifiers modifiers) {
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, modifiers);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, modifiers);
        QApplication::sendEvent(m_window.get(), &event);
    }
    void waitForEnd() { QTRY_VERIFY_WITH_TIMEOUT(!m_window->session()->isRunning(), 20'000); }

    QTemporaryDir m_tree;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(MainWindowTest)
#include "MainWindowTest.moc"
