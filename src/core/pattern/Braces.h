/// Brace expansion: "a{b,c{d,e}}" -> "ab", "acd", "ace".
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace findling {

/// At most `limit` patterns, else an error. Escapes and [classes] are left as they are; an
/// unclosed brace is an error that names its offset.
Result<std::vector<std::string>> expandBraces(std::string_view pattern, size_t limit);

}  // namespace findling
