#include "cli/ArgumentLimits.h"

#include <algorithm>
#include <unistd.h>

extern char** environ;

namespace findling::cli {

namespace {

constexpr size_t kReserve = 4 << 10;  ///< for what the system puts there itself
constexpr size_t kMostBytes = 2 << 20;
constexpr size_t kLeastBytes = 2 << 10;
constexpr size_t kLongestArgument = (128 << 10) - 1;  // Linux: 32 pages with the final NUL

}  // namespace

size_t argumentCost(std::string_view argument) {
    return argument.size() + 1 + sizeof(char*);
}

size_t argumentBudget() {
    size_t environment = sizeof(char*);
    for (char** variable = environ; variable && *variable; ++variable)
        environment += argumentCost(*variable);
    const long most = ::sysconf(_SC_ARG_MAX);
    const size_t room = most > 0 ? static_cast<size_t>(most) : kMostBytes;
    const size_t taken = environment + kReserve;
    return std::clamp(room > taken ? room - taken : 0, kLeastBytes, kMostBytes);
}

size_t longestArgument() {
    return kLongestArgument;
}

}  // namespace findling::cli
