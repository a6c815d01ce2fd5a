/// The extension module findling._core: what Python may touch of the core, and nothing more. The
/// manners (argument checks, exceptions, documentation) are in findling/*.py.
#include "FindlingVersion.h"
#include "cli/Cli.h"
#include "core/query/Units.h"
#include "python/GlobIterator.h"
#include "python/Objects.h"
#include "python/Request.h"
#include "python/ResultIterator.h"
#include "python/WithoutLock.h"

#include <nanobind/nanobind.h>

#include <exception>
#include <new>
#include <string>
#include <utility>
#include <vector>

namespace nb = nanobind;

namespace findling::python {

namespace {

/// The iteration protocol straight in the type's slots: a call through nanobind costs as much as
/// making the object.
template <class Iterator>
PyObject* nextOf(PyObject* self) {
    try {
        return nb::inst_ptr<Iterator>(nb::handle(self))->next();
    } catch (const std::bad_alloc&) {
        return PyErr_NoMemory();
    } catch (const std::exception& error) {
        PyErr_SetString(PyExc_SystemError, error.what());
        return nullptr;
    }
}

int traverseResults(PyObject* self, visitproc visit, void* arg) {
    Py_VISIT(Py_TYPE(self));
    if (!nb::inst_ready(self)) return 0;
    return nb::inst_ptr<ResultIterator>(nb::handle(self))->traverse(visit, arg);
}

int clearResults(PyObject* self) {
    if (nb::inst_ready(self)) nb::inst_ptr<ResultIterator>(nb::handle(self))->clear();
    return 0;
}

PyType_Slot resultSlots[] = {
    {Py_tp_iter, reinterpret_cast<void*>(PyObject_SelfIter)},
    {Py_tp_iternext, reinterpret_cast<void*>(nextOf<ResultIterator>)},
    {Py_tp_traverse, reinterpret_cast<void*>(traverseResults)},
    {Py_tp_clear, reinterpret_cast<void*>(clearResults)},
    {0, nullptr},
};

PyType_Slot globSlots[] = {
    {Py_tp_iter, reinterpret_cast<void*>(PyObject_SelfIter)},
    {Py_tp_iternext, reinterpret_cast<void*>(nextOf<GlobIterator>)},
    {0, nullptr},
};

/// A list, or the exception that is set.
nb::object owned(PyObject* object) {
    if (!object) throw nb::python_error();
    return nb::steal(object);
}

/// The methods that both iterators share.
template <class Iterator>
void addManners(nb::class_<Iterator>& type) {
    type.def("close", &Iterator::close,
             "Stop, and give back threads and open folders. Afterwards there are no more items.");
    type.def("__enter__", [](nb::object self) { return self; });
    type.def("__exit__", [](Iterator& self, nb::args) { self.close(); });
    type.def("_drain", [](Iterator& self) { return owned(self.drain()); });
}

void bindIterators(nb::module_& module) {
    auto results = nb::class_<ResultIterator>(
        module, "ResultIterator", nb::type_slots(resultSlots), nb::is_weak_referenceable(),
        "What find() and search() return: results while the search still runs.");
    addManners(results);
    results.def_prop_ro(
        "errors", [](ResultIterator& self) { return nb::borrow(self.errors()); },
        "A SearchError for every place that could not be searched, so far.");
    results.def_prop_ro(
        "stats", [](ResultIterator& self) { return owned(self.stats()); },
        "What was seen, found and left out so far, and how the search ended.");
    auto paths = nb::class_<GlobIterator>(
        module, "GlobIterator", nb::type_slots(globSlots), nb::is_weak_referenceable(),
        "What iglob() returns: paths, found while they are asked for.");
    addManners(paths);
}

/// Python becomes the owner.
GlobIterator* startGlob(nb::bytes pathname, nb::bytes rootDir, nb::object dirFd, bool recursive,
                        bool includeHidden, bool countBytes, bool bytesResults) {
    const std::string root = toString(rootDir);
    StdGlobBase base = dirFd.is_none() ? StdGlobBase::folder(root)
                                       : StdGlobBase::below(nb::cast<int>(dirFd), root);
    const StdGlobOptions options{recursive, includeHidden,
                                 countBytes ? StdGlobUnits::Bytes : StdGlobUnits::CodePoints};
    return new GlobIterator(toString(pathname), options, std::move(base), bytesResults);
}

nb::object size(nb::bytes text) {
    const auto bytes = parseSize(toString(text));
    if (!bytes) {
        raise(bytes.error());
        throw nb::python_error();
    }
    return nb::int_(*bytes);
}

int commandLine(const nb::list& arguments) {
    std::vector<std::string> texts;
    for (nb::handle argument : arguments) texts.push_back(toString(nb::cast<nb::bytes>(argument)));
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    const WithoutLock other;
    return cli::run(static_cast<int>(texts.size()), pointers.data());
}

void setHooks(nb::object resultType, nb::object pathType, nb::object makeError,
              nb::object raiseError) {
    hooks() = {resultType.release().ptr(), pathType.release().ptr(), makeError.release().ptr(),
               raiseError.release().ptr()};
}

}  // namespace

}  // namespace findling::python

NB_MODULE(_core, module) {
    using namespace findling::python;
    // Found by users' leak checks as if they were to blame; the hooks are kept on purpose.
    nb::set_leak_warnings(false);
    module.attr("version") = FINDLING_VERSION;
    bindIterators(module);
    bindRequest(module);
    module.def("glob", startGlob, nb::arg("pathname"), nb::arg("root_dir"),
               nb::arg("dir_fd").none(), nb::arg("recursive"), nb::arg("include_hidden"),
               nb::arg("count_bytes"), nb::arg("bytes_results"));
    module.def("parse_size", size, nb::arg("text"));
    module.def("command_line", commandLine, nb::arg("arguments"));
    module.def("close_all", ResultIterator::closeAll);
    module.def("set_hooks", setHooks, nb::arg("result_type"), nb::arg("path_type"),
               nb::arg("make_error"), nb::arg("raise_error"));
}
