/// One pattern for names or paths, in one of the dialects that a user may choose.
#pragma once

#include "core/pattern/Glob.h"
#include "core/pattern/Regex.h"

#include <optional>
#include <string_view>

namespace findling {

enum class NameSyntax : uint8_t {
    Glob,   ///< the whole name, or with "/" the whole path below the root
    Regex,  ///< somewhere in the name, or with "/" in the path
    Fixed,  ///< the same, as plain text
};

class NameMatcher {
public:
    static Result<NameMatcher> compile(std::string_view pattern, NameSyntax syntax, CaseMode mode);

    bool wantsPath() const { return m_wantsPath; }
    bool foldersOnly() const { return m_glob && m_glob->foldersOnly(); }
    const std::string& text() const { return m_text; }

    /// `subject` is the path below the root if wantsPath(), else the name.
    bool matches(std::string_view subject) const;

private:
    std::string m_text;
    bool m_wantsPath = false;
    std::optional<Glob> m_glob;
    std::shared_ptr<const Regex> m_regex;
};

}  // namespace findling
