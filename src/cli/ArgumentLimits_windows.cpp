#include "cli/ArgumentLimits.h"

#include "cli/WindowsCommand.h"
#include "core/base/WindowsText.h"

namespace findling::cli {

namespace {

constexpr size_t kCommandLine = 30'000;  // the system's own limit is 32,767

}  // namespace

size_t argumentCost(std::string_view argument) {
    return quotedArgument(toWide(argument)).size() + 1;
}

size_t argumentBudget() {
    return kCommandLine;
}

size_t longestArgument() {
    return kCommandLine;
}

}  // namespace findling::cli
