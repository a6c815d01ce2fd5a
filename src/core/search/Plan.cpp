#include "core/search/Plan.h"

#include "core/pattern/RegexSyntax.h"
#include "core/query/Filters.h"
#include "core/walk/Walk.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <thread>

namespace findling {

namespace {

/// The names under which a shell hands over pipes, as in <(command).
bool isDescriptor(const std::string& path) {
    return path == "/dev/stdin" || path.compare(0, 8, "/dev/fd/") == 0 ||
           path.compare(0, 14, "/proc/self/fd/") == 0;
}

Result<void> addRoots(const Query& query, Plan& plan) {
    for (const std::string& path : query.roots) {
        if (path.find('\0') != std::string::npos) {
            return Error{ErrorKind::Path, "a path cannot hold a NUL byte", path.c_str()};
        }
        if (path == "-" && query.content) {  // standard input
            plan.roots.push_back({"<stdin>", "", plan.roots.size(), true});
            continue;
        }
        FileStat facts;
        const int code = path.empty() ? ENOENT : statPath(path, true, facts);
        if (code != 0) {
            plan.rootProblems.push_back(systemProblem(path, "open", code));
            continue;
        }
        if (facts.type == FileType::Fifo && isDescriptor(path)) {
            plan.roots.push_back({path, path, plan.roots.size(), true});
            continue;
        }
        std::string absolute = realPath(path);
        if (absolute.empty()) absolute = path;
        const bool again = std::any_of(plan.roots.begin(), plan.roots.end(),
                                       [&](const WalkRoot& r) { return r.absolute == absolute; });
        if (!again) plan.roots.push_back({path, std::move(absolute), plan.roots.size(), false});
    }
    if (plan.roots.empty()) {
        const Problem& first = plan.rootProblems.front();
        return Error{ErrorKind::Path, first.text, first.path, {}, first.code};
    }
    return {};
}

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

Result<std::shared_ptr<const Plan>> Plan::compile(const Query& wish) {
    auto plan = std::make_shared<Plan>();
    plan->query = wish;
    if (wish.roots.empty()) plan->query.roots = {"."};
    const Query& query = plan->query;
    if (auto ok = addRoots(query, *plan); !ok) return ok.error();
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
