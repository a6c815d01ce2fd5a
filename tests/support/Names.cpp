#include "support/Names.h"

#include <algorithm>
#include <stdexcept>

namespace findling::test {

Query everything() {
    Query query;
    query.hidden = true;
    query.ignore.gitRules = query.ignore.otherRules = false;
    return query;
}

Query text(std::string_view pattern) {
    Query query;
    query.content.emplace();
    query.content->patterns.emplace_back(pattern);
    return query;
}

std::unique_ptr<RecordingSink> run(const Query& query, Detail detail, bool wholeFiles) {
    auto sink = std::make_unique<RecordingSink>(detail, wholeFiles);
    const auto summary = Search::run(query, *sink);
    if (!summary) throw std::runtime_error("the query did not start: " + describe(summary.error()));
    if (sink->finishedCalls != 1 || sink->brokenRules) {
        throw std::runtime_error("the search broke a rule of Sink");
    }
    return sink;
}

std::unique_ptr<RecordingSink> runIn(const TempTree& tree, Query query, Detail detail) {
    query.roots = {tree.path()};
    return run(query, detail);
}

Names below(const TempTree& tree, std::vector<std::string> paths) {
    for (std::string& path : paths) {
        const bool inside = path.compare(0, tree.path().size() + 1, tree.path() + "/") == 0;
        if (!inside) throw std::runtime_error("a result outside of the tree: " + path);
        path.erase(0, tree.path().size() + 1);
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

Names names(const TempTree& tree, Query query) {
    return below(tree, runIn(tree, std::move(query))->paths());
}

Names lines(const TempTree& tree, Query query) {
    const auto sink = runIn(tree, std::move(query));
    Names out;
    for (const RecordedFile& file : sink->files) {
        for (std::string& line : shown(file.matches)) out.push_back(std::move(line));
    }
    return out;
}

}  // namespace findling::test
