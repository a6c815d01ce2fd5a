#include "app/ProgramArguments.h"

#include "core/base/WindowsText.h"

// The second one needs the first.
// clang-format off
#include <windows.h>
#include <shellapi.h>
// clang-format on

namespace findling::app {

std::vector<std::string> programArguments(int argc, char** argv) {
    int count = 0;
    LPWSTR* wide = ::CommandLineToArgvW(::GetCommandLineW(), &count);
    if (!wide) return {argv, argv + argc};
    std::vector<std::string> out;
    for (int i = 0; i < count; ++i) out.push_back(fromWide(wide[i]));
    ::LocalFree(wide);
    return out;
}

}  // namespace findling::app
