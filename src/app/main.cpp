/// The program: the command line in this process, or the window from its own library.

#include "app/Gui.h"
#include "app/ProgramArguments.h"
#include "cli/Cli.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

/// Decided before any Qt library is loaded: the command line starts in a few milliseconds.
bool wantsCommandLine(const std::vector<std::string>& args) {
    const std::string_view program = args.empty() ? std::string_view() : args[0];
    const std::string_view name = program.substr(program.find_last_of("/\\") + 1);
    if (name == "findling-cli" || name == "findling-cli.exe") return true;
    if (args.size() < 2) return false;
    // A folder of such a name is opened in the window as ./find.
    const std::string_view first = args[1];
    const auto words = {"--cli", "--help", "-h", "--version", "-V", "find", "search", "explain"};
    return std::find(words.begin(), words.end(), first) != words.end();
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> args = findling::app::programArguments(argc, argv);
    if (wantsCommandLine(args)) return findling::cli::run(std::move(args));
    return findling::app::runGui(argc, argv);
}
