/// The words on a tab: what it searches, and what has come of it.
#pragma once

#include "gui/query/SearchForm.h"

#include <QString>

namespace findling::gui {

class SearchSession;

/// "PM_RESUME · *.c": text and name, else the folders, short enough for a tab.
QString tabTitle(const SearchForm& form);
/// The same with the number of lines, once they are counted: "PM_RESUME · *.c (39)".
QString tabTitle(const SearchForm& form, const SearchSession& session);
/// For screen readers: "PM_RESUME · *.c, 39 lines in 13 files". Without counts while it runs, for
/// each change may be read out.
QString tabSpoken(const SearchForm& form, const SearchSession& session);
/// For a tool tip: all that is searched, and what has come of it, one line each.
QString tabToolTip(const SearchForm& form, const SearchSession& session);

}  // namespace findling::gui
