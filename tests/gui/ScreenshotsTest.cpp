/// Draws the window in each of its states. As a test it looks whether every picture holds what it
/// should; with FINDLING_SCREENSHOTS=FOLDER it also keeps the pictures (scripts/screenshots).
#include "GuiTestSupport.h"
#include "gui/MainWindow.h"
#include "gui/preview/PreviewEdit.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/query/SearchPanel.h"
#include "gui/results/ResultModel.h"
#include "gui/results/ResultPane.h"
#include "gui/results/ResultView.h"
#include "gui/widgets/StatusLine.h"
#include "gui/widgets/Theme.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

using namespace findling;
using namespace findling::gui;
using namespace Qt::StringLiterals;

class ScreenshotsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        isolateSettings();
        QApplication::setWindowIcon(QIcon(u":/icons/findling.svg"_s));
        m_sample = qgetenv("FINDLING_SAMPLE");
        if (m_sample.isEmpty()) {
            writeSample(m_tree);
            m_sample = QFile::encodeName(m_tree.path());
        }
        m_text = qEnvironmentVariable("FINDLING_SAMPLE_TEXT", u"resume_device"_s);
    }

    void results_data() {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << false << QSize(1280, 800);
        QTest::newRow("dark") << true << QSize(1280, 800);
        QTest::newRow("small") << false << QSize(900, 560);
    }
    void results() {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        const auto window = show(dark, size);
        search(*window, {.text = m_text});
        QVERIFY(window->resultModel()->rowCount() > 0);
        QTRY_VERIFY(window->previewPanel()->text());
        QTest::keyClick(window.get(), Qt::Key_F3);
        QTest::keyClick(window.get(), Qt::Key_F3);
        QTRY_VERIFY(window->previewPanel()->edit()->currentBlock() >= 0);
        QTest::qWait(400);  // colours come when they come; no check hangs on them
        keep(*window, QString::fromLatin1(QTest::currentDataTag()));
        const QColor ground = window->previewPanel()->edit()->palette().color(QPalette::Base);
        QCOMPARE(ground.lightness() < 128, dark);
    }

    void names() {
        const auto window = show(false, {1280, 800});
        search(*window, {.name = u"*.h"_s});
        QVERIFY(window->resultModel()->rowCount() > 0);
        QTRY_VERIFY(window->previewPanel()->text());
        QTest::qWait(300);
        keep(*window, u"names"_s);
    }

    void empty() {
        const auto window = show(false, {1280, 800});
        QVERIFY(!window->resultPane()->showsTable());
        keep(*window, u"empty"_s);
    }

    void nothing() {
        const auto window = show(true, {1280, 800});
        search(
            *window,
            {.text = u"no such text anywhere"_s + u" at all"_s, .matchCase = true, .word = true});
        QVERIFY(!window->resultPane()->showsTable());
        keep(*window, u"nothing"_s);
    }

    void invalid() {
        const auto window = show(false, {1280, 800});
        search(*window, {.text = m_text});
        window->search(form({.text = u"(PM_\\w+"_s, .regex = true}));
        QVERIFY(!window->searchPanel()->message().isEmpty());
        QVERIFY(window->resultModel()->rowCount() > 0);
        QTest::qWait(300);
        keep(*window, u"invalid"_s);
    }

    void details() {
        const auto window = show(true, {1280, 800});
        search(*window, {.text = m_text});
        window->showWhy(true);
        QTest::qWait(300);
        keep(*window, u"details"_s);
    }

    void german() {
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/findling_de.qm"_s));
        QApplication::installTranslator(&translator);
        QLocale::setDefault(QLocale(QLocale::German));
        const auto window = show(false, {900, 560});
        search(*window, {.text = m_text});
        QTest::qWait(300);
        QCOMPARE(window->searchPanel()->searchButton()->text(), u"Suchen"_s);
        keep(*window, u"german"_s);
        QApplication::removeTranslator(&translator);
        QLocale::setDefault(QLocale::c());
    }

private:
    SearchForm form(SearchForm form) const {
        form.folders = {m_sample};
        return form;
    }

    std::unique_ptr<MainWindow> show(bool dark, QSize size) {
        applyAppearance(dark ? Appearance::Dark : Appearance::Light);
        auto window = std::make_unique<MainWindow>(QList<QByteArray>{m_sample});
        window->resize(size);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get())) qFatal("no window");
        window->activateWindow();
        return window;
    }

    void search(MainWindow& window, const SearchForm& wanted) {
        window.search(form(wanted));
        QTRY_VERIFY_WITH_TIMEOUT(!window.session()->isRunning(), 60'000);
    }

    void keep(MainWindow& window, const QString& name) {
        const QPixmap picture = window.grab();
        QVERIFY(!picture.isNull());
        const QString folder = qEnvironmentVariable("FINDLING_SCREENSHOTS");
        if (folder.isEmpty()) return;
        const QString scale = picture.devicePixelRatio() > 1.5 ? u"@2x"_s : QString();
        QVERIFY(picture.save(QDir(folder).filePath(name + scale + u".png"_s)));
    }

    QTemporaryDir m_tree;
    QByteArray m_sample;
    QString m_text;
};

QTEST_MAIN(ScreenshotsTest)
#include "ScreenshotsTest.moc"
