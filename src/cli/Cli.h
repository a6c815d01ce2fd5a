/// The command line: arguments -> Query -> Search -> formatted output -> exit code.
#pragma once

#include <string>
#include <vector>

namespace findling::cli {

/// Runs one command line and returns its exit code: find 0, search 0 (found) or 1 (nothing found),
/// 2 for any error, 130 after an interrupt. args[0] is the program; --cli may follow it.
int run(std::vector<std::string> args);
int run(int argc, char** argv);

}  // namespace findling::cli
