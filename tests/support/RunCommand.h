/// Runs a program and keeps what it prints: for the authorities that results are compared with.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace findling::test {

struct CommandResult {
    int exitCode = -1;  ///< -1 when it did not end by itself
    bool timedOut = false;
    std::string output;  ///< standard output, bytes
    std::string errors;  ///< standard error
};

struct CommandOptions {
    std::string folder = {};                    ///< to run in; empty = here
    std::vector<std::string> environment = {};  ///< "NAME=value", on top of ours
    std::chrono::seconds limit{30};
    std::string input = {};  ///< what it reads from standard input
};

CommandResult runCommand(const std::vector<std::string>& words, const CommandOptions& options = {});

/// "a\0b\0" -> {"a", "b"}
std::vector<std::string> splitAtNul(const std::string& text);

}  // namespace findling::test
