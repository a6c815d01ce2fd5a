/// The program: the command line in this process, or the window from its own library.

#include "app/Gui.h"
#include "cli/Cli.h"

#include <string_view>

namespace {

/// Decided before any Qt library is loaded: the command line starts in a few milliseconds.
bool wantsCommandLine(int argc, char** argv) {
    const std::string_view program = argc > 0 ? argv[0] : "";
    const std::string_view name = program.substr(program.find_last_of("/\\") + 1);
    if (name == "findling-cli" || name == "findling-cli.exe") return true;
    if (argc < 2) return false;
    const std::string_view first = argv[1];
    return first == "--cli" || first == "--help" || first == "-h" || first == "--version" || first == "-V";
}

}  // namespace

int main(int argc, char** argv) {
    return wantsCommandLine(argc, argv) ? findling::cli::run(argc, argv) : findling::app::runGui(argc, argv);
}
