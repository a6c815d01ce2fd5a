/// Edits a time: a word, one end in the core's syntax, or two days.
#pragma once

#include "gui/query/FilterEditor.h"

class QCheckBox;
class QComboBox;
class QDateEdit;

namespace findling::gui {

class CheckedEdit;

class TimeEditor : public FilterEditor {
    Q_OBJECT

public:
    /// For FilterKind::Modified or Created.
    TimeEditor(FilterKind kind, QWidget* parent);

    void load(const Filters& filters) override;
    void store(Filters& filters) const override;
    void markWrong() override;

private:
    void arrange();
    void showFields();
    QString modeOf(const TimeFilter& time);
    TimeFilter value() const;

    FilterKind m_kind;
    QComboBox* m_words;
    CheckedEdit* m_time;  ///< the one end: "2h", "3 weeks", "2024-03-01T12:30"
    QCheckBox* m_hasFrom;
    QDateEdit* m_from;
    QCheckBox* m_hasTo;
    QDateEdit* m_to;
    TimeFilter m_loaded;  ///< what no field here shows of it stays as it came
    QString m_mode;       ///< the entry that this was
};

}  // namespace findling::gui
