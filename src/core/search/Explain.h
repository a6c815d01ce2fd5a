/// Why one path is a result of a query, or which rule keeps it out.
#pragma once

#include "core/base/Result.h"
#include "core/query/Query.h"

#include <string>

namespace findling {

struct Explanation {
    bool result = false;
    std::string path;    ///< below the root, as it was judged
    std::string reason;  ///< one sentence without its subject: "is hidden", "is a result"
};

/// Runs the query on this path alone, by the same code as a search, so that the answer cannot
/// differ from it. The path may be absolute or relative to the current folder.
Result<Explanation> explain(const Query& query, const std::string& path);

}  // namespace findling
