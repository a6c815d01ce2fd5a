/// The searches that are open in a window: a bar of tabs, a page of results for each and a panel of
/// what it left out. Which form stands in the fields is the window's business.
#pragma once

#include "gui/query/SearchForm.h"

#include <QList>
#include <QObject>

#include <memory>

class QStackedWidget;

namespace findling::gui {

class NameMemory;
class SearchSession;
class SearchTab;
class TabBar;

class SearchTabs : public QObject {
    Q_OBJECT

public:
    /// Makes the widgets; the window puts them where they belong.
    explicit SearchTabs(QWidget* window);

    TabBar* bar() const { return m_bar; }
    QStackedWidget* pages() const { return m_pages; }
    QStackedWidget* whyPages() const { return m_whyPages; }

    int count() const { return static_cast<int>(m_tabs.size()); }
    /// Null where there is none.
    SearchTab* at(int place) const { return m_tabs.value(place); }
    SearchTab* current() const { return m_current; }
    int currentPlace() const { return static_cast<int>(m_tabs.indexOf(m_current)); }
    bool isAnyRunning() const;

    /// Makes a tab at this place (-1 = at the end) with a form that is not searched yet. The first
    /// one becomes the current one.
    SearchTab* insert(int place, const SearchForm& form);
    /// The same at the end, and goes there.
    SearchTab* add(const SearchForm& form);
    /// A tab with the present folders, switches and filters, ready to be typed in.
    void addEmpty();
    /// Another tab with the same search.
    void duplicate(int place);
    /// The tab that was closed last, and its search, each once.
    void reopen();
    bool canReopen() const { return !m_closed.isEmpty(); }

    void setCurrent(int place);
    /// To the next tab (1) or the one before (-1), round at the ends.
    void step(int direction);
    /// Abandons its search. The last tab is not closed, but lastCloseWanted() sent.
    void close(int place);
    void closeOthers(int place);
    void updateTitles();
    /// Rows may fill so much memory over all tabs: what the others have is not this one's.
    void shareMemory(const SearchTab& tab);

signals:
    /// Made, but not yet among the others.
    void opened(findling::gui::SearchTab* tab);
    /// The draft of the current tab is to be what stands in the fields, and what is still to be
    /// searched of it is to be begun: it may be left.
    void draftWanted();
    /// The focus may have been in the page that was left.
    void currentChanged(bool focusInPage);
    /// There are more or fewer tabs, or another one is the current one.
    void changed();
    void lastCloseWanted();
    /// Its draft is to be searched.
    void searchWanted(findling::gui::SearchTab* tab);
    /// The fields are to have the focus.
    void typingWanted();

private:
    /// What is left of a tab that was closed.
    struct Closed {
        SearchForm form = {};
        bool searched = false;
    };

    void open(int place, const SearchForm& form, bool searched);
    void enter(SearchTab* tab);
    void remember(const SearchTab& tab);

    static constexpr size_t kMemory = size_t{768} << 20;
    static constexpr size_t kLeastMemory = size_t{64} << 20;  ///< of a tab
    static constexpr qsizetype kRemembered = 50;

    TabBar* m_bar;
    QStackedWidget* m_pages;
    QStackedWidget* m_whyPages;
    QList<SearchTab*> m_tabs;  ///< as in the bar
    SearchTab* m_current = nullptr;
    QList<Closed> m_closed;  ///< the last one at the end
    /// Of closed tabs. To delete one would be to wait for its search threads.
    QList<SearchSession*> m_spare;
    std::shared_ptr<NameMemory> m_memory;  ///< of all of them
};

}  // namespace findling::gui
