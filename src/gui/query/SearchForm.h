/// What stands in the fields of the window, and its translation into a Query.
#pragma once

#include "core/base/Problem.h"
#include "core/query/Query.h"
#include "core/query/Units.h"
#include "gui/query/Filters.h"
#include "gui/query/WithinStep.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace findling::gui {

struct SearchForm {
    QString name = {};
    QString text = {};
    bool matchCase = false;  ///< off = smart case
    bool word = false;
    bool regex = false;
    QList<QByteArray> folders = {};  ///< bytes: a folder's name need not be text
    bool hidden = false;
    bool ignoreRules = true;
    Filters filters = {};
    /// Where there are any, the files of the last step are searched in place of the folders. Not
    /// for settings: what was found is not theirs to keep.
    QList<WithinStep> within = {};

    /// Whether nothing is asked for.
    bool isEmpty() const {
        return name.trimmed().isEmpty() && text.isEmpty() && !filters.chooseFiles();
    }
    friend bool operator==(const SearchForm&, const SearchForm&) = default;
};

/// What is wrong with a form, and where to say so.
struct FormError {
    enum class Field { Name, Text, Folders, Filter };
    Field field = Field::Text;
    QString message = {};
    qsizetype offset = -1;                  ///< in QChars of the field; -1 = the whole of it
    FilterKind filter = FilterKind::Types;  ///< of Field::Filter: which one
};

/// Fills `query`, or says what is wrong. Relative times count from `now`.
std::optional<FormError> toQuery(const SearchForm& form, Query& query,
                                 int64_t now = nowNanoseconds());
/// The same, but nobody looks whether the folders are there: for a question, not for a search.
std::optional<FormError> toQueryUnseen(const SearchForm& form, Query& query);

/// What stands in the fields when a search goes on within results: as in `form`, but nothing is
/// asked for yet.
SearchForm formWithin(const SearchForm& form, const WithinStep& step);

/// For an error that the core found in the query of this form.
FormError formError(const SearchForm& form, const Error& error);

/// Changes the form so that what was left out for this reason is searched too. False, and the form
/// stays as it is, where no field of it is the cause.
bool lift(SearchForm& form, SkipReason reason);

}  // namespace findling::gui
