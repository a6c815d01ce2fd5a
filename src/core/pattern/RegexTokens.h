/// How far the parts of a regular expression reach, by PCRE2's rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace findling {

/// Bytes of the escape at `at`, its argument included: "\d", "\x{1F600}", "\p{Lu}", "\k<name>".
size_t escapeLength(std::string_view pattern, size_t at);
/// Bytes of the class at `at`, which is a "[", or npos where it is not closed, or holds a \Q.
size_t classLength(std::string_view pattern, size_t at);

/// "*", "+", "?", "{2,5}", without the "?" or "+" that may follow.
struct Quantifier {
    size_t length = 0;  ///< bytes; 0: there is none
    uint32_t min = 0;
    uint32_t max = UINT32_MAX;  ///< UINT32_MAX: without limit
    bool unknown = false;       ///< releases of PCRE2 differ in what this is
};
Quantifier readQuantifier(std::string_view pattern, size_t at);

}  // namespace findling
