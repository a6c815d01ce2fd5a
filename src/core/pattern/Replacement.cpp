#include "core/pattern/Replacement.h"

#include "core/base/Digits.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <system_error>

namespace findling {

namespace {

/// What a dollar begins.
struct Reference {
    std::string_view name = {};  ///< empty: no group, the dollar is plain text
    size_t end = 0;              ///< the byte behind it
    bool braced = false;
};

bool isNameByte(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// The groups behind a name or number; none where the pattern has no such group.
std::vector<uint32_t> find(std::string_view name, const GroupNames& groups) {
    std::vector<uint32_t> out;
    if (std::all_of(name.begin(), name.end(), isDigit)) {
        uint32_t number = 0;
        const auto parsed = std::from_chars(name.data(), name.data() + name.size(), number);
        if (parsed.ec == std::errc() && number <= groups.count) out.push_back(number);
        return out;
    }
    for (const auto& [known, number] : groups.names) {
        if (known == name) out.push_back(number);
    }
    return out;
}

std::string allGroups(const GroupNames& groups) {
    if (groups.count == 0) return "the pattern has no groups, only $0, the whole match";
    std::string out = fmt::format("the groups are $0 to ${}", groups.count);
    std::set<std::string_view> seen;
    for (const auto& [name, number] : groups.names) {
        if (seen.insert(name).second) out += fmt::format(", ${{{}}}", name);
    }
    return out;
}

Error error(std::string_view text, size_t dollar, const std::string& why) {
    return {ErrorKind::Option, why + "; $$ is a dollar", std::string(text), dollar};
}

Error unknownGroup(std::string_view text, size_t dollar, const Reference& reference,
                   const GroupNames& groups) {
    const std::string_view name = reference.name;
    std::string why = fmt::format("there is no group '{}': {}", name, allGroups(groups));
    // "$1a" and "$nameful": the group ended earlier than it was read.
    for (size_t length = name.size() - 1; length > 0 && !reference.braced; --length) {
        const std::string_view shorter = name.substr(0, length);
        if (find(shorter, groups).empty()) continue;
        why += fmt::format("; write ${{{}}}{} for the group '{}' and '{}' behind it", shorter,
                           name.substr(length), shorter, name.substr(length));
        break;
    }
    return error(text, dollar, why);
}

Result<Reference> referenceAt(std::string_view text, size_t dollar) {
    const size_t begin = dollar + 1;
    if (text.substr(begin, 1) == "{") {
        const size_t close = text.find('}', begin);
        if (close == std::string_view::npos) return error(text, dollar, "a '${' without its '}'");
        if (close == begin + 1) return error(text, dollar, "'${}' names no group");
        return Reference{text.substr(begin + 1, close - begin - 1), close + 1, true};
    }
    size_t end = begin;
    while (end < text.size() && isNameByte(text[end])) ++end;
    return Reference{text.substr(begin, end - begin), end};
}

}  // namespace

void Replacement::addText(std::string_view text) {
    if (text.empty()) return;
    if (m_parts.empty() || !m_parts.back().groups.empty()) m_parts.push_back({});
    m_parts.back().text += text;
}

void Replacement::addGroups(std::vector<uint32_t> groups) {
    m_lastGroup = std::max(m_lastGroup, *std::max_element(groups.begin(), groups.end()));
    m_parts.push_back({{}, std::move(groups)});
}

Result<Replacement> Replacement::parse(std::string_view text, const GroupNames& groups) {
    Replacement out;
    size_t at = 0;
    for (size_t dollar; (dollar = text.find('$', at)) != std::string_view::npos;) {
        out.addText(text.substr(at, dollar - at));
        if (text.substr(dollar, 2) == "$$") {
            out.addText("$");
            at = dollar + 2;
            continue;
        }
        const auto reference = referenceAt(text, dollar);
        if (!reference) return reference.error();
        at = reference->end;
        if (reference->name.empty()) {
            out.addText("$");
            continue;
        }
        auto found = find(reference->name, groups);
        if (found.empty()) return unknownGroup(text, dollar, *reference, groups);
        out.addGroups(std::move(found));
    }
    out.addText(text.substr(at));
    return out;
}

void Replacement::append(std::string& out, std::span<const std::string_view> groups) const {
    const auto isSet = [groups](uint32_t group) {
        return group < groups.size() && groups[group].data() != nullptr;
    };
    for (const Part& part : m_parts) {
        out += part.text;
        const auto group = std::find_if(part.groups.begin(), part.groups.end(), isSet);
        if (group != part.groups.end()) out += groups[*group];
    }
}

}  // namespace findling
