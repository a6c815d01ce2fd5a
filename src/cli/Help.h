/// Help texts, made from the option table.
#pragma once

#include "cli/Arguments.h"

#include <string>

namespace findling::cli {

/// `width`: columns of the terminal.
std::string helpText(Verb verb, size_t width);

}  // namespace findling::cli
