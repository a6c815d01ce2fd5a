/// Runs a piece of a test in a process of its own, with fewer rights or fewer resources.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace findling::test {

struct ChildLimits {
    bool unprivileged = false;  ///< as a user for whom permissions count, where we are root
    unsigned openFiles = 0;     ///< RLIMIT_NOFILE; 0 = as it is
};

/// What `work` returns, brought over by a pipe. A child that dies returns "died: ...". The work
/// must not use assertions of the test framework: they would be lost.
std::string inChild(const ChildLimits& limits, const std::function<std::string()>& work);

/// Joins words so that a child can return several.
std::string joined(const std::vector<std::string>& words);

}  // namespace findling::test
