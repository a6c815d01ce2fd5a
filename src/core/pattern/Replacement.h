/// The text that is shown in place of a match. The searched file is never changed.
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace findling {

/// The groups of a pattern, by which the references of a replacement are checked.
struct GroupNames {
    uint32_t count = 0;  ///< the highest group number
    /// In the order in which they are asked: a name may belong to several groups.
    std::vector<std::pair<std::string, uint32_t>> names = {};
};

/// Text with references to groups, as in ripgrep: $1, ${1}, $name and ${name}; $0 is the whole
/// match and $$ a dollar. A name without braces is as long as it can be: $1a is the group "1a".
/// Any other dollar and every backslash is plain text. Immutable and shared between threads.
class Replacement {
public:
    /// Errors name the text and the offset of the dollar: a group that the pattern does not have,
    /// "${" without "}", and "${}".
    static Result<Replacement> parse(std::string_view text, const GroupNames& groups);

    /// Appends what a match is replaced by. `groups` are its groups by number, 0 the whole match;
    /// they point elsewhere than into `out`. A group that took no part has a null data() and adds
    /// nothing, like one past the end; of a name with several groups the first one set counts.
    void append(std::string& out, std::span<const std::string_view> groups) const;

    /// Whether append() asks for more than the whole match.
    bool needsGroups() const { return m_lastGroup > 0; }
    /// The highest group number that append() asks for.
    uint32_t lastGroup() const { return m_lastGroup; }

private:
    struct Part {
        std::string text;              ///< shown where there are no groups
        std::vector<uint32_t> groups;  ///< more than one only for a name that occurs twice
    };

    Replacement() = default;
    void addText(std::string_view text);
    void addGroups(std::vector<uint32_t> groups);

    std::vector<Part> m_parts;
    uint32_t m_lastGroup = 0;
};

}  // namespace findling
