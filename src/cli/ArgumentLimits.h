/// How long the system lets a command line be.
#pragma once

#include <cstddef>
#include <string_view>

namespace findling::cli {

/// How much the arguments of one command may take, program included.
size_t argumentBudget();
/// What one argument takes of that.
size_t argumentCost(std::string_view argument);
/// The longest single argument, in bytes.
size_t longestArgument();

}  // namespace findling::cli
