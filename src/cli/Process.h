/// Runs programs by an argument vector, never through a shell.
#pragma once

#include "core/base/Stop.h"

#include <functional>
#include <string>
#include <vector>

namespace findling::cli {

/// How a program ended.
struct ProcessEnd {
    int exitCode = 0;
    int signal = 0;              ///< that ended it, 0 = none did
    int startError = 0;          ///< errno, when it could not be started
    std::string output, errors;  ///< what was captured

    bool succeeded() const { return startError == 0 && signal == 0 && exitCode == 0; }
};

/// Takes away what was captured so far, where that becomes too much to keep.
using Overflow = std::function<void(std::string& output, std::string& errors)>;

/// Waits for the end. With `capture` both streams are collected, each in its own order, else they
/// are the caller's, and so is standard input, which is empty for the former. A stop asks the
/// program to end, and ends it by force when it has not done so after two seconds. Any number of
/// threads may run programs.
ProcessEnd runProcess(const std::vector<std::string>& argv, bool capture, const StopToken& stop,
                      const Overflow& overflow = {});

}  // namespace findling::cli
