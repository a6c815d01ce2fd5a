/// Several expressions as one that matches where any of them does.
#pragma once

#include "core/pattern/Regex.h"

#include <cstdint>
#include <span>
#include <string>

namespace findling {

/// What becomes of the numbers of groups.
enum class Joining : uint8_t {
    SameNumbers,  ///< every expression counts from 1, so that \1 means the same as alone
    OwnNumbers,   ///< they are counted through
};

/// The expressions are valid one by one. `flags`: how PCRE2 will compile them.
std::string joinPatterns(std::span<const std::string> expressions, const RegexOptions& options,
                         Joining joining, uint32_t flags);

/// Whether "\1", "(?1)" and their like may stand in it.
bool usesGroupNumbers(const std::string& pattern);

}  // namespace findling
