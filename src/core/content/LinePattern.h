/// What makes a line a match: an expression and the conditions beside it, compiled.
#pragma once

#include "core/base/Result.h"
#include "core/pattern/Regex.h"
#include "core/pattern/Replacement.h"
#include "core/query/Query.h"

#include <memory>
#include <optional>
#include <vector>

namespace findling {

/// Immutable and shared between threads.
struct LinePattern {
    std::shared_ptr<const Regex> regex;              ///< any of the patterns
    std::vector<std::shared_ptr<const Regex>> all;   ///< and these
    std::vector<std::shared_ptr<const Regex>> none;  ///< but none of these
    std::shared_ptr<const Regex> shown;              ///< what is marked in a line that matches
    std::optional<Replacement> replacement;          ///< what is shown in its place

    static Result<std::shared_ptr<const LinePattern>> compile(const ContentQuery& content);

    bool hasConditions() const { return !all.empty() || !none.empty(); }
    /// How many groups of a match a replacement asks for, the match itself among them.
    size_t groupsWanted() const { return replacement ? replacement->lastGroup() + 1 : 0; }
    /// Found where the text meets all of them, None where it does not.
    MatchOutcome testConditions(std::string_view text, bool ascii, RegexScratch& scratch) const;
};

}  // namespace findling
