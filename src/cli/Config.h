/// The configuration file: options that hold for every command line, one a line.
#pragma once

#include "cli/Arguments.h"

#include <string>
#include <vector>

namespace findling::cli {

/// $XDG_CONFIG_HOME/findling/config, or ~/.config/findling/config; on Windows below %APPDATA%.
/// Empty where none of these is set.
std::string configPath();

/// The file's options that the command takes, as arguments. Errors name the file and the line.
/// A line is empty, a comment that begins with #, or an option in its long form: --hidden,
/// --sort=path, or the value on a line of its own.
Result<std::vector<std::string>> readConfig(const std::string& path, Verb verb);

}  // namespace findling::cli
