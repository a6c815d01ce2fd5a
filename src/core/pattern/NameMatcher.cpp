#include "core/pattern/NameMatcher.h"

#include "core/base/Text.h"

namespace findling {

Result<NameMatcher> NameMatcher::compile(std::string_view pattern, NameSyntax syntax,
                                         CaseMode mode) {
    NameMatcher out;
    out.m_text = pattern;
    if (syntax == NameSyntax::Glob) {
        auto glob = Glob::compile(pattern, mode);
        if (!glob) return glob.error();
        out.m_wantsPath = glob->wantsPath();
        out.m_glob = std::move(*glob);
        return out;
    }
    out.m_wantsPath = pattern.find('/') != std::string_view::npos;
    RegexOptions options;
    options.caseMode = mode;
    options.fixed = syntax == NameSyntax::Fixed;
    auto regex = Regex::compile({out.m_text}, options);
    if (!regex) return regex.error();
    out.m_regex = *regex;
    return out;
}

bool NameMatcher::matches(std::string_view subject) const {
    if (m_glob) return m_glob->matches(subject);
    // Names are short: limits and stops play no part, so one scratch serves all searches.
    static thread_local RegexScratch scratch;
    size_t begin = 0;
    size_t end = 0;
    return m_regex->find(subject, 0, isAscii(subject), scratch, begin, end) == MatchOutcome::Found;
}

}  // namespace findling
