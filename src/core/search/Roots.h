/// The places a search starts from: those that the query names, and those in its lists.
#pragma once

#include "core/base/Problem.h"
#include "core/base/Result.h"
#include "core/base/Stop.h"
#include "core/query/Query.h"
#include "core/walk/Folder.h"

#include <vector>

namespace findling {

struct Roots {
    std::vector<WalkRoot> roots;
    std::vector<Problem> problems;  ///< of places that cannot be searched, while others can
};

/// An error where no place at all is left, or a list cannot be read. A list may come from a pipe:
/// a stop ends the wait for the rest of it.
Result<Roots> findRoots(const Query& query, const StopToken& stop);

}  // namespace findling
