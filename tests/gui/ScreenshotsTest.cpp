/// Draws the window in each of its states. As a test it looks whether every picture holds what it
/// should; with FINDLING_SCREENSHOTS=FOLDER it also keeps the pictures (scripts/screenshots).
#include "GuiTestSupport.h"
#include "gui/MainWindow.h"
#include "gui/preview/PreviewEdit.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/query/FilterChips.h"
#include "gui/query/FolderBar.h"
#include "gui/query/SearchPanel.h"
#include "gui/results/ContextSlider.h"
#include "gui/results/FilterBar.h"
#include "gui/results/ResultModel.h"
#include "gui/results/ResultPane.h"
#include "gui/results/ResultView.h"
#include "gui/why/SkipView.h"
#include "gui/why/WhyPanel.h"
#include "gui/widgets/Chip.h"
#include "gui/widgets/StatusLine.h"
#include "gui/widgets/Theme.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
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
        SkipView* skips = window->whyPanel()->skipView();
        skips->expand(skips->model()->index(0, 0));
        QLineEdit* path = window->whyPanel()->pathEdit();
        path->setText(QFile::exists(QFile::decodeName(m_sample) + u"/.notes"_s) ? u".notes"_s
                                                                                : u".hidden"_s);
        QTest::keyClick(path, Qt::Key_Return);
        QTRY_VERIFY(!window->whyPanel()->answer().isEmpty());
        QTest::qWait(300);
        keep(*window, u"details"_s);
    }

    void filters_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("filters") << false;
        QTest::newRow("filters-dark") << true;
    }
    /// Chips, the quick filter, capture groups and the strip of matches, in one picture.
    void filters() {
        QFETCH(bool, dark);
        const auto window = show(dark, {1280, 800});
        Filters filters;
        filters.extensions = {u"cpp"_s, u"h"_s, u"c"_s};
        filters.minSize = u"10"_s;
        filters.excludes = {u"*.min.js"_s};
        search(*window,
               {.text = u"(\\w+)_?(d|D)evice|(Stop)(\\w+)"_s, .regex = true, .filters = filters});
        QVERIFY(window->resultModel()->rowCount() > 0);
        window->resultPane()->filterBar()->open();
        QTest::keyClicks(window->resultPane()->filterBar()->edit(), u"e"_s);
        QTRY_COMPARE(window->resultModel()->filter(), u"e"_s);
        QTest::keyClick(window.get(), Qt::Key_F3);
        QTRY_VERIFY(window->previewPanel()->edit()->currentBlock() >= 0);
        QTest::qWait(400);
        keep(*window, QString::fromLatin1(QTest::currentDataTag()));
        window->resultPane()->filterBar()->close();
    }

    void refine_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("refine") << false;
        QTest::newRow("refine-dark") << true;
    }
    /// Two tabs, a search within results, and lines around its matches.
    void refine() {
        QFETCH(bool, dark);
        const auto window = show(dark, {1280, 800});
        search(*window, {.text = m_text});
        window->tabs()->addEmpty();
        search(*window, {.name = u".h"_s, .text = u"int"_s});
        window->searchWithin();
        QTRY_COMPARE(window->searchPanel()->form().within.size(), 1);
        SearchForm within = window->searchPanel()->form();
        within.text = m_text;
        search(*window, within);
        window->contextSlider()->setLines(2);
        window->resultModel()->setContext(2);
        QVERIFY(window->resultModel()->rowCount() > 0);
        QTest::keyClick(window.get(), Qt::Key_F3);
        QTRY_VERIFY(window->previewPanel()->edit()->currentBlock() >= 0);
        QTest::qWait(400);
        keep(*window, QString::fromLatin1(QTest::currentDataTag()));
    }

    void popup() {
        const auto window = show(false, {1280, 800});
        Filters filters;
        filters.minSize = u"1 KB"_s;
        search(*window, {.text = m_text, .filters = filters});
        FilterChips* chips = window->searchPanel()->folderBar()->filterChips();
        QVERIFY(!chips->chips().isEmpty());
        chips->chips().first()->click();
        QTRY_VERIFY(QApplication::activePopupWidget());
        QWidget* popup = QApplication::activePopupWidget();
        QTest::qWait(200);
        keep(*popup, u"popup"_s);
        popup->close();
    }

    void columns() {
        const auto window = show(false, {1280, 800});
        window->showPreview(false);
        for (int column = 0; column < ResultModel::ColumnCount; ++column)
            window->resultView()->showColumn(column, true);
        search(*window, {.name = u"*.h"_s});
        QTRY_VERIFY(
            !window->resultModel()->index(0, ResultModel::Owner).data().toString().contains(u'…'));
        QTest::qWait(200);
        keep(*window, u"columns"_s);
    }

    void germanDetails() {
        const German german;
        const auto window = show(true, {1280, 800});
        search(*window, {.text = m_text});
        window->showWhy(true);
        QTest::qWait(300);
        keep(*window, u"german-why"_s);
    }

    void german() {
        const German german;
        const auto window = show(false, {900, 560});
        search(*window, {.text = m_text});
        QTest::qWait(300);
        QCOMPARE(window->searchPanel()->searchButton()->text(), u"Suchen"_s);
        keep(*window, u"german"_s);
    }

private:
    struct German {
        German() {
            if (!translator.load(u":/i18n/findling_de.qm"_s)) qFatal("no translation");
            QApplication::installTranslator(&translator);
            QLocale::setDefault(QLocale(QLocale::German));
        }
        ~German() {
            QApplication::removeTranslator(&translator);
            QLocale::setDefault(QLocale::c());
        }
        QTranslator translator;
    };

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

    void keep(QWidget& window, const QString& name) {
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
