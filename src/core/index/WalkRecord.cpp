#include "core/index/WalkRecord.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <unordered_map>

namespace findling {

namespace {

/// Small enough that all threads find work in a middling tree, and that the last one does not grow
/// by moving megabytes.
constexpr size_t kBlockBytes = size_t{256} << 10;
constexpr size_t kEntryHead = 3;

uint64_t hashOf(std::string_view name, FileType type) {
    const uint64_t hash = std::hash<std::string_view>()(name);
    // Sums of hashes that differ in the type alone must differ.
    return hash * (2 * static_cast<uint64_t>(type) + 1);
}

}  // namespace

Query walkPart(const Query& query) {
    Query walk;
    walk.roots = query.roots;
    walk.rootLists = query.rootLists;
    walk.files = query.files;
    walk.filesBelow = query.filesBelow;
    walk.excludes = query.excludes;
    if (!query.excludes.empty()) walk.nameCase = query.nameCase;
    walk.maxDepth = query.maxDepth;
    walk.hidden = query.hidden;
    walk.ignore = query.ignore;
    walk.follow = query.follow;
    walk.sameFileSystem = query.sameFileSystem;
    walk.onlyPath = query.onlyPath;
    return walk;
}

void WalkRecord::Part::beginFolder(uint32_t root, std::string_view path, uint32_t depth) {
    m_root = root;
    m_path = path;
    m_depth = depth;
    m_open = false;
}

void WalkRecord::Part::openListing() {
    if (m_block && m_block->entries.size() + m_block->paths.size() >= kBlockBytes) closeBlock();
    if (!m_block) {
        m_block = std::make_shared<Block>();
        m_block->entries.reserve(kBlockBytes + 1024);
    }
    const auto here = static_cast<uint32_t>(m_block->entries.size());
    m_block->listings.push_back({static_cast<uint32_t>(m_block->paths.size()),
                                 static_cast<uint32_t>(m_path.size()), m_root, m_depth, here, here,
                                 0, 0});
    m_block->paths += m_path;
    m_open = true;
}

void WalkRecord::Part::add(std::string_view name, FileType type) {
    if (m_record.bytes() > m_record.m_budget) return;  // nothing of it is kept any more
    if (!m_open || m_block->entries.size() >= kBlockBytes) openListing();
    Block& block = *m_block;
    name = name.substr(0, std::numeric_limits<uint16_t>::max());
    const auto length = static_cast<uint16_t>(name.size());
    const char head[kEntryHead] = {static_cast<char>(type), static_cast<char>(length & 0xFF),
                                   static_cast<char>(length >> 8)};
    block.entries.append(head, kEntryHead);
    block.entries += name;
    Listing& listing = block.listings.back();
    listing.end = static_cast<uint32_t>(block.entries.size());
    listing.sum += hashOf(name, type);
    ++listing.count;
}

void WalkRecord::Part::closeBlock() {
    if (!m_block) return;
    m_block->paths.shrink_to_fit();
    m_block->entries.shrink_to_fit();
    m_block->listings.shrink_to_fit();
    m_record.keep(std::move(m_block));
    m_block.reset();
    m_open = false;
}

void WalkRecord::Part::finish() {
    closeBlock();
}

void WalkRecord::setQuery(const Query& query, std::vector<WalkRoot> roots) {
    m_walk = walkPart(query);
    m_roots = std::move(roots);
}

void WalkRecord::keep(std::shared_ptr<const Block> block) {
    const size_t bytes = sizeof(Block) + block->paths.size() + block->entries.size() +
                         block->listings.size() * sizeof(Listing);
    const std::scoped_lock lock(m_mutex);
    if (m_bytes.fetch_add(bytes) + bytes > m_budget) m_blocks.clear();
    else m_blocks.push_back(std::move(block));
}

void WalkRecord::complete() {
    if (m_bytes.load() <= m_budget) m_complete.store(true, std::memory_order_release);
}

size_t WalkRecord::entries() const {
    size_t count = 0;
    for (const auto& block : m_blocks) {
        for (const Listing& listing : block->listings) count += listing.count;
    }
    return count;
}

WalkRecord::Named WalkRecord::next(const Block& block, uint32_t& at) {
    const auto byte = [&](uint32_t place) {
        return static_cast<uint32_t>(static_cast<unsigned char>(block.entries[place]));
    };
    const uint32_t length = byte(at + 1) | byte(at + 2) << 8;
    const Named out{std::string_view(block.entries).substr(at + kEntryHead, length),
                    static_cast<FileType>(block.entries[at])};
    at += static_cast<uint32_t>(kEntryHead) + length;
    return out;
}

std::string WalkRecord::pathOf(const Block& block, const Listing& listing,
                               std::string_view name) const {
    std::string path = m_roots[listing.root].prefix();
    path += block.path(listing);
    path += name;
    return path;
}

namespace {

/// All that is known of one folder in one record.
struct FolderEntries {
    struct Piece {
        const WalkRecord::Block* block;
        const WalkRecord::Listing* listing;
    };
    std::vector<Piece> pieces = {};
    uint64_t sum = 0;
    uint32_t count = 0;

    /// In the order of names.
    std::vector<WalkRecord::Named> sorted() const {
        std::vector<WalkRecord::Named> out;
        for (const Piece& piece : pieces) {
            for (uint32_t at = piece.listing->begin; at < piece.listing->end;)
                out.push_back(WalkRecord::next(*piece.block, at));
        }
        std::sort(out.begin(), out.end());
        // A folder that changes while it is listed may show a name twice.
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }
};

struct FolderKey {
    uint32_t root;
    std::string_view path;
    friend bool operator==(const FolderKey&, const FolderKey&) = default;
};
struct FolderKeyHash {
    size_t operator()(const FolderKey& key) const {
        return std::hash<std::string_view>()(key.path) + key.root;
    }
};
using Folders = std::unordered_map<FolderKey, FolderEntries, FolderKeyHash>;

Folders foldersOf(const WalkRecord& record) {
    Folders out;
    for (const auto& block : record.blocks()) {
        for (const WalkRecord::Listing& listing : block->listings) {
            FolderEntries& folder = out[{listing.root, block->path(listing)}];
            folder.pieces.push_back({block.get(), &listing});
            folder.sum += listing.sum;
            folder.count += listing.count;
        }
    }
    return out;
}

/// Tells the entries of `wanted` that are not in `other`, folder by folder.
template <class Tell>
void tellMissing(const Folders& wanted, const Folders& other, const StopToken& stop, Tell tell) {
    for (const auto& [key, folder] : wanted) {
        if (stop.requested()) return;
        const auto match = other.find(key);
        if (match != other.end() && match->second.sum == folder.sum &&
            match->second.count == folder.count)
            continue;
        std::vector<WalkRecord::Named> missing = folder.sorted();
        if (match != other.end()) {
            const std::vector<WalkRecord::Named> there = match->second.sorted();
            std::vector<WalkRecord::Named> left;
            std::set_difference(missing.begin(), missing.end(), there.begin(), there.end(),
                                std::back_inserter(left));
            missing.swap(left);
        }
        if (!missing.empty()) tell(folder.pieces.front(), missing);
    }
}

}  // namespace

bool WalkRecord::hasSameRoots(const WalkRecord& other) const {
    const auto same = [](const WalkRoot& a, const WalkRoot& b) {
        return a.path == b.path && a.absolute == b.absolute;
    };
    return std::equal(m_roots.begin(), m_roots.end(), other.m_roots.begin(), other.m_roots.end(),
                      same);
}

WalkChanges compareWalks(const WalkRecord& before, const WalkRecord& now, const StopToken& stop) {
    const Folders old = foldersOf(before);
    const Folders fresh = foldersOf(now);
    WalkChanges out;
    tellMissing(old, fresh, stop, [&](const FolderEntries::Piece& piece, const auto& entries) {
        for (const WalkRecord::Named& entry : entries)
            out.removed.push_back(before.pathOf(*piece.block, *piece.listing, entry.name));
    });
    auto added = std::make_shared<WalkRecord>(std::numeric_limits<size_t>::max());
    WalkRecord::Part part(*added);
    bool any = false;
    tellMissing(fresh, old, stop, [&](const FolderEntries::Piece& piece, const auto& entries) {
        const WalkRecord::Listing& listing = *piece.listing;
        part.beginFolder(listing.root, piece.block->path(listing), listing.depth);
        for (const WalkRecord::Named& entry : entries) part.add(entry.name, entry.type);
        any = true;
    });
    part.finish();
    if (stop.requested()) return {};
    if (!any) return out;
    added->setQuery(now.walk(), now.roots());
    added->complete();
    out.added = std::move(added);
    return out;
}

}  // namespace findling
