/// Times in a form that the user writes down, with the conversions of strftime. That function
/// itself takes what it does not know in a different way on each system, up to ending the program:
/// so only conversions that all of them know are let through.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace findling {

/// The letters that may stand behind a "%", and "%" itself.
inline constexpr std::string_view kTimeConversions = "aAbBdeFHIjmMpRsSTuyYzZ%";

/// Local time. Each "%" in `format` must be followed by one of kTimeConversions.
void appendTime(std::string& out, std::string_view format, int64_t nanoseconds);

}  // namespace findling
