/// What a formatter makes of a search, as one string: on one thread, so that the order is known.
#pragma once

#include "core/format/Formatter.h"
#include "support/Names.h"

#include <string>

namespace findling::test {

std::string formatted(Query query, const FormatStyle& style, Detail detail = Detail::Spans);
/// With the tree as root, whose own path is left out of the result.
std::string formattedIn(const TempTree& tree, Query query, const FormatStyle& style,
                        Detail detail = Detail::Spans);

}  // namespace findling::test
