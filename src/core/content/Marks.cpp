#include "core/content/Marks.h"

namespace findling {

void Marks::clear() {
    spans.clear();
    replaced.clear();
    replacements.clear();
}

bool Marks::add(Span match, const LinePattern& pattern, std::span<const std::string_view> groups) {
    if (match.begin == match.end && !spans.empty() && spans.back().end == match.begin) return true;
    if (spans.size() == kMaxSpans) return false;
    spans.push_back(match);
    if (!pattern.replacement) return true;
    const size_t begin = replaced.size();
    pattern.replacement->append(replaced, groups);
    replacements.push_back({begin, replaced.size()});
    return true;
}

}  // namespace findling
