#include "cli/Arguments.h"

#include "cli/Config.h"
#include "core/base/Text.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace findling::cli {

namespace {

struct Command {
    std::string_view name;
    Verb verb;
};
constexpr Command kCommands[] = {
    {"find", Verb::Find}, {"search", Verb::Search}, {"explain", Verb::Explain}};

Error usage(std::string text) {
    return {ErrorKind::Option, std::move(text)};
}

char shortForm(Verb verb, const OptionSpec& option) {
    return verb == Verb::Find ? option.shortFind : option.shortSearch;
}

/// "-t,--type,--alias", as CLI11 wants it.
std::string spelled(Verb verb, const OptionSpec& option) {
    std::string out;
    if (const char c = shortForm(verb, option)) out = fmt::format("-{},", c);
    out += fmt::format("--{}", option.name);
    for (const std::string& alias : splitList(option.aliases)) {
        if (!alias.empty()) out += ",--" + alias;
    }
    return out;
}

Error unknownOption(Verb verb, const std::string& word) {
    std::vector<std::string_view> known;
    for (const OptionSpec& option : options()) {
        if (takes(verb, option)) known.push_back(option.name);
    }
    const std::string_view bare =
        std::string_view(word).substr(std::min(word.find_first_not_of('-'), word.size()));
    const std::string_view near =
        word.substr(0, 2) == "--" ? nearest(bare.substr(0, bare.find('=')), known) : "";
    std::string text = fmt::format("unknown option {}", word);
    if (!near.empty()) text += fmt::format("; did you mean --{}?", near);
    else text += "; --help lists the options (a pattern that begins with - goes after --)";
    return usage(std::move(text));
}

/// In our own words: CLI11 speaks of types and overrides.
Error mismatch(std::string_view text) {
    if (text.find("required") != std::string_view::npos) {
        const std::string_view option = text.substr(0, text.find(':'));
        return usage(fmt::format("{} needs a value", option));
    }
    const std::string_view option = text.substr(0, text.find(' '));
    return usage(
        fmt::format("{}{} takes no value", option.substr(0, 1) == "-" ? "" : "--", option));
}

/// CLI11 reads "[a,b]" as a list of two; here it is a pattern. A byte in front hides the bracket.
constexpr char kGuard = '\x01';

std::string guarded(std::string arg) {
    const bool needed = arg.empty() || arg.front() == '[' || arg.front() == kGuard;
    return needed ? kGuard + arg : arg;
}

std::string unguarded(std::string arg) {
    return !arg.empty() && arg.front() == kGuard ? arg.substr(1) : arg;
}

/// "--regexp=" has an empty value; CLI11 would take the next argument for it.
void splitEmptyValues(std::vector<std::string>& args) {
    for (size_t i = 0; i < args.size() && args[i] != "--"; ++i) {
        std::string& arg = args[i];
        if (arg.size() < 4 || arg.compare(0, 2, "--") != 0 || arg.back() != '=') continue;
        const OptionSpec* option = findOption(std::string_view(arg).substr(2, arg.size() - 3));
        if (!option || !option->takesValue()) continue;
        arg.pop_back();
        args.emplace(args.begin() + static_cast<ptrdiff_t>(++i));
    }
}

/// The options of one command line in the order in which they stand there.
class Parser {
public:
    explicit Parser(Verb verb) : m_verb(verb) {
        m_app.set_help_flag();
        m_app.add_flag("-h,--help");
        for (const OptionSpec& option : options()) {
            if (!takes(verb, option)) continue;
            CLI::Option* made = nullptr;
            if (option.takesValue()) {
                made = m_app.add_option_function<std::string>(spelled(verb, option),
                                                              [](const std::string&) {});
                made->take_all()->allow_extra_args(false);
            } else {
                made = m_app.add_flag(spelled(verb, option))->disable_flag_override();
            }
            m_specs[made] = &option;
        }
        m_app.add_option("words", m_words);
    }

    Result<void> parse(std::vector<std::string> args) {
        splitEmptyValues(args);
        for (std::string& arg : args) arg = guarded(std::move(arg));
        std::reverse(args.begin(), args.end());
        try {
            m_app.parse(std::move(args));
        } catch (const CLI::ExtrasError&) {
            const std::vector<std::string> rest = m_app.remaining();
            return unknownOption(m_verb, rest.empty() ? "" : unguarded(rest.front()));
        } catch (const CLI::ArgumentMismatch& error) {
            return mismatch(error.what());
        } catch (const CLI::ParseError& error) {
            return usage(error.what());
        }
        for (std::string& word : m_words) word = unguarded(std::move(word));
        return {};
    }

    bool wantsHelp() const { return m_app.count("--help") > 0; }
    const std::vector<std::string>& words() const { return m_words; }

    /// Whether an option stands there that only search has.
    bool asksForText() const {
        return std::any_of(m_specs.begin(), m_specs.end(), [](const auto& spec) {
            return spec.second->command == findling::Command::Search && spec.first->count() > 0;
        });
    }

    /// CLI11 groups by option; order matters where a later one takes an earlier one back.
    Result<void> apply(Request& request) const {
        std::map<const CLI::Option*, size_t> used;
        for (const CLI::Option* option : m_app.parse_order()) {
            const auto spec = m_specs.find(option);
            if (spec == m_specs.end()) continue;
            const std::string value =
                spec->second->takesValue() ? unguarded(option->results().at(used[option]++)) : "";
            if (auto ok = applyOption(request, spec->second->name, value); !ok) return ok;
        }
        return {};
    }

private:
    Verb m_verb;
    CLI::App m_app;
    std::map<const CLI::Option*, const OptionSpec*> m_specs;
    std::vector<std::string> m_words;
};

void takeRoots(Request& request, std::vector<std::string> roots) {
    for (std::string& root : roots) request.query.roots.push_back(std::move(root));
}

/// Wishes for the output that exclude each other: none of them is passed over in silence. Only what
/// was typed is judged; what the configuration adds to it gives way.
Result<void> checkOutput(Verb verb, const OutputOptions& o, bool commands) {
    const OutputOptions plain;
    const bool table =
        o.format == OutputOptions::Format::Json || o.format == OutputOptions::Format::Csv;
    if (o.format != plain.format && o.show != plain.show) {
        return usage("another format shows results: it does not go with --count or "
                     "--files-with-matches");
    }
    if (o.nullSeparator && (table || (verb == Verb::Find && o.show != plain.show)))
        return usage("--null ends paths: it does not go with --json, --csv or --count");
    if (verb == Verb::Explain && (o.format != plain.format || o.show != plain.show ||
                                  o.sort.any() || o.nullSeparator || o.quiet)) {
        return usage("explain prints a sentence for each path: it takes no options about the "
                     "output");
    }
    if (commands && (o.format != plain.format || o.show != plain.show || o.sort.any() || o.quiet ||
                     o.nullSeparator)) {
        return usage("a command prints for itself: --exec does not go with --sort, --count, "
                     "--quiet, --null or another format");
    }
    return {};
}

/// Where the configuration's wishes for the output and those of the command line exclude each
/// other, the command line's hold.
void settleOutput(Request& request, const OutputOptions& typed, Commands& commands) {
    OutputOptions& o = request.output;
    if (commands.batchSize == 0) commands.batchSize = static_cast<size_t>(o.batchSize);
    if (!commands.empty()) {
        const OutputOptions all = std::exchange(o, typed);
        o.why = all.why;
        o.stats = all.stats;
    }
    const OutputOptions plain;
    if (typed.show != plain.show) o.format = typed.format;
    if (typed.format != plain.format) o.show = typed.show;
    if (typed.format == OutputOptions::Format::Json || typed.format == OutputOptions::Format::Csv ||
        typed.show != plain.show)
        o.nullSeparator = typed.nullSeparator;
}

/// `said`: the pattern was given as an option; what follows are folders.
Result<void> takeWords(Arguments& out, std::vector<std::string> words, bool said) {
    Request& request = out.request;
    switch (out.verb) {
        case Verb::Find:
            if (!words.empty() && !said) {
                if (words.front() == "." || words.front() == "..") {
                    return usage(
                        fmt::format("the first word is a pattern, and no name is {0}; all below "
                                    "a folder: findling --cli find '' {0}",
                                    words.front()));
                }
                // An empty first word stands for every name, as in fd.
                if (!words.front().empty()) request.query.names.push_back(words.front());
                words.erase(words.begin());
            }
            break;
        case Verb::Search:
            if (!said) {
                if (words.empty())
                    return usage("search needs a pattern: findling --cli search REGEX [FOLDER...]");
                request.query.content->patterns.push_back(words.front());
                words.erase(words.begin());
            }
            break;
        case Verb::Explain:
            if (words.empty()) return usage("explain needs a path: findling --cli explain PATH...");
            if (request.query.content && request.query.content->patterns.empty() &&
                request.query.content->patternFiles.empty()) {
                return usage("explain needs the text that is searched for: -e REGEX");
            }
            out.paths = std::move(words);
            return {};
        default: break;
    }
    takeRoots(request, std::move(words));
    return {};
}

}  // namespace

bool takes(Verb verb, const OptionSpec& option) {
    if (verb == Verb::Explain) return true;
    return option.belongsTo(verb == Verb::Find ? findling::Command::Find
                                               : findling::Command::Search);
}

namespace {

/// The configuration first, as the command line has the last word. What only a search for text
/// takes is left out of an explanation that is not about text.
Result<void> applyAll(const Parser& parser, Arguments& out, const Request& typed) {
    const bool text = typed.query.content.has_value();
    if (text) out.request.query.content.emplace();
    const std::string path = typed.output.noConfig ? std::string() : configPath();
    if (!path.empty()) {
        const auto wanted = [&](const OptionSpec& option) {
            return takes(out.verb, option) && (text || option.belongsTo(findling::Command::Find));
        };
        if (auto ok = applyConfig(path, out.request, wanted); !ok) return ok;
    }
    return parser.apply(out.request);
}

}  // namespace

Result<Arguments> parseArguments(const std::vector<std::string>& args) {
    Arguments out;
    if (args.empty())
        return usage("a command is missing: find, search or explain; --help tells more");
    const std::string& first = args.front();
    if (first == "--help" || first == "-h" || first == "help") return out;
    if (first == "--version" || first == "-V") {
        out.verb = Verb::Version;
        return out;
    }
    std::vector<std::string_view> names;
    std::optional<Verb> verb;
    for (const Command& command : kCommands) {
        names.push_back(command.name);
        if (command.name == first) verb = command.verb;
    }
    if (!verb) {
        const std::string_view near = nearest(first, names);
        return usage(fmt::format("unknown command {}; {}", first,
                                 near.empty() ? "the commands are find, search and explain"
                                              : fmt::format("did you mean {}?", near)));
    }
    out.verb = *verb;
    std::vector<std::string> words(args.begin() + 1, args.end());
    if (*verb == Verb::Find) {
        auto commands = takeCommands(words);
        if (!commands) return commands.error();
        out.commands = std::move(*commands);
    }
    Parser parser(*verb);
    if (auto ok = parser.parse(std::move(words)); !ok) return ok.error();
    if (parser.wantsHelp()) {
        out.helpFor = *verb;
        out.verb = Verb::Help;
        return out;
    }
    // Before the options: where text is searched, -i and -s speak of the text.
    Request typed;
    if (*verb == Verb::Search || parser.asksForText()) typed.query.content.emplace();
    if (auto ok = parser.apply(typed); !ok) return ok.error();
    if (auto ok = checkOutput(*verb, typed.output, !out.commands.empty()); !ok) return ok.error();
    if (*verb == Verb::Explain && !typed.query.rootLists.empty())
        return usage("explain judges the paths that it is given: it takes no --files-from");
    if (auto ok = applyAll(parser, out, typed); !ok) return ok.error();
    settleOutput(out.request, typed.output, out.commands);
    if (out.request.output.listKinds) return out;
    const auto& content = typed.query.content;
    const bool said = *verb == Verb::Search
                          ? !content->patterns.empty() || !content->patternFiles.empty()
                          : !typed.query.names.empty();
    if (auto ok = takeWords(out, parser.words(), said); !ok) return ok.error();
    return out;
}

}  // namespace findling::cli
