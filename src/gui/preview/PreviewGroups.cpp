#include "gui/preview/PreviewGroups.h"

#include "core/base/Text.h"
#include "core/content/LinePattern.h"

#include <algorithm>
#include <numeric>

namespace findling::gui {

namespace {

constexpr size_t kLongestPattern = 64 * 1024;
constexpr uint32_t kMostGroups = 32;
constexpr qsizetype kLongestLine = 4096;
/// It is the window's thread that waits for them.
constexpr std::chrono::milliseconds kBudget{300};

constexpr QRgb kLight[] = {0xffa9d3f5, 0xffb4dfa6, 0xfff6bfd6, 0xffd3c6f7};
constexpr QRgb kDark[] = {0xff1f5485, 0xff2b5e2e, 0xff7a3460, 0xff54439a};

size_t sizeOf(const std::vector<std::string>& patterns) {
    const auto add = [](size_t sum, const std::string& one) { return sum + one.size(); };
    return std::accumulate(patterns.begin(), patterns.end(), size_t{0}, add);
}

/// For each byte of UTF-8, how many QChars stand before it.
std::vector<int> placesOf(std::string_view text) {
    std::vector<int> out;
    out.reserve(text.size() + 1);
    int place = 0;
    for (size_t at = 0; at < text.size();) {
        const CodePoint point = decodeUtf8(text.substr(at));
        out.insert(out.end(), point.length, place);
        place += point.value > 0xffff ? 2 : 1;
        at += point.length;
    }
    out.push_back(place);
    return out;
}

}  // namespace

QColor groupColor(int group, bool dark) {
    const auto hue = static_cast<size_t>(std::max(group, 1) - 1) % std::size(kLight);
    return QColor::fromRgb(dark ? kDark[hue] : kLight[hue]);
}

PreviewGroups::PreviewGroups(std::shared_ptr<const Regex> regex)
    : m_regex(std::move(regex)), m_budget(kBudget) {
    m_groups.resize(std::min(m_regex->groupNames().count, kMostGroups) + 1);
}

std::unique_ptr<PreviewGroups> PreviewGroups::make(const ContentQuery& query) {
    if (query.fixed || query.invert || query.patterns.empty()) return nullptr;
    if (sizeOf(query.patterns) + sizeOf(query.all) > kLongestPattern) return nullptr;
    ContentQuery own = query;
    own.none.clear();
    own.encoding.clear();
    own.replacement.reset();
    own.scanner = false;
    const auto pattern = LinePattern::compile(own);
    if (!pattern || (*pattern)->shown->groupNames().count == 0) return nullptr;
    return std::unique_ptr<PreviewGroups>(new PreviewGroups((*pattern)->shown));
}

std::vector<PreviewGroups::Part> PreviewGroups::find(const QString& line,
                                                     std::span<const PreviewText::Mark> marks) {
    std::vector<Part> out;
    if (marks.empty() || m_budget <= m_budget.zero() || line.size() > kLongestLine) return out;
    const QByteArray utf8 = line.toUtf8();
    if (utf8.size() > kLongestLine) return out;
    const auto start = std::chrono::steady_clock::now();
    const std::string_view text(utf8.constData(), static_cast<size_t>(utf8.size()));
    const bool ascii = isAscii(text);
    const std::vector<int> places = placesOf(text);
    Span match;
    for (size_t from = 0; from <= text.size(); from = afterMatch(text, from, match)) {
        const MatchOutcome outcome =
            m_regex->capture(text, from, ascii, m_scratch, match, m_groups);
        if (outcome == MatchOutcome::None) break;
        if (outcome != MatchOutcome::Found) {
            m_budget = m_budget.zero();
            return {};
        }
        // The line is shown with odd characters replaced, and perhaps cut: only what the search has
        // found, too, is sure.
        const int begin = places[match.begin];
        const int length = places[match.end] - begin;
        const bool marked = std::any_of(marks.begin(), marks.end(), [&](const auto& mark) {
            return mark.begin == begin && mark.length == length;
        });
        if (marked) addParts(text, places, out);
    }
    m_budget -= std::chrono::steady_clock::now() - start;
    return out;
}

void PreviewGroups::addParts(std::string_view text, const std::vector<int>& places,
                             std::vector<Part>& out) {
    for (size_t group = 1; group < m_groups.size(); ++group) {
        const std::string_view part = m_groups[group];
        if (!part.data() || part.empty()) continue;
        const auto at = static_cast<size_t>(part.data() - text.data());
        const int begin = places[at];
        out.push_back({begin, places[at + part.size()] - begin, static_cast<int>(group)});
    }
}

}  // namespace findling::gui
