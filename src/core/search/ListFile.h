/// Files that the user names for what they list: paths to search in, patterns to search for.
#pragma once

#include "core/base/Result.h"
#include "core/base/Stop.h"
#include "core/query/Query.h"

#include <string>
#include <string_view>

namespace findling {

/// All of the file, "-" for standard input. The error says what it was to list. It may be a pipe: a
/// stop ends the wait for the rest of it.
Result<std::string> readListFile(const std::string& path, std::string_view what,
                                 const StopToken& stop);

/// Adds what the query's pattern files hold, one a line, to its patterns. A CR before the end of a
/// line belongs to that end.
Result<void> readPatternFiles(ContentQuery& content, const StopToken& stop);

}  // namespace findling
