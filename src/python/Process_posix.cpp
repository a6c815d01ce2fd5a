#include "python/Process.h"

#include <unistd.h>

namespace findling::python {

int64_t processId() {
    return ::getpid();
}

}  // namespace findling::python
