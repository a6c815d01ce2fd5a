#include "gui/query/SearchPanel.h"

#include "GuiTestSupport.h"
#include "core/search/Search.h"
#include "gui/query/FolderBar.h"
#include "gui/widgets/PatternEdit.h"

#include <QElapsedTimer>
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
    void init() {
        m_panel = std::make_unique<SearchPanel>();
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        SearchForm form;
        form.folders = {QFile::encodeName(m_tree.path())};
        m_panel->setForm(form);
    }

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

private:
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
