/// The arguments as bytes: as they are on POSIX systems, WTF-8 from UTF-16 on Windows.
#pragma once

#include <string>
#include <vector>

namespace findling::app {

std::vector<std::string> programArguments(int argc, char** argv);

}  // namespace findling::app
