/// Random folders for the comparisons with find and git: names that collide, that hurt, and links
/// that lead everywhere.
#pragma once

#include "support/RandomCases.h"
#include "support/TempTree.h"

#include <string>
#include <vector>

namespace findling::test {

struct TreeOptions {
    bool links = true;
    bool fifos = true;
    bool times = true;  ///< sizes and times around the edges
    unsigned maxDepth = 4;
};

std::string randomName(Random& random);

/// Fills the tree and returns the paths of all that it made, folders before what is in them.
std::vector<std::string> fillRandomly(TempTree& tree, Random& random, const TreeOptions& options);

}  // namespace findling::test
