/// The patterns of one ignore file as a trie of path parts. The walk carries the states that are
/// alive in a folder down with it, so an entry costs a few look-ups of its name: no path is put
/// together and no rule is asked twice. Time is linear in patterns times path, "**" included.
#pragma once

#include "core/walk/IgnorePattern.h"
#include "core/walk/NameTable.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

/// A name with what look-ups need, worked out once for all tries.
struct IgnoreName {
    explicit IgnoreName(std::string_view name);

    std::string_view text;
    std::string_view extension;  ///< from the last "." on, or empty
    uint64_t hash;
    uint64_t extensionHash;
    uint64_t bytes;  ///< that occur in it, by their low six bits
};

class IgnoreTrie {
public:
    struct Node;
    using State = const Node*;
    using States = std::vector<State>;

    IgnoreTrie();
    ~IgnoreTrie();
    IgnoreTrie(const IgnoreTrie&) = delete;
    IgnoreTrie& operator=(const IgnoreTrie&) = delete;

    /// `rule` numbers the rules from 1; each call's is larger than the one before.
    /// `anyDepth`: the pattern is for names in all folders below.
    void add(const std::vector<IgnorePart>& pattern, bool anyDepth, bool foldersOnly,
             uint32_t rule);

    /// The states that are alive in the folder of the ignore file.
    States begin() const;
    /// Those that stay alive in every folder below, whatever its name.
    static States lasting(std::span<const State> states);
    /// Whether the folder `name` has more states than those.
    static bool stepsFurther(std::span<const State> states, const IgnoreName& name);
    /// The states inside the folder `name`.
    static States step(std::span<const State> states, const IgnoreName& name);

    /// The last rule that matches an entry, or 0.
    static uint32_t match(std::span<const State> states, const IgnoreName& name, bool folder);

private:
    struct Edge;
    Node& makeNode();
    Edge& edgeFor(Node& from, const WildName& name);
    Node& foldersOf(Node& from);
    Node& next(Edge& edge);

    std::vector<std::unique_ptr<Node>> m_nodes;
};

}  // namespace findling
