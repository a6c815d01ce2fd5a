/// The iterator that iglob() returns. It has no thread: it walks while it is asked, a little ahead.
#pragma once

#include "core/walk/StdGlobWalk.h"

#include <Python.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace findling::python {

class GlobIterator {
public:
    GlobIterator(std::string_view pathname, const StdGlobOptions& options, StdGlobBase base,
                 bool bytesResults);

    /// A new reference; null at the end, or with a Python error set.
    PyObject* next();
    /// All that is left, in a list.
    PyObject* drain();
    void close();

private:
    /// Results so far, one after the other.
    struct Ahead {
        std::string text;
        std::vector<size_t> ends;
    };

    /// Walks on without the interpreter's lock. False with a Python error set.
    bool walk(size_t wanted);
    static bool fill(StdGlobWalk& walk, Ahead& ahead, size_t wanted);

    const bool m_bytes;
    const int64_t m_process;
    std::shared_ptr<std::mutex> m_walkMutex;  // held while walking, never with the interpreter's
    std::shared_ptr<StdGlobWalk> m_walk;      // used under m_walkMutex; the pointer: see below
    // The interpreter's lock guards what follows.
    Ahead m_ahead;
    size_t m_next = 0;
    size_t m_wanted = 1;   ///< grows: the first result at once, later ones in bulk
    bool m_ended = false;  ///< the walk; another thread may still bring its share
    bool m_closed = false;
};

}  // namespace findling::python
