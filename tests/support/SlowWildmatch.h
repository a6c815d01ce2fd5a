/// Git's wildmatch once more, over whole paths and state by state: slow and obvious, the judge of
/// the trie. Bytes; "**" is special only as a whole part; an unclosed "[" matches nothing. Source:
/// gitignore(5) and the behaviour of git 2.39 (for "foo**/bar": of git 2.52). Time is linear in
/// pattern times path (a set of states, no backtracking).
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

namespace findling::test {

class SlowWildmatch {
public:
    /// `wholePath`: wildcards stop at "/", as for patterns that hold one.
    SlowWildmatch(std::string_view pattern, bool wholePath, bool ignoreCase);

    bool matches(std::string_view text) const;

private:
    enum class Op : uint8_t {
        Byte,
        AnyByte,  ///< but "/"
        Set,
        Star,     ///< any run without "/"
        StarAll,  ///< any run, "/" too
        Folders,  ///< "**/": nothing, or a run that ends in "/"; always followed by InFolders
        InFolders,
    };
    struct Token {
        Op op;
        uint32_t value = 0;  ///< the byte, or the index of the set
    };
    using Set = std::bitset<256>;

    size_t addStars(std::string_view pattern, size_t at, bool wholePath);
    bool addClass(std::string_view name, Set& set) const;
    size_t addSet(std::string_view pattern, size_t at, bool wholePath);
    void addStates(std::vector<uint8_t>& states, size_t state) const;

    std::vector<Token> m_tokens;
    std::vector<Set> m_sets;
    bool m_ignoreCase = false;
    bool m_never = false;  ///< a malformed pattern matches nothing, as in git
};

}  // namespace findling::test
