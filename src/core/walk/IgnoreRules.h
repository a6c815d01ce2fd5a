/// The rules of one ignore file, read as git reads a .gitignore.
#pragma once

#include "core/walk/IgnoreTrie.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

struct IgnoreRule {
    std::string text;      ///< as written, for explanations
    uint32_t line = 0;     ///< from 1
    bool negated = false;  ///< "!": keeps what an earlier rule hides
};

class IgnoreRules {
public:
    /// More than this is not read: an ignore file is written by hand.
    static constexpr size_t kMaxBytes = 8 << 20;

    /// `source` is the file's path, for explanations. With ignoreCase names are looked up in lower
    /// case.
    static std::shared_ptr<const IgnoreRules> parse(std::string_view text, std::string source,
                                                    bool ignoreCase = false);

    const IgnoreTrie& trie() const { return m_trie; }
    /// By the number that the trie gives, from 1.
    const IgnoreRule& rule(uint32_t number) const { return m_rules[number - 1]; }

    bool empty() const { return m_rules.empty(); }
    bool ignoresCase() const { return m_ignoreCase; }
    const std::string& source() const { return m_source; }

private:
    void addLine(std::string_view line, uint32_t number);

    std::string m_source;
    std::vector<IgnoreRule> m_rules;
    IgnoreTrie m_trie;
    bool m_ignoreCase = false;
};

}  // namespace findling
