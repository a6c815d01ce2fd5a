#include "core/base/SharedLibrary.h"

#include <dlfcn.h>

namespace findling {

SharedLibrary::SharedLibrary(std::initializer_list<const char*> names) {
    for (const char* name : names) {
        m_handle = ::dlopen(name, RTLD_NOW | RTLD_LOCAL);
        if (m_handle) return;
    }
}

void* SharedLibrary::address(const char* name) const {
    return m_handle ? ::dlsym(m_handle, name) : nullptr;
}

}  // namespace findling
