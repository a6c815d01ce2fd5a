/// What stands in the fields of the window, and its translation into a Query.
#pragma once

#include "core/query/Query.h"

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

    bool isEmpty() const { return name.trimmed().isEmpty() && text.isEmpty(); }
    friend bool operator==(const SearchForm&, const SearchForm&) = default;
};

/// What is wrong with a form, and where to say so.
struct FormError {
    enum class Field { Name, Text, Folders };
    Field field = Field::Text;
    QString message = {};
    qsizetype offset = -1;  ///< in QChars of the field; -1 = the whole of it
};

/// Fills `query`, or says what is wrong.
std::optional<FormError> toQuery(const SearchForm& form, Query& query);

/// For an error that the core found in the query of this form.
FormError formError(const SearchForm& form, const Error& error);

}  // namespace findling::gui
