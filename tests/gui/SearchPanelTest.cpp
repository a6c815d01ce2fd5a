#include "gui/query/SearchPanel.h"

#include "GuiTestSupport.h"
#include "core/search/Search.h"
#include "gui/query/CheckedEdit.h"
#include "gui/query/FilterChips.h"
#include "gui/query/FilterText.h"
#include "gui/query/FolderBar.h"
#include "gui/results/DisplayText.h"
#include "gui/results/FilePaths.h"
#include "gui/widgets/Chip.h"
#include "gui/widgets/PatternEdit.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QInputDialog>
#include <QLayout>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace findling;
using namespace findling::gui;
using namespace Qt::StringLiterals;

class SearchPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        isolateSettings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void init() {
        m_panel = std::make_unique<SearchPanel>();
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        SearchForm form;
        form.folders = {QFile::encodeName(m_tree.path())};
        m_panel->setForm(form);
    }
    void cleanup() { closePopups(); }

    void typingSearchesOnceAfterAPause() {
        QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        QTest::keyClicks(m_panel->textEdit(), u"hello"_s);
        QCOMPARE(wanted.size(), 0);
        QVERIFY(wanted.wait(2000));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(m_panel->form().text, u"hello"_s);
    }

    void enterSearchesAtOnce() {
        const QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        QTest::keyClicks(m_panel->nameEdit(), u"hello"_s);
        QTest::keyClick(m_panel->nameEdit(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(m_panel->nameEdit()->history(), QStringList(u"hello"_s));
    }

    void fillingTheFieldsIsNoWish() {
        QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        SearchForm form;
        form.text = u"x"_s;
        form.regex = form.hidden = true;
        form.folders = {"/tmp"};
        m_panel->setForm(form);
        QCOMPARE(m_panel->form(), form);
        QVERIFY(!wanted.wait(400));
    }

    void togglesReachTheQuery() {
        SearchForm form = m_panel->form();
        form.text = u"needle"_s;
        m_panel->setForm(form);
        Query query = this->query();
        QCOMPARE(query.content->caseMode, CaseMode::Smart);
        QVERIFY(query.content->fixed && !query.content->word && !query.hidden &&
                query.ignore.gitRules);
        QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        for (QToolButton* button :
             {m_panel->caseButton(), m_panel->wordButton(), m_panel->regexButton()}) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
        m_panel->folderBar()->setHidden(true);
        m_panel->folderBar()->setIgnoreRules(false);
        QVERIFY(wanted.wait(2000));
        query = this->query();
        QCOMPARE(query.content->caseMode, CaseMode::Sensitive);
        QCOMPARE(query.nameCase, CaseMode::Sensitive);
        QVERIFY(!query.content->fixed && query.content->word && query.hidden);
        QVERIFY(!query.ignore.gitRules && !query.ignore.otherRules);
    }

    void emptyTextListsNames() {
        SearchForm form = m_panel->form();
        form.name = u"report"_s;
        m_panel->setForm(form);
        const Query query = this->query();
        QVERIFY(!query.content);
        QCOMPARE(query.namesAll, std::vector<std::string>{"*report*"});
    }

    void invalidRegexNamesTheOffset() {
        SearchForm form = m_panel->form();
        form.text = u"ä(b[c"_s;
        form.regex = true;
        m_panel->setForm(form);
        Query query;
        QVERIFY(!toQuery(form, query));
        const auto checked = check(query);
        QVERIFY(!checked);
        const FormError error = formError(form, checked.error());
        QCOMPARE(error.field, FormError::Field::Text);
        QVERIFY(error.offset >= 0 && error.offset <= form.text.size());  // QChars, not bytes
        m_panel->showError(error);
        QVERIFY(!m_panel->message().isEmpty());
        QVERIFY(m_panel->textEdit()->hasError());
        QVERIFY(!m_panel->nameEdit()->hasError());
        QTest::keyClick(m_panel->textEdit(), Qt::Key_Backspace);
        QVERIFY(!m_panel->textEdit()->hasError());
    }

    void invalidGlobNamesTheOffset() {
        SearchForm form = m_panel->form();
        form.name = u" *.[ch"_s;
        Query query;
        const auto error = toQuery(form, query);
        QVERIFY(error.has_value());
        QCOMPARE(error->field, FormError::Field::Name);
        QVERIFY(error->offset >= 3);
        m_panel->setForm(form);
        m_panel->showError(*error);
        QVERIFY(m_panel->nameEdit()->hasError());
        QVERIFY(m_panel->message().contains(QString::number(error->offset + 1)) ||
                error->offset >= form.name.size());
    }

    void missingFolderIsNamed() {
        SearchForm form = m_panel->form();
        form.text = u"x"_s;
        form.folders = {"/no/such/folder"};
        Query query;
        const auto error = toQuery(form, query);
        QVERIFY(error.has_value());
        QCOMPARE(error->field, FormError::Field::Folders);
        QVERIFY(error->message.contains(u"/no/such/folder"_s));
        m_panel->showError(*error);
        QCOMPARE(m_panel->message(), error->message);
        m_panel->clearError();
        QVERIFY(m_panel->message().isEmpty());
    }

    void searchButtonStops() {
        const QSignalSpy stop(m_panel.get(), &SearchPanel::stopWanted);
        const QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        m_panel->setRunning(true);
        QTest::mouseClick(m_panel->searchButton(), Qt::LeftButton);
        QCOMPARE(stop.size(), 1);
        m_panel->setRunning(false);
        QTest::mouseClick(m_panel->searchButton(), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(stop.size(), 1);
    }

    void everyControlHasAName() {
        for (const QWidget* widget : m_panel->findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
        }
    }

    void historyHoldsTwenty() {
        for (int i = 0; i < 30; ++i) {
            m_panel->textEdit()->setText(QString::number(i % 25));
            m_panel->textEdit()->remember();
        }
        QCOMPARE(m_panel->textEdit()->history().size(), 20);
        QCOMPARE(m_panel->textEdit()->history().first(), u"4"_s);
    }

    void filterIsAdded() {
        QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        choose(openMenu(bar()->addChip()), filterName(FilterKind::Size) + u"…"_s);
        auto* edit = field(u"minSize"_s);
        QVERIFY(edit);
        QCOMPARE(edit->window()->focusWidget(), edit);
        QTest::keyClicks(edit, u"10k"_s);
        QVERIFY(!edit->isWrong());
        QCOMPARE(wanted.size(), 0);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(wanted.wait(2000));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(texts(), QStringList(u"at least 10 KB"_s));
        QCOMPARE(m_panel->form().filters.minSize, u"10k"_s);
        QCOMPARE(query().minSize, std::optional<uint64_t>(10 * 1024));
        QTRY_VERIFY(!QApplication::activePopupWidget());
    }

    void wrongValueIsNotTaken() {
        bar()->edit({FilterKind::Size}, *bar()->addChip());
        auto* edit = field(u"minSize"_s);
        QVERIFY(edit);
        QTest::keyClicks(edit, u"10x"_s);
        QVERIFY(edit->isWrong());
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(edit->window()->isVisible());
        QVERIFY(texts().isEmpty());
        QTest::keyClick(edit, Qt::Key_Backspace);
        QVERIFY(!edit->isWrong());
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(texts(), QStringList(u"at least 10 bytes"_s));
        // Two sizes that no file can have.
        bar()->edit({FilterKind::Size}, *bar()->addChip());
        edit = field(u"maxSize"_s);
        QTest::keyClicks(edit, u"5"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(edit->window()->isVisible());
        QVERIFY(edit->isWrong());
        QVERIFY(m_panel->form().filters.maxSize.isEmpty());
    }

    void chipIsEdited() {
        setFilters({.minSize = u"10k"_s, .maxDepth = 2});
        QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        click(chip(u"at least 10 KB"_s));
        auto* edit = field(u"minSize"_s);
        QVERIFY(edit);
        QCOMPARE(edit->text(), u"10k"_s);
        QTest::keyClicks(edit, u"2M"_s);  // it was selected
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(texts(), QStringList({u"at least 2 MB"_s, u"at most 2 levels deep"_s}));
        QVERIFY(wanted.wait(2000));
        // An empty value is no filter.
        click(chip(u"at least 2 MB"_s));
        edit = field(u"minSize"_s);
        edit->clear();
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(texts(), QStringList(u"at most 2 levels deep"_s));
    }

    void escapeLeavesTheFilter() {
        setFilters({.minSize = u"10k"_s});
        QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        const Filters before = m_panel->form().filters;
        click(chip(u"at least 10 KB"_s));
        auto* edit = field(u"minSize"_s);
        QVERIFY(edit);
        QTest::keyClicks(edit, u"2M"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QCOMPARE(m_panel->form().filters, before);
        QVERIFY(!wanted.wait(400));
    }

    void chipIsRemoved() {
        setFilters({.minSize = u"10k"_s, .excludes = {u"build"_s, u"*.o"_s}, .maxDepth = 2});
        QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        Chip* size = chip(u"at least 10 KB"_s);
        QVERIFY(size);
        QTRY_VERIFY(size->width() >= size->sizeHint().width());
        QTest::mouseClick(size, Qt::LeftButton, {},
                          QPoint(size->width() - size->height() / 2, size->height() / 2));
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(texts(),
                 QStringList({u"not: build"_s, u"not: *.o"_s, u"at most 2 levels deep"_s}));
        QTest::keyClick(chip(u"not: build"_s), Qt::Key_Delete);
        QCOMPARE(m_panel->form().filters.excludes, QStringList(u"*.o"_s));
        QTest::keyClick(chip(u"at most 2 levels deep"_s), Qt::Key_Delete);
        QCOMPARE(texts(), QStringList(u"not: *.o"_s));
        QVERIFY(wanted.wait(2000));
        QCOMPARE(wanted.size(), 1);
    }

    void excludesAreEditedOneByOne() {
        setFilters({.excludes = {u"build"_s, u"*.o"_s}});
        click(chip(u"not: build"_s));
        auto* edit = field(u"words"_s);
        QVERIFY(edit);
        QCOMPARE(edit->text(), u"build"_s);
        QTest::keyClicks(edit, u"out, *.{a,b}"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_panel->form().filters.excludes, QStringList({u"out"_s, u"*.{a,b}"_s, u"*.o"_s}));
        choose(openMenu(m_panel->folderBar()->addFolderChip()), u"Leave out folders or names…"_s);
        edit = field(u"words"_s);
        QVERIFY(edit);
        QTest::keyClicks(edit, u"dist"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(texts().last(), u"not: dist"_s);
    }

    void switchNeedsNoPopup() {
        const QString follow = filterName(FilterKind::FollowLinks);
        choose(openMenu(bar()->addChip()), follow);
        QCOMPARE(texts(), QStringList(u"links followed"_s));
        QVERIFY(query().follow);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        choose(openMenu(bar()->addChip()), follow);
        QVERIFY(!m_panel->form().filters.followLinks);
    }

    void timesAreChosen() {
        bar()->edit({FilterKind::Modified}, *bar()->addChip());
        auto* words = QApplication::activePopupWidget()->findChild<QComboBox*>();
        QVERIFY(words);
        words->setCurrentIndex(words->findData(u"this-year"_s));
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(texts(), QStringList(u"changed: this year"_s));
        QCOMPARE(m_panel->form().filters.modified.word, u"this-year"_s);
        click(chip(u"changed: this year"_s));
        words = QApplication::activePopupWidget()->findChild<QComboBox*>();
        QCOMPARE(words->currentData().toString(), u"this-year"_s);
        words->setCurrentIndex(words->findText(u"since a time"_s));
        auto* since = field(u"time"_s);
        QTRY_VERIFY(since->isVisible());
        QTest::keyClicks(since, u"2h"_s);
        QTest::keyClick(since, Qt::Key_Return);
        QCOMPARE(texts(), QStringList(u"changed: in the last 2h"_s));
        QVERIFY(query().modified.after.has_value());
    }

    void oneEndIsEdited() {
        setFilters({.modified = {{}, {}, u"<2024-03-01T12:30"_s}});
        click(chip(u"changed: before 2024-03-01T12:30"_s));
        auto* edit = field(u"time"_s);
        QVERIFY(edit && edit->isVisible());
        QCOMPARE(edit->text(), u"2024-03-01T12:30"_s);
        QVERIFY(!edit->isWrong());
        edit->setText(u"3 weeks"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_panel->form().filters.modified, TimeFilter({{}, {}, u"<3 weeks"_s}));
        // An end without a mark, out of other settings, keeps to that.
        setFilters({.modified = {{}, {}, u"2024-03-01T12:30"_s}});
        click(chip(u"changed: until 2024-03-01T12:30"_s));
        edit = field(u"time"_s);
        edit->setText(u"2h"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_panel->form().filters.modified, TimeFilter({{}, {}, u"2h"_s}));
        // Two days are no end for a time that is chosen in their place.
        setFilters({.modified = {{}, u"2024-03-01"_s, u"2024-03-05"_s}});
        bar()->edit({FilterKind::Modified}, *bar()->addChip());
        auto* words = QApplication::activePopupWidget()->findChild<QComboBox*>();
        words->setCurrentIndex(words->findText(u"since a time"_s));
        edit = field(u"time"_s);
        edit->setText(u"2h"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_panel->form().filters.modified, TimeFilter({{}, u"2h"_s, {}}));
    }

    void wordsOfTheFutureStay() {
        // Settings of a newer version know a time that this one does not.
        const Filters future{.modified = {u"next-century"_s, {}, {}}};
        setFilters(future);
        QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        click(chip(u"changed: next-century"_s));
        auto* words = QApplication::activePopupWidget()->findChild<QComboBox*>();
        QVERIFY(words);
        QCOMPARE(words->currentText(), u"next-century"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_VERIFY(!QApplication::activePopupWidget());  // nothing was changed: nothing is said
        QCOMPARE(m_panel->form().filters, future);
        QVERIFY(!wanted.wait(400));
        click(chip(u"changed: next-century"_s));
        words = QApplication::activePopupWidget()->findChild<QComboBox*>();
        words->setCurrentIndex(words->findData(u"today"_s));
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(m_panel->form().filters.modified.word, u"today"_s);
        // What only a right click makes is no choice of the list, but stands in it while it holds.
        setFilters({.modified = {u"over-7-days"_s, {}, {}}});
        click(chip(u"changed: more than 7 days ago"_s));
        words = QApplication::activePopupWidget()->findChild<QComboBox*>();
        QCOMPARE(words->currentText(), u"more than 7 days ago"_s);
    }

    void excludesWithCommasStayWhole() {
        setFilters({.excludes = {u"a,b"_s, u"*.{x,y}"_s, u"\"q\""_s}});
        click(chip(u"not: a,b"_s));
        auto* edit = field(u"words"_s);
        QVERIFY(edit);
        QCOMPARE(edit->text(), u"\"a,b\""_s);
        edit->setText(edit->text() + u", c"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_panel->form().filters.excludes,
                 QStringList({u"a,b"_s, u"c"_s, u"*.{x,y}"_s, u"\"q\""_s}));
        const Filters before = m_panel->form().filters;
        for (const QString& word : before.excludes) {
            click(chip(u"not: "_s + word));
            edit = field(u"words"_s);
            QVERIFY(edit);
            edit->setText(edit->text() + u" "_s);
            QTest::keyClick(edit, Qt::Key_Return);
            QTRY_VERIFY(!QApplication::activePopupWidget());
            QCOMPARE(m_panel->form().filters, before);
        }
    }

    // The other mouse button.

    void rightClickTurnsAFilterRound_data() {
        QTest::addColumn<QVariantMap>("map");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("opposite");
        const auto row = [](const QString& text, const QString& opposite, const QVariantMap& map) {
            QTest::newRow(qPrintable(text)) << map << text << opposite;
        };
        row(u"c, h"_s, u"not c, h"_s, {{u"extensions"_s, QStringList{u"c"_s, u"h"_s}}});
        row(u"not o"_s, u"o"_s, {{u"notExtensions"_s, QStringList{u"o"_s}}});
        row(u"images"_s, u"other than: images"_s, {{u"kinds"_s, QStringList{u"image"_s}}});
        row(u"at least 10 KB"_s, u"less than 10 KB"_s, {{u"minSize"_s, u"10k"_s}});
        row(u"at most 10 KB"_s, u"more than 10 KB"_s, {{u"maxSize"_s, u"10 KB"_s}});
        row(u"changed: last 7 days"_s, u"changed: more than 7 days ago"_s,
            {{u"modified"_s, QVariantMap{{u"word"_s, u"last-7-days"_s}}}});
        row(u"created: since 3/1/24"_s, u"created: before 3/1/24"_s,
            {{u"created"_s, QVariantMap{{u"from"_s, u"2024-03-01"_s}}}});
        row(u"files only"_s, u"no files"_s, {{u"types"_s, QStringList{u"file"_s}}});
        row(u"no subfolders"_s, u"only in subfolders"_s, {{u"maxDepth"_s, 1}});
        row(u"links followed"_s, u"links not followed"_s, {{u"followLinks"_s, true}});
        row(u"one file system"_s, u"other file systems too"_s, {{u"sameFileSystem"_s, true}});
        row(u"in compressed files too"_s, u"not in compressed files"_s, {{u"compressed"_s, true}});
        row(u"matches span lines"_s, u"matches within a line"_s, {{u"multiline"_s, true}});
    }
    void rightClickTurnsAFilterRound() {
        QFETCH(QVariantMap, map);
        QFETCH(QString, text);
        QFETCH(QString, opposite);
        const Filters before = Filters::fromMap(map);
        setFilters(before);
        QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        QVERIFY(chip(text));
        QVERIFY(chip(text)->toolTip().contains(u"Right click"_s));
        rightClick(chip(text));
        QCOMPARE(texts(), QStringList(opposite));
        QVERIFY(m_panel->form().filters != before);
        QVERIFY(!QApplication::activePopupWidget());
        QVERIFY(wanted.wait(2000));
        QCOMPARE(wanted.size(), 1);
        rightClick(chip(opposite));
        QCOMPARE(texts(), QStringList(text));
        QCOMPARE(m_panel->form().filters, before);
        // The keyboard's ways to the same.
        chip(text)->setFocus();
        contextKey(chip(text));
        QCOMPARE(texts(), QStringList(opposite));
        QTest::keyClick(chip(opposite), Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(texts(), QStringList(text));
        QCOMPARE(m_panel->form().filters, before);
    }

    void focusGoesWithWhatIsTurned() {
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        setFilters({.kinds = {u"image"_s}, .minSize = u"10k"_s});
        chip(u"images"_s)->setFocus();
        contextKey(chip(u"images"_s));
        QVERIFY(chip(u"other than: images"_s)->hasFocus());
    }

    void switchThatIsOffIsTakenAway() {
        setFilters({.minSize = u"10k"_s, .followLinks = true});
        rightClick(chip(u"links followed"_s));
        QVERIFY(!query().follow);
        QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        rightClick(chip(u"at least 10 KB"_s));  // another filter leaves it alone
        QCOMPARE(texts(), QStringList({u"less than 10 KB"_s, u"links not followed"_s}));
        QVERIFY(wanted.wait(2000));
        QTest::keyClick(chip(u"links not followed"_s), Qt::Key_Delete);
        QCOMPARE(texts(), QStringList(u"less than 10 KB"_s));
        QVERIFY(!wanted.wait(400));  // nothing has changed by that
        // Other filters bring their own chips.
        setFilters({.followLinks = true});
        rightClick(chip(u"links followed"_s));
        setFilters({.maxDepth = 1});
        QCOMPARE(texts(), QStringList(u"no subfolders"_s));
    }

    void rightClickOpensWhatHasNoOpposite() {
        setFilters({.minSize = u"10k"_s, .maxSize = u"20k"_s, .excludes = {u"build"_s}});
        const Filters before = m_panel->form().filters;
        Chip* sizes = chip(u"10 KB to 20 KB"_s);
        QVERIFY(sizes);
        QVERIFY(!sizes->toolTip().contains(u"Right click"_s));
        rightClick(sizes);
        QVERIFY(field(u"minSize"_s));
        closePopups();
        rightClick(chip(u"not: build"_s));
        QVERIFY(field(u"words"_s));
        QCOMPARE(field(u"words"_s)->text(), u"build"_s);
        closePopups();
        QCOMPARE(m_panel->form().filters, before);
        rightClick(m_panel->folderBar()->folderChips().constFirst());
        QVERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
        closePopups();
        rightClick(m_panel->folderBar()->addFolderChip());
        QVERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
    }

    void rightClickTurnsASwitch() {
        FolderBar* folders = m_panel->folderBar();
        QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        for (Chip* one : {folders->hiddenChip(), folders->ignoreChip()}) {
            const bool before = one->isChecked();
            QVERIFY(one->toolTip().contains(u"Right click"_s));
            rightClick(one);
            QCOMPARE(one->isChecked(), !before);
            rightClick(one);
            QCOMPARE(one->isChecked(), before);
            contextKey(one);
            QCOMPARE(one->isChecked(), !before);
        }
        QVERIFY(m_panel->form().hidden && !m_panel->form().ignoreRules);
        QVERIFY(wanted.wait(2000));
    }

    // Dropping.

    void droppedTextIsSearched_data() {
        QTest::addColumn<QString>("dropped");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* title, const QString& dropped, const QString& text,
                            const QString& name) {
            QTest::newRow(title) << dropped << text << name;
        };
        row("word", u"PM_RESUME"_s, u"PM_RESUME"_s, u"PM_RESUME"_s);
        row("blanks", u"  int x "_s, u"  int x "_s, u"int x"_s);
        row("lines", u"\n \r\n\tfirst\r\nsecond"_s, u"\tfirst"_s, u"first"_s);
        row("path", u"/usr/include/stdio.h"_s, u"/usr/include/stdio.h"_s, u"stdio.h"_s);
        row("folder", u"~/src/"_s, u"~/src/"_s, u"src"_s);
        row("URL", u"file:///tmp/a%20b.txt"_s, u"file:///tmp/a%20b.txt"_s, u"a b.txt"_s);
        row("glob", u"/src/*.c"_s, u"/src/*.c"_s, u"/src/*.c"_s);
        row("below", u"src/main.c"_s, u"src/main.c"_s, u"src/main.c"_s);
    }
    void droppedTextIsSearched() {
        QFETCH(QString, dropped);
        QFETCH(QString, text);
        QFETCH(QString, name);
        QMimeData data;
        data.setText(dropped);
        for (PatternEdit* edit : {m_panel->textEdit(), m_panel->nameEdit()}) {
            edit->setText(u"old"_s);
            const QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
            QVERIFY(drop(edit, data));
            QCOMPARE(edit->text(), edit == m_panel->textEdit() ? text : name);
            QCOMPARE(wanted.size(), 1);
        }
    }

    void droppedFilesAreNamedOrPassedOn() {
        QMimeData data;
        data.setUrls({QUrl(u"file:///tmp/folder/main.c"_s), QUrl(u"file:///tmp/other"_s)});
        const QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        QVERIFY(drop(m_panel->nameEdit(), data));
        QCOMPARE(m_panel->nameEdit()->text(), u"main.c"_s);
        QCOMPARE(wanted.size(), 1);
        // A place to search in is the window's affair.
        m_panel->textEdit()->setText(u"old"_s);
        QVERIFY(!drop(m_panel->textEdit(), data));
        QCOMPARE(m_panel->textEdit()->text(), u"old"_s);
        QCOMPARE(wanted.size(), 1);
        data.setUrls({QUrl(u"file:///"_s)});
        QVERIFY(!drop(m_panel->nameEdit(), data));
        QCOMPARE(m_panel->nameEdit()->text(), u"main.c"_s);
        // A link in a browser is text to one field and a file's name to the other.
        QMimeData link;
        link.setUrls({QUrl(u"https://example.org/files/report.pdf"_s)});
        QVERIFY(drop(m_panel->nameEdit(), link));
        QCOMPARE(m_panel->nameEdit()->text(), u"report.pdf"_s);
        QVERIFY(drop(m_panel->textEdit(), link));
        QCOMPARE(m_panel->textEdit()->text(), u"https://example.org/files/report.pdf"_s);
    }

    void droppedNamesMeanThemselves_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("text");
        QTest::newRow("wildcards") << QByteArray("a[1]*.txt") << u"a\\[1\\]\\*.txt"_s;
        QTest::newRow("no text") << QByteArray("caf\xe9[.txt") << u"caf?\\[.txt"_s;
        QTest::newRow("two lines") << QByteArray("a\nb") << u"a?b"_s;
        QTest::newRow("letters") << QByteArray("gr\xc3\xbc\xc3\x9f") << u"grüß"_s;
    }
    void droppedNamesMeanThemselves() {
        QFETCH(QByteArray, name);
        QFETCH(QString, text);
        QMimeData data;
        data.setUrls({fileUrl("/tmp/" + name)});
        QVERIFY(drop(m_panel->nameEdit(), data));
        QCOMPARE(m_panel->nameEdit()->text(), text);
        SearchForm form = m_panel->form();
        form.filters = {};
        Query wish;
        QVERIFY(!toQuery(form, wish));
        for (const std::string& glob : wish.namesAll) {
            const auto compiled = Glob::compile(glob, CaseMode::Smart);
            QVERIFY(compiled && compiled->matches(view(name)));
        }
    }

    void wordsAreCompleted() {
        bar()->edit({FilterKind::Kinds}, *bar()->addChip());
        auto* edit = field(u"words"_s);
        QVERIFY(edit);
        QTest::keyClicks(edit, u"cpp, ima"_s);
        QAbstractItemView* list = edit->completer()->popup();
        QTRY_VERIFY(list->isVisible());
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(edit->text(), u"cpp, image"_s);
        QTest::keyClick(list, Qt::Key_Return);  // takes the word, no more
        QVERIFY(!list->isVisible());
        QVERIFY(texts().isEmpty());
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_panel->form().filters.kinds, QStringList({u"cpp"_s, u"image"_s}));
    }

    void everyPopupHasNames() {
        for (const FilterKind kind : kFilterKinds) {
            bar()->edit({kind}, *bar()->addChip());
            QWidget* popup = QApplication::activePopupWidget();
            QVERIFY(popup && popup->focusWidget());
            for (const QWidget* widget : popup->findChildren<QWidget*>()) {
                if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy()) continue;
                const auto* button = qobject_cast<const QAbstractButton*>(widget);
                const bool named =
                    !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
                QVERIFY2(named || !widget->isVisible(), widget->metaObject()->className());
            }
            closePopups();
        }
    }

    void presetReplacesTheFilters() {
        setFilters({.minSize = u"10k"_s});
        QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        preset(u"Images"_s)->trigger();
        QCOMPARE(texts(), QStringList(u"images"_s));
        QCOMPARE(m_panel->form().filters, Filters({.kinds = {u"image"_s}}));
        QVERIFY(wanted.wait(2000));
        preset(u"Changed today"_s)->trigger();
        QCOMPARE(texts(), QStringList(u"changed: today"_s));
    }

    void ownPresetsAreSavedAndRemoved() {
        QVERIFY(!preset(u"Save filters as preset…"_s)->isEnabled());
        setFilters({.extensions = {u"c"_s, u"h"_s}});
        const QSignalSpy saved(m_panel->folderBar(), &FolderBar::presetsChanged);
        preset(u"Save filters as preset…"_s)->trigger();
        auto* dialog = m_panel->findChild<QInputDialog*>();
        QVERIFY(dialog);
        dialog->setTextValue(u" C & headers "_s);
        dialog->accept();
        QCOMPARE(saved.size(), 1);
        const QList<Preset> presets = m_panel->folderBar()->presets();
        QCOMPARE(presets.size(), 1);
        QCOMPARE(presets[0].name, u"C & headers"_s);
        setFilters({});
        preset(u"C && headers"_s)->trigger();
        QCOMPARE(texts(), QStringList(u"c, h"_s));
        QAction* removal = preset(u"Remove a preset"_s);
        QVERIFY(removal->menu());
        removal->menu()->actions().first()->trigger();
        QVERIFY(m_panel->folderBar()->presets().isEmpty());
        QCOMPARE(saved.size(), 2);
        QCOMPARE(texts(), QStringList(u"c, h"_s));
    }

    void wrongFilterIsMarked() {
        setFilters({.minSize = u"no size"_s, .maxDepth = 2});
        Query query;
        const auto error = toQuery(m_panel->form(), query);
        QVERIFY(error.has_value());
        m_panel->showError(*error);
        QVERIFY(m_panel->message().startsWith(u"Size: "_s));
        QVERIFY(bar()->chips()[0]->isWrong());
        QVERIFY(!bar()->chips()[1]->isWrong());
        m_panel->clearError();
        QVERIFY(!bar()->chips()[0]->isWrong());
    }

    void recentFoldersAreOffered() {
        FolderBar* folders = m_panel->folderBar();
        for (int i = 0; i < 12; ++i) folders->setFolders({"/tmp/a&b" + QByteArray::number(i)});
        folders->setFolders({"/tmp/caf\xe9"});
        QCOMPARE(folders->recentFolders().size(), 10);
        QCOMPARE(folders->recentFolders().first(), QByteArray("/tmp/caf\xe9"));
        folders->setFolders({"/tmp/now"});
        QMenu* menu = openMenu(folders->addFolderChip());
        QVERIFY(menu);
        QCOMPARE(menu->actions().first()->text(), u"Choose a folder…"_s);
        QByteArrayList offered;
        for (const QAction* action : menu->actions()) {
            if (action->data().isValid()) offered.append(action->data().toByteArray());
        }
        QCOMPARE(offered.size(), 9);  // what is searched already is not among them
        QCOMPARE(offered.first(), QByteArray("/tmp/caf\xe9"));
        QVERIFY(menu->actions().at(3)->text().contains(u"a&&b"_s));
        choose(menu, menu->actions().at(2)->text());
        QCOMPARE(folders->folders(), QList<QByteArray>({"/tmp/now", "/tmp/caf\xe9"}));
    }

    void folderGivesItsPlaceToAnother() {
        FolderBar* folders = m_panel->folderBar();
        folders->setFolders({"/tmp/old"});
        folders->setFolders({"/tmp/a", "/tmp/b"});
        Chip* first = nullptr;
        for (Chip* one : folders->findChildren<Chip*>()) {
            if (one->text() == "/tmp/a"_L1) first = one;
        }
        QMenu* menu = openMenu(first);
        QVERIFY(menu);
        choose(menu, u"/tmp/old"_s);
        QCOMPARE(folders->folders(), QList<QByteArray>({"/tmp/old", "/tmp/b"}));
    }

    void tabGoesAlongTheRow() {
        setFilters({.minSize = u"10k"_s, .maxDepth = 2});
        QStringList names;
        QWidget* widget = m_panel->searchButton();
        for (int i = 0; i < 40 && widget != bar()->addChip(); ++i) {
            widget = widget->nextInFocusChain();
            if (qobject_cast<Chip*>(widget)) names.append(widget->accessibleName());
        }
        QCOMPARE(names.size(), 7);  // folder, its chooser, two switches, two filters, one more
        QVERIFY(names.first().startsWith(u"Folder "_s));
        QCOMPARE(names.last(), u"Add a filter"_s);
    }

    void historyCompletes() {
        PatternEdit* edit = m_panel->textEdit();
        edit->setHistory({u"Hello world"_s, u"help"_s, u"other"_s});
        QAbstractItemView* list = edit->suggestions()->popup();
        QTest::keyClicks(edit, u"hel"_s);
        QVERIFY(list->isVisible());
        QCOMPARE(edit->suggestions()->completionCount(), 2);
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(edit->text(), u"Hello world"_s);
        const QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(!list->isVisible());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(m_panel->form().text, u"Hello world"_s);
    }

    void completionKeepsNoKeyToItself() {
        PatternEdit* edit = m_panel->textEdit();
        edit->setHistory({u"help"_s});
        QAbstractItemView* list = edit->suggestions()->popup();
        QTest::keyClicks(edit, u"hel"_s);
        QVERIFY(list->isVisible());
        const QSignalSpy wanted(m_panel.get(), &SearchPanel::searchWanted);
        const QSignalSpy results(m_panel.get(), &SearchPanel::resultsWanted);
        QTest::keyClick(list, Qt::Key_Return);  // searches for what was typed
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(m_panel->form().text, u"hel"_s);
        QVERIFY(!list->isVisible());
        QTest::keyClick(edit, Qt::Key_Down);
        QCOMPARE(results.size(), 1);
        QTest::keyClick(edit, 'p');  // now it is all there: nothing to offer
        QCOMPARE(edit->text(), u"help"_s);
        QVERIFY(!list->isVisible());
    }

    void markOutlivesTheRunningSearch() {
        SearchForm form = m_panel->form();
        form.text = u"(a"_s;
        form.regex = true;
        m_panel->setForm(form);
        m_panel->setRunning(true);  // another search
        const auto checked = check(query());
        QVERIFY(!checked);
        m_panel->showError(formError(form, checked.error()));
        const qsizetype offset = m_panel->textEdit()->errorOffset();
        m_panel->setRunning(false);
        QVERIFY(m_panel->textEdit()->hasError());
        QCOMPARE(m_panel->textEdit()->errorOffset(), offset);
        QVERIFY(!m_panel->message().isEmpty());
    }

private:
    FilterChips* bar() const { return m_panel->folderBar()->filterChips(); }

    void setFilters(const Filters& filters) {
        SearchForm form = m_panel->form();
        form.filters = filters;
        m_panel->setForm(form);
    }

    /// The filters' chips, without the one that adds.
    QStringList texts() const {
        QStringList out;
        for (const Chip* chip : bar()->chips()) out.append(chip->text());
        out.removeLast();
        return out;
    }

    Chip* chip(const QString& text) const {
        for (Chip* one : bar()->chips()) {
            if (one->text() == text) return one;
        }
        return nullptr;
    }

    /// On the chip's text, not on its x.
    static void click(Chip* chip) {
        QVERIFY(chip);
        QTRY_VERIFY(chip->width() >= chip->sizeHint().width());
        QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(chip->height(), chip->height() / 2));
    }

    /// Through the window, which makes of the button what the platform makes of it.
    /// As the platform sends it: the button, and what asks for a menu.
    static void rightClick(Chip* chip) {
        QVERIFY(chip);
        const QPoint at = chip->rect().center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, chip->mapToGlobal(at));
        QTest::mousePress(chip, Qt::RightButton, {}, at);
        const QPointer<Chip> alive(chip);
        QCoreApplication::sendEvent(chip, &event);
        QVERIFY(event.isAccepted());
        if (alive) QTest::mouseRelease(chip, Qt::RightButton, {}, at);
    }

    static void contextKey(Chip* chip) {
        QVERIFY(chip);
        const QPoint at = chip->rect().center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, at, chip->mapToGlobal(at));
        QCoreApplication::sendEvent(chip, &event);
        QVERIFY(event.isAccepted());
    }

    /// Whether the field takes it.
    static bool drop(PatternEdit* edit, const QMimeData& data) {
        const Qt::DropActions actions = Qt::CopyAction | Qt::MoveAction;
        QDragEnterEvent enter(QPoint(5, 5), actions, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(edit, &enter);
        if (!enter.isAccepted()) return false;
        QDropEvent drop(QPoint(5, 5), actions, &data, Qt::LeftButton, Qt::NoModifier);
        drop.ignore();
        QCoreApplication::sendEvent(edit, &drop);
        // A move would delete what was dragged.
        return drop.isAccepted() && drop.dropAction() == Qt::CopyAction;
    }

    static CheckedEdit* field(const QString& name) {
        const QWidget* popup = QApplication::activePopupWidget();
        return popup ? popup->findChild<CheckedEdit*>(name) : nullptr;
    }

    static QMenu* openMenu(Chip* chip) {
        click(chip);
        return qobject_cast<QMenu*>(QApplication::activePopupWidget());
    }

    static void choose(QMenu* menu, const QString& text) {
        QVERIFY(menu);
        for (QAction* action : menu->actions()) {
            if (action->text() != text) continue;
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            return;
        }
        QFAIL(qPrintable(u"no such entry: "_s + text));
    }

    /// An entry of the menu of presets. The menu stays open until the next one is asked for.
    QAction* preset(const QString& text) {
        closePopups();
        QMenu* menu = openMenu(bar()->addChip());
        for (const QAction* entry : menu->actions()) {
            if (!entry->menu()) continue;
            for (QAction* action : entry->menu()->actions()) {
                if (action->text() == text) return action;
            }
        }
        qFatal("no such preset: %s", qPrintable(text));
    }

    static void closePopups() {
        while (QWidget* popup = QApplication::activePopupWidget()) popup->close();
    }

    Query query() const {
        Query query;
        const auto error = toQuery(m_panel->form(), query);
        if (error) qWarning("%s", qPrintable(error->message));
        return query;
    }

    QTemporaryDir m_tree;
    std::unique_ptr<SearchPanel> m_panel;
};

QTEST_MAIN(SearchPanelTest)
#include "SearchPanelTest.moc"
