/// What this machine is called.
#pragma once

#include <string>

namespace findling {

/// As links to its files name it, so that a terminal on another machine does not look for them
/// there; empty where unknown.
std::string hostName();

}  // namespace findling
