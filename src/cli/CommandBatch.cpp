#include "cli/CommandBatch.h"

#include "cli/ArgumentLimits.h"

#include <utility>

namespace findling::cli {

CommandBatch::CommandBatch(const Commands& commands)
    : m_commands(commands), m_budget(argumentBudget()) {
    if (!commands.batch) return;
    for (const CommandTemplate& command : commands.templates) {
        size_t cost = 0;
        for (const std::string& word : command.fill(std::vector<std::string>()))
            cost += argumentCost(word);
        m_fixed.push_back(cost);
    }
    m_cost = m_fixed;
}

const CommandTemplate* CommandBatch::tooLongFor(const std::string& path) const {
    for (size_t i = 0; i < m_fixed.size(); ++i) {
        const CommandTemplate& command = m_commands.templates[i];
        const std::string argument = command.argumentFor(path);
        if (argument.size() > longestArgument() || m_fixed[i] + argumentCost(argument) > m_budget)
            return &command;
    }
    return nullptr;
}

bool CommandBatch::fits(const std::string& path) const {
    if (m_commands.batchSize > 0 && m_paths.size() >= m_commands.batchSize) return false;
    for (size_t i = 0; i < m_cost.size(); ++i) {
        if (m_cost[i] + argumentCost(m_commands.templates[i].argumentFor(path)) > m_budget)
            return false;
    }
    return true;
}

void CommandBatch::add(std::string path) {
    for (size_t i = 0; i < m_cost.size(); ++i)
        m_cost[i] += argumentCost(m_commands.templates[i].argumentFor(path));
    m_paths.push_back(std::move(path));
}

std::vector<std::string> CommandBatch::take() {
    m_cost = m_fixed;
    return std::exchange(m_paths, {});
}

}  // namespace findling::cli
