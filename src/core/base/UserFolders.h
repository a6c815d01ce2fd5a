/// Where the user's own settings are.
#pragma once

#include <string>

namespace findling {

/// $XDG_CONFIG_HOME, or ~/.config; %APPDATA% on Windows. Empty where none of them is set.
std::string userConfigFolder();

}  // namespace findling
