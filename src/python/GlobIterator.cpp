#include "python/GlobIterator.h"

#include "python/Objects.h"
#include "python/Process.h"
#include "python/WithoutLock.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace findling::python {

namespace {

/// Between two looks at Ctrl-C.
constexpr std::chrono::milliseconds kSlice{40};
/// A clock reading costs as much as a step.
constexpr unsigned kStepsPerLook = 64;
/// How far a caller who wants one result after the other is walked ahead of.
constexpr size_t kMostAhead = 256;
constexpr size_t kMostAtOnce = 4096;

}  // namespace

GlobIterator::GlobIterator(std::string_view pathname, const StdGlobOptions& options,
                           StdGlobBase base, bool bytesResults)
    : m_bytes(bytesResults),
      m_process(processId()),
      m_walkMutex(std::make_shared<std::mutex>()),
      m_walk(std::make_shared<StdGlobWalk>(pathname, options, std::move(base))) {}

/// False at the end of the walk.
bool GlobIterator::fill(StdGlobWalk& walk, Ahead& ahead, size_t wanted) {
    const auto begin = std::chrono::steady_clock::now();
    for (unsigned step = 1; ahead.ends.size() < wanted; ++step) {
        const StdGlobWalk::Step done = walk.next();
        if (done == StdGlobWalk::Step::End) return false;
        if (done == StdGlobWalk::Step::Result) {
            ahead.text += walk.result();
            ahead.ends.push_back(ahead.text.size());
        }
        if (step % kStepsPerLook == 0 && std::chrono::steady_clock::now() - begin > kSlice) break;
    }
    walk.rest();
    return true;
}

bool GlobIterator::walk(size_t wanted) {
    if (PyErr_CheckSignals() != 0) return false;
    const auto mutex = m_walkMutex;
    const auto walk = m_walk;
    if (m_process != processId()) {
        // A folder that is half read is half read for the parent too; and a lock that another of
        // the parent's threads held will never be free.
        const std::unique_lock lock(*mutex, std::try_to_lock);
        if (!lock.owns_lock() || walk->midFolder()) {
            PyErr_SetString(PyExc_RuntimeError,
                            "this iterator was in use when the process forked; start a new one");
            return false;
        }
    }
    Ahead ahead;
    bool more = true;
    {
        const WithoutLock other;
        const std::scoped_lock lock(*mutex);
        more = fill(*walk, ahead, wanted);
    }
    if (m_closed) return true;  // meanwhile, by another thread
    if (!more) m_ended = true;
    if (m_next == m_ahead.ends.size()) {
        m_ahead = std::move(ahead);
        m_next = 0;
        return true;
    }
    for (const size_t end : ahead.ends) m_ahead.ends.push_back(m_ahead.text.size() + end);
    m_ahead.text += ahead.text;
    return true;
}

PyObject* GlobIterator::next() {
    while (m_next == m_ahead.ends.size()) {
        if (m_ended || !walk(m_wanted)) return nullptr;
        m_wanted = std::min(m_wanted * 2, kMostAhead);
    }
    const size_t begin = m_next == 0 ? 0 : m_ahead.ends[m_next - 1];
    const size_t end = m_ahead.ends[m_next++];
    return nameObject(std::string_view(m_ahead.text).substr(begin, end - begin), m_bytes);
}

PyObject* GlobIterator::drain() {
    PyObject* list = PyList_New(0);
    if (!list) return nullptr;
    m_wanted = kMostAtOnce;
    while (PyObject* item = next()) {
        m_wanted = kMostAtOnce;
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

void GlobIterator::close() {
    m_ended = m_closed = true;
    m_ahead = Ahead();
    m_next = 0;
    if (m_process != processId()) return;
    const auto mutex = m_walkMutex;
    const auto walk =
        std::exchange(m_walk, std::make_shared<StdGlobWalk>("", StdGlobOptions(), StdGlobBase()));
    const WithoutLock other;
    const std::scoped_lock lock(*mutex);
}

}  // namespace findling::python
