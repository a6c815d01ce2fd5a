/// The rules of one ignore file, read as git reads a .gitignore.
#pragma once

#include "core/walk/Wildmatch.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

struct IgnoreRule {
    std::string text;      ///< as written, for explanations
    uint32_t line = 0;     ///< from 1
    bool negated = false;  ///< "!": keeps what an earlier rule hides
    bool foldersOnly = false;
    bool nameOnly = false;  ///< no "/" inside: judged by the name alone, at any depth

    enum class Shape : uint8_t { Literal, Suffix, Wild };
    Shape shape = Shape::Literal;
    std::string literal;
    std::optional<Wildmatch> wild;
};

class IgnoreRules {
public:
    /// More than this is not read: an ignore file is written by hand.
    static constexpr size_t kMaxBytes = 8 << 20;

    /// `source` is the file's path, for explanations.
    static std::shared_ptr<const IgnoreRules> parse(std::string_view text, std::string source,
                                                    bool ignoreCase = false);

    /// The last rule that matches, or null. `path` is relative to the folder the file governs.
    const IgnoreRule* match(std::string_view path, std::string_view name, bool folder) const;

    bool empty() const { return m_rules.empty(); }
    const std::string& source() const { return m_source; }

private:
    void addLine(std::string_view line, uint32_t number, bool ignoreCase);
    bool matches(const IgnoreRule& rule, std::string_view path, std::string_view name) const;

    std::string m_source;
    std::vector<IgnoreRule> m_rules;
    bool m_ignoreCase = false;
};

}  // namespace findling
