/// The iterator that find() and search() return: asks a Stream for batches, makes objects of them.
#pragma once

#include "python/Objects.h"
#include "python/Stream.h"

#include <Python.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>

namespace findling::python {

/// All functions are called with the interpreter's lock, which guards the members; waiting is
/// done without it. A forked child inherits the object but not the search threads, so that there
/// it can only say so.
class ResultIterator {
public:
    /// `onError` is a callable or null. Takes a new reference to it.
    ResultIterator(std::shared_ptr<Stream> stream, const Form& form, PyObject* onError);
    ~ResultIterator();
    ResultIterator(const ResultIterator&) = delete;
    ResultIterator& operator=(const ResultIterator&) = delete;

    /// A new reference; null at the end, or with a Python error set.
    PyObject* next();
    /// All that is left, in a list.
    PyObject* drain();
    /// Stops the search and waits for its threads.
    void close();
    PyObject* errors() const { return m_errors; }  ///< borrowed
    PyObject* stats() const;

    int traverse(visitproc visit, void* arg);
    void clear();

    /// Ends all searches of this process, before the interpreter goes.
    static void closeAll();

private:
    /// Waits for the next batch. False at the end, or with a Python error set.
    bool receive();
    bool report(const Problem& problem);
    bool ownProcess() const;
    PyObject* convert(const std::shared_ptr<const FoundRows>& rows, const FoundRows::Row& row);

    std::shared_ptr<Stream> m_stream;
    Form m_form;
    PyObject* m_onError;
    PyObject* m_errors;
    int64_t m_process;
    std::deque<std::shared_ptr<const FoundRows>> m_ready;
    size_t m_at = 0;                              ///< in the first of them
    std::shared_ptr<const FoundRows> m_pathRows;  ///< where m_path comes from: lines share it
    size_t m_pathAt = 0;
    PyObject* m_path = nullptr;
    bool m_ended = false;  ///< the search; another thread may still bring its share
    bool m_closed = false;
};

}  // namespace findling::python
