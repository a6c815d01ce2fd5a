/// The configuration file: options that hold for every command line, one a line.
#pragma once

#include "core/base/Result.h"
#include "core/query/Options.h"

#include <functional>
#include <string>

namespace findling::cli {

/// $XDG_CONFIG_HOME/findling/config, or ~/.config/findling/config; on Windows below %APPDATA%.
/// Empty where none of these is set.
std::string configPath();

/// Applies the file's options, where `wanted` says that the command takes them. Errors name the
/// file and the line. A line is empty, a comment that begins with #, or an option in its long form:
/// --hidden, --sort=path, or the value on a line of its own.
Result<void> applyConfig(const std::string& path, Request& request,
                         const std::function<bool(const OptionSpec&)>& wanted);

}  // namespace findling::cli
