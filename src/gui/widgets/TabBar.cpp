#include "gui/widgets/TabBar.h"

#include "gui/widgets/Icons.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>

#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

TabBar::TabBar(QWidget* parent)
    : QWidget(parent), m_tabs(new QTabBar(this)), m_new(makeButton("plus"_L1)) {
    m_closeSide = static_cast<QTabBar::ButtonPosition>(
        style()->styleHint(QStyle::SH_TabBar_CloseButtonPosition, nullptr, m_tabs));
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setMovable(true);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setAccessibleName(tr("Open searches"));
    m_tabs->installEventFilter(this);
    m_new->setToolTip(tr("New tab (Ctrl+T)"));
    m_new->setAccessibleName(tr("New tab"));
    m_new->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(9, 4, 9, 0);
    row->setSpacing(4);
    row->addWidget(m_tabs);
    row->addWidget(m_new);
    row->addStretch(1);
    connect(m_tabs, &QTabBar::currentChanged, this, &TabBar::currentChanged);
    connect(m_tabs, &QTabBar::tabMoved, this, &TabBar::moved);
    connect(m_tabs, &QTabBar::tabBarDoubleClicked, this, [this](int at) {
        if (at < 0) emit newWanted();
    });
    connect(m_new, &QToolButton::clicked, this, &TabBar::newWanted);
    hide();
}

QToolButton* TabBar::makeButton(QLatin1StringView picture) {
    const int side = fontMetrics().height();
    auto* button = new QToolButton(this);
    button->setIcon(icon(picture));
    button->setIconSize(QSize(side, side) * 3 / 4);
    button->setFixedSize(side + 4, side + 4);
    button->setAutoRaise(true);
    return button;
}

QToolButton* TabBar::closeButton(int at) const {
    return qobject_cast<QToolButton*>(m_tabs->tabButton(at, m_closeSide));
}

void TabBar::insertTab(int at) {
    {
        const QSignalBlocker blocker(m_tabs);  // the first would say at once that it is current
        m_tabs->insertTab(at, QString());
    }
    QToolButton* button = makeButton("x"_L1);
    button->setToolTip(tr("Close tab"));
    button->setFocusPolicy(Qt::NoFocus);  // Tab goes from the tabs to the fields; keys close too
    m_tabs->setTabButton(at, m_closeSide, button);
    connect(button, &QToolButton::clicked, this, [this, button] {
        for (int i = 0; i < m_tabs->count(); ++i) {  // tabs move
            if (closeButton(i) == button) return emit closeWanted(i);
        }
    });
    setVisible(m_tabs->count() > 1);
    if (m_tabs->count() == 1) emit currentChanged(at);
}

void TabBar::removeTab(int at) {
    m_tabs->removeTab(at);
    setVisible(m_tabs->count() > 1);
}

void TabBar::setCurrent(int at) {
    m_tabs->setCurrentIndex(at);
}

void TabBar::setFace(int at, const Face& face) {
    const QString text = QString(face.title).replace(u'&', "&&"_L1);
    if (m_tabs->tabText(at) != text) {  // all tabs would be laid out again
        m_tabs->setTabText(at, text);
        if (QToolButton* button = closeButton(at))
            button->setAccessibleName(tr("Close tab %1").arg(face.title));
    }
    if (m_tabs->tabData(at).toString() != face.icon) {
        m_tabs->setTabData(at, QString(face.icon));
        m_tabs->setTabIcon(at, icon(face.icon));
    }
    m_tabs->setTabToolTip(at, face.toolTip);
    if (m_tabs->accessibleTabName(at) != face.spoken) m_tabs->setAccessibleTabName(at, face.spoken);
}

/// A double click beside the tabs opens one.
void TabBar::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !childAt(event->position().toPoint()))
        emit newWanted();
}

bool TabBar::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    const bool release = type == QEvent::MouseButtonRelease;
    // The second of two quick clicks comes as a double click, be it on another tab.
    if (release || type == QEvent::MouseButtonPress || type == QEvent::MouseButtonDblClick) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() != Qt::MiddleButton) return false;
        const int at = m_tabs->tabAt(mouse->position().toPoint());
        const int pressed = std::exchange(m_pressed, release ? -1 : at);
        if (release && at >= 0 && at == pressed) emit closeWanted(at);
        return true;
    }
    if (type == QEvent::ContextMenu) {
        const auto* menu = static_cast<QContextMenuEvent*>(event);
        const bool mouse = menu->reason() == QContextMenuEvent::Mouse;
        const int at = mouse ? m_tabs->tabAt(menu->pos()) : m_tabs->currentIndex();
        if (at < 0) return false;
        showMenu(at,
                 mouse ? menu->globalPos() : m_tabs->mapToGlobal(m_tabs->tabRect(at).bottomLeft()));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TabBar::showMenu(int at, const QPoint& where) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* close = menu->addAction(icon("x"_L1), tr("Close tab"));
    connect(close, &QAction::triggered, this, [this, at] { emit closeWanted(at); });
    QAction* others = menu->addAction(tr("Close other tabs"));
    connect(others, &QAction::triggered, this, [this, at] { emit closeOthersWanted(at); });
    menu->addSeparator();
    QAction* duplicate = menu->addAction(icon("copy"_L1), tr("Duplicate tab"));
    connect(duplicate, &QAction::triggered, this, [this, at] { emit duplicateWanted(at); });
    menu->popup(where);
}

}  // namespace findling::gui
