/// One-line searches for tests: the names that a query finds, the lines that a pattern matches.
#pragma once

#include "support/RecordingSink.h"
#include "support/TempTree.h"

#include <string>
#include <string_view>
#include <vector>

namespace findling::test {

using Names = std::vector<std::string>;

/// A query for everything: hidden files too, no ignore rules.
Query everything();
/// For lines that match.
Query text(std::string_view pattern);

/// Runs the query and returns what the sink recorded. Throws, and so fails the test, when the
/// query cannot start or a rule of Sink is broken.
std::unique_ptr<RecordingSink> run(const Query& query, Detail detail = Detail::Spans,
                                   bool wholeFiles = false);
/// The same with the tree as the only root.
std::unique_ptr<RecordingSink> runIn(const TempTree& tree, Query query,
                                     Detail detail = Detail::Spans);

/// Result paths below the tree, sorted. Without a query: what is found with all defaults.
Names names(const TempTree& tree, Query query = {});
/// Paths without the tree's own path in front, sorted.
Names below(const TempTree& tree, std::vector<std::string> paths);
/// Every result line as "3:text" or "4-text" (context) of a tree with one file.
Names lines(const TempTree& tree, Query query);

}  // namespace findling::test
