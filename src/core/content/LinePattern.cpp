#include "core/content/LinePattern.h"

#include "core/content/TextDecoder.h"
#include "core/pattern/RegexSyntax.h"
#include "core/query/Options.h"

#include <utility>

namespace findling {

namespace {

using Patterns = std::vector<std::string>;

RegexOptions regexOptions(const ContentQuery& content) {
    RegexOptions options;
    options.caseMode = content.caseMode;
    options.fixed = content.fixed;
    options.word = content.word;
    options.wholeLine = content.wholeLine;
    options.crlf = content.crlf;
    options.scanner = content.scanner;
    options.terminator = content.terminator();
    if (content.multiline) {
        options.terminator.reset();
        options.dotAll = content.dotAll;
    }
    return options;
}

/// As in grep, each line of a pattern is a pattern; not where a match may span lines.
Result<Patterns> splitLines(const Patterns& patterns, const ContentQuery& content) {
    if (content.multiline || content.nullData) return patterns;
    Patterns out;
    for (const std::string& pattern : patterns) {
        if (!content.fixed && regexNamesNewline(pattern)) {
            return Error{ErrorKind::Pattern,
                         "a match lies within one line and cannot hold \\n; --multiline lets it "
                         "span lines",
                         pattern};
        }
        std::string_view rest = pattern;
        for (size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
            out.emplace_back(rest.substr(0, end));
            rest.remove_prefix(end + 1);
        }
        out.emplace_back(rest);
    }
    return out;
}

Result<std::shared_ptr<const Regex>> compileRegex(const Patterns& patterns,
                                                  const ContentQuery& content) {
    const auto lines = splitLines(patterns, content);
    if (!lines) return lines.error();
    return Regex::compile(*lines, regexOptions(content));
}

Result<void> compileEach(const Patterns& patterns, const ContentQuery& content,
                         std::vector<std::shared_ptr<const Regex>>& out) {
    for (const std::string& pattern : patterns) {
        auto regex = compileRegex({pattern}, content);
        if (!regex) return regex.error();
        out.push_back(std::move(*regex));
    }
    return {};
}

Result<void> checkEncoding(const std::string& name) {
    if (name.empty() || name == "auto" || name == "none" || isUtf8Name(name)) return {};
    const auto decoder = makeDecoder(name);
    if (!decoder) return optionError("encoding", decoder.error());
    return {};
}

}  // namespace

Result<std::shared_ptr<const LinePattern>> LinePattern::compile(const ContentQuery& content) {
    if (content.patterns.empty() && content.patternFiles.empty())
        return Error{ErrorKind::Pattern, "no text to search for"};
    if (auto ok = checkEncoding(content.encoding); !ok) return ok.error();
    auto out = std::make_shared<LinePattern>();
    // Files of patterns may be empty: then nothing matches.
    auto regex = content.patterns.empty() ? Regex::compile({"(?!)"}, {})
                                          : compileRegex(content.patterns, content);
    if (!regex) return regex.error();
    out->regex = out->shown = std::move(*regex);
    if (auto ok = compileEach(content.all, content, out->all); !ok) return ok.error();
    if (auto ok = compileEach(content.none, content, out->none); !ok) return ok.error();
    // (A text that may span lines is searched for the pattern alone.)
    if (!out->all.empty() && !content.multiline) {
        Patterns shown = content.patterns;
        shown.insert(shown.end(), content.all.begin(), content.all.end());
        auto all = compileRegex(shown, content);
        if (!all) return all.error();
        out->shown = std::move(*all);
    }
    if (content.replacement) {
        auto replacement = Replacement::parse(*content.replacement, out->shown->groupNames());
        if (!replacement) return replacement.error();
        out->replacement = std::move(*replacement);
    }
    return std::shared_ptr<const LinePattern>(std::move(out));
}

MatchOutcome LinePattern::testConditions(std::string_view text, bool ascii,
                                         RegexScratch& scratch) const {
    for (const auto& wanted : all) {
        const MatchOutcome outcome = wanted->test(text, ascii, scratch);
        if (outcome != MatchOutcome::Found) return outcome;
    }
    for (const auto& unwanted : none) {
        const MatchOutcome outcome = unwanted->test(text, ascii, scratch);
        if (outcome == MatchOutcome::Found) return MatchOutcome::None;
        if (outcome != MatchOutcome::None) return outcome;
    }
    return MatchOutcome::Found;
}

}  // namespace findling
