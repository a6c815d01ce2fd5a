/// Edits a time: a word, a span in the core's syntax, or two days.
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
    TimeFilter value() const;

    FilterKind m_kind;
    QComboBox* m_words;
    CheckedEdit* m_since;  ///< "2h", "3 weeks", "2024-03-01T12:30"
    QCheckBox* m_hasFrom;
    QDateEdit* m_from;
    QCheckBox* m_hasTo;
    QDateEdit* m_to;
    QString m_until;  ///< an end that no field here shows: it stays as it came
};

}  // namespace findling::gui
