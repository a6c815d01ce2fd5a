#include "core/walk/IgnoreRules.h"

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

bool isWild(std::string_view text) {
    return text.find_first_of("*?[\\") != std::string_view::npos;
}

bool equal(std::string_view a, std::string_view b, bool ignoreCase) {
    if (!ignoreCase) return a == b;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::shared_ptr<const IgnoreRules> IgnoreRules::parse(std::string_view text, std::string source,
                                                      bool ignoreCase) {
    auto rules = std::make_shared<IgnoreRules>();
    rules->m_source = std::move(source);
    rules->m_ignoreCase = ignoreCase;
    if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
    for (uint32_t number = 1; !text.empty(); ++number) {
        const size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        // To git a line is a C string: it ends at a NUL.
        line = line.substr(0, line.find('\0'));
        if (!line.empty() && line.front() != '#') rules->addLine(line, number, ignoreCase);
    }
    return rules;
}

void IgnoreRules::addLine(std::string_view line, uint32_t number, bool ignoreCase) {
    line = withoutTrailingSpaces(line);
    IgnoreRule rule;
    rule.text = line;
    rule.line = number;
    if (!line.empty() && line.front() == '!') {
        rule.negated = true;
        line.remove_prefix(1);
    }
    if (!line.empty() && line.back() == '/') {
        rule.foldersOnly = true;
        line.remove_suffix(1);
    }
    if (line.empty()) return;
    rule.nameOnly = line.find('/') == std::string_view::npos;
    if (line.front() == '/') line.remove_prefix(1);
    if (!isWild(line)) {
        rule.literal = line;
    } else if (rule.nameOnly && line.front() == '*' && !isWild(line.substr(1))) {
        rule.shape = IgnoreRule::Shape::Suffix;
        rule.literal = line.substr(1);
    } else {
        rule.shape = IgnoreRule::Shape::Wild;
        rule.wild.emplace(line, !rule.nameOnly, ignoreCase);
    }
    m_rules.push_back(std::move(rule));
}

bool IgnoreRules::matches(const IgnoreRule& rule, std::string_view path,
                          std::string_view name) const {
    const std::string_view subject = rule.nameOnly ? name : path;
    switch (rule.shape) {
        case IgnoreRule::Shape::Literal: return equal(subject, rule.literal, m_ignoreCase);
        case IgnoreRule::Shape::Suffix:
            return subject.size() >= rule.literal.size() &&
                   equal(subject.substr(subject.size() - rule.literal.size()), rule.literal,
                         m_ignoreCase);
        case IgnoreRule::Shape::Wild: return rule.wild->matches(subject);
    }
    return false;
}

const IgnoreRule* IgnoreRules::match(std::string_view path, std::string_view name,
                                     bool folder) const {
    for (auto rule = m_rules.rbegin(); rule != m_rules.rend(); ++rule) {
        if (rule->foldersOnly && !folder) continue;
        if (matches(*rule, path, name)) return &*rule;
    }
    return nullptr;
}

}  // namespace findling
