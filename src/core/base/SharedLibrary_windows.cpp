#include "core/base/SharedLibrary.h"

#include <windows.h>

namespace findling {

SharedLibrary::SharedLibrary(std::initializer_list<const char*> names) {
    // Never from the current folder, which may be anybody's.
    constexpr DWORD kPlaces = LOAD_LIBRARY_SEARCH_APPLICATION_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32;
    for (const char* name : names) {
        m_handle = reinterpret_cast<void*>(::LoadLibraryExA(name, nullptr, kPlaces));
        if (m_handle) return;
    }
}

void* SharedLibrary::address(const char* name) const {
    if (!m_handle) return nullptr;
    return reinterpret_cast<void*>(::GetProcAddress(reinterpret_cast<HMODULE>(m_handle), name));
}

}  // namespace findling
