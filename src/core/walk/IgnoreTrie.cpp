#include "core/walk/IgnoreTrie.h"

#include "core/walk/NameTable.h"

#include <algorithm>

namespace findling {

/// A step from one part of a pattern to the next.
struct IgnoreTrie::Edge {
    // The last rule that ends here: for folders, and for everything else.
    uint32_t lastForFolder = 0;
    uint32_t last = 0;
    Node* next = nullptr;

    uint32_t lastFor(bool folder) const { return folder ? lastForFolder : last; }
    void end(uint32_t rule, bool foldersOnly) {
        lastForFolder = rule;
        if (!foldersOnly) last = rule;
    }
};

/// A place between two parts. What most rules are has a table: whole names and extensions.
struct IgnoreTrie::Node {
    struct Wild {
        WildName name;
        Edge edge = {};
    };
    NameTable<Edge> names;
    NameTable<Edge> extensions;  ///< ".o" of "*.o"
    std::vector<Wild> wilds;     ///< in the order of their first rules
    Edge any;                    ///< whatever the name
    Node* folders = nullptr;     ///< "**/": alive as soon as this is
    bool lasts = false;          ///< alive in all folders below

    /// Calls `use` for the edges that the name takes, among those for which `wanted` holds.
    template <class Wanted, class Use>
    void eachEdge(const IgnoreName& name, Wanted wanted, Use use) const {
        if (wanted(any)) use(any);
        if (const Edge* edge = names.find(name.text, name.hash)) use(*edge);
        if (const Edge* edge = extensions.find(name.extension, name.extensionHash)) use(*edge);
        for (auto wild = wilds.rbegin(); wild != wilds.rend(); ++wild) {
            if ((wild->name.required() & ~name.bytes) == 0 && wanted(wild->edge) &&
                wild->name.matches(name.text)) {
                use(wild->edge);
            }
        }
    }
};

namespace {

/// ".o" of "*.o": names with this behind their last dot are all that match.
bool isExtension(const WildName& name) {
    return name.shape() == WildName::Shape::Suffix && name.literal().rfind('.') == 0;
}

void arrive(IgnoreTrie::State state, IgnoreTrie::States& out) {
    out.push_back(state);
    if (state->folders) out.push_back(state->folders);
}

void sortUnique(IgnoreTrie::States& states) {
    std::sort(states.begin(), states.end());
    states.erase(std::unique(states.begin(), states.end()), states.end());
}

}  // namespace

IgnoreName::IgnoreName(std::string_view name) : text(name), hash(hashName(name)), bytes(0) {
    for (const char c : name) bytes |= uint64_t{1} << (static_cast<unsigned char>(c) & 63u);
    const size_t dot = name.rfind('.');
    if (dot != std::string_view::npos) extension = name.substr(dot);
    extensionHash = hashName(extension);
}

IgnoreTrie::IgnoreTrie() {
    makeNode();
}

IgnoreTrie::~IgnoreTrie() = default;

IgnoreTrie::Node& IgnoreTrie::makeNode() {
    return *m_nodes.emplace_back(std::make_unique<Node>());
}

IgnoreTrie::Edge& IgnoreTrie::edgeFor(Node& from, const WildName& name) {
    if (name.shape() == WildName::Shape::Any) return from.any;
    if (name.shape() == WildName::Shape::Literal) return from.names.at(name.literal());
    if (isExtension(name)) return from.extensions.at(name.literal());
    return from.wilds.emplace_back(Node::Wild{name}).edge;
}

IgnoreTrie::Node& IgnoreTrie::foldersOf(Node& from) {
    if (from.lasts) return from;  // "**/**/" is no more than "**/"
    if (!from.folders) {
        from.folders = &makeNode();
        from.folders->lasts = true;
    }
    return *from.folders;
}

IgnoreTrie::Node& IgnoreTrie::next(Edge& edge) {
    if (!edge.next) edge.next = &makeNode();
    return *edge.next;
}

void IgnoreTrie::add(const std::vector<IgnorePart>& pattern, bool anyDepth, bool foldersOnly,
                     uint32_t rule) {
    Node* node = m_nodes.front().get();
    if (anyDepth) node = &foldersOf(*node);
    for (size_t i = 0; i < pattern.size(); ++i) {
        switch (pattern[i].kind) {
            case IgnorePart::Kind::Folders: node = &foldersOf(*node); break;
            case IgnorePart::Kind::Rest:
                node->any.end(rule, foldersOnly);
                if (!node->lasts) foldersOf(next(node->any)).any.end(rule, foldersOnly);
                return;
            case IgnorePart::Kind::Name: {
                Edge& edge = edgeFor(*node, pattern[i].name);
                if (i + 1 == pattern.size()) edge.end(rule, foldersOnly);
                else node = &next(edge);
            }
        }
    }
}

IgnoreTrie::States IgnoreTrie::begin() const {
    States out;
    arrive(m_nodes.front().get(), out);
    return out;
}

IgnoreTrie::States IgnoreTrie::lasting(std::span<const State> states) {
    States out;
    for (const State state : states) {
        if (state->lasts) out.push_back(state);
    }
    return out;
}

bool IgnoreTrie::stepsFurther(std::span<const State> states, const IgnoreName& name) {
    const auto leads = [](const Edge& edge) { return edge.next != nullptr; };
    bool further = false;
    for (const State state : states) {
        state->eachEdge(name, leads, [&](const Edge& edge) { further = further || leads(edge); });
        if (further) return true;
    }
    return false;
}

IgnoreTrie::States IgnoreTrie::step(std::span<const State> states, const IgnoreName& name) {
    const auto leads = [](const Edge& edge) { return edge.next != nullptr; };
    States out = lasting(states);
    for (const State state : states) {
        state->eachEdge(name, leads, [&](const Edge& edge) {
            if (leads(edge)) arrive(edge.next, out);
        });
    }
    sortUnique(out);
    return out;
}

uint32_t IgnoreTrie::match(std::span<const State> states, const IgnoreName& name, bool folder) {
    uint32_t best = 0;
    const auto better = [&](const Edge& edge) { return edge.lastFor(folder) > best; };
    for (const State state : states) {
        state->eachEdge(name, better,
                        [&](const Edge& edge) { best = std::max(best, edge.lastFor(folder)); });
    }
    return best;
}

}  // namespace findling
