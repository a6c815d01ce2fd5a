/// The filters as chips in the second row of the window, and the chip that adds one.
#pragma once

#include "gui/query/FilterEditor.h"
#include "gui/query/Presets.h"

#include <QObject>

class QMenu;

namespace findling::gui {

class Chip;
class FlowLayout;

class FilterChips : public QObject {
    Q_OBJECT

public:
    /// Its chips stand at the end of the row.
    FilterChips(FlowLayout& layout, QWidget& row);

    const Filters& filters() const { return m_filters; }
    void setFilters(const Filters& filters);
    const QList<Preset>& presets() const { return m_presets; }
    void setPresets(const QList<Preset>& presets) { m_presets = presets; }

    /// Lets the user edit a filter, or add one, in a popup at the widget.
    void edit(FilterId id, const QWidget& at);
    void showMenu();
    /// Frames the chips of a filter in red until the filters change or clearWrong() is called.
    void markWrong(FilterKind kind);
    void clearWrong();

    /// In their order in the row; the one that adds comes last.
    QList<Chip*> chips() const;
    Chip* addChip() const { return m_add; }

signals:
    void changed();
    /// The user has saved or removed a preset.
    void presetsChanged();
    /// Other chips stand there now: the order of tabs is to be made anew.
    void rebuilt();

private:
    struct Shown {
        FilterId id;
        Chip* chip;
    };

    void change(const Filters& filters);
    void rebuild();
    Chip* makeChip(FilterId id);
    void remove(FilterId id);
    void turnRound(FilterId id, const Chip& chip);
    void addFilterEntries(QMenu& menu);
    void addPresetEntries(QMenu& menu);
    void askForPresetName();

    FlowLayout& m_layout;
    QWidget& m_row;
    Filters m_filters;
    QList<Preset> m_presets;
    QList<Shown> m_shown;
    QList<FilterKind> m_off;  ///< switches that were turned round: their chips stay
    Chip* m_add;
};

}  // namespace findling::gui
