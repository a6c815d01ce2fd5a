/// Which part of a match is which group of the pattern, found again in the lines that are in sight,
/// and the colours of the groups.
#pragma once

#include "core/pattern/Regex.h"
#include "core/query/Query.h"
#include "gui/preview/PreviewText.h"

#include <QColor>
#include <QString>

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace findling::gui {

/// Behind the text of a group, from 1 on: four hues of equal lightness, again and again, on which
/// the palette's text has a contrast of 6 at least.
QColor groupColor(int group, bool dark);

class PreviewGroups {
public:
    struct Part {
        int begin = 0;  ///< in QChars of the line
        int length = 0;
        int group = 1;
        friend bool operator==(const Part&, const Part&) = default;
    };

    /// Null where the pattern has no groups, or is too large to be worth it.
    static std::unique_ptr<PreviewGroups> make(const ContentQuery& query);

    /// The groups of those matches that are marked, a group in another one behind it.
    std::vector<Part> find(const QString& line, std::span<const PreviewText::Mark> marks);

private:
    explicit PreviewGroups(std::shared_ptr<const Regex> regex);
    void addParts(std::string_view text, const std::vector<int>& places, std::vector<Part>& out);

    std::shared_ptr<const Regex> m_regex;
    RegexScratch m_scratch;
    std::vector<std::string_view> m_groups;
    /// Time that is left; with none, or with a line that PCRE2 gave up, there are no more groups.
    std::chrono::steady_clock::duration m_budget;
};

}  // namespace findling::gui
