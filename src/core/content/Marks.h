/// The matches in a line, and what is shown in their place.
#pragma once

#include "core/base/Span.h"
#include "core/content/LinePattern.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

struct Marks {
    /// A longest line full of matches would take gigabytes.
    static constexpr size_t kMaxSpans = 1 << 20;

    std::vector<Span> spans;  ///< bytes from the start of the line
    std::string replaced;
    std::vector<Span> replacements;  ///< in `replaced`, where there is a replacement: one a span

    void clear();
    /// The next match, unless it is an empty one right behind another: that is none, as in ripgrep.
    /// `groups`: its groups, as many as the pattern's replacement wants. False where it is one too
    /// many.
    bool add(Span match, const LinePattern& pattern, std::span<const std::string_view> groups);
};

}  // namespace findling
