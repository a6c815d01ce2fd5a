#include "core/base/Users.h"

namespace findling {

// Owners are security identifiers there, not numbers.
std::optional<uint32_t> userId(const std::string&) {
    return std::nullopt;
}

std::optional<uint32_t> groupId(const std::string&) {
    return std::nullopt;
}

std::string homeFolder(const std::string&) {
    return {};
}

std::string userName(uint32_t) {
    return {};
}

std::string groupName(uint32_t) {
    return {};
}

}  // namespace findling
