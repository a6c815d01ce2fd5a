/// Turns an argument vector into a Request, by the option table of the core.
#pragma once

#include "cli/Commands.h"
#include "core/base/Result.h"
#include "core/query/Options.h"

#include <string>
#include <vector>

namespace findling::cli {

enum class Verb { Find, Search, Explain, Help, Version };

struct Arguments {
    Verb verb = Verb::Help;
    Verb helpFor = Verb::Help;  ///< which command's help is wanted
    Request request;
    std::vector<std::string> paths;  ///< of explain
    Commands commands;               ///< to run on the results of find
};

/// Which rows of the option table a command takes. explain takes those of both.
bool takes(Verb verb, const OptionSpec& option);

/// `args` without the program's name. Errors say what is wrong and suggest what was meant.
Result<Arguments> parseArguments(const std::vector<std::string>& args);

}  // namespace findling::cli
