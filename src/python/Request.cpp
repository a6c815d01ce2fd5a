#include "python/Request.h"

#include "python/WithoutLock.h"

#include <utility>
#include <vector>

namespace nb = nanobind;

namespace findling::python {

namespace {

std::vector<std::string> toStrings(const nb::list& list) {
    std::vector<std::string> out;
    for (nb::handle item : list) out.push_back(toString(nb::cast<nb::bytes>(item)));
    return out;
}

template <class T>
void check(const Result<T>& result) {
    if (result) return;
    raise(result.error());
    throw nb::python_error();
}

void setOption(Request& request, nb::str name, nb::bytes value) {
    check(applyOption(request, name.c_str(), toString(value)));
}

void setCase(Request& request, bool sensitive) {
    const CaseMode mode = sensitive ? CaseMode::Sensitive : CaseMode::Insensitive;
    request.query.nameCase = mode;
    if (request.query.content) request.query.content->caseMode = mode;
}

void setContent(Request& request, const nb::list& patterns, bool text) {
    ContentQuery& content = request.query.content.emplace();
    content.patterns = toStrings(patterns);
    content.binaryAsText = text;
}

/// Python becomes the owner.
ResultIterator* start(const Request& request, bool bytesPaths, bool asPath, bool details,
                      nb::object onError) {
    auto stream = [&] {
        const WithoutLock other;
        return Stream::start(request.query);
    }();
    check(stream);
    return new ResultIterator(*stream, Form{bytesPaths, asPath, details},
                              onError.is_none() ? nullptr : onError.ptr());
}

template <auto Member>
auto setStrings() {
    return [](Request& request, const nb::list& list) { request.query.*Member = toStrings(list); };
}

template <auto Member>
auto setFlag() {
    return [](Request& request, bool value) { request.query.*Member = value; };
}

}  // namespace

std::string toString(const nb::bytes& bytes) {
    return {bytes.c_str(), bytes.size()};
}

void bindRequest(nb::module_& module) {
    nb::class_<Request>(module, "Request")
        .def("__init__",
             [](Request* request) {
                 new (request) Request();
                 request->query.foldersPassSize = true;
             })
        .def("option", setOption, nb::arg("name"), nb::arg("value"))
        .def("roots", setStrings<&Query::roots>(), nb::arg("paths"))
        .def("names", setStrings<&Query::names>(), nb::arg("patterns"))
        .def("excludes", setStrings<&Query::excludes>(), nb::arg("patterns"))
        .def("extensions", setStrings<&Query::extensions>(), nb::arg("extensions"))
        .def(
            "ignore_files",
            [](Request& request, const nb::list& list) {
                request.query.ignore.explicitFiles = toStrings(list);
            },
            nb::arg("paths"))
        .def("content", setContent, nb::arg("patterns"), nb::arg("text"))
        .def("case_sensitive", setCase, nb::arg("value"))
        .def("hidden", setFlag<&Query::hidden>(), nb::arg("value"))
        .def("follow", setFlag<&Query::follow>(), nb::arg("value"))
        .def("same_file_system", setFlag<&Query::sameFileSystem>(), nb::arg("value"))
        .def("start", start, nb::arg("bytes_paths"), nb::arg("as_path"), nb::arg("details"),
             nb::arg("on_error").none());
}

}  // namespace findling::python
