#include "app/Gui.h"

#include <cstdio>
#include <string>
#include <windows.h>

namespace findling::app {

int runGui(int argc, char** argv) {
    using Run = int (*)(int, char**);
    // The folder of the program itself, never the working folder.
    std::wstring path(32768, L'\0');
    path.resize(::GetModuleFileNameW(nullptr, path.data(), 32768));
    path.erase(path.find_last_of(L'\\') + 1);
    path += L"" FINDLING_GUI_LIBRARY_NAME;
    const HMODULE library = ::LoadLibraryExW(path.c_str(), nullptr, LOAD_WITH_ALTERED_SEARCH_PATH);
    const auto run = library ? reinterpret_cast<Run>(reinterpret_cast<void*>(
                                   ::GetProcAddress(library, "findling_gui_run")))
                             : nullptr;
    if (run) return run(argc, argv);
    std::fputs("findling: no window: its library is not installed; findling --cli --help tells of "
               "the command line\n",
               stderr);
    return 2;
}

}  // namespace findling::app
