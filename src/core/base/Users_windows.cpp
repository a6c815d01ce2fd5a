#include "core/base/Users.h"

namespace findling {

// Owners are security identifiers there, not numbers.
std::optional<uint32_t> userId(const std::string&) {
    return std::nullopt;
}

std::optional<uint32_t> groupId(const std::string&) {
    return std::nullopt;
}

}  // namespace findling
