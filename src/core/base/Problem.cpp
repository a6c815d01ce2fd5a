#include "core/base/Problem.h"

#include <fmt/format.h>

#include <cstring>
#include <system_error>

namespace findling {

Problem systemProblem(std::string path, std::string operation, int code) {
    return {std::move(path), std::move(operation), code, std::generic_category().message(code)};
}

std::string describe(const Problem& problem) {
    if (problem.path.empty()) return problem.text;
    if (problem.operation.empty()) return fmt::format("{}: {}", problem.path, problem.text);
    return fmt::format("{}: {} ({})", problem.path, problem.text, problem.operation);
}

std::string_view name(SkipReason reason) {
    switch (reason) {
        case SkipReason::Pattern: return "other name";
        case SkipReason::Type: return "type";
        case SkipReason::Extension: return "extension";
        case SkipReason::Hidden: return "hidden";
        case SkipReason::Ignored: return "ignored";
        case SkipReason::Excluded: return "excluded";
        case SkipReason::Depth: return "depth";
        case SkipReason::Size: return "size";
        case SkipReason::Time: return "time";
        case SkipReason::Owner: return "owner";
        case SkipReason::Permissions: return "permissions";
        case SkipReason::Binary: return "binary";
        case SkipReason::Encoding: return "encoding";
        case SkipReason::OtherFileSystem: return "other file system";
        case SkipReason::VirtualFileSystem: return "virtual file system";
        case SkipReason::Vanished: return "vanished";
        case SkipReason::Text: return "no match";
        case SkipReason::Limit: return "limit";
    }
    return "unknown";
}

bool isLoss(SkipReason reason) {
    switch (reason) {
        case SkipReason::Pattern:
        case SkipReason::Type:
        case SkipReason::Extension:
        case SkipReason::Text: return false;
        default: return true;
    }
}

uint64_t leftOut(const SkipCounts& counts) {
    uint64_t sum = 0;
    for (size_t i = 0; i < kSkipReasons; ++i) {
        if (isLoss(static_cast<SkipReason>(i))) sum += counts[i];
    }
    return sum;
}

}  // namespace findling
