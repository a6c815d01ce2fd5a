/// A Query made ready to run: compiled patterns, filters in the order of their cost. Immutable
/// and shared by all threads of a search.
#pragma once

#include "core/base/Problem.h"
#include "core/base/Result.h"
#include "core/base/Stop.h"
#include "core/content/LinePattern.h"
#include "core/filter/Filter.h"
#include "core/pattern/NameMatcher.h"
#include "core/query/Query.h"
#include "core/walk/Folder.h"

#include <memory>
#include <vector>

namespace findling {

struct Plan {
    Query query;
    std::vector<WalkRoot> roots;
    std::vector<Problem> rootProblems;  ///< roots that cannot be searched, while others can
    std::vector<NameMatcher> excludes;
    std::vector<Filter> filters;                 ///< by cost
    Needle nameNeedle;                           ///< no name without it is a result; may be empty
    size_t nameFilters = 0;                      ///< the first of them: what name and path tell
    std::shared_ptr<const LinePattern> pattern;  ///< null without content
    unsigned threads = 1;

    /// A stop ends the wait for a list of roots that comes from a pipe.
    static Result<std::shared_ptr<const Plan>> compile(const Query& query,
                                                       const StopToken& stop = {});
    /// The same with roots that are known already: the disk is not asked about them.
    static Result<std::shared_ptr<const Plan>> compile(const Query& query,
                                                       std::vector<WalkRoot> roots);

private:
    static Result<std::shared_ptr<const Plan>> compile(std::shared_ptr<Plan> plan,
                                                       const StopToken& stop);
};

}  // namespace findling
