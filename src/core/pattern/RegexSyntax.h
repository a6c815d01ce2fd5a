/// What can be told of a regular expression by reading it, without compiling it.
#pragma once

#include <string>
#include <string_view>

namespace findling {

/// Whether the expression names an upper-case letter itself: "\S", "\W" or "\p{Lu}" do not.
bool regexHasUpper(std::string_view pattern);

/// Whether \n stands in it outside of a class: such an expression cannot match within a line.
bool regexNamesNewline(std::string_view pattern);

/// The text as an expression that matches just it.
std::string escapeRegex(std::string_view text);

}  // namespace findling
