#include "core/base/Descriptors.h"

#include <algorithm>
#include <sys/resource.h>

namespace findling {

size_t descriptorLimit() {
    struct rlimit limit;
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 256;
    return static_cast<size_t>(std::min<rlim_t>(limit.rlim_cur, 1 << 20));
}

}  // namespace findling
