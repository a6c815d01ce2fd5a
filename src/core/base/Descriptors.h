/// How many files and folders this process may hold open.
#pragma once

#include <cstddef>

namespace findling {

size_t descriptorLimit();

}  // namespace findling
