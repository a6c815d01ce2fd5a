#include "python/Objects.h"

#include "core/base/Text.h"

namespace findling::python {

namespace {

/// Owns one reference.
class Ref {
public:
    explicit Ref(PyObject* object) : m_object(object) {}
    ~Ref() { Py_XDECREF(m_object); }
    Ref(const Ref&) = delete;
    Ref& operator=(const Ref&) = delete;
    explicit operator bool() const { return m_object != nullptr; }
    PyObject* get() const { return m_object; }
    PyObject* release() {
        PyObject* object = m_object;
        m_object = nullptr;
        return object;
    }

private:
    PyObject* m_object;
};

struct Keys {
    PyObject* path = PyUnicode_InternFromString("path");
    PyObject* lineNumber = PyUnicode_InternFromString("line_number");
    PyObject* lineText = PyUnicode_InternFromString("line_text");
    PyObject* matches = PyUnicode_InternFromString("matches");
    PyObject* byteOffset = PyUnicode_InternFromString("byte_offset");
    PyObject* column = PyUnicode_InternFromString("column");
    PyObject* spans = PyUnicode_InternFromString("spans");
};

const Keys& keys() {
    static const Keys all;
    return all;
}

PyObject* text(std::string_view bytes) {
    return PyUnicode_DecodeUTF8(bytes.data(), static_cast<Py_ssize_t>(bytes.size()),
                                "surrogateescape");
}

/// Takes over the value's reference.
bool put(PyObject* dict, PyObject* key, PyObject* value) {
    const Ref owned(value);
    return owned && PyDict_SetItem(dict, key, owned.get()) == 0;
}

bool put(PyObject* dict, const char* key, PyObject* value) {
    const Ref owned(value);
    return owned && PyDict_SetItemString(dict, key, owned.get()) == 0;
}

/// Fills the list of matched texts and, where it is wanted, the one of (begin, end) in characters.
bool addMatches(const FoundRows& rows, const FoundRows::Row& row, PyObject* matches,
                PyObject* spans) {
    const std::string_view line = rows.lineText(row);
    const bool ascii = isAscii(line);
    size_t counted = 0;
    Py_ssize_t characters = 0;
    const auto characterAt = [&](size_t byte) -> Py_ssize_t {
        if (ascii) return static_cast<Py_ssize_t>(byte);
        const Ref part(text(line.substr(counted, byte - counted)));
        if (!part) return -1;
        counted = byte;
        return characters += PyUnicode_GetLength(part.get());
    };
    for (size_t i = 0; i < row.spanCount; ++i) {
        const Span& span = rows.spans[row.firstSpan + i];
        PyObject* match = text(line.substr(span.begin, span.end - span.begin));
        if (!match) return false;
        PyList_SET_ITEM(matches, static_cast<Py_ssize_t>(i), match);
        if (!spans) continue;
        const Py_ssize_t begin = characterAt(span.begin);
        const Py_ssize_t end = begin < 0 ? -1 : characterAt(span.end);
        PyObject* pair = end < 0 ? nullptr : Py_BuildValue("(nn)", begin, end);
        if (!pair) return false;
        PyList_SET_ITEM(spans, static_cast<Py_ssize_t>(i), pair);
    }
    return true;
}

bool addDetails(PyObject* result, const FoundRows::Row& row, PyObject* spans) {
    if (!put(result, keys().byteOffset, PyLong_FromUnsignedLongLong(row.offset))) return false;
    Py_ssize_t column = 1;
    if (row.spanCount > 0) {
        column += PyLong_AsSsize_t(PyTuple_GET_ITEM(PyList_GET_ITEM(spans, 0), 0));
    }
    return put(result, keys().column, PyLong_FromSsize_t(column)) &&
           PyDict_SetItem(result, keys().spans, spans) == 0;
}

const char* kindName(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::Pattern: return "pattern";
        case ErrorKind::Option: return "option";
        case ErrorKind::Path: return "path";
        case ErrorKind::Unsupported: return "unsupported";
    }
    return "option";
}

}  // namespace

Hooks& hooks() {
    static Hooks all;
    return all;
}

PyObject* nameObject(std::string_view name, bool bytes) {
    const auto size = static_cast<Py_ssize_t>(name.size());
    return bytes ? PyBytes_FromStringAndSize(name.data(), size)
                 : PyUnicode_DecodeFSDefaultAndSize(name.data(), size);
}

PyObject* pathObject(std::string_view path, const Form& form) {
    if (!form.asPath) return nameObject(path, form.bytesPaths);
    const Ref name(nameObject(path, false));
    return name ? PyObject_CallFunctionObjArgs(hooks().pathType, name.get(), nullptr) : nullptr;
}

PyObject* resultObject(const FoundRows& rows, const FoundRows::Row& row, PyObject* path,
                       const Form& form) {
    static PyObject* const noArguments = PyTuple_New(0);
    auto* type = reinterpret_cast<PyTypeObject*>(hooks().resultType);
    Ref result(type->tp_new(type, noArguments, nullptr));
    const auto count = static_cast<Py_ssize_t>(row.spanCount);
    const Ref matches(PyList_New(count));
    const Ref spans(form.details ? PyList_New(count) : nullptr);
    if (!result || !matches || (form.details && !spans)) return nullptr;
    const bool done = PyDict_SetItem(result.get(), keys().path, path) == 0 &&
                      put(result.get(), keys().lineNumber, PyLong_FromUnsignedLongLong(row.line)) &&
                      put(result.get(), keys().lineText, text(rows.lineText(row))) &&
                      addMatches(rows, row, matches.get(), spans.get()) &&
                      PyDict_SetItem(result.get(), keys().matches, matches.get()) == 0 &&
                      (!form.details || addDetails(result.get(), row, spans.get()));
    return done ? result.release() : nullptr;
}

PyObject* errorObject(const Problem& problem, bool bytesPaths) {
    const Ref path(nameObject(problem.path, bytesPaths));
    const Ref reason(text(problem.text));
    const Ref operation(text(problem.operation));
    if (!path || !reason || !operation) return nullptr;
    return PyObject_CallFunction(hooks().makeError, "iOOO", problem.code, reason.get(), path.get(),
                                 operation.get());
}

PyObject* statsObject(const Progress& progress, const char* end, double seconds) {
    Ref stats(PyDict_New());
    Ref skipped(PyDict_New());
    if (!stats || !skipped) return nullptr;
    const auto count = [&stats](const char* key, uint64_t value) {
        return put(stats.get(), key, PyLong_FromUnsignedLongLong(value));
    };
    bool done = count("folders", progress.folders) && count("entries", progress.entries) &&
                count("files_searched", progress.filesSearched) &&
                count("bytes_searched", progress.bytesSearched) &&
                count("results", progress.results) && count("matches", progress.matches) &&
                count("errors", progress.problems);
    for (size_t i = 0; i < kSkipReasons && done; ++i) {
        if (progress.skips[i] == 0) continue;
        const Ref key(text(name(static_cast<SkipReason>(i))));
        done = key && put(skipped.get(), key.get(), PyLong_FromUnsignedLongLong(progress.skips[i]));
    }
    done = done && put(stats.get(), "skipped", skipped.release()) &&
           put(stats.get(), "seconds", PyFloat_FromDouble(seconds)) &&
           put(stats.get(), "end", PyUnicode_FromString(end));
    return done ? stats.release() : nullptr;
}

void raise(const Error& error) {
    const Ref reason(text(error.text));
    const Ref subject(nameObject(error.subject, false));
    if (!reason || !subject) return;
    const long long offset = error.offset ? static_cast<long long>(*error.offset) : -1;
    const Ref nothing(PyObject_CallFunction(hooks().raiseError, "sOOLi", kindName(error.kind),
                                            reason.get(), subject.get(), offset, error.code));
    if (nothing) PyErr_SetString(PyExc_SystemError, "an error of the search was not raised");
}

}  // namespace findling::python
