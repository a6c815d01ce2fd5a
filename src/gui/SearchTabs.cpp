#include "gui/SearchTabs.h"

#include "gui/SearchTab.h"
#include "gui/TabTitle.h"
#include "gui/session/SearchSession.h"
#include "gui/why/WhyPanel.h"
#include "gui/widgets/TabBar.h"

#include <QStackedWidget>

#include <algorithm>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView picture(const SearchForm& form, const SearchSession& session) {
    if (session.isPaused()) return "triangle-alert"_L1;  // it waits for an answer
    if (session.isRunning()) return "ellipsis"_L1;
    if (form.isEmpty()) return "search"_L1;
    return form.text.isEmpty() ? "file-search"_L1 : "text-search"_L1;
}

}  // namespace

SearchTabs::SearchTabs(QWidget* window)
    : QObject(window),
      m_bar(new TabBar(window)),
      m_pages(new QStackedWidget(window)),
      m_whyPages(new QStackedWidget(window)),
      m_memory(std::make_shared<NameMemory>()) {
    connect(m_bar, &TabBar::currentChanged, this, [this](int place) {
        if (SearchTab* tab = at(place)) enter(tab);
    });
    connect(m_bar, &TabBar::moved, this, [this](int from, int to) { m_tabs.move(from, to); });
    connect(m_bar, &TabBar::newWanted, this, &SearchTabs::addEmpty);
    connect(m_bar, &TabBar::duplicateWanted, this, &SearchTabs::duplicate);
    connect(m_bar, &TabBar::closeWanted, this, &SearchTabs::close);
    connect(m_bar, &TabBar::closeOthersWanted, this, &SearchTabs::closeOthers);
}

bool SearchTabs::isAnyRunning() const {
    return std::any_of(m_tabs.begin(), m_tabs.end(),
                       [](const SearchTab* tab) { return tab->session()->isRunning(); });
}

SearchTab* SearchTabs::insert(int place, const SearchForm& form) {
    if (place < 0 || place > count()) place = count();
    SearchSession* session = m_spare.isEmpty() ? new SearchSession(this) : m_spare.takeLast();
    session->setMemory(m_memory);
    auto* tab = new SearchTab(*session, form, m_pages);
    m_pages->addWidget(tab);
    m_whyPages->addWidget(tab->whyPanel());
    emit opened(tab);
    m_tabs.insert(place, tab);
    m_bar->insertTab(place);
    updateTitles();
    emit changed();
    return tab;
}

SearchTab* SearchTabs::add(const SearchForm& form) {
    SearchTab* tab = insert(-1, form);
    setCurrent(count() - 1);
    return tab;
}

void SearchTabs::addEmpty() {
    emit draftWanted();
    SearchForm form = m_current->draft();
    form.name.clear();
    form.text.clear();
    form.within.clear();
    open(count(), form, false);
}

void SearchTabs::duplicate(int place) {
    const SearchTab* tab = at(place);
    if (!tab) return;
    if (tab == m_current) emit draftWanted();
    open(place + 1, tab->draft(), !tab->form().isEmpty());
}

void SearchTabs::reopen() {
    if (m_closed.isEmpty()) return;
    const Closed closed = m_closed.takeLast();
    open(count(), closed.form, closed.searched);
}

void SearchTabs::open(int place, const SearchForm& form, bool searched) {
    SearchTab* tab = insert(place, form);
    setCurrent(place);
    if (searched) emit searchWanted(tab);
    emit typingWanted();
}

void SearchTabs::setCurrent(int place) {
    m_bar->setCurrent(place);
}

void SearchTabs::step(int direction) {
    setCurrent((currentPlace() + direction + count()) % count());
}

void SearchTabs::enter(SearchTab* tab) {
    if (tab == m_current) return;
    if (m_tabs.contains(m_current)) emit draftWanted();  // else close() has had it
    const QWidget* focus = m_pages->window()->focusWidget();
    const bool inPage = m_pages->isAncestorOf(focus);
    m_current = tab;
    m_pages->setCurrentWidget(tab);
    m_whyPages->setCurrentWidget(tab->whyPanel());
    emit currentChanged(inPage);
    emit changed();
}

void SearchTabs::close(int place) {
    SearchTab* tab = at(place);
    if (!tab) return;
    if (count() == 1) return emit lastCloseWanted();
    if (tab == m_current) emit draftWanted();
    remember(*tab);
    m_tabs.removeAt(place);
    m_bar->removeTab(place);  // says which one is the current one then, but not during a drag
    if (tab == m_current) enter(m_tabs[std::min(place, count() - 1)]);
    m_pages->removeWidget(tab);
    m_whyPages->removeWidget(tab->whyPanel());
    m_spare.append(tab->release());
    tab->deleteLater();  // its own button or menu may have asked for this
    updateTitles();
    emit changed();
}

void SearchTabs::closeOthers(int place) {
    const SearchTab* kept = at(place);
    if (!kept) return;
    setCurrent(place);
    for (int i = count() - 1; i >= 0; --i) {
        if (m_tabs[i] != kept) close(i);
    }
}

void SearchTabs::remember(const SearchTab& tab) {
    m_closed.append({tab.draft(), !tab.form().isEmpty()});
    if (m_closed.size() > kRemembered) m_closed.removeFirst();
}

void SearchTabs::shareMemory(const SearchTab& tab) {
    size_t others = 0;
    for (const SearchTab* other : m_tabs) others += other == &tab ? 0 : other->session()->memory();
    tab.session()->setMemoryBudget(std::max(kMemory - std::min(kMemory, others), kLeastMemory));
}

void SearchTabs::updateTitles() {
    for (int i = 0; i < count(); ++i) {
        const SearchTab& tab = *m_tabs[i];
        const SearchSession& session = *tab.session();
        const SearchForm& form = tab.form().isEmpty() ? tab.draft() : tab.form();
        m_bar->setFace(i, {tabTitle(form, session), tabToolTip(form, session),
                           tabSpoken(form, session), picture(form, session)});
    }
}

}  // namespace findling::gui
