#include "core/walk/IgnoreRules.h"

#include "core/base/Text.h"

#include <algorithm>

namespace findling {

namespace {

/// git trims spaces alone, and only those that no backslash protects. A tab stays.
std::string_view withoutTrailingSpaces(std::string_view line) {
    size_t end = line.size();
    bool inSpaces = false;
    for (size_t i = 0; i < line.size(); ++i) {
        if (line[i] == ' ') {
            if (!inSpaces) end = i;
            inSpaces = true;
            continue;
        }
        if (line[i] == '\\' && ++i == line.size()) return line;
        inSpaces = false;
    }
    return inSpaces ? line.substr(0, end) : line;
}

}  // namespace

std::shared_ptr<const IgnoreRules> IgnoreRules::parse(std::string_view text, std::string source,
                                                      bool ignoreCase) {
    auto rules = std::make_shared<IgnoreRules>();
    rules->m_source = std::move(source);
    rules->m_ignoreCase = ignoreCase;
    if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
    for (uint32_t number = 1; !text.empty(); ++number) {
        std::string_view line = takeUntil(text, '\n');
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        // To git a line is a C string: it ends at a NUL.
        line = line.substr(0, line.find('\0'));
        if (!line.empty() && line.front() != '#') rules->addLine(line, number);
    }
    return rules;
}

void IgnoreRules::addLine(std::string_view line, uint32_t number) {
    line = withoutTrailingSpaces(line);
    IgnoreRule rule{std::string(line), number};
    if (!line.empty() && line.front() == '!') {
        rule.negated = true;
        line.remove_prefix(1);
    }
    bool foldersOnly = false;
    if (!line.empty() && line.back() == '/') {
        foldersOnly = true;
        line.remove_suffix(1);
    }
    if (line.empty()) return;
    // Without a "/" inside it is for the name alone, at any depth.
    const bool anyDepth = line.find('/') == std::string_view::npos;
    if (line.front() == '/') line.remove_prefix(1);
    const auto parts = splitIgnorePattern(line, m_ignoreCase);
    if (!parts) return;
    m_rules.push_back(std::move(rule));
    m_trie.add(*parts, anyDepth, foldersOnly, static_cast<uint32_t>(m_rules.size()));
}

}  // namespace findling
