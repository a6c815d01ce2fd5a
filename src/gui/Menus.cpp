#include "gui/Menus.h"

#include "FindlingVersion.h"
#include "gui/MainWindow.h"
#include "gui/preview/PreviewHighlighter.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/query/FolderBar.h"
#include "gui/query/SearchPanel.h"
#include "gui/results/FilterBar.h"
#include "gui/results/ResultModel.h"
#include "gui/results/ResultPane.h"
#include "gui/results/ResultView.h"
#include "gui/settings/Settings.h"
#include "gui/widgets/PatternEdit.h"

#include <QAction>
#include <QActionGroup>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

#include <memory>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

template <class Function>
QAction* add(QMenu* menu, MainWindow& window, const QString& text, const QKeySequence& keys,
             Function run) {
    QAction* action = menu->addAction(text);
    action->setShortcut(keys);
    QObject::connect(action, &QAction::triggered, &window, run);
    return action;
}

void focus(QLineEdit* edit) {
    edit->setFocus(Qt::ShortcutFocusReason);
    edit->selectAll();
}

void addTabActions(QMenu* menu, MainWindow& window) {
    SearchTabs* tabs = window.tabs();
    add(menu, window, MainWindow::tr("&New tab"), QKeySequence(u"Ctrl+T"_s),
        [tabs] { tabs->addEmpty(); });
    add(menu, window, MainWindow::tr("&Duplicate tab"), {},
        [tabs] { tabs->duplicate(tabs->currentPlace()); });
    QAction* reopen = add(menu, window, MainWindow::tr("&Reopen closed tab"),
                          QKeySequence(u"Ctrl+Shift+T"_s), [tabs] { tabs->reopen(); });
    reopen->setEnabled(tabs->canReopen());
    QObject::connect(tabs, &SearchTabs::changed, reopen,
                     [reopen, tabs] { reopen->setEnabled(tabs->canReopen()); });
    add(menu, window, MainWindow::tr("&Close tab"), QKeySequence(u"Ctrl+W"_s),
        [tabs] { tabs->close(tabs->currentPlace()); });
}

void addFileMenu(MainWindow& window) {
    QMenu* menu = window.menuBar()->addMenu(MainWindow::tr("&File"));
    FolderBar* folders = window.searchPanel()->folderBar();
    add(menu, window, MainWindow::tr("Search in &folder…"), QKeySequence::Open,
        [folders] { folders->chooseFolder(true); });
    add(menu, window, MainWindow::tr("&Add a folder…"), QKeySequence(u"Ctrl+Shift+O"_s),
        [folders] { folders->chooseFolder(false); });
    menu->addSeparator();
    addTabActions(menu, window);
    menu->addSeparator();
    QAction* quit = add(menu, window, MainWindow::tr("&Quit"), QKeySequence(u"Ctrl+Q"_s),
                        [&window] { window.close(); });
    quit->setMenuRole(QAction::QuitRole);
}

void addEditMenu(MainWindow& window) {
    QMenu* menu = window.menuBar()->addMenu(MainWindow::tr("&Edit"));
    SearchPanel* search = window.searchPanel();
    QAction* afterOpen = menu->addSeparator();
    QAction* afterCopy = menu->addSeparator();
    // The results have actions of their own, which go with their tab.
    const auto fill = [menu, afterOpen, afterCopy, &window] {
        for (QAction* action : menu->actions()) {
            if (qobject_cast<ResultView*>(action->parent())) menu->removeAction(action);
        }
        const ResultView* view = window.resultView();
        menu->insertActions(afterOpen, {view->openAction(), view->openFolderAction()});
        menu->insertActions(afterCopy, {view->copyPathAction(), view->copyNameAction()});
    };
    fill();
    QObject::connect(window.tabs(), &SearchTabs::changed, menu, fill);
    add(menu, window, MainWindow::tr("Go to the &text"), QKeySequence::Find,
        [search] { focus(search->textEdit()); });
    add(menu, window, MainWindow::tr("Go to the &name"), QKeySequence(u"Ctrl+L"_s),
        [search] { focus(search->nameEdit()); });
    add(menu, window, MainWindow::tr("&Filter the results"), QKeySequence(u"Ctrl+Shift+F"_s),
        [&window] { window.resultPane()->filterBar()->open(); });
}

void addAppearance(QMenu* view, MainWindow& window) {
    QMenu* menu = view->addMenu(MainWindow::tr("&Appearance"));
    auto* group = new QActionGroup(&window);
    const std::pair<Appearance, QString> choices[] = {
        {Appearance::System, MainWindow::tr("As the &system")},
        {Appearance::Light, MainWindow::tr("&Light")},
        {Appearance::Dark, MainWindow::tr("&Dark")},
    };
    const Appearance now = Settings::load().appearance;
    for (const auto& [appearance, text] : choices) {
        const Appearance chosen = appearance;
        QAction* action = add(menu, window, text, {}, [chosen] {
            Settings settings = Settings::load();
            settings.appearance = chosen;
            settings.save();
            applyAppearance(chosen);
        });
        action->setCheckable(true);
        action->setChecked(chosen == now);
        group->addAction(action);
    }
}

/// The ways from tab to tab; those to a certain one have keys alone.
void addTabSteps(QMenu* menu, MainWindow& window) {
    SearchTabs* tabs = window.tabs();
    const auto keys = [](const QString& first, const QString& second) {
        return QList<QKeySequence>{QKeySequence(first), QKeySequence(second)};
    };
    add(menu, window, MainWindow::tr("Ne&xt tab"), {}, [tabs] {
        tabs->step(1);
    })->setShortcuts(keys(u"Ctrl+Tab"_s, u"Ctrl+PgDown"_s));
    add(menu, window, MainWindow::tr("Pre&vious tab"), {}, [tabs] {
        tabs->step(-1);
    })->setShortcuts(keys(u"Ctrl+Shift+Tab"_s, u"Ctrl+PgUp"_s));
    for (int i = 0; i < 9; ++i) {
        auto* action = new QAction(MainWindow::tr("Go to tab %1").arg(i + 1), &window);
        action->setShortcut(QKeySequence(u"Alt+%1"_s.arg(i + 1)));
        QObject::connect(action, &QAction::triggered, tabs, [tabs, i] { tabs->setCurrent(i); });
        window.addAction(action);
    }
}

void addViewMenu(MainWindow& window) {
    QMenu* menu = window.menuBar()->addMenu(MainWindow::tr("&View"));
    QAction* preview = add(menu, window, MainWindow::tr("&Preview"), QKeySequence(u"F9"_s),
                           [&window] { window.showPreview(window.previewPanel()->isHidden()); });
    preview->setCheckable(true);
    QObject::connect(menu, &QMenu::aboutToShow, preview, [preview, &window] {
        preview->setChecked(!window.previewPanel()->isHidden());
    });
    add(menu, window, MainWindow::tr("&Why not?"), QKeySequence(u"F8"_s),
        [&window] { window.showWhy(true); });
    menu->addSeparator();
    add(menu, window, MainWindow::tr("&Unfold all"), QKeySequence(u"Ctrl+Shift+Down"_s),
        [&window] { window.resultModel()->setAllShown(ResultFiles::Shown::Some); });
    add(menu, window, MainWindow::tr("&Fold all"), QKeySequence(u"Ctrl+Shift+Up"_s),
        [&window] { window.resultModel()->setAllShown(ResultFiles::Shown::None); });
    PreviewPanel* panel = window.previewPanel();
    menu->addSeparator();
    menu->addActions({panel->wrapAction(), panel->whitespaceAction()});
    menu->addActions({panel->zoomInAction(), panel->zoomOutAction(), panel->zoomResetAction()});
    menu->addMenu(panel->encodingMenu());
    menu->addSeparator();
    QMenu* columns = menu->addMenu(MainWindow::tr("&Columns"));
    QObject::connect(columns, &QMenu::aboutToShow, &window, [columns, &window] {
        columns->clear();
        std::unique_ptr<QMenu> choices(window.resultView()->columnMenu());
        for (QAction* action : choices->actions()) {
            action->setParent(columns);
            columns->addAction(action);
        }
    });
    menu->addSeparator();
    addTabSteps(menu, window);
    menu->addSeparator();
    addAppearance(menu, window);
}

void addSearchMenu(MainWindow& window) {
    QMenu* menu = window.menuBar()->addMenu(MainWindow::tr("&Search"));
    SearchPanel* search = window.searchPanel();
    add(menu, window, MainWindow::tr("&Search now"), QKeySequence(u"F5"_s),
        [search] { emit search->searchWanted(); });
    add(menu, window, MainWindow::tr("S&top"), QKeySequence(u"Esc"_s),
        [&window] { window.escape(); });
    add(menu, window, MainWindow::tr("Search &within these results"),
        QKeySequence(u"Ctrl+Shift+R"_s), [&window] { window.searchWithin(); });
    menu->addSeparator();
    for (QToolButton* button :
         {search->caseButton(), search->wordButton(), search->regexButton()}) {
        menu->addAction(button->defaultAction());
    }
    menu->addSeparator();
    PreviewPanel* preview = window.previewPanel();
    add(menu, window, MainWindow::tr("&Next match"), QKeySequence(u"F3"_s),
        [preview] { emit preview->nextWanted(); });
    add(menu, window, MainWindow::tr("&Previous match"), QKeySequence(u"Shift+F3"_s),
        [preview] { emit preview->previousWanted(); });
}

void addHelpMenu(MainWindow& window) {
    QMenu* menu = window.menuBar()->addMenu(MainWindow::tr("&Help"));
    QAction* about = add(menu, window, MainWindow::tr("&About Findling"), {}, [&window] {
        QString text = MainWindow::tr("Findling %1 finds files and text.")
                           .arg(QLatin1StringView(FINDLING_VERSION));
        text += u"\n\n"_s + MainWindow::tr("Qt %1. Icons: Lucide (ISC licence).")
                                .arg(QLatin1StringView(qVersion()));
        text +=
            u"\n"_s + (hasHighlighter() ? MainWindow::tr("Preview colours: KSyntaxHighlighting.")
                                        : MainWindow::tr("This build has no preview colours."));
        QMessageBox::about(&window, MainWindow::tr("About Findling"), text);
    });
    about->setMenuRole(QAction::AboutRole);
}

}  // namespace

void addMenus(MainWindow& window) {
    addFileMenu(window);
    addEditMenu(window);
    addViewMenu(window);
    addSearchMenu(window);
    addHelpMenu(window);
}

}  // namespace findling::gui
