/// The row that says where is searched, and what is left out: a chip per folder, a chooser,
/// switches for what the walk leaves out, and a chip per filter. While it is searched within
/// results, a chip per step stands in place of the folders and of what a walk needs.
#pragma once

#include "gui/query/Presets.h"
#include "gui/query/WithinStep.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QList>
#include <QWidget>

class QLabel;

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
    /// Who names folders does not mean the files that were found: the steps are dropped.
    void setFolders(const QList<QByteArray>& folders);
    void addFolder(const QByteArray& folder);
    const QList<WithinStep>& within() const { return m_within; }
    void setWithin(const QList<WithinStep>& within) { setPlaces(m_folders, within); }
    void setPlaces(const QList<QByteArray>& folders, const QList<WithinStep>& within);

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
    QList<Chip*> folderChips() const { return m_chips; }
    QList<Chip*> stepChips() const { return m_steps; }
    Chip* hiddenChip() const { return m_hidden; }
    Chip* ignoreChip() const { return m_ignore; }

    /// Lets the user pick a folder; it replaces the others or joins them.
    void chooseFolder(bool replace);
    /// Tab comes from this widget into the row.
    void setTabAfter(QWidget* before);

signals:
    void changed();
    void presetsChanged();
    void recentFoldersChanged();
    /// Back to the search that this step came of.
    void stepWanted(qsizetype step);
    /// Away with this step and those after it.
    void stepRemoved(qsizetype step);

private:
    void rebuild();
    void dropChips();
    Chip* makeChip(const QByteArray& folder);
    Chip* makeStepChip(qsizetype step);
    void addSwitch(Chip& chip, QLatin1StringView picture, const QString& hint);
    void orderTabs();
    void remember(const QList<QByteArray>& folders);
    void showFolderMenu(const QWidget& at, const QByteArray& replaced);
    QByteArray askForFolder(const QByteArray& start);
    void chooseInPlaceOf(const QByteArray& replaced);
    void take(const QByteArray& folder, const QByteArray& replaced);

    QList<QByteArray> m_folders;
    QList<QByteArray> m_recent;
    QList<WithinStep> m_within;
    QList<Chip*> m_chips;  ///< of folders; none while there are steps
    QList<Chip*> m_steps;
    FlowLayout* m_layout;
    QLabel* m_in;
    Chip* m_add;
    Chip* m_hidden;
    Chip* m_ignore;
    FilterChips* m_filters = nullptr;
    QWidget* m_before = nullptr;
};

}  // namespace findling::gui
