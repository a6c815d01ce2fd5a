#include "core/base/HostName.h"

#include "core/base/WindowsText.h"

#include <windows.h>

namespace findling {

std::string hostName() {
    DWORD length = 256;
    std::wstring name(length, L'\0');
    if (!::GetComputerNameExW(ComputerNameDnsHostname, name.data(), &length)) return {};
    name.resize(length);
    return fromWide(name);
}

}  // namespace findling
