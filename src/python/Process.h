/// Which process this is: a forked child has its parent's objects, but none of its threads.
#pragma once

#include <cstdint>

namespace findling::python {

int64_t processId();

}  // namespace findling::python
