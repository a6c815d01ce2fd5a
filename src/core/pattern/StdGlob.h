/// The wildcards of Python's glob module, which are not those of Glob: for glob() and iglob() only.
///
///   *   any run of characters      [ab] [a-z]  one of them; [!a] none of them, [^a] is ^ or a
///   ?   one character              **          a whole part: any number of folders, if recursive
///
/// There are no braces and no escapes; an unclosed [ is itself; a pattern is never invalid. It is
/// split at "/" before wildcards are looked for, so that "a[/]f" has the parts "a[" and "]f".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

/// What ? and a class count: str patterns see code points (an undecodable byte is one, as with
/// surrogateescape), bytes patterns see bytes.
enum class StdGlobUnits : uint8_t { CodePoints, Bytes };

/// One part of a pattern, as fnmatch.fnmatchcase() understands it.
class StdGlob {
public:
    StdGlob(std::string_view part, StdGlobUnits units);

    bool matches(std::string_view name) const;
    /// Names that begin with a dot are for patterns that begin with a dot.
    bool wantsHidden() const { return m_wantsHidden; }

private:
    struct Range {
        uint32_t first, last;
    };
    struct Class {
        bool negated = false;
        std::vector<Range> ranges;  ///< none and not negated: never matches
    };
    enum class Op : uint8_t { Char, Any, Star, Class };
    struct Token {
        Op op;
        uint32_t value = 0;  ///< the character, or the index of the class
    };
    using Units = std::vector<uint32_t>;

    uint32_t take(std::string_view text, size_t& at) const;
    Units decoded(std::string_view text) const;
    void parse(const Units& pattern);
    void addClass(const Units& pattern, size_t begin, size_t end);
    void recogniseShape(std::string_view part);
    bool matchesTokens(std::string_view name) const;
    bool matchesOne(const Token& token, uint32_t unit) const;

    StdGlobUnits m_units;
    bool m_wantsHidden;
    bool m_simple = false;  ///< one star between two plain texts
    std::string m_prefix, m_suffix;
    std::vector<Token> m_tokens;
    std::vector<Class> m_classes;
};

/// Whether the text holds one of * ? [
bool hasStdMagic(std::string_view text);

/// A pattern taken apart: results grow from the head, stage by stage.
struct StdGlobPattern {
    struct Stage {
        enum class Kind : uint8_t {
            Name,    ///< has to exist; empty: what stands before has to be a folder
            Match,   ///< names in the folder that match
            Recurse  ///< the folder itself and everything below it
        };
        Kind kind;
        std::string name;
        StdGlob glob;
    };

    /// The part before the first wildcard, spelled as it is, without the "/" that ends it.
    std::string head;
    /// None where the pattern has no wildcard: then head is the pattern, and has to exist.
    std::vector<Stage> stages;

    static StdGlobPattern parse(std::string_view pathname, bool recursive, StdGlobUnits units);
};

}  // namespace findling
