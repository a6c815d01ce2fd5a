/// Skipped entries by reason and rule, with as many of their paths as a memory budget allows. Knows
/// no widgets: what arrives while a search runs is taken in quickly, on the window's thread.
#pragma once

#include "core/base/Problem.h"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace findling::gui {

class SkipTally {
public:
    static constexpr size_t kBudget = size_t{64} << 20;

    struct Group {
        SkipReason reason = SkipReason::Pattern;
        std::string rule = {};
        /// Entries of this reason that were counted without their rules. Which of them are folders
        /// is not known: all stand in `files`.
        bool rest = false;
        uint64_t files = 0;
        uint64_t folders = 0;               ///< not entered
        std::vector<uint32_t> places = {};  ///< of the paths that are kept

        uint64_t count() const { return files + folders; }
    };

    explicit SkipTally(size_t budget = kBudget);

    void add(std::vector<Skip>&& skips);
    /// Entries that a search has only counted.
    void addUnlisted(SkipReason reason, uint64_t count);
    void clear();

    /// Groups by number, in the order in which they were met.
    size_t size() const { return m_groups.size(); }
    const Group& group(size_t number) const { return m_groups[number]; }
    /// Numbers of all groups, the largest first.
    std::vector<uint32_t> groups() const;
    uint64_t total(SkipReason reason) const { return at(m_totals, reason); }
    const SkipCounts& totals() const { return m_totals; }

    size_t kept(size_t group) const { return m_groups[group].places.size(); }
    std::string path(size_t group, size_t i) const;
    bool isFolder(size_t group, size_t i) const;
    size_t memory() const { return m_memory; }

private:
    struct Key {
        SkipReason reason;
        std::string_view rule;  ///< of the group itself, which never moves
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct KeyHash {
        size_t operator()(const Key& key) const;
    };
    /// In front of the bytes of a name, or of a folder with its "/".
    struct Head {
        uint32_t lengthAndKind;  ///< the lowest bit: it is a folder that was skipped
        uint32_t folder;         ///< place of the folder that the name is in
    };

    uint32_t groupOf(SkipReason reason, std::string_view rule);
    uint32_t restOf(SkipReason reason);
    void keep(Group& group, const Skip& skip);
    std::optional<uint32_t> store(std::string_view text, uint32_t folder, bool isFolder,
                                  size_t limit);
    Head head(uint32_t place) const;
    std::string_view text(uint32_t place) const;

    size_t m_budget;
    size_t m_memory = 0;
    std::deque<Group> m_groups;
    std::unordered_map<Key, uint32_t, KeyHash> m_numbers;
    std::array<std::optional<uint32_t>, kSkipReasons> m_rests;
    SkipCounts m_totals{};
    std::vector<std::unique_ptr<char[]>> m_blocks;
    size_t m_used = 0;  ///< of the last block
    uint32_t m_lastGroup = 0;
    uint32_t m_lastFolder;            ///< neighbours share it
    std::array<bool, 2> m_full = {};  ///< by isLoss: no further path is kept
};

}  // namespace findling::gui
