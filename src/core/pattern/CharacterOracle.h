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
    /// `item` matches one character. Null where PCRE2 refuses it when it stands alone.
    const AsciiSet* ask(std::string_view item, const CharacterFlags& flags);

private:
    std::map<std::string, std::optional<AsciiSet>, std::less<>> m_known;
};

}  // namespace findling
