/// Where the running program lies.
#pragma once

#include <filesystem>

namespace findling::app {

/// Absolute, or empty where the system does not tell.
std::filesystem::path programPath();

}  // namespace findling::app
