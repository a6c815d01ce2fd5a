/// A library of the system that is opened when it is first needed: linked ones would cost every
/// start of the program milliseconds, and would have to be there.
#pragma once

#include <initializer_list>

namespace findling {

/// Stays loaded until the program ends, for another thread may be inside. Meant to live in a
/// function's static.
class SharedLibrary {
public:
    /// Opens the first of these files that the system finds.
    explicit SharedLibrary(std::initializer_list<const char*> names);

    bool isOpen() const { return m_handle != nullptr; }

    /// Sets `function` to what the library calls so; null, and false, where there is none.
    template <class Function>
    bool find(const char* name, Function*& function) const {
        function = reinterpret_cast<Function*>(address(name));
        return function != nullptr;
    }

private:
    void* address(const char* name) const;

    void* m_handle = nullptr;
};

}  // namespace findling
