/// Calendar time in the user's zone; the standard function shares one buffer between threads.
#pragma once

#include <cstdint>
#include <ctime>

namespace findling {

std::tm localTime(int64_t secondsSince1970);

}  // namespace findling
