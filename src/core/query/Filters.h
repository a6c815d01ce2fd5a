/// From the wishes of a Query to the filters that carry them out. One table in Filters.cpp.
#pragma once

#include "core/base/Result.h"
#include "core/filter/Filter.h"
#include "core/query/Query.h"

#include <vector>

namespace findling {

/// Sorted by cost. Invalid patterns are errors.
Result<std::vector<Filter>> makeFilters(const Query& query);

/// Compiles patterns for names. An absolute glob below a root is for absolute paths.
Result<std::vector<NameMatcher>> compileNames(const std::vector<std::string>& patterns,
                                              NameSyntax syntax, const Query& query);

/// Asks the pattern about what it wants of the entry: its name, or one of its paths.
inline bool matches(const NameMatcher& pattern, const Entry& entry) {
    if (pattern.foldersOnly() && !entry.isFolder()) return false;
    switch (pattern.subject()) {
        case NameSubject::Name: return pattern.matches(entry.name());
        case NameSubject::RelativePath: return pattern.matches(entry.relativePath());
        case NameSubject::AbsolutePath: break;
    }
    return pattern.matches(entry.absolutePath().substr(1));
}

}  // namespace findling
