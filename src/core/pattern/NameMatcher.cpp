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
        if (glob->wantsPath()) out.m_subject = NameSubject::RelativePath;
        out.m_glob = std::move(*glob);
        return out;
    }
    if (pattern.find('/') != std::string_view::npos) out.m_subject = NameSubject::RelativePath;
    if (syntax == NameSyntax::Fixed) {
        out.m_folds = resolvedCase(mode, pattern) == CaseMode::Insensitive;
        out.m_fixed = out.m_folds ? foldCase(pattern) : std::string(pattern);
        return out;
    }
    RegexOptions options;
    options.scanner = false;  // a name is too short for that
    options.caseMode = mode;
    auto regex = Regex::compile({out.m_text}, options);
    if (!regex) return regex.error();
    out.m_regex = *regex;
    return out;
}

bool NameMatcher::matches(std::string_view text) const {
    if (m_glob) return m_glob->matches(text);
    if (!m_regex) {
        return (m_folds ? std::string_view(foldCase(text)) : text).find(m_fixed) !=
               std::string_view::npos;
    }
    // Names are short: limits and stops play no part, so one scratch serves all searches.
    static thread_local RegexScratch scratch;
    return m_regex->test(text, isAscii(text), scratch) == MatchOutcome::Found;
}

}  // namespace findling
