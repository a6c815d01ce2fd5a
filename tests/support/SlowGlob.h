/// The glob dialect once more, as slow and obvious as can be: the judge for the fast matcher.
/// It follows the table in Glob.h for patterns of ASCII; the subject may hold any bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace findling::test {

/// Every alternative of "{a,b}" written out.
std::vector<std::string> slowBraces(std::string_view pattern);

/// Whether one part of a path ("no /") matches one part of a pattern, by trying everything.
bool slowPartMatches(std::string_view pattern, std::string_view part, bool ignoreCase);

/// Whether the pattern matches: a name where it has no "/", else a path below the root.
bool slowGlobMatches(std::string_view pattern, std::string_view path, std::string_view name,
                     bool ignoreCase);

}  // namespace findling::test
