/// From the wishes of a Query to the filters that carry them out. One table in Filters.cpp.
#pragma once

#include "core/base/Result.h"
#include "core/filter/Filter.h"
#include "core/query/Query.h"

#include <vector>

namespace findling {

/// Sorted by cost. Invalid patterns are errors.
Result<std::vector<Filter>> makeFilters(const Query& query);

/// Compiles patterns for names; an absolute glob below a root becomes relative to it.
Result<std::vector<NameMatcher>> compileNames(const std::vector<std::string>& patterns,
                                              NameSyntax syntax, const Query& query);

}  // namespace findling
