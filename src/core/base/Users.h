/// Users and groups by name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace findling {

std::optional<uint32_t> userId(const std::string& name);
std::optional<uint32_t> groupId(const std::string& name);

}  // namespace findling
