/// What a regular expression can match, read off its text as a tree. It is the ground for whatever
/// looks for matches faster than PCRE2 does; PCRE2 itself has the last word.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

using AsciiSet = std::bitset<128>;

struct RegexNode {
    enum class Kind : uint8_t {
        Empty,
        Text,  ///< these bytes
        Set,   ///< one character out of a set; none at all when the set is empty
        LineStart,
        LineEnd,
        WordEdge,       ///< \b
        NoWordEdge,     ///< \B
        NotAfterWord,   ///< (?<!\w)
        NotBeforeWord,  ///< (?!\w)
        Sequence,
        Choice,
        Repeat,  ///< of its one part
    };
    static constexpr uint32_t kNoLimit = UINT32_MAX;

    Kind kind = Kind::Empty;
    bool caseless = false;  ///< Text of ASCII: letters in either case
    bool beyond = false;    ///< Set: it may hold characters beyond ASCII
    uint32_t min = 0;       ///< Repeat
    uint32_t max = 0;       ///< Repeat; kNoLimit = any number
    std::string text;       ///< Text, in UTF-8
    AsciiSet ascii;         ///< Set: its characters of ASCII
    std::vector<RegexNode> parts;
};

struct RegexTree {
    RegexNode root;
    /// Whether the tree matches just what the expression does. Otherwise it matches that and more:
    /// look-around, back references, atomic and possessive groups are read as less than they are.
    bool exact = true;
    /// Offsets in the expression behind each repeat without an upper limit: where matching may
    /// spend its time.
    std::vector<size_t> loops;
};

struct RegexReading {
    bool caseless = false;
    bool dotAll = false;
    /// The byte that ends a line, which no match holds; nothing where matches may span lines.
    std::optional<char> terminator = '\n';
};

/// Nothing where the expression holds what this reader does not know for certain (recursion,
/// conditions, verbs, calls, rare settings).
std::optional<RegexTree> readRegex(std::string_view pattern, const RegexReading& reading);

/// Whether nothing of it ever takes a character: "^", "\\b", look-around.
bool isZeroWidth(const RegexNode& node);
/// Whether the empty text matches.
bool isNullable(const RegexNode& node);

}  // namespace findling
