// size: table
#include "core/query/Options.h"

#include "core/base/Text.h"
#include "core/base/Users.h"
#include "core/query/Kinds.h"
#include "core/query/Units.h"
#include "core/walk/DirHandle.h"

#include <array>
#include <charconv>

namespace findling {

namespace {

using Value = OptionSpec::Value;
using When = OutputOptions::When;

Error bad(std::string_view value, std::string text) {
    return {ErrorKind::Option, std::move(text), std::string(value)};
}

template <class Number>
Result<Number> parseNumber(std::string_view text) {
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) {
        return bad(text, "not a whole number from 0 on");
    }
    return number;
}

ContentQuery& content(Request& request) {
    if (!request.query.content) request.query.content.emplace();
    return *request.query.content;
}

template <class Target, class Parsed>
Result<void> store(Target& target, const Result<Parsed>& parsed) {
    if (!parsed) return parsed.error();
    target = static_cast<typename std::remove_reference_t<decltype(*parsed)>>(*parsed);
    return {};
}

int64_t moment(Request& request) {
    if (request.now == 0) request.now = nowNanoseconds();
    return request.now;
}

Result<void> addKinds(Request& request, std::string_view value) {
    struct Name {
        std::string_view names;  // between commas
        EntryKind kind;
    };
    static constexpr std::array<Name, 9> kNames{{
        {",f,file,", EntryKind::File},
        {",d,dir,directory,folder,", EntryKind::Folder},
        {",l,link,symlink,", EntryKind::Link},
        {",x,executable,", EntryKind::Executable},
        {",e,empty,", EntryKind::Empty},
        {",p,pipe,fifo,", EntryKind::Fifo},
        {",s,socket,", EntryKind::Socket},
        {",b,block,", EntryKind::Block},
        {",c,char,", EntryKind::Char},
    }};
    for (const std::string& word : splitList(value)) {
        bool known = false;
        for (const Name& name : kNames) {
            if (word.empty() || name.names.find("," + word + ",") == std::string_view::npos)
                continue;
            request.query.kinds.push_back(name.kind);
            known = true;
        }
        if (!known && findFileKind(lowerAscii(word))) {
            return bad(word, "not a type, but a kind of files: --kind " + lowerAscii(word));
        }
        if (!known) {
            return bad(word,
                       "not a type; types are f (file), d (folder), l (link), x (executable), "
                       "e (empty), p (pipe), s (socket), b (block), c (char)");
        }
    }
    return {};
}

/// fd's form: +10k at least, -1M at most, 5k exactly.
Result<void> sizeRange(Request& request, std::string_view value) {
    const char sign = value.empty() ? '\0' : value.front();
    const auto size = parseSize(sign == '+' || sign == '-' ? value.substr(1) : value);
    if (!size) return bad(value, size.error().text + "; +10k is at least, -1M at most");
    if (sign != '-') request.query.minSize = *size;
    if (sign != '+') request.query.maxSize = *size;
    return {};
}

Result<void> addGlob(Request& request, std::string_view value) {
    if (value.substr(0, 1) == "!") request.query.excludes.emplace_back(value.substr(1));
    else request.query.names.emplace_back(value);
    return {};
}

Result<void> setChoice(When& wish, std::string_view value) {
    if (value == "auto") wish = When::Auto;
    else if (value == "always") wish = When::Always;
    else if (value == "never") wish = When::Never;
    else return bad(value, "must be auto, always or never");
    return {};
}

Result<void> setColor(Request& request, std::string_view value) {
    return setChoice(request.output.color, value);
}

Result<void> unrestrict(Request& request, std::string_view) {
    // A second -u in search reads binary files too, as ripgrep's third.
    if (request.query.hidden && !request.query.ignore.any() && request.query.content) {
        request.query.content->binaryAsText = true;
    }
    request.query.hidden = true;
    request.query.ignore.gitRules = request.query.ignore.otherRules = false;
    return {};
}

/// -A and -B speak for their side, in whatever order they stand with -C.
Result<void> context(Request& request, std::string_view value) {
    const auto lines = parseNumber<uint32_t>(value);
    if (!lines) return lines.error();
    if (!request.beforeGiven) content(request).before = *lines;
    if (!request.afterGiven) content(request).after = *lines;
    return {};
}

template <class Number>
Result<Number> parseCount(std::string_view text) {
    const auto number = parseNumber<Number>(text);
    if (number && *number == 0) return bad(text, "must be at least 1");
    return number;
}

template <auto Member>
Result<void> setQuery(Request& request, std::string_view) {
    request.query.*Member = true;
    return {};
}
template <auto Member>
Result<void> setContent(Request& request, std::string_view) {
    content(request).*Member = true;
    return {};
}
template <auto Member>
Result<void> setOutput(Request& request, std::string_view) {
    request.output.*Member = true;
    return {};
}
template <auto Member, When Wish>
Result<void> setWhen(Request& request, std::string_view) {
    request.output.*Member = Wish;
    return {};
}
template <auto Member>
Result<void> addText(Request& request, std::string_view value) {
    (request.query.*Member).emplace_back(value);
    return {};
}
template <auto Member>
Result<void> setSize(Request& request, std::string_view value) {
    return store(request.query.*Member, parseSize(value));
}
template <auto Member>
Result<void> setDepth(Request& request, std::string_view value) {
    return store(request.query.*Member, parseNumber<uint32_t>(value));
}
template <auto Range, auto End>
Result<void> setTime(Request& request, std::string_view value) {
    return store(request.query.*Range.*End, parseTime(value, moment(request)));
}
template <NameSyntax Syntax>
Result<void> setSyntax(Request& request, std::string_view) {
    request.query.nameSyntax = Syntax;
    return {};
}

/// The moment a file was modified, as a bound for others.
Result<void> newerThan(Request& request, std::string_view value) {
    FileStat facts;
    if (const int code = statPath(std::string(value), true, facts); code != 0) {
        return Error{
            ErrorKind::Option, systemProblem({}, {}, code).text, std::string(value), {}, code};
    }
    // Newer, not as old; and than all files that are named.
    const int64_t bound = facts.modified < INT64_MAX ? facts.modified + 1 : INT64_MAX;
    auto& after = request.query.modified.after;
    after = std::max(after.value_or(bound), bound);
    return {};
}

/// "root", "1000", ":users", "!root:users"
Result<void> setOwner(Request& request, std::string_view value) {
    const size_t colon = std::min(value.find(':'), value.size());
    const auto take = [&](std::string_view name, bool group, std::optional<uint32_t>& id,
                          bool& negated) {
        const bool not_ = name.substr(0, 1) == "!";
        if (not_) name.remove_prefix(1);
        if (name.empty()) return !not_;
        negated = not_;
        id = group ? groupId(std::string(name)) : userId(std::string(name));
        if (const auto number = parseNumber<uint32_t>(name); !id && number) id = *number;
        return id.has_value();
    };
    Query& q = request.query;
    if (!take(value.substr(0, colon), false, q.owner, q.notOwner) ||
        !take(value.substr(std::min(colon + 1, value.size())), true, q.group, q.notGroup) ||
        (!q.owner && !q.group)) {
        return bad(value,
                   "no such user or group; owners look like root, 1000, root:adm, :users or !root");
    }
    return {};
}

/// "644" exactly, "-022" all of these bits, "/111" any of them, as in find.
Result<void> setPermissions(Request& request, std::string_view value) {
    PermissionRule rule;
    std::string_view digits = value;
    if (value.substr(0, 1) == "-") rule.kind = PermissionRule::Kind::All;
    if (value.substr(0, 1) == "/") rule.kind = PermissionRule::Kind::Any;
    if (rule.kind != PermissionRule::Kind::Exactly) digits.remove_prefix(1);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), rule.bits, 8);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size() ||
        rule.bits > 07777) {
        return bad(
            value,
            "not permissions; they look like 644, -022 (all of these) or /111 (any of these)");
    }
    request.query.permissions = rule;
    return {};
}
template <auto Member, auto Given>
Result<void> setLines(Request& request, std::string_view value) {
    request.*Given = true;
    return store(content(request).*Member, parseNumber<uint32_t>(value));
}
template <CaseMode Mode>
Result<void> setCase(Request& request, std::string_view) {
    // In search the short forms speak of the text; names keep their smart case.
    if (request.query.content) request.query.content->caseMode = Mode;
    else request.query.nameCase = Mode;
    return {};
}
template <CaseMode Mode>
Result<void> setNameCase(Request& request, std::string_view) {
    request.query.nameCase = Mode;
    return {};
}
template <OutputOptions::Show Wish>
Result<void> setShow(Request& request, std::string_view) {
    request.output.show = Wish;
    return {};
}

Result<void> noIgnore(Request& r, std::string_view) {
    r.query.ignore.gitRules = r.query.ignore.otherRules = false;
    return {};
}
Result<void> noVcsIgnore(Request& r, std::string_view) {
    r.query.ignore.gitRules = false;
    return {};
}
Result<void> noRequireGit(Request& r, std::string_view) {
    r.query.ignore.requireGit = false;
    return {};
}
Result<void> ignoreFile(Request& r, std::string_view value) {
    r.query.ignore.explicitFiles.emplace_back(value);
    return {};
}
Result<void> addRoot(Request& r, std::string_view value) {
    r.query.roots.emplace_back(value);
    return {};
}
Result<void> setThreads(Request& r, std::string_view value) {
    return store(r.query.threads, parseNumber<unsigned>(value));
}
Result<void> setMaxResults(Request& r, std::string_view value) {
    return store(r.query.maxResults, parseCount<uint64_t>(value));
}
Result<void> setMaxPerFile(Request& r, std::string_view value) {
    return store(content(r).maxPerFile, parseCount<uint64_t>(value));
}
template <auto Member>
Result<void> setOutputText(Request& r, std::string_view value) {
    r.output.*Member = value;
    return {};
}
template <auto Member>
Result<void> addContentText(Request& r, std::string_view value) {
    (content(r).*Member).emplace_back(value);
    return {};
}
Result<void> setOnlyMatching(Request& r, std::string_view) {
    // "-c -o" counts matches, in whatever order they are said.
    auto& show = r.output.show;
    if (show == OutputOptions::Show::Count) show = OutputOptions::Show::CountMatches;
    else if (show == OutputOptions::Show::Lines) show = OutputOptions::Show::Matches;
    return {};
}
Result<void> setCount(Request& r, std::string_view) {
    auto& show = r.output.show;
    show = show == OutputOptions::Show::Matches ? OutputOptions::Show::CountMatches
                                                : OutputOptions::Show::Count;
    return {};
}
Result<void> setFilesWithout(Request& r, std::string_view) {
    content(r).withoutMatch = true;
    r.output.show = OutputOptions::Show::FilesWithout;
    return {};
}
Result<void> setReplacement(Request& r, std::string_view value) {
    content(r).replacement = value;
    return {};
}
Result<void> setEncoding(Request& r, std::string_view value) {
    if (value.empty()) return bad("''", "the name of an encoding is missing");
    content(r).encoding = value;
    return {};
}
Result<void> setDotAll(Request& r, std::string_view) {
    content(r).multiline = content(r).dotAll = true;
    return {};
}
Result<void> setEngine(Request& r, std::string_view value) {
    if (value != "auto" && value != "pcre2") return bad(value, "must be auto or pcre2");
    content(r).scanner = value == "auto";
    return {};
}
Result<void> setMaxColumns(Request& r, std::string_view value) {
    return store(r.output.maxColumns, parseNumber<uint64_t>(value));
}
/// In find --and speaks of names, in search of the text.
Result<void> addAnd(Request& r, std::string_view value) {
    if (r.query.content) r.query.content->all.emplace_back(value);
    else r.query.namesAll.emplace_back(value);
    return {};
}

template <OutputOptions::Format Wish>
Result<void> setFormat(Request& r, std::string_view) {
    r.output.format = Wish;
    return {};
}
Result<void> setTemplate(Request& r, std::string_view value) {
    r.output.format = OutputOptions::Format::Template;
    r.output.rowTemplate = value;
    return {};
}

Result<void> setSort(Request& r, std::string_view value) {
    const auto key = sortKey(value);
    if (!key) {
        return bad(value,
                   "not an order; there are path, name, extension, size, modified, accessed, "
                   "created, changed, and none");
    }
    r.output.sort.key = *key;
    return {};
}
Result<void> setReverse(Request& r, std::string_view) {
    r.output.sort.reverse = true;
    if (!r.output.sort.any()) r.output.sort.key = SortKey::Path;
    return {};
}
Result<void> setNatural(Request& r, std::string_view) {
    r.output.sort.natural = true;
    if (!r.output.sort.any()) r.output.sort.key = SortKey::Path;
    return {};
}

template <auto Member>
Result<void> addList(Request& r, std::string_view value) {
    for (std::string& word : splitList(value)) (r.query.*Member).push_back(std::move(word));
    return {};
}

/// At commas, but for those of "{a,b}".
std::vector<std::string> splitOutsideBraces(std::string_view text) {
    std::vector<std::string> out(1);
    int depth = 0;
    for (const char c : text) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (c == ',' && depth <= 0) out.emplace_back();
        else out.back() += c;
    }
    return out;
}

/// "web:*.html,*.css"
Result<void> addOwnKind(Request& r, std::string_view value) {
    const size_t colon = value.find(':');
    if (colon == 0 || colon == std::string_view::npos || colon + 1 == value.size())
        return bad(value, "not a kind; it looks like web:*.html,*.css");
    // Under an alias it adds to the kind that has it.
    std::string kindName = lowerAscii(value.substr(0, colon));
    if (const FileKind* known = findFileKind(kindName)) kindName = known->name;
    OwnFileKind kind{std::move(kindName), splitOutsideBraces(value.substr(colon + 1))};
    for (const std::string& glob : kind.globs) {
        const auto compiled = Glob::compile(glob, CaseMode::Smart);
        if (!compiled) return compiled.error();
        if (compiled->wantsPath())
            return bad(glob, "a kind is made of names: its patterns hold no /");
    }
    r.query.ownKinds.push_back(std::move(kind));
    return {};
}

template <OutputOptions::Why Wish>
Result<void> setWhy(Request& r, std::string_view) {
    r.output.why = Wish;
    return {};
}

/// The command line cuts these words out itself: they are a list that ends at ";".
Result<void> commandWords(Request&, std::string_view value) {
    return bad(value, "a command to run is for the command line alone");
}

Result<void> setBatchSize(Request& r, std::string_view value) {
    return store(r.output.batchSize, parseCount<uint64_t>(value));
}

Result<void> setHyperlink(Request& r, std::string_view value) {
    return setChoice(r.output.hyperlink, value);
}

constexpr auto F = Command::Find;
constexpr auto S = Command::Search;
constexpr auto B = Command::Both;

constexpr std::string_view kWhere = "Where to look";
constexpr std::string_view kWhich = "Which files";
constexpr std::string_view kText = "Which text";
constexpr std::string_view kShow = "What to show";
constexpr std::string_view kHow = "How to run";

// name, aliases, short in find, short in search, command, value, value name, group, help, effect
constexpr OptionSpec kOptions[] = {
    {"root", "", 0, 0, B, Value::Text, "DIR", kWhere,
     "search in DIR (repeatable; default: the current folder)", addRoot},
    {"files-from", "", 0, 0, B, Value::Text, "FILE", kWhere,
     "search in the paths that FILE lists, - for standard input: each with a NUL behind it, or one "
     "a line",
     addText<&Query::rootLists>},
    {"hidden", "", 'H', 'H', B, Value::None, "", kWhere, "hidden files and folders too",
     setQuery<&Query::hidden>},
    {"no-gitignore", "no-ignore", 'I', 'I', B, Value::None, "", kWhere,
     "what ignore files of any kind hide too", noIgnore},
    {"no-ignore-vcs", "", 0, 0, B, Value::None, "", kWhere, "what git's ignore rules hide too",
     noVcsIgnore},
    {"no-require-git", "", 0, 0, B, Value::None, "", kWhere,
     "obey .gitignore files outside of repositories too", noRequireGit},
    {"unrestricted", "", 'u', 'u', B, Value::None, "", kWhere,
     "hidden and ignored files too; twice in search: binary files too", unrestrict},
    {"ignore-file", "", 0, 0, B, Value::Text, "FILE", kWhere,
     "rules in the form of a .gitignore, relative to the root", ignoreFile},
    {"exclude", "", 'E', 'E', B, Value::Text, "GLOB", kWhere,
     "leave out what matches; an excluded folder is not entered", addText<&Query::excludes>},
    {"depth", "max-depth", 'd', 'd', B, Value::Number, "N", kWhere,
     "go at most N levels down (1: the folder itself)", setDepth<&Query::maxDepth>},
    {"min-depth", "", 0, 0, B, Value::Number, "N", kWhere, "results at least N levels down",
     setDepth<&Query::minDepth>},
    {"follow-symlinks", "follow", 'L', 'L', B, Value::None, "", kWhere, "follow symbolic links",
     setQuery<&Query::follow>},
    {"same-file-system", "one-file-system", 0, 0, B, Value::None, "", kWhere,
     "stay on the file system of the root", setQuery<&Query::sameFileSystem>},

    {"glob", "", 'g', 'g', B, Value::Text, "GLOB", kWhich,
     "names or paths that match (repeatable); '!GLOB' leaves out", addGlob},
    {"type", "", 't', 't', B, Value::Text, "TYPE", kWhich,
     "f file, d folder, l link, x executable, e empty, p pipe, s socket, b block, c char",
     addKinds},
    {"extension", "", 'e', 0, B, Value::Text, "EXT", kWhich,
     "files with this extension (repeatable, or a list: c,h)", addList<&Query::extensions>},
    {"kind", "", 0, 0, B, Value::Text, "NAME", kWhich,
     "kinds of files: cpp, python, image, archive, ... (repeatable, or a list)",
     addList<&Query::fileKinds>},
    {"kind-not", "", 0, 0, B, Value::Text, "NAME", kWhich, "files of other kinds than this",
     addList<&Query::notFileKinds>},
    {"kind-add", "", 0, 0, B, Value::Text, "NAME:GLOB,...", kWhich,
     "a kind of your own, or more names for a known one (most useful in the configuration)",
     addOwnKind},
    {"kind-list", "", 0, 0, B, Value::None, "", kWhich, "show all kinds and their names",
     setOutput<&OutputOptions::listKinds>},
    {"min-size", "", 0, 0, B, Value::Size, "SIZE", kWhich,
     "files of at least SIZE: 512, 10k, 1.5M, 2GiB", setSize<&Query::minSize>},
    {"max-size", "", 0, 0, B, Value::Size, "SIZE", kWhich, "files of at most SIZE",
     setSize<&Query::maxSize>},
    {"size", "", 'S', 0, B, Value::Size, "[+-]SIZE", kWhich,
     "+10k at least, -1M at most, 5k exactly", sizeRange},
    {"mtime-after", "changed-within,changed-after", 0, 0, B, Value::Time, "TIME", kWhich,
     "modified at TIME or later: 2024-03-01, -2h, -7d, today",
     setTime<&Query::modified, &TimeRange::after>},
    {"mtime-before", "changed-before", 0, 0, B, Value::Time, "TIME", kWhich,
     "modified at TIME or earlier", setTime<&Query::modified, &TimeRange::before>},
    {"newer", "", 0, 0, B, Value::Text, "FILE", kWhich, "modified after FILE was", newerThan},
    {"atime-after", "accessed-after", 0, 0, B, Value::Time, "TIME", kWhich, "read at TIME or later",
     setTime<&Query::accessed, &TimeRange::after>},
    {"atime-before", "accessed-before", 0, 0, B, Value::Time, "TIME", kWhich,
     "read at TIME or earlier", setTime<&Query::accessed, &TimeRange::before>},
    {"created-after", "ctime-after", 0, 0, B, Value::Time, "TIME", kWhich,
     "created at TIME or later (where the file system knows)",
     setTime<&Query::created, &TimeRange::after>},
    {"created-before", "ctime-before", 0, 0, B, Value::Time, "TIME", kWhich,
     "created at TIME or earlier", setTime<&Query::created, &TimeRange::before>},
    {"status-changed-after", "", 0, 0, B, Value::Time, "TIME", kWhich,
     "inode changed (st_ctime) at TIME or later", setTime<&Query::changed, &TimeRange::after>},
    {"status-changed-before", "", 0, 0, B, Value::Time, "TIME", kWhich,
     "inode changed at TIME or earlier", setTime<&Query::changed, &TimeRange::before>},
    {"owner", "", 0, 0, B, Value::Text, "[!]USER[:GROUP]", kWhich,
     "belonging to USER, or with ! to anybody else", setOwner},
    {"permissions", "perm", 0, 0, B, Value::Text, "MODE", kWhich,
     "644 exactly, -022 all of these bits, /111 any of them", setPermissions},
    {"regex", "", 0, 0, F, Value::None, "", kWhich,
     "PATTERN is a regular expression (PCRE2), found anywhere in the name",
     setSyntax<NameSyntax::Regex>},
    {"fixed-name", "", 'F', 0, F, Value::None, "", kWhich,
     "PATTERN is plain text, found anywhere in the name", setSyntax<NameSyntax::Fixed>},
    {"and", "", 0, 0, B, Value::Text, "PATTERN", kWhich,
     "names that match this one too (search: lines of text; repeatable)", addAnd},
    {"case-sensitive", "", 's', 's', B, Value::None, "", kWhich,
     "upper and lower case differ (search: in the text)", setCase<CaseMode::Sensitive>},
    {"ignore-case", "", 'i', 'i', B, Value::None, "", kWhich,
     "upper and lower case are the same (search: in the text)", setCase<CaseMode::Insensitive>},
    {"smart-case", "", 0, 'S', B, Value::None, "", kWhich,
     "case counts if the pattern has an upper-case letter (default)", setCase<CaseMode::Smart>},
    {"name-case-sensitive", "", 0, 0, B, Value::None, "", kWhich, "case counts in names",
     setNameCase<CaseMode::Sensitive>},
    {"name-ignore-case", "", 0, 0, B, Value::None, "", kWhich, "case does not count in names",
     setNameCase<CaseMode::Insensitive>},

    {"regexp", "", 0, 'e', S, Value::Text, "REGEX", kText,
     "another pattern (repeatable; for patterns that begin with -)",
     addContentText<&ContentQuery::patterns>},
    {"file", "pattern-file", 0, 'f', S, Value::Text, "FILE", kText,
     "patterns from FILE, one a line (repeatable; - for standard input)",
     addContentText<&ContentQuery::patternFiles>},
    {"not", "", 0, 0, S, Value::Text, "REGEX", kText,
     "lines that do not match this one (repeatable)", addContentText<&ContentQuery::none>},
    {"per-file", "", 0, 0, S, Value::None, "", kText,
     "--and and --not speak of the whole file: its lines for the pattern and every --and are shown",
     setContent<&ContentQuery::perFile>},
    {"fixed-strings", "", 0, 'F', S, Value::None, "", kText, "patterns are plain text",
     setContent<&ContentQuery::fixed>},
    {"word-regexp", "", 0, 'w', S, Value::None, "", kText, "whole words",
     setContent<&ContentQuery::word>},
    {"line-regexp", "", 0, 'x', S, Value::None, "", kText, "whole lines",
     setContent<&ContentQuery::wholeLine>},
    {"invert-match", "", 0, 'v', S, Value::None, "", kText, "lines that do not match",
     setContent<&ContentQuery::invert>},
    {"multiline", "", 0, 'U', S, Value::None, "", kText,
     "a match may span lines; ^ and $ are still at lines", setContent<&ContentQuery::multiline>},
    {"multiline-dotall", "", 0, 0, S, Value::None, "", kText,
     "the same, and . matches newlines too", setDotAll},
    {"crlf", "", 0, 0, S, Value::None, "", kText, "\\r\\n ends a line too: $ matches before it",
     setContent<&ContentQuery::crlf>},
    {"null-data", "", 0, 0, S, Value::None, "", kText, "lines end with NUL, not with newlines",
     setContent<&ContentQuery::nullData>},
    {"search-zip", "decompress", 0, 'z', S, Value::None, "", kText,
     "look into gzip, bzip2, xz, zstd and lz4 files", setContent<&ContentQuery::compressed>},
    {"encoding", "", 0, 0, S, Value::Text, "NAME", kText,
     "how the files are encoded: latin1, shift-jis, ...; auto: guess where it is not UTF-8; none: "
     "bytes as they are",
     setEncoding},
    {"binary", "", 0, 0, S, Value::None, "", kText,
     "binary files too, as if each had been named: only whether they match",
     setContent<&ContentQuery::binaryToo>},
    {"text", "", 0, 'a', S, Value::None, "", kText, "search binary files as if they were text",
     setContent<&ContentQuery::binaryAsText>},
    {"max-count", "", 0, 'm', S, Value::Number, "N", kText, "at most N matching lines per file",
     setMaxPerFile},

    {"after-context", "", 0, 'A', S, Value::Number, "N", kShow, "N lines after each match",
     setLines<&ContentQuery::after, &Request::afterGiven>},
    {"before-context", "", 0, 'B', S, Value::Number, "N", kShow, "N lines before each match",
     setLines<&ContentQuery::before, &Request::beforeGiven>},
    {"context", "", 0, 'C', S, Value::Number, "N", kShow, "N lines around each match", context},
    {"count", "", 0, 'c', B, Value::None, "", kShow,
     "only the number of results (search: of matching lines per file)", setCount},
    {"count-matches", "", 0, 0, S, Value::None, "", kShow, "only the number of matches per file",
     setShow<OutputOptions::Show::CountMatches>},
    {"files-with-matches", "", 0, 'l', S, Value::None, "", kShow,
     "only the paths of files that match", setShow<OutputOptions::Show::Files>},
    {"files-without-match", "", 0, 0, S, Value::None, "", kShow,
     "only the paths of files that were searched and do not match", setFilesWithout},
    {"only-matching", "", 0, 'o', S, Value::None, "", kShow, "each match alone on a line",
     setOnlyMatching},
    {"replace", "", 0, 'r', S, Value::Text, "TEXT", kShow,
     "show TEXT in place of each match: $1, $name, ${name}, $$ (no file is changed)",
     setReplacement},
    {"passthru", "passthrough", 0, 0, S, Value::None, "", kShow,
     "all lines, also those that do not match", setContent<&ContentQuery::passthru>},
    {"line-number", "", 0, 'n', S, Value::None, "", kShow, "line numbers (default)",
     setWhen<&OutputOptions::lineNumber, When::Always>},
    {"no-line-number", "", 0, 'N', S, Value::None, "", kShow, "no line numbers",
     setWhen<&OutputOptions::lineNumber, When::Never>},
    {"column", "", 0, 0, S, Value::None, "", kShow,
     "the column of the first match, in bytes from 1", setOutput<&OutputOptions::column>},
    {"byte-offset", "", 0, 'b', S, Value::None, "", kShow,
     "where each line begins (with -o: each match), in bytes from 0",
     setOutput<&OutputOptions::byteOffset>},
    {"vimgrep", "", 0, 0, S, Value::None, "", kShow,
     "path:line:column:text, one line for each match", setOutput<&OutputOptions::vimgrep>},
    {"max-columns", "", 0, 'M', S, Value::Number, "N", kShow,
     "cut longer lines around their first match to N bytes (default on a terminal: 1000; 0: never)",
     setMaxColumns},
    {"context-separator", "", 0, 0, S, Value::Text, "TEXT", kShow,
     "what stands between groups of lines (default: --)",
     setOutputText<&OutputOptions::contextSeparator>},
    {"heading", "", 0, 0, S, Value::None, "", kShow,
     "the path once, above its lines (default on a terminal)",
     setWhen<&OutputOptions::heading, When::Always>},
    {"no-heading", "", 0, 0, S, Value::None, "", kShow, "the path before every line",
     setWhen<&OutputOptions::heading, When::Never>},
    {"with-filename", "", 0, 0, S, Value::None, "", kShow, "show paths, also for a single file",
     setWhen<&OutputOptions::withFilename, When::Always>},
    {"no-filename", "", 0, 0, S, Value::None, "", kShow, "do not show paths",
     setWhen<&OutputOptions::withFilename, When::Never>},
    {"null", "print0", '0', '0', B, Value::None, "", kShow, "a NUL byte after each path",
     setOutput<&OutputOptions::nullSeparator>},
    {"json", "", 0, 0, B, Value::None, "", kShow,
     "one JSON object a line (search: ripgrep's schema)", setFormat<OutputOptions::Format::Json>},
    {"csv", "", 0, 0, B, Value::None, "", kShow, "a table for spreadsheets",
     setFormat<OutputOptions::Format::Csv>},
    {"long", "list-details", 'l', 0, F, Value::None, "", kShow,
     "permissions, owner, size and time before each path", setFormat<OutputOptions::Format::Long>},
    {"format", "", 0, 0, F, Value::Text, "TEMPLATE", kShow,
     "each result by a template: {} {/} {//} {.} {/.}, {name} {size} {size:h} {modified} "
     "{modified:%F} {type} {mode} {owner} ...",
     setTemplate},
    {"sort", "", 0, 0, B, Value::Text, "KEY", kShow,
     "in the order of path, name, extension, size, modified, accessed, created or changed",
     setSort},
    {"reverse", "", 0, 0, B, Value::None, "", kShow, "the order of --sort backwards", setReverse},
    {"natural", "", 0, 0, B, Value::None, "", kShow,
     "sort numbers in names by their value: a9 before a10", setNatural},
    {"color", "colour", 0, 0, B, Value::Choice, "auto|always|never", kShow,
     "colours (default: on a terminal)", setColor},
    {"no-color", "no-colour", 0, 0, B, Value::None, "", kShow, "no colours",
     setWhen<&OutputOptions::color, When::Never>},
    {"hyperlink", "", 0, 0, B, Value::Choice, "never|auto|always", kShow,
     "paths as links that a terminal opens (default: never)", setHyperlink},
    {"hyperlink-format", "", 0, 0, B, Value::Text, "FORMAT", kShow,
     "the form of links: file, vscode, kitty, ... or one with {path}, {line}, {column}, {host}",
     setOutputText<&OutputOptions::hyperlinkFormat>},
    {"quiet", "", 'q', 'q', B, Value::None, "", kShow,
     "print nothing; the exit code tells (0 found, 1 not)", setOutput<&OutputOptions::quiet>},
    {"stats", "", 0, 0, B, Value::None, "", kShow, "totals at the end, on standard error",
     setOutput<&OutputOptions::stats>},
    {"why", "", 0, 0, B, Value::None, "", kShow,
     "what was left out, counted by reason and rule, on standard error",
     setWhy<OutputOptions::Why::Counts>},
    {"why-list", "", 0, 0, B, Value::None, "", kShow,
     "every entry that was left out with its reason, and the counts",
     setWhy<OutputOptions::Why::List>},

    {"max-results", "", 0, 0, B, Value::Number, "N", kHow,
     "stop after N results (search: matching lines)", setMaxResults},
    {"exec", "", 'x', 0, F, Value::Text, "CMD... ;", kHow,
     "run CMD for each result, several at once; {} {/} {//} {.} {/.} stand for the path and its "
     "parts; ends at ; or with the line",
     commandWords},
    {"exec-batch", "", 'X', 0, F, Value::Text, "CMD... ;", kHow,
     "run CMD with as many results at once as fit", commandWords},
    {"batch-size", "", 0, 0, F, Value::Number, "N", kHow,
     "give a command of --exec-batch at most N results", setBatchSize},
    {"no-config", "", 0, 0, B, Value::None, "", kHow,
     "do not read the configuration file ($XDG_CONFIG_HOME/findling/config)",
     setOutput<&OutputOptions::noConfig>},
    {"engine", "", 0, 0, S, Value::Choice, "auto|pcre2", kHow,
     "pcre2: PCRE2 alone, with nothing in front of it (the same results, slower)", setEngine},
    {"threads", "", 'j', 'j', B, Value::Number, "N", kHow, "use N threads (default: one per core)",
     setThreads},
};

}  // namespace

std::span<const OptionSpec> options() {
    return kOptions;
}

std::vector<std::string> splitList(std::string_view text) {
    std::vector<std::string> out;
    for (;;) {
        const size_t comma = text.find(',');
        out.emplace_back(text.substr(0, comma));
        if (comma == std::string_view::npos) return out;
        text.remove_prefix(comma + 1);
    }
}

const OptionSpec* findOption(std::string_view name) {
    for (const OptionSpec& option : kOptions) {
        if (option.name == name) return &option;
        for (const std::string& alias : splitList(option.aliases)) {
            if (!alias.empty() && alias == name) return &option;
        }
    }
    return nullptr;
}

Error optionError(std::string_view name, Error error) {
    error.text = "--" + std::string(name) + ": " + error.text;
    return error;
}

Result<void> applyOption(Request& request, std::string_view name, std::string_view value) {
    const OptionSpec* option = findOption(name);
    if (!option) return bad(name, "no such option");
    auto applied = option->apply(request, value);
    if (applied) return applied;
    return optionError(name, applied.error());
}

}  // namespace findling
