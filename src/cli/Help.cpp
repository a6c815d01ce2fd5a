#include "cli/Help.h"

#include <fmt/format.h>

#include <algorithm>

namespace findling::cli {

namespace {

constexpr size_t kHelpColumn = 32;

constexpr std::string_view kOverview =
    "Findling finds files and text.\n"
    "\n"
    "  findling find [PATTERN] [FOLDER...]     files and folders by name\n"
    "  findling search REGEX [FOLDER...]       lines in files (PCRE2)\n"
    "  findling explain PATH...                why a path is a result or is left out\n"
    "  findling                                the window\n"
    "\n"
    "Scripts put --cli first, which nothing else can be taken for: findling --cli find '*.c' src\n"
    "Each command has its own --help. --version tells what is built in.\n"
    "\n"
    "Exit codes: find 0; search 0 found, 1 nothing found; 2 any error; 130 interrupted.\n";

std::string_view intro(Verb verb) {
    switch (verb) {
        case Verb::Find:
            return "findling find [OPTIONS] [PATTERN] [FOLDER...]\n"
                   "\n"
                   "Finds files and folders. A PATTERN without wildcards is the exact name; * ? "
                   "[a-z]\n"
                   "{a,b} are wildcards; with a / it is the path below the folder, where ** stands "
                   "for\n"
                   "any number of folders; a / at the end asks for folders.\n";
        case Verb::Search:
            return "findling search [OPTIONS] REGEX [FOLDER...]\n"
                   "\n"
                   "Finds lines that match REGEX (PCRE2 syntax). - as FOLDER is standard input.\n";
        case Verb::Explain:
            return "findling explain [OPTIONS] PATH...\n"
                   "\n"
                   "Tells for each PATH whether it is a result, or which rule leaves it out. Takes "
                   "the\n"
                   "options of find and search (-e REGEX for the text); exit code 0 if all are "
                   "results.\n";
        default: return kOverview;
    }
}

std::string wrapped(std::string_view text, size_t indent, size_t width) {
    const size_t room = std::max<size_t>(width > indent ? width - indent : 0, 30);
    std::string out;
    while (text.size() > room) {
        size_t cut = text.rfind(' ', room);
        if (cut == std::string_view::npos || cut == 0) cut = room;
        out += fmt::format("{}\n{}", text.substr(0, cut), std::string(indent, ' '));
        text.remove_prefix(std::min(cut + 1, text.size()));
    }
    out += text;
    return out + "\n";
}

std::string optionLine(Verb verb, const OptionSpec& option, size_t width) {
    const char letter = verb == Verb::Find ? option.shortFind : option.shortSearch;
    std::string left = letter ? fmt::format("  -{}, ", letter) : std::string("      ");
    left += fmt::format("--{}", option.name);
    if (option.takesValue()) left += fmt::format(" {}", option.valueName);
    if (left.size() + 2 > kHelpColumn) left += "\n" + std::string(kHelpColumn, ' ');
    else left.resize(kHelpColumn, ' ');
    return left + wrapped(option.help, kHelpColumn, width);
}

bool shown(Verb verb, const OptionSpec& option) {
    if (verb == Verb::Explain) return true;
    return option.belongsTo(verb == Verb::Find ? Command::Find : Command::Search);
}

}  // namespace

std::string helpText(Verb verb, size_t width) {
    std::string out(intro(verb));
    if (verb == Verb::Help) return out;
    std::string_view group;
    for (const OptionSpec& option : options()) {
        if (!shown(verb, option)) continue;
        if (option.group != group) {
            group = option.group;
            out += fmt::format("\n{}:\n", group);
        }
        out += optionLine(verb, option, width);
    }
    return out;
}

}  // namespace findling::cli
