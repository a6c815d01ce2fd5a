#include "core/search/Plan.h"

#include "core/pattern/RegexSyntax.h"
#include "core/query/Filters.h"
#include "core/search/Roots.h"
#include "core/walk/Walk.h"

#include <algorithm>
#include <thread>

namespace findling {

namespace {

Result<std::shared_ptr<const Regex>> compileContent(const ContentQuery& content) {
    if (content.patterns.empty()) {
        return Error{ErrorKind::Pattern, "no text to search for"};
    }
    std::vector<std::string> patterns;
    for (const std::string& pattern : content.patterns) {
        if (!content.fixed && regexNamesNewline(pattern)) {
            return Error{ErrorKind::Pattern, "a match lies within one line and cannot hold \\n",
                         pattern};
        }
        // As in grep, each line of a pattern is a pattern.
        std::string_view rest = pattern;
        for (size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
            patterns.emplace_back(rest.substr(0, end));
            rest.remove_prefix(end + 1);
        }
        patterns.emplace_back(rest);
    }
    RegexOptions options;
    options.caseMode = content.caseMode;
    options.fixed = content.fixed;
    options.word = content.word;
    options.wholeLine = content.wholeLine;
    return Regex::compile(patterns, options);
}

}  // namespace

Result<std::shared_ptr<const Plan>> Plan::compile(const Query& wish, const StopToken& stop) {
    auto plan = std::make_shared<Plan>();
    plan->query = wish;
    if (wish.roots.empty() && wish.rootLists.empty()) plan->query.roots = {"."};
    const Query& query = plan->query;
    auto roots = findRoots(query, stop);
    if (!roots) return roots.error();
    plan->roots = std::move(roots->roots);
    plan->rootProblems = std::move(roots->problems);
    auto excludes = compileNames(query.excludes, NameSyntax::Glob, query);
    if (!excludes) return excludes.error();
    plan->excludes = std::move(*excludes);
    auto filters = makeFilters(query);
    if (!filters) return filters.error();
    plan->filters = std::move(*filters);
    for (const Filter& filter : plan->filters) plan->nameFilters += filter.cost <= Cost::Path;
    if (query.content) {
        auto regex = compileContent(*query.content);
        if (!regex) return regex.error();
        plan->regex = *regex;
    }
    const unsigned wanted = query.threads > 0 ? query.threads : std::thread::hardware_concurrency();
    plan->threads = Walk::affordableThreads(std::clamp(wanted, 1u, 256u));
    return std::shared_ptr<const Plan>(plan);
}

}  // namespace findling
