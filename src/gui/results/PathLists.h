/// Lists of paths and the results that they belong to. Both are worked out on a worker, over a
/// snapshot: there may be millions.
#pragma once

#include "gui/results/ResultFiles.h"

#include <memory>
#include <string>
#include <vector>

namespace findling::gui {

struct PathList {
    std::shared_ptr<const std::string> paths;  ///< with a NUL behind each
    size_t count = 0;
};

/// Of these results, as the core takes files to search in: folders are left out.
PathList pathsOf(const ResultFiles& results, const std::vector<uint32_t>& files);

/// The results at these paths, in found order.
std::vector<uint32_t> filesAt(const ResultFiles& results, const std::vector<std::string>& paths);

}  // namespace findling::gui
