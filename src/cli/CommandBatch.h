/// Collects paths for one command line, or several that take the same paths.
#pragma once

#include "cli/Commands.h"

#include <cstddef>
#include <string>
#include <vector>

namespace findling::cli {

class CommandBatch {
public:
    /// `commands` must outlive the batch.
    explicit CommandBatch(const Commands& commands);

    /// The command that cannot take this path, not even alone; else null.
    const CommandTemplate* tooLongFor(const std::string& path) const;
    /// Whether the path may be added to those that are here.
    bool fits(const std::string& path) const;
    void add(std::string path);
    std::vector<std::string> take();
    bool empty() const { return m_paths.empty(); }

private:
    const Commands& m_commands;
    size_t m_budget;
    std::vector<size_t> m_fixed;  ///< per command: what it takes without paths
    std::vector<size_t> m_cost;   ///< per command: with those that are here
    std::vector<std::string> m_paths;
};

}  // namespace findling::cli
