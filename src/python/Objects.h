/// Python objects made of bytes, rows and errors. Everything in here needs the interpreter's lock.
#pragma once

#include "core/base/Result.h"
#include "core/search/Sink.h"
#include "python/Rows.h"

#include <Python.h>

#include <string_view>

namespace findling::python {

/// What the Python side of the package brings along. Set once, at import, and kept for good.
struct Hooks {
    PyObject* resultType = nullptr;  ///< SearchResult
    PyObject* pathType = nullptr;    ///< pathlib.Path
    PyObject* makeError = nullptr;   ///< (errno, text, path, operation) -> SearchError
    PyObject* raiseError = nullptr;  ///< (kind, text, subject, offset, errno): raises
};
Hooks& hooks();

/// How results are shown.
struct Form {
    bool bytesPaths = false;
    bool asPath = false;   ///< pathlib objects
    bool details = false;  ///< byte_offset, column and spans too
};

/// New references; null with a Python error set.
PyObject* pathObject(std::string_view path, const Form& form);
PyObject* nameObject(std::string_view name, bool bytes);
PyObject* resultObject(const FoundRows& rows, const FoundRows::Row& row, PyObject* path,
                       const Form& form);
PyObject* errorObject(const Problem& problem, bool bytesPaths);
PyObject* statsObject(const Progress& progress, const char* end, double seconds);

/// Sets the Python exception for an error of the core.
void raise(const Error& error);

}  // namespace findling::python
