/// The wish of one find() or search() call, filled from Python; the rules are all in core.
#pragma once

#include "core/query/Options.h"
#include "python/Objects.h"
#include "python/ResultIterator.h"

#include <nanobind/nanobind.h>

#include <string>

namespace findling::python {

/// Adds the class Request to the module.
void bindRequest(nanobind::module_& module);

/// nanobind's own strings are UTF-8; paths and patterns are bytes.
std::string toString(const nanobind::bytes& bytes);

}  // namespace findling::python
