#include "cli/Messages.h"

#include "cli/Terminal.h"
#include "core/base/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace findling::cli {

namespace {

using Why = OutputOptions::Why;

/// "build: ignored: build/ in .gitignore:2 (contents not visited)"
std::string describe(const Skip& skip) {
    return fmt::format("{}: {}{}{}{}", skip.path, name(skip.reason), skip.rule.empty() ? "" : ": ",
                       skip.rule, skip.folder ? " (contents not visited)" : "");
}

}  // namespace

std::string messageLine(const std::string& text) {
    return (isTerminal(Stream::Error) ? escapeForTerminal(text) : text) + "\n";
}

void Messages::print(const Batch& batch) {
    std::string out;
    for (const Problem& problem : batch.problems)
        out += messageLine("findling: " + findling::describe(problem));
    for (const Skip& skip : batch.skips) {
        ++m_leftOut[{skip.reason, skip.rule}];
        if (m_why == Why::List) out += messageLine(describe(skip));
    }
    if (!out.empty()) writeAll(Stream::Error, out);
}

void Messages::printLeftOut() const {
    if (m_why == Why::No) return;
    std::vector<std::pair<uint64_t, std::string>> lines;
    for (const auto& [what, count] : m_leftOut) {
        lines.emplace_back(count, fmt::format("left out: {} {}{}{}", count, name(what.first),
                                              what.second.empty() ? "" : ": ", what.second));
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::string out;
    for (const auto& line : lines) out += messageLine(line.second);
    writeAll(Stream::Error, out);
}

}  // namespace findling::cli
