#include "core/base/UserFolders.h"

#include "core/base/WindowsText.h"

#include <cstdlib>

namespace findling {

std::string userConfigFolder() {
    const wchar_t* folder = ::_wgetenv(L"APPDATA");
    return folder ? fromWide(folder) : std::string();
}

}  // namespace findling
