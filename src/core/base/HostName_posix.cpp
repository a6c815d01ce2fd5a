#include "core/base/HostName.h"

#include <array>
#include <unistd.h>

namespace findling {

std::string hostName() {
    // The last byte stays 0: a name that was cut need not be terminated.
    std::array<char, 257> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0) return {};
    return name.data();
}

}  // namespace findling
