/// Users and groups by name, and their names by number.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace findling {

std::optional<uint32_t> userId(const std::string& name);
std::optional<uint32_t> groupId(const std::string& name);

/// The home folder of a user; empty where there is none of that name.
std::string homeFolder(const std::string& userName);

/// Empty where the system has no name for the number. Safe on any thread, and remembered by each:
/// whoever lists files asks for the same few numbers again and again.
std::string userName(uint32_t id);
std::string groupName(uint32_t id);

}  // namespace findling
