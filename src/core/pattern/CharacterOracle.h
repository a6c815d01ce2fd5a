/// Asks PCRE2 which characters of ASCII a part of an expression stands for: "\w", "[^a-f]",
/// "\p{Lu}".
#pragma once

#include "core/pattern/RegexTree.h"

#include <map>
#include <string>
#include <string_view>

namespace findling {

struct CharacterFlags {
    bool caseless = false;
    bool dotAll = false;
    bool extended = false;  ///< (?x) makes no difference within a class, but is passed on
};

/// Keeps what it was told. Not shared between threads.
class CharacterOracle {
public:
    /// `item` matches one character. Empty where PCRE2 refuses it, which the caller has ruled out.
    const AsciiSet& ask(std::string_view item, const CharacterFlags& flags);

private:
    std::map<std::string, AsciiSet, std::less<>> m_known;
};

}  // namespace findling
