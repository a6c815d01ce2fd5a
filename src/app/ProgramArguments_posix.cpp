#include "app/ProgramArguments.h"

namespace findling::app {

std::vector<std::string> programArguments(int argc, char** argv) {
    return {argv, argv + argc};
}

}  // namespace findling::app
