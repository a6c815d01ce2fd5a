#include "python/Process.h"

namespace findling::python {

int64_t processId() {
    return 0;  // there is no fork
}

}  // namespace findling::python
