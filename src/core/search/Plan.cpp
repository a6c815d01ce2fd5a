#include "core/search/Plan.h"

#include "core/query/Filters.h"
#include "core/search/ListFile.h"
#include "core/search/Roots.h"
#include "core/walk/Walk.h"

#include <algorithm>
#include <thread>

namespace findling {

namespace {

/// The longest text that every name holds which the query asks for.
Result<Needle> needleOfNames(const Query& query) {
    std::vector<std::string> needed = query.namesAll;
    if (query.names.size() == 1) needed.push_back(query.names.front());
    const auto names = compileNames(needed, query.nameSyntax, query);
    if (!names) return names.error();
    Needle longest;
    for (const NameMatcher& name : *names) {
        Needle needle = name.nameNeedle();
        if (needle.text().size() > longest.text().size()) longest = std::move(needle);
    }
    return longest;
}

}  // namespace

Result<std::shared_ptr<const Plan>> Plan::compile(const Query& wish, const StopToken& stop) {
    auto plan = std::make_shared<Plan>();
    plan->query = wish;
    if (wish.roots.empty() && wish.rootLists.empty() && !wish.files) plan->query.roots = {"."};
    auto roots = findRoots(plan->query, stop);
    if (!roots) return roots.error();
    plan->roots = std::move(roots->roots);
    plan->rootProblems = std::move(roots->problems);
    return compile(std::move(plan), stop);
}

Result<std::shared_ptr<const Plan>> Plan::compile(const Query& wish, std::vector<WalkRoot> roots) {
    auto plan = std::make_shared<Plan>();
    plan->query = wish;
    plan->roots = std::move(roots);
    return compile(std::move(plan), StopToken());
}

Result<std::shared_ptr<const Plan>> Plan::compile(std::shared_ptr<Plan> plan,
                                                  const StopToken& stop) {
    const Query& query = plan->query;
    auto excludes = compileNames(query.excludes, NameSyntax::Glob, query);
    if (!excludes) return excludes.error();
    plan->excludes = std::move(*excludes);
    auto filters = makeFilters(query);
    if (!filters) return filters.error();
    plan->filters = std::move(*filters);
    for (const Filter& filter : plan->filters) plan->nameFilters += filter.cost <= Cost::Path;
    auto needle = needleOfNames(query);
    if (!needle) return needle.error();
    plan->nameNeedle = std::move(*needle);
    if (query.content) {
        if (auto ok = readPatternFiles(*plan->query.content, stop); !ok) return ok.error();
        auto pattern = LinePattern::compile(*query.content);
        if (!pattern) return pattern.error();
        plan->pattern = std::move(*pattern);
    }
    const unsigned wanted = query.threads > 0 ? query.threads : std::thread::hardware_concurrency();
    plan->threads = Walk::affordableThreads(std::clamp(wanted, 1u, 256u));
    return std::shared_ptr<const Plan>(plan);
}

}  // namespace findling
