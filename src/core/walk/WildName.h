/// One part of an ignore pattern, matched against one name as git's wildmatch does: by bytes, with
/// POSIX classes. (What "/" and "**" mean between parts is IgnorePattern's business.)
/// Source: gitignore(5) and the behaviour of git 2.39.
/// Time is linear in pattern times name: among stars of one kind the last one alone may move.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

class WildName {
public:
    enum class Shape : uint8_t { Any, Literal, Prefix, Suffix, General };

    // Building, from left to right. With ignoreCase everything is kept in lower case, and so must
    // be the names that are asked about.
    void addByte(unsigned char byte, bool ignoreCase);
    void addAnyByte() { m_tokens.push_back({Op::AnyByte}); }
    void addStar();
    /// Reads the class that opens at `pattern[at]`. The position behind it, or npos where it is
    /// malformed: then the whole pattern matches nothing, as in git.
    size_t addClass(std::string_view pattern, size_t at, bool ignoreCase);
    /// After the last token.
    void finish();

    Shape shape() const { return m_shape; }
    /// Of Literal, Prefix and Suffix.
    const std::string& literal() const { return m_literal; }
    /// A set of bytes (by their low six bits) that every matching name holds.
    uint64_t required() const { return m_required; }

    bool matches(std::string_view name) const;

private:
    enum class Op : uint8_t { Byte, AnyByte, Set, Star };
    struct Token {
        Op op;
        uint32_t value = 0;  ///< the byte, or the index of the set
    };
    using Set = std::bitset<256>;

    bool addNamedClass(std::string_view name, Set& set, bool ignoreCase) const;
    bool matchesOne(const Token& token, unsigned char c) const;
    bool matchesTokens(std::string_view name) const;

    std::vector<Token> m_tokens;
    std::vector<Set> m_sets;
    std::string m_literal;
    uint64_t m_required = 0;
    Shape m_shape = Shape::General;
};

/// ASCII letters alone: git folds no others.
inline unsigned char lowerByte(unsigned char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<unsigned char>(c + 32) : c;
}

}  // namespace findling
