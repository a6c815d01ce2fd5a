#include "core/base/Descriptors.h"

namespace findling {

// Windows counts handles in millions; this is what we want to use of them.
size_t descriptorLimit() {
    return 4096;
}

}  // namespace findling
