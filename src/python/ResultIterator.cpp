#include "python/ResultIterator.h"

#include "python/Process.h"
#include "python/WithoutLock.h"

#include <chrono>
#include <unordered_set>
#include <utility>
#include <vector>

namespace findling::python {

namespace {

/// Between two looks at Ctrl-C.
constexpr std::chrono::milliseconds kSlice{40};

/// Guarded by the interpreter's lock.
std::unordered_set<ResultIterator*>& living() {
    static auto* const all = new std::unordered_set<ResultIterator*>;
    return *all;
}

}  // namespace

ResultIterator::ResultIterator(std::shared_ptr<Stream> stream, const Form& form, PyObject* onError)
    : m_stream(std::move(stream)),
      m_form(form),
      m_onError(onError),
      m_errors(PyList_New(0)),
      m_process(processId()) {
    Py_XINCREF(m_onError);
    living().insert(this);
}

ResultIterator::~ResultIterator() {
    living().erase(this);
    close();
    clear();
    Py_XDECREF(m_errors);
}

bool ResultIterator::ownProcess() const {
    return m_process == processId();
}

void ResultIterator::close() {
    m_ended = m_closed = true;
    m_ready.clear();
    m_at = 0;
    m_pathRows.reset();
    Py_CLEAR(m_path);
    if (!ownProcess()) {
        // Its threads are the parent's, and its locks may be held by them for ever: never touch it.
        static_cast<void>(new std::shared_ptr<Stream>(m_stream));
        return;
    }
    const std::shared_ptr<Stream> stream = m_stream;
    const WithoutLock other;
    stream->close();
}

void ResultIterator::closeAll() {
    // Closing lets other threads run, which may make and drop iterators.
    std::vector<std::shared_ptr<Stream>> streams;
    for (ResultIterator* iterator : living()) {
        if (iterator->ownProcess()) streams.push_back(iterator->m_stream);
    }
    const WithoutLock other;
    for (const auto& stream : streams) stream->close();
}

PyObject* ResultIterator::next() {
    for (;;) {
        if (!m_ready.empty()) {
            // Making objects may run the garbage collector, and that anything: step on first.
            const std::shared_ptr<const FoundRows> rows = m_ready.front();
            const FoundRows::Row& row = rows->rows[m_at++];
            if (m_at == rows->rows.size()) {
                m_ready.pop_front();
                m_at = 0;
            }
            return convert(rows, row);
        }
        if (m_ended || !receive()) return nullptr;
    }
}

PyObject* ResultIterator::drain() {
    PyObject* list = PyList_New(0);
    if (!list) return nullptr;
    while (PyObject* item = next()) {
        const int failed = PyList_Append(list, item);
        Py_DECREF(item);
        if (failed) break;
    }
    if (PyErr_Occurred()) {
        Py_DECREF(list);
        return nullptr;
    }
    return list;
}

bool ResultIterator::receive() {
    if (!ownProcess()) {
        PyErr_SetString(PyExc_RuntimeError,
                        "this iterator was made before a fork: its search runs in the parent "
                        "process; start a new one");
        return false;
    }
    Stream::Delivery delivery;
    auto got = Stream::Got::Nothing;
    const std::shared_ptr<Stream> stream = m_stream;
    while (got == Stream::Got::Nothing) {
        // Also before the first wait: list(iterator) calls nothing else that would look.
        if (PyErr_CheckSignals() != 0) return false;
        const WithoutLock other;
        got = stream->take(delivery, kSlice);
    }
    if (got == Stream::Got::End) {
        m_ended = true;
        const WithoutLock other;
        stream->close();
        return false;
    }
    if (delivery.rows && !delivery.rows->rows.empty() && !m_closed) {
        m_ready.emplace_back(std::move(delivery.rows));
    }
    for (const Problem& problem : delivery.problems) {
        if (!report(problem)) return false;
    }
    return true;
}

bool ResultIterator::report(const Problem& problem) {
    PyObject* error = errorObject(problem, m_form.bytesPaths);
    if (!error) return false;
    bool good = PyList_Append(m_errors, error) == 0;
    if (good && m_onError) {
        PyObject* answer = PyObject_CallFunctionObjArgs(m_onError, error, nullptr);
        good = answer != nullptr;
        Py_XDECREF(answer);
    }
    Py_DECREF(error);
    if (good) return true;
    // Whoever raises has had enough: what follows would be incomplete without a word.
    PyObject *type = nullptr, *value = nullptr, *trace = nullptr;
    PyErr_Fetch(&type, &value, &trace);
    close();
    PyErr_Restore(type, value, trace);
    return false;
}

PyObject* ResultIterator::convert(const std::shared_ptr<const FoundRows>& rows,
                                  const FoundRows::Row& row) {
    if (row.line == 0) return pathObject(rows->path(row), m_form);
    PyObject* path = nullptr;
    if (m_path && m_pathRows == rows && m_pathAt == row.path) {
        path = m_path;
        Py_INCREF(path);
    } else {
        path = pathObject(rows->path(row), m_form);
        if (!path) return nullptr;
        m_pathRows = rows;
        m_pathAt = row.path;
        Py_INCREF(path);
        Py_XSETREF(m_path, path);
    }
    PyObject* result = resultObject(*rows, row, path, m_form);
    Py_DECREF(path);
    return result;
}

PyObject* ResultIterator::stats() const {
    if (!ownProcess()) return PyDict_New();
    const auto summary = m_stream->summary();
    if (!summary) return statsObject(m_stream->progress(), "running", m_stream->secondsSoFar());
    const char* end = summary->end == Summary::End::Finished  ? "finished"
                      : summary->end == Summary::End::Stopped ? "stopped"
                                                              : "limit";
    return statsObject(summary->totals, end, summary->seconds);
}

int ResultIterator::traverse(visitproc visit, void* arg) {
    Py_VISIT(m_onError);
    Py_VISIT(m_errors);
    Py_VISIT(m_path);
    return 0;
}

void ResultIterator::clear() {
    Py_CLEAR(m_onError);
    Py_CLEAR(m_path);
}

}  // namespace findling::python
