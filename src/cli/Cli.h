/// The command line: arguments -> Query -> Search -> formatted output -> exit code.
#pragma once

namespace findling::cli {

/// Runs one command line and returns its exit code: find 0, search 0 (found) or 1 (nothing found),
/// 2 for any error, 130 after an interrupt. A leading --cli is accepted.
int run(int argc, char** argv);

}  // namespace findling::cli
