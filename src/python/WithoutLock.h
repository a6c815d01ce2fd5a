/// Lets other Python threads run for as long as it lives.
#pragma once

#include <Python.h>

namespace findling::python {

class WithoutLock {
public:
    WithoutLock() : m_state(PyEval_SaveThread()) {}
    ~WithoutLock() { PyEval_RestoreThread(m_state); }
    WithoutLock(const WithoutLock&) = delete;
    WithoutLock& operator=(const WithoutLock&) = delete;

private:
    PyThreadState* m_state;
};

}  // namespace findling::python
