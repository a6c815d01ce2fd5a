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

/// What of an entry a pattern is about.
enum class NameSubject : uint8_t {
    Name,
    RelativePath,  ///< below the root
    AbsolutePath,  ///< on the disk, without its leading "/"
};

class NameMatcher {
public:
    static Result<NameMatcher> compile(std::string_view pattern, NameSyntax syntax, CaseMode mode);

    NameSubject subject() const { return m_subject; }
    void setSubject(NameSubject subject) { m_subject = subject; }
    bool foldersOnly() const { return m_glob && m_glob->foldersOnly(); }
    const std::string& text() const { return m_text; }

    /// A text without which no name matches; empty where that cannot be told.
    Needle nameNeedle() const { return m_glob ? m_glob->nameNeedle() : Needle(); }

    /// `text` is what subject() says.
    bool matches(std::string_view text) const;

private:
    std::string m_text;
    NameSubject m_subject = NameSubject::Name;
    std::optional<Glob> m_glob;
    std::shared_ptr<const Regex> m_regex;
    std::string m_fixed;  ///< without a glob and a regex
    bool m_folds = false;
};

}  // namespace findling
