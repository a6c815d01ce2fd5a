#include "gui/why/SkipTally.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <numeric>
#include <utility>

namespace findling::gui {

namespace {

constexpr uint32_t kBlockBits = 18;
constexpr size_t kBlock = size_t{1} << kBlockBits;
constexpr uint32_t kNone = 0xFFFFFFFF;
/// A place in a group's list, which doubles as it grows.
constexpr size_t kPlaceCost = 2 * sizeof(uint32_t);
/// A group's node in the table of numbers, roughly.
constexpr size_t kNodeCost = 64;

}  // namespace

size_t SkipTally::KeyHash::operator()(const Key& key) const {
    return std::hash<std::string_view>()(key.rule) * 31 + static_cast<size_t>(key.reason);
}

SkipTally::SkipTally(size_t budget) : m_budget(budget), m_lastFolder(kNone) {}

void SkipTally::clear() {
    *this = SkipTally(m_budget);
}

void SkipTally::add(std::vector<Skip>&& skips) {
    const std::vector<Skip> taken = std::move(skips);
    for (const Skip& skip : taken) {
        ++at(m_totals, skip.reason);
        Group& group = m_groups[groupOf(skip.reason, skip.rule)];
        ++(skip.folder && !group.rest ? group.folders : group.files);
        if (!group.rest) keep(group, skip);
    }
}

void SkipTally::addUnlisted(SkipReason reason, uint64_t count) {
    if (count == 0) return;
    at(m_totals, reason) += count;
    m_groups[restOf(reason)].files += count;
}

/// Most entries share the rule of the one before.
uint32_t SkipTally::groupOf(SkipReason reason, std::string_view rule) {
    if (m_lastGroup < m_groups.size()) {
        const Group& last = m_groups[m_lastGroup];
        if (last.reason == reason && !last.rest && last.rule == rule) return m_lastGroup;
    }
    if (const auto known = m_numbers.find({reason, rule}); known != m_numbers.end())
        return m_lastGroup = known->second;
    const size_t cost = sizeof(Group) + rule.size() + kNodeCost;
    if (m_memory + cost > m_budget) return restOf(reason);
    m_memory += cost;
    const auto number = static_cast<uint32_t>(m_groups.size());
    m_groups.push_back({reason, std::string(rule)});
    m_numbers.emplace(Key{reason, m_groups.back().rule}, number);
    return m_lastGroup = number;
}

uint32_t SkipTally::restOf(SkipReason reason) {
    std::optional<uint32_t>& rest = m_rests[static_cast<size_t>(reason)];
    if (!rest) {
        rest = static_cast<uint32_t>(m_groups.size());
        m_groups.push_back({reason, {}, true});
    }
    return *rest;
}

void SkipTally::keep(Group& group, const Skip& skip) {
    const bool loss = isLoss(group.reason);
    if (m_full[loss]) return;
    // Names that were not asked for are many and no surprise: the others always find room.
    const size_t limit = loss ? m_budget : m_budget / 2;
    const std::string_view path = skip.path;
    const size_t slash = path.rfind('/');
    const std::string_view folder = path.substr(0, slash == std::string_view::npos ? 0 : slash + 1);
    if (folder.size() + path.size() + 2 * sizeof(Head) > kBlock) return;  // no sane path
    uint32_t home = kNone;
    if (!folder.empty()) {
        if (m_lastFolder == kNone || text(m_lastFolder) != folder) {
            const auto stored = store(folder, kNone, false, limit);
            if (!stored) {
                m_full[loss] = true;
                return;
            }
            m_lastFolder = *stored;
        }
        home = m_lastFolder;
    }
    const auto place = store(path.substr(folder.size()), home, skip.folder, limit);
    if (!place || m_memory + kPlaceCost > limit) {
        m_full[loss] = true;
        return;
    }
    m_memory += kPlaceCost;
    group.places.push_back(*place);
}

std::optional<uint32_t> SkipTally::store(std::string_view text, uint32_t folder, bool isFolder,
                                         size_t limit) {
    const size_t size = sizeof(Head) + text.size();
    if (m_blocks.empty() || m_used + size > kBlock) {
        if (m_memory + kBlock > limit) return {};
        m_blocks.emplace_back(new char[kBlock]);
        m_memory += kBlock;
        m_used = 0;
    }
    char* to = m_blocks.back().get() + m_used;
    const Head head{static_cast<uint32_t>(text.size() << 1) | (isFolder ? 1U : 0U), folder};
    std::memcpy(to, &head, sizeof head);
    if (!text.empty()) std::memcpy(to + sizeof head, text.data(), text.size());
    const size_t place = ((m_blocks.size() - 1) << kBlockBits) + m_used;
    m_used += size;
    return static_cast<uint32_t>(place);
}

SkipTally::Head SkipTally::head(uint32_t place) const {
    Head head;
    std::memcpy(&head, m_blocks[place >> kBlockBits].get() + (place & (kBlock - 1)), sizeof head);
    return head;
}

std::string_view SkipTally::text(uint32_t place) const {
    const char* at = m_blocks[place >> kBlockBits].get() + (place & (kBlock - 1));
    return {at + sizeof(Head), head(place).lengthAndKind >> 1};
}

std::string SkipTally::path(size_t group, size_t i) const {
    const uint32_t place = m_groups[group].places[i];
    const uint32_t folder = head(place).folder;
    std::string path;
    if (folder != kNone) path = text(folder);
    return path.append(text(place));
}

bool SkipTally::isFolder(size_t group, size_t i) const {
    return (head(m_groups[group].places[i]).lengthAndKind & 1) != 0;
}

std::vector<uint32_t> SkipTally::groups() const {
    std::vector<uint32_t> numbers(m_groups.size());
    std::iota(numbers.begin(), numbers.end(), 0U);
    std::stable_sort(numbers.begin(), numbers.end(), [this](uint32_t a, uint32_t b) {
        return m_groups[a].count() > m_groups[b].count();
    });
    return numbers;
}

}  // namespace findling::gui
