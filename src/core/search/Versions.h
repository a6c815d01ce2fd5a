/// What this program is made of, for --version and About.
#pragma once

#include <string>

namespace findling {

std::string programVersion();
/// "PCRE2 10.42 2022-12-11 (JIT on), fmt 9.1.0, utf8proc 2.8.0"
std::string libraryVersions();

}  // namespace findling
