// Searching within results: the steps as chips, and what they make of a search.
#include "GuiTestSupport.h"
#include "gui/query/FilterChips.h"
#include "gui/query/FolderBar.h"
#include "gui/query/SearchForm.h"
#include "gui/query/SearchPanel.h"
#include "gui/query/WithinText.h"
#include "gui/settings/Settings.h"
#include "gui/widgets/Chip.h"
#include "gui/widgets/PatternEdit.h"
#include "support/Names.h"

#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>
#include <string>

using namespace findling;
using namespace findling::gui;
using namespace Qt::StringLiterals;

namespace {

WithinStep stepOf(const SearchForm& form, const std::string& paths, qsizetype files) {
    return {std::make_shared<const SearchForm>(form), std::make_shared<const std::string>(paths),
            files};
}

}  // namespace

class WithinTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        isolateSettings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void init() {
        m_panel = std::make_unique<SearchPanel>();
        m_panel->resize(1000, 120);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        m_first = {};
        m_first.text = u"PM_RESUME"_s;
        m_first.folders = {QFile::encodeName(m_tree.path())};
        m_first.filters.minSize = u"10k"_s;
        m_panel->setForm(m_first);
    }

    void wording_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("files");
        QTest::addColumn<QString>("shown");
        const auto row = [](const QString& shown, int files, const QString& text,
                            const QString& name) {
            QTest::newRow(qPrintable(shown)) << text << name << files << shown;
        };
        row(u"In 39 files with PM_RESUME"_s, 39, u"PM_RESUME"_s, u"*.c"_s);
        row(u"In 1 file with PM_RESUME"_s, 1, u"PM_RESUME"_s, {});
        row(u"In 1,234,567 files with *.c"_s, 1'234'567, {}, u" *.c "_s);
        row(u"In 39 files found"_s, 39, {}, u" "_s);
        row(u"In 1 file found"_s, 1, {}, {});
        row(u"In 0 files with %1 %2"_s, 0, u"%1 %2"_s, {});
        row(u"In 2 files with a␊b"_s, 2, u"a\nb"_s, {});
    }
    void wording() {
        QFETCH(QString, text);
        QFETCH(QString, name);
        QFETCH(int, files);
        QFETCH(QString, shown);
        SearchForm form;
        form.text = text;
        form.name = name;
        QCOMPARE(stepText(stepOf(form, {}, files), m_panel->fontMetrics()), shown);
    }

    void longPatternsShowBothEnds() {
        SearchForm form;
        form.text = u"begin"_s + QString(5000, u'x') + u"end"_s;
        const QString text = stepText(stepOf(form, {}, 2), m_panel->fontMetrics());
        QVERIFY2(text.startsWith(u"In 2 files with begin"_s), qPrintable(text));
        QVERIFY2(text.endsWith(u"end"_s) && text.contains(u'…'), qPrintable(text));
        QVERIFY(text.size() < 100);
    }

    void hintTellsWhatAndWhere() {
        SearchForm form = m_first;
        form.name = u"*.c"_s;
        form.folders = {"/a", "/b", "/c", "/d", "/e"};
        const QString hint = stepHint(stepOf(form, {}, 39));
        for (const QString& part : {u"39 files"_s, u"PM_RESUME"_s, u"*.c"_s, u"at least 10 KB"_s,
                                    u"/a, /b, /c and 2 more folders"_s})
            QVERIFY2(hint.contains(part), qPrintable(hint + u" lacks "_s + part));
        SearchForm second;
        second.text = u"x"_s;
        second.within = {stepOf(form, {}, 39)};
        QVERIFY(stepHint(stepOf(second, {}, 1)).contains(u"step before"_s));
    }

    void theLastStepIsSearched() {
        SearchForm form = m_first;
        form.folders = {"/no/such/folder"};  // is not asked for
        form.within = {stepOf(m_first, std::string("/r/a\0/r/b\0", 10), 2),
                       stepOf(m_first, std::string("/r/b\0", 5), 1)};
        Query query;
        const auto error = toQuery(form, query);
        QVERIFY2(!error, error ? qPrintable(error->message) : "");
        QVERIFY(query.roots.empty());
        QCOMPARE(query.files, form.within.last().paths);
        QCOMPARE(query.minSize, std::optional<uint64_t>(10 * 1024));
        QCOMPARE(query.content->patterns, std::vector<std::string>{"PM_RESUME"});
        form.within = {WithinStep{}};  // no files are no folders
        QVERIFY(!toQuery(form, query));
        QVERIFY(query.files && query.files->empty() && query.roots.empty());
        form.within.clear();
        QVERIFY(toQuery(form, query));
    }

    void aDepthHasNoMeaning() {
        SearchForm form = m_first;
        form.filters.maxDepth = 2;
        Query query;
        QVERIFY(!toQuery(form, query));
        form.within = {stepOf(m_first, "/a", 1)};
        const auto error = toQuery(form, query);
        QVERIFY(error);
        QCOMPARE(error->field, FormError::Field::Filter);
        QCOMPARE(error->filter, FilterKind::Depth);
    }

    void onlyTheseFilesAreFound() {
        const test::TempTree tree{
            {"a.c", "one two\n"}, {"b.c", "two\n"}, {".hidden/c.c", "one two\n"}, {"d.h", "two\n"}};
        SearchForm form;
        form.text = u"two"_s;
        form.name = u"*.c"_s;
        form.within = {stepOf({},
                              tree.path("a.c") + '\0' + tree.path(".hidden/c.c") + '\0' +
                                  tree.path("d.h") + '\0' + tree.path("gone.c") + '\0',
                              4)};
        Query query;
        QVERIFY(!toQuery(form, query));
        QCOMPARE(test::below(tree, test::run(query)->paths()),
                 (test::Names{".hidden/c.c", "a.c"}));  // a rule for walks does not matter
    }

    void equalityIsOfTheStepItself() {
        SearchForm one = m_first;
        one.within = {stepOf(m_first, "/a", 1)};
        SearchForm other = one;
        QCOMPARE(one, other);
        other.within = {stepOf(m_first, "/a", 1)};
        QVERIFY(one != other);
        SearchForm nothing;
        nothing.within = one.within;
        QVERIFY(nothing.isEmpty());  // where alone is no wish
    }

    void hiddenRulesAreNotLifted() {
        SearchForm form = m_first;
        form.within = {stepOf(m_first, "/a", 1)};
        QVERIFY(!lift(form, SkipReason::Hidden));
        QVERIFY(!lift(form, SkipReason::Ignored));
        QVERIFY(lift(form, SkipReason::Size));
    }

    void settingsForgetTheSteps() {
        Settings settings;
        settings.form = m_first;
        settings.form.within = {stepOf(m_first, "/a", 1)};
        settings.save();
        QVERIFY(Settings::load().form.within.isEmpty());
        QCOMPARE(Settings::load().form.folders, m_first.folders);
    }

    void fieldsAreMadeReady() {
        m_panel->nameEdit()->setFocus();
        QTest::keyClicks(m_panel->nameEdit(), u"left over"_s);  // a search is about to be wanted
        m_first.filters.binary = BinaryFiles::AsText;
        m_panel->setForm(m_first);
        QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        refine();
        QVERIFY(m_panel->textEdit()->hasFocus());
        const SearchForm form = m_panel->form();
        QVERIFY(form.name.isEmpty() && form.text.isEmpty() && form.isEmpty());
        // The files have passed the size, but are still read as text.
        QCOMPARE(form.filters, Filters({.binary = BinaryFiles::AsText}));
        QCOMPARE(form.folders, m_first.folders);
        QCOMPARE(form.within.size(), 1);
        QVERIFY(!wanted.wait(400));
        QTest::keyClicks(m_panel->textEdit(), u"x"_s);
        QVERIFY(wanted.wait(2000));
        Query query;
        QVERIFY(!toQuery(m_panel->form(), query));
        QVERIFY(query.files && query.roots.empty());
    }

    void chipsTakeThePlaceOfFolders() {
        FolderBar* bar = m_panel->folderBar();
        QCOMPARE(bar->folderChips().size(), 1);
        refine();
        QCOMPARE(bar->stepChips().size(), 1);
        const Chip* chip = bar->stepChips().constFirst();
        QCOMPARE(chip->text(), u"In 39 files with PM_RESUME"_s);
        QVERIFY(chip->isVisible());
        QVERIFY(chip->toolTip().contains(u"PM_RESUME"_s));
        QVERIFY(chip->toolTip().contains(u"those after it"_s));
        QVERIFY(!chip->accessibleName().isEmpty() && !chip->accessibleDescription().isEmpty());
        QVERIFY(bar->folderChips().isEmpty());
        for (const Chip* one : {bar->addFolderChip(), bar->hiddenChip(), bar->ignoreChip()})
            QVERIFY(one->isHidden());
        QVERIFY(bar->filterChips()->addChip()->isVisible());
        refineAgain(u"suspend"_s, 3);
        QCOMPARE(bar->stepChips().size(), 2);
        QCOMPARE(bar->stepChips().constLast()->text(), u"In 3 files with suspend"_s);
        // Tab goes from the button over both into the filters.
        const QWidget* widget = m_panel->searchButton();
        QStringList names;
        while (widget != bar->filterChips()->addChip()) {
            widget = widget->nextInFocusChain();
            const auto* one = qobject_cast<const Chip*>(widget);
            if (one && !one->isHidden()) names.append(one->text());
        }
        QCOMPARE(names, QStringList({u"In 39 files with PM_RESUME"_s, u"In 3 files with suspend"_s,
                                     u"Filter"_s}));
    }

    void clickGoesBack() {
        refine();
        const SearchForm second = refineAgain(u"suspend"_s, 3);
        refineAgain(u"device"_s, 2);
        const QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        click(m_panel->folderBar()->stepChips().at(1));
        QCOMPARE(m_panel->form(), second);  // and with it the first step
        QCOMPARE(m_panel->form().within.size(), 1);
        QCOMPARE(wanted.size(), 1);
        click(m_panel->folderBar()->stepChips().at(0));
        QCOMPARE(m_panel->form(), m_first);
        QCOMPARE(wanted.size(), 2);
        QVERIFY(m_panel->folderBar()->stepChips().isEmpty());
        QVERIFY(m_panel->folderBar()->addFolderChip()->isVisible());
        QCOMPARE(m_panel->folderBar()->folderChips().size(), 1);
    }

    void crossTakesStepsAway() {
        refine();
        refineAgain(u"suspend"_s, 3);
        refineAgain(u"device"_s, 2);
        QTest::keyClicks(m_panel->textEdit(), u"driver"_s);
        QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        Chip* second = m_panel->folderBar()->stepChips().at(1);
        QTRY_VERIFY(second->width() >= second->sizeHint().width());
        QTest::mouseClick(second, Qt::LeftButton, {},
                          QPoint(second->width() - second->height() / 2, second->height() / 2));
        QCOMPARE(m_panel->folderBar()->stepChips().size(), 1);
        QCOMPARE(m_panel->form().text, u"driver"_s);  // what is asked for stays
        QVERIFY(wanted.wait(2000));
        QCOMPARE(wanted.size(), 1);
        QTest::keyClick(m_panel->folderBar()->stepChips().at(0), Qt::Key_Delete);
        QVERIFY(m_panel->form().within.isEmpty());
        QCOMPARE(m_panel->form().folders, m_first.folders);
        QCOMPARE(m_panel->form().text, u"driver"_s);
        QVERIFY(wanted.wait(2000));
    }

    void crossBringsTheSearchBackWhereNothingIsAskedFor() {
        refine();
        const QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        QTest::keyClick(m_panel->folderBar()->stepChips().at(0), Qt::Key_Delete);
        QCOMPARE(m_panel->form(), m_first);
        QCOMPARE(wanted.size(), 1);
    }

    void foldersDropTheSteps() {
        FolderBar* bar = m_panel->folderBar();
        refine();
        QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        bar->setFolders(m_first.folders);  // the very same: they are named now
        QVERIFY(m_panel->form().within.isEmpty());
        QCOMPARE(bar->folderChips().size(), 1);
        QVERIFY(bar->hiddenChip()->isVisible());
        QVERIFY(wanted.wait(2000));
        for (const QByteArray& folder : {m_first.folders.constFirst(), QByteArray("/tmp/other")}) {
            refine();
            bar->addFolder(folder);
            QVERIFY(m_panel->form().within.isEmpty());
            QVERIFY(bar->folders().contains(folder));
        }
        QCOMPARE(bar->folders(), (QList<QByteArray>{m_first.folders.constFirst(), "/tmp/other"}));
    }

    void sameFormChangesNoChip() {
        refine();
        const Chip* chip = m_panel->folderBar()->stepChips().constFirst();
        m_panel->setForm(m_panel->form());
        QCOMPARE(m_panel->folderBar()->stepChips().constFirst(), chip);
    }

    void stepsFollowTheirSearch() {
        // The fields have gone on since the results were found: the chain is that of the results.
        refine();
        SearchForm found = m_panel->form();
        found.text = u"suspend"_s;
        m_panel->folderBar()->setFolders({"/tmp/elsewhere"});
        m_panel->searchWithin(stepOf(found, "/a", 1));
        QCOMPARE(m_panel->form().within.size(), 2);
        QCOMPARE(m_panel->form().within.constFirst(), found.within.constFirst());
    }

    void errorsNameTheFile() {
        SearchForm form = m_first;
        form.within = {stepOf(m_first, "/a", 1)};
        const Error error{ErrorKind::Path, "No such file or directory", "/a"};
        const FormError shown = formError(form, error);
        QCOMPARE(shown.field, FormError::Field::Folders);
        QCOMPARE(shown.message, u"/a: No such file or directory"_s);
    }

private:
    /// Searches within what m_first has found.
    void refine() {
        m_panel->setForm(m_first);
        m_panel->searchWithin(stepOf(m_first, "/r/a", 39));
    }
    /// The same for what a text has found within that. Returns what found it.
    SearchForm refineAgain(const QString& text, qsizetype files) {
        SearchForm form = m_panel->form();
        form.text = text;
        m_panel->setForm(form);
        m_panel->searchWithin(stepOf(form, "/r/a", files));
        return form;
    }
    /// On the chip's text, not on its x.
    static void click(Chip* chip) {
        QVERIFY(chip);
        QTRY_VERIFY(chip->width() >= chip->sizeHint().width());
        QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(chip->height(), chip->height() / 2));
    }

    QTemporaryDir m_tree;
    SearchForm m_first;
    std::unique_ptr<SearchPanel> m_panel;
};

QTEST_MAIN(WithinTest)
#include "WithinTest.moc"
