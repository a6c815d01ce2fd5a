#include "app/ProgramPath.h"

namespace findling::app {

std::filesystem::path programPath() {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error);
}

}  // namespace findling::app
