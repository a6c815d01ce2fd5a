/// Wildcard patterns for names and paths: the dialect of find, of exclude, and of the window.
///
///   *          any run of characters but "/"        ?        one character but "/"
///   [ab] [a-z] one of them; [!a] and [^a] none of them; classes as in [[:digit:]]
///   {a,b}      either, nested too                   \x       x itself
///   **         as a whole part of a path: any number of folders
///
/// Without "/" the pattern is for the name at any depth. With "/" it is for the whole path
/// below the root; a leading "./" or "/" says just that. A trailing "/" asks for folders only.
/// A character is a UTF-8 code point; an invalid byte is a character of its own. Time is linear
/// in pattern times name, whatever the pattern.
#pragma once

#include "core/base/Result.h"
#include "core/pattern/Needle.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

enum class CaseMode : uint8_t { Smart, Sensitive, Insensitive };

/// Smart becomes Sensitive where the text has an upper-case letter, else Insensitive.
CaseMode resolvedCase(CaseMode mode, std::string_view text);

class Glob {
public:
    /// Braces may expand to at most this many patterns.
    static constexpr size_t kMaxAlternatives = 4096;

    static Result<Glob> compile(std::string_view pattern, CaseMode mode);

    /// Whether the pattern wants the path below the root instead of the name.
    bool wantsPath() const { return m_wantsPath; }
    bool foldersOnly() const { return m_foldersOnly; }
    const std::string& text() const { return m_text; }

    /// A text without which no name matches; empty where there is none.
    Needle nameNeedle() const;

    /// `path` is relative to the root with "/" between its parts; the name is its last part.
    bool matches(std::string_view path, std::string_view name) const {
        return matches(m_wantsPath ? path : name);
    }
    bool matches(std::string_view subject) const {
        // "*.c" is what most people ask, and every entry is asked it.
        const Alternative& first = m_alternatives.front();
        if (first.shape != Shape::Suffix || m_foldCase || m_alternatives.size() > 1)
            return matchesAny(subject);
        const std::string_view end = first.literal;
        return subject.size() >= end.size() && subject.substr(subject.size() - end.size()) == end;
    }
    /// The same without the fast paths; what the tests compare with.
    bool matchesSlowly(std::string_view subject) const;

private:
    struct Range {
        uint32_t first, last;
    };
    enum class Op : uint8_t { Char, AnyChar, Star, Class };
    struct Token {
        Op op;
        uint32_t value = 0;  ///< the character, or the index of the class
    };
    struct Class {
        bool negated = false;
        std::vector<Range> ranges;
        std::vector<std::string> names;  ///< POSIX classes
    };
    using Tokens = std::vector<Token>;
    struct Part {
        bool anyFolders = false;  ///< **
        Tokens tokens;
    };
    enum class Shape : uint8_t { General, Any, Equal, Prefix, Suffix, Contains };
    struct Alternative {
        std::vector<Part> parts;
        Shape shape = Shape::General;
        std::string literal;
        /// What a subject that matches holds; of a shape its whole literal, where only a subject of
        /// ASCII surely does.
        Needle needle;
    };

    bool matchesAny(std::string_view subject) const;
    Result<void> addAlternative(std::string_view pattern, size_t offset);
    Result<Tokens> parsePart(std::string_view part, size_t offset);
    Result<size_t> parseClass(std::string_view part, size_t at, size_t offset, Tokens& out);
    std::string longestText(const Tokens& tokens) const;
    void recogniseShape(Alternative& alternative) const;
    bool matchesShape(const Alternative& alternative, std::string_view subject, bool& sure) const;
    bool matchesParts(const Alternative& alternative, std::string_view subject) const;
    bool matchesTokens(const Tokens& tokens, std::string_view subject) const;
    bool matchesOne(const Token& token, uint32_t c) const;
    bool classHolds(const Class& set, uint32_t c) const;
    Error error(size_t offset, std::string text) const;

    std::string m_text;
    bool m_foldCase = false;
    bool m_wantsPath = false;
    bool m_foldersOnly = false;
    std::vector<Alternative> m_alternatives;
    std::vector<Class> m_classes;
};

/// Whether the pattern asks for [:upper:] or [:lower:]: who writes that means case.
bool namesCaseClass(std::string_view pattern);

/// Whether the text holds a wildcard of the dialect above.
bool hasWildcard(std::string_view pattern);
/// The text with every wildcard escaped, so that it means itself.
std::string escapeGlob(std::string_view text);

}  // namespace findling
