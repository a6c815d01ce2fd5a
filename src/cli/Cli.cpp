#include "cli/Cli.h"

#include "cli/Arguments.h"
#include "cli/CommandRunner.h"
#include "cli/ExecSink.h"
#include "cli/Help.h"
#include "cli/Messages.h"
#include "cli/PrintSink.h"
#include "cli/Terminal.h"
#include "core/base/HostName.h"
#include "core/base/Text.h"
#include "core/query/Kinds.h"
#include "core/search/Explain.h"
#include "core/search/Search.h"
#include "core/search/Versions.h"

#include <CLI/Version.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <new>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace findling::cli {

namespace {

constexpr int kFound = 0;
constexpr int kNothing = 1;
constexpr int kError = 2;

using When = OutputOptions::When;
using Show = OutputOptions::Show;

bool resolve(When wish, bool automatic) {
    return wish == When::Auto ? automatic : wish == When::Always;
}

int fail(const Error& error) {
    writeAll(Stream::Error, messageLine("findling: " + describe(error)));
    return kError;
}

int print(const std::string& text) {
    const int code = writeAll(Stream::Out, text);
    if (code == 0 || code == EPIPE) return kFound;
    return fail(
        {ErrorKind::Path, "cannot write the output: " + std::generic_category().message(code)});
}

/// One file, named alone, needs no name before each line.
bool severalFiles(const Query& query) {
    if (query.roots.size() != 1 || !query.rootLists.empty()) return true;  // none: this folder
    FileStat facts;
    return query.roots[0] != "-" && statPath(query.roots[0], true, facts) == 0 &&
           facts.type == FileType::Folder;
}

/// Null: no links.
Result<std::shared_ptr<const HyperlinkFormat>> linksFor(const OutputOptions& output,
                                                        bool terminal) {
    auto format = HyperlinkFormat::parse(output.hyperlinkFormat);
    if (!format) return optionError("hyperlink-format", format.error());
    std::shared_ptr<const HyperlinkFormat> out;
    if (resolve(output.hyperlink, terminal) && !format->none())
        out = std::make_shared<HyperlinkFormat>(std::move(*format));
    return out;
}

/// What concerns the lines of files.
void styleLines(const ContentQuery& content, const OutputOptions& output, FormatStyle& style) {
    style.column = output.column || output.vimgrep;
    style.byteOffset = output.byteOffset;
    style.multiline = content.multiline;
    style.vimgrep = output.vimgrep;
    constexpr size_t kOnTerminal = 1000;
    const bool cut = !output.vimgrep && style.format == OutputOptions::Format::Text;
    style.maxColumns = output.maxColumns       ? *output.maxColumns
                       : cut && style.terminal ? kOnTerminal
                                               : 0;
    style.contextSeparator = output.contextSeparator;
    style.context = !content.passthru && (content.before > 0 || content.after > 0);
    style.terminator = content.terminator();
    if (!output.vimgrep) return;
    style.heading = false;
    style.withFilename = style.lineNumber = true;
}

Result<FormatStyle> styleFor(const Request& request) {
    const OutputOptions& o = request.output;
    const bool terminal = isTerminal(Stream::Out);
    FormatStyle style;
    style.format = o.format;
    style.show = o.show;
    style.color = resolve(o.color, colorWelcome(terminal));
    style.heading = request.query.content && resolve(o.heading, terminal);
    const bool onlyInput =
        request.query.roots == std::vector<std::string>{"-"} && request.query.rootLists.empty();
    style.lineNumber = resolve(o.lineNumber, !onlyInput);
    style.withFilename = resolve(o.withFilename, severalFiles(request.query));
    style.nullSeparator = o.nullSeparator;
    style.terminal = terminal && !o.nullSeparator;
    style.content = request.query.content.has_value();
    if (style.content) styleLines(*request.query.content, o, style);
    if (auto links = linksFor(o, terminal); !links) return links.error();
    else style.links = std::move(*links);
    if (style.links) style.host = hostName();
    if (const char* distribution = std::getenv("WSL_DISTRO_NAME"))
        style.wslPrefix = std::string("wsl$/") + distribution;
    if (style.color && !style.content) {
        const char* colors = std::getenv("LS_COLORS");
        style.colors = std::make_shared<FileColors>(FileColors::parse(colors ? colors : ""));
    }
    if (o.format == OutputOptions::Format::Json) style.jsonTotals = std::make_shared<JsonTotals>();
    if (o.format == OutputOptions::Format::Template) {
        auto parsed = RowTemplate::parse(o.rowTemplate);
        if (!parsed) return parsed.error();
        style.rowTemplate = std::make_shared<RowTemplate>(std::move(*parsed));
    }
    return style;
}

Detail detailFor(const Request& request, const FormatStyle& style) {
    if (!request.query.content) return Detail::Files;  // names are all there is
    const bool files = style.show == Show::Files || style.show == Show::FilesWithout;
    if (request.output.quiet || files) return Detail::Files;
    if (style.show == Show::Count) return Detail::Count;
    if (style.show == Show::CountMatches) return Detail::CountSpans;
    const bool spans = style.color || style.column || style.terminal || style.maxColumns > 0 ||
                       style.show == Show::Matches || request.query.content->replacement ||
                       style.format == OutputOptions::Format::Json ||
                       style.format == OutputOptions::Format::Csv;
    return spans ? Detail::Spans : Detail::Lines;
}

void printStats(const Summary& summary, bool content) {
    const Progress& t = summary.totals;
    std::string out;
    if (content) {
        out += fmt::format("{} lines in {} files; {} files searched, {}\n", t.matches, t.results,
                           t.filesSearched, fmt::format("{} bytes", t.bytesSearched));
    } else {
        out += fmt::format("{} results\n", t.results);
    }
    out += fmt::format("{} entries seen in {} folders, {} problems, {:.3f} s\n", t.entries,
                       t.folders, t.problems, summary.seconds);
    for (size_t i = 0; i < kSkipReasons; ++i) {
        if (t.skips[i] == 0) continue;
        out += fmt::format("left out: {} ({})\n", t.skips[i], name(static_cast<SkipReason>(i)));
    }
    writeAll(Stream::Error, out);
}

/// A bare word is the whole name; who expected "contains" learns how to say that.
void hint(const Query& query) {
    if (query.names.size() != 1 || hasWildcard(query.names[0]) || !isTerminal(Stream::Error))
        return;
    const std::string& word = query.names[0];
    if (word.find('/') != std::string::npos) return;
    writeAll(Stream::Error, fmt::format("findling: no entry is named {0}; names that contain it: "
                                        "findling --cli find '*{0}*'\n",
                                        escapeForTerminal(word)));
}

int exitCode(const Request& request, const PrintSink& sink, const Summary& summary) {
    const bool found = summary.totals.results > 0;
    const bool content = request.query.content.has_value();
    if (sink.writeError() != 0) {
        return fail({ErrorKind::Path, "cannot write the output: " +
                                          std::generic_category().message(sink.writeError())});
    }
    if (request.output.quiet && found) return kFound;
    if (sink.pipeClosed()) return kFound;
    if (summary.totals.problems > 0) return kError;
    if (content || request.output.quiet) return found ? kFound : kNothing;
    return kFound;
}

/// The kinds of files with their patterns, as --kind takes them.
std::string kindList(const Query& query) {
    std::string out;
    for (const FileKind& kind : fileKinds()) {
        out += fmt::format("{}{}{}: {}\n", kind.name, kind.aliases.empty() ? "" : " ", kind.aliases,
                           kind.patterns);
    }
    for (const OwnFileKind& kind : query.ownKinds) {
        const std::string line = fmt::format("{}: {}", kind.name, fmt::join(kind.globs, " "));
        out += (isTerminal(Stream::Out) ? escapeForTerminal(line) : line) + "\n";
    }
    return out;
}

/// What depends on several options at once.
void settle(Request& request) {
    if (request.output.quiet) request.query.maxResults = 1;
    // A number has no order.
    const bool number = request.output.show == Show::Count && !request.query.content;
    if (request.output.quiet || number) request.output.sort = {};
    request.query.listSkips =
        request.output.why == OutputOptions::Why::No ? SkipList::None : SkipList::All;
    // The first of a sorted list are known only when all are there.
    if (request.output.sort.any())
        request.output.limit = std::exchange(request.query.maxResults, 0);
}

int runSearch(Request request) {
    settle(request);
    const auto style = styleFor(request);
    if (!style) return fail(style.error());
    StopSource stop;
    PrintSink sink(*style, detailFor(request, *style), request, stop);
    Result<Summary> summary = Error{};
    int signal = 0;
    {
        const SignalGuard guard([](void* source) { static_cast<StopSource*>(source)->request(); },
                                &stop);
        summary = Search::run(request.query, sink, stop);
        signal = guard.caught();
    }
    if (!summary) return fail(summary.error());
    if (signal != 0) {
        dieBySignal(signal);
        return 128 + signal;
    }
    if (request.output.stats) printStats(*summary, request.query.content.has_value());
    const int code = exitCode(request, sink, *summary);
    if (code == kFound && summary->totals.results == 0 && !request.query.content)
        hint(request.query);
    return code;
}

/// Runs commands on what is found.
int runCommands(const Arguments& arguments) {
    Query query = arguments.request.query;
    query.listSkips =
        arguments.request.output.why == OutputOptions::Why::No ? SkipList::None : SkipList::All;
    // Two of them, as the search stops at --max-results, and the commands go on.
    struct Stops {
        StopSource search, commands;
    } stops;
    const unsigned threads =
        query.threads > 0 ? query.threads : std::max(1u, std::thread::hardware_concurrency());
    CommandRunner runner(arguments.commands, threads, stops.commands);
    Messages messages(arguments.request.output.why);
    ExecSink sink(runner, stops.search, [&](const Batch& batch) { messages.print(batch); });
    Result<Summary> summary = Error{};
    int code = kFound;
    int signal = 0;
    {
        const SignalGuard guard(
            [](void* both) {
                static_cast<Stops*>(both)->search.request();
                static_cast<Stops*>(both)->commands.request();
            },
            &stops);
        summary = Search::run(query, sink, stops.search);
        code = runner.finish();
        signal = guard.caught();
    }
    if (!summary) return fail(summary.error());
    if (signal != 0) {
        dieBySignal(signal);
        return 128 + signal;
    }
    messages.printLeftOut();
    if (arguments.request.output.stats) printStats(*summary, query.content.has_value());
    return summary->totals.problems > 0 ? kError : code;
}

int runExplain(const Arguments& arguments) {
    int code = kFound;
    for (const std::string& path : arguments.paths) {
        const auto explanation = explain(arguments.request.query, path);
        if (!explanation) {
            code = fail(explanation.error());
            continue;
        }
        std::string line = path + ": " + describe(*explanation);
        if (isTerminal(Stream::Out)) line = escapeForTerminal(line);
        if (const int printed = print(line + "\n"); printed != kFound) return printed;
        if (!explanation->isResult() && code == kFound) code = kNothing;
    }
    return code;
}

int runCommandLine(std::vector<std::string> args) {
    if (!args.empty()) args.erase(args.begin());
    if (!args.empty() && args.front() == "--cli") args.erase(args.begin());
    const auto arguments = parseArguments(args);
    if (!arguments) return fail(arguments.error());
    if (arguments->request.output.listKinds) return print(kindList(arguments->request.query));
    switch (arguments->verb) {
        case Verb::Help: return print(helpText(arguments->helpFor, terminalWidth()));
        case Verb::Version:
            return print(fmt::format("findling {}\n{}, CLI11 {}\n", programVersion(),
                                     libraryVersions(), CLI11_VERSION));
        case Verb::Explain: return runExplain(*arguments);
        default: break;
    }
    if (!arguments->commands.empty()) return runCommands(*arguments);
    return runSearch(arguments->request);
}

}  // namespace

int run(int argc, char** argv) {
    return run(std::vector<std::string>(argv, argv + argc));
}

int run(std::vector<std::string> args) {
    guardStandardStreams();
    const PipeGuard pipes;
    try {
        return runCommandLine(std::move(args));
    } catch (const std::bad_alloc&) {
        return fail({ErrorKind::Path, "memory ran out"});
    }
}

}  // namespace findling::cli
