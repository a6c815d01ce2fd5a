/// What stands beside the results of a search: problems, and what was left out. For standard error.
#pragma once

#include "core/query/Options.h"
#include "core/search/Sink.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace findling::cli {

/// One line for standard error, safe for a terminal.
std::string messageLine(const std::string& text);

class Messages {
public:
    explicit Messages(OutputOptions::Why why) : m_why(why) {}

    /// Prints the batch's problems, and its skips where every one is wanted.
    void print(const Batch& batch);
    /// After the last batch: what was left out, counted by reason and rule.
    void printLeftOut() const;

private:
    OutputOptions::Why m_why;
    std::map<std::pair<SkipReason, std::string>, uint64_t> m_leftOut;  ///< by reason and rule
};

}  // namespace findling::cli
