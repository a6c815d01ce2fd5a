/// A row of tabs that can be moved and closed, with a button for another one at its end. Hidden
/// while there is only one.
#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QTabBar>
#include <QWidget>

class QToolButton;

namespace findling::gui {

class TabBar : public QWidget {
    Q_OBJECT

public:
    /// What a tab shows of itself.
    struct Face {
        QString title = {};
        QString toolTip = {};
        QString spoken = {};          ///< to screen readers
        QLatin1StringView icon = {};  ///< as in Icons.h
    };

    explicit TabBar(QWidget* parent = nullptr);

    /// The first one becomes the current one.
    void insertTab(int at);
    void removeTab(int at);
    void setCurrent(int at);
    void setFace(int at, const Face& face);

    QTabBar* tabs() const { return m_tabs; }
    QToolButton* newButton() const { return m_new; }
    QToolButton* closeButton(int at) const;

signals:
    void currentChanged(int at);
    void moved(int from, int to);
    void newWanted();
    void closeWanted(int at);
    void closeOthersWanted(int at);
    void duplicateWanted(int at);

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* makeButton(QLatin1StringView icon);
    void showMenu(int at, const QPoint& where);

    QTabBar* m_tabs;
    QToolButton* m_new;
    QTabBar::ButtonPosition m_closeSide;
    int m_pressed = -1;  ///< by the middle button
};

}  // namespace findling::gui
