/// The row that says where is searched, and what is left out: a chip per folder, a chooser,
/// switches for what the walk leaves out, and a chip per filter.
#pragma once

#include "gui/query/Presets.h"

#include <QByteArray>
#include <QList>
#include <QWidget>

namespace findling::gui {

class Chip;
class FilterChips;
class FlowLayout;

class FolderBar : public QWidget {
    Q_OBJECT

public:
    static constexpr qsizetype kRecentFolders = 10;

    explicit FolderBar(QWidget* parent = nullptr);

    QList<QByteArray> folders() const { return m_folders; }
    void setFolders(const QList<QByteArray>& folders);
    void addFolder(const QByteArray& folder);

    bool hidden() const;
    void setHidden(bool on);
    bool ignoreRules() const;
    void setIgnoreRules(bool on);
    const Filters& filters() const;
    void setFilters(const Filters& filters);

    /// The presets that the user has saved.
    QList<Preset> presets() const;
    void setPresets(const QList<Preset>& presets);
    /// The folders that were searched last, the last one first.
    QList<QByteArray> recentFolders() const { return m_recent; }
    void setRecentFolders(const QList<QByteArray>& folders);

    FilterChips* filterChips() const { return m_filters; }
    Chip* addFolderChip() const { return m_add; }

    /// Lets the user pick a folder; it replaces the others or joins them.
    void chooseFolder(bool replace);
    /// Tab comes from this widget into the row.
    void setTabAfter(QWidget* before);

signals:
    void changed();
    void presetsChanged();
    void recentFoldersChanged();

private:
    void rebuild();
    Chip* makeChip(const QByteArray& folder);
    void orderTabs();
    void remember(const QList<QByteArray>& folders);
    void showFolderMenu(const QWidget& at, const QByteArray& replaced);
    QByteArray askForFolder(const QByteArray& start);
    void chooseInPlaceOf(const QByteArray& replaced);
    void take(const QByteArray& folder, const QByteArray& replaced);

    QList<QByteArray> m_folders;
    QList<QByteArray> m_recent;
    QList<Chip*> m_chips;
    FlowLayout* m_layout;
    Chip* m_add;
    Chip* m_hidden;
    Chip* m_ignore;
    FilterChips* m_filters = nullptr;
    QWidget* m_before = nullptr;
};

}  // namespace findling::gui
