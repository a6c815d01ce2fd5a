#include "app/Gui.h"

#include "app/ProgramPath.h"

#include <cstdio>
#include <dlfcn.h>
#include <filesystem>
#include <string>

namespace findling::app {

namespace {

/// Beside the program in the build tree, below lib/findling when installed. Never by a bare name:
/// the working folder has no say in what is loaded.
void* openLibrary(std::string& problem) {
    std::error_code error;
    const auto base = programPath().parent_path().parent_path();
    // The last is the place inside a macOS bundle.
    for (const char* folder : {"lib", "lib/findling", "Frameworks"}) {
        const auto path = base / folder / FINDLING_GUI_LIBRARY_NAME;
        if (!std::filesystem::exists(path, error)) continue;
        if (void* library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) return library;
        const char* text = ::dlerror();
        problem = text ? text : "it cannot be loaded";
    }
    return nullptr;
}

}  // namespace

int runGui(int argc, char** argv) {
    std::string problem = "its library is not installed";
    using Run = int (*)(int, char**);
    void* library = openLibrary(problem);
    auto run = library ? reinterpret_cast<Run>(::dlsym(library, "findling_gui_run")) : nullptr;
    if (run) return run(argc, argv);
    std::fprintf(stderr,
                 "findling: no window: %s; findling --cli --help tells of the command line\n",
                 problem.c_str());
    return 2;
}

}  // namespace findling::app
