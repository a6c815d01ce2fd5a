/// How far the parts of a regular expression reach, by PCRE2's rules.
#pragma once

#include <cstddef>
#include <string_view>

namespace findling {

/// Bytes of the escape at `at`, its argument included: "\d", "\x{1F600}", "\p{Lu}", "\k<name>".
size_t escapeLength(std::string_view pattern, size_t at);
/// Bytes of the class at `at`, which is a "[", or npos where it is not closed, or holds a \Q.
size_t classLength(std::string_view pattern, size_t at);

}  // namespace findling
