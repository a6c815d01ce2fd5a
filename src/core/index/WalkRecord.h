/// What one walk came upon, kept in memory: the simplest index. Other names can be looked for in it
/// without walking again; what has changed on the disk since then a new record tells.
#pragma once

#include "core/base/Stop.h"
#include "core/query/Query.h"
#include "core/walk/Folder.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

/// That part of a query which decides what a walk comes upon. Names, sizes, times and the like only
/// choose among that: queries that are equal in this part can share a record.
Query walkPart(const Query& query);

class WalkRecord {
public:
    /// A folder's entries, or some of them: a long listing is spread over several blocks.
    struct Listing {
        uint32_t pathAt = 0;  ///< in the block's paths; with a "/" at its end, empty for the root
        uint32_t pathLength = 0;
        uint32_t root = 0;
        uint32_t depth = 0;  ///< of the entries: 1 in a root
        uint32_t begin = 0;  ///< in the block's entries
        uint32_t end = 0;
        uint64_t sum = 0;  ///< of the entries' hashes: equal listings have equal sums
        uint32_t count = 0;
    };
    /// Written by one thread, then never changed. About 256 KiB.
    struct Block {
        std::string paths;
        std::string entries;  ///< each: type, length of the name in two bytes, name
        std::vector<Listing> listings;

        std::string_view path(const Listing& listing) const {
            return std::string_view(paths).substr(listing.pathAt, listing.pathLength);
        }
    };
    struct Named {
        std::string_view name;
        FileType type = FileType::Unknown;
        friend auto operator<=>(const Named&, const Named&) = default;
    };

    /// One search thread's share while the walk is on its way.
    class Part {
    public:
        explicit Part(WalkRecord& record) : m_record(record) {}
        void beginFolder(uint32_t root, std::string_view path, uint32_t depth);
        void add(std::string_view name, FileType type);
        /// Hands over what is left; the last call.
        void finish();

    private:
        void openListing();
        void closeBlock();

        WalkRecord& m_record;
        std::shared_ptr<Block> m_block;
        std::string m_path;
        uint32_t m_root = 0;
        uint32_t m_depth = 0;
        bool m_open = false;  ///< the block's last listing is of this folder
    };

    /// Keeps at most so many bytes; a walk that comes upon more is not kept at all.
    explicit WalkRecord(size_t budget) : m_budget(budget) {}

    void setQuery(const Query& query, std::vector<WalkRoot> roots);
    /// All parts are finished, and nothing is missing.
    void complete();
    bool isComplete() const { return m_complete.load(std::memory_order_acquire); }
    /// Whether what this query asks for is among what was kept.
    bool serves(const Query& query) const { return isComplete() && walkPart(query) == m_walk; }

    const std::vector<WalkRoot>& roots() const { return m_roots; }
    const Query& walk() const { return m_walk; }
    const std::vector<std::shared_ptr<const Block>>& blocks() const { return m_blocks; }
    /// Roots may be other ones, under the same names.
    bool hasSameRoots(const WalkRecord& other) const;
    size_t bytes() const { return m_bytes.load(std::memory_order_relaxed); }
    size_t entries() const;

    /// The entry that begins at `at`, which then stands behind it.
    static Named next(const Block& block, uint32_t& at);
    /// As a result shows it.
    std::string pathOf(const Block& block, const Listing& listing, std::string_view name) const;

private:
    void keep(std::shared_ptr<const Block> block);

    const size_t m_budget;
    Query m_walk;
    std::vector<WalkRoot> m_roots;
    std::mutex m_mutex;
    std::vector<std::shared_ptr<const Block>> m_blocks;  // guarded by m_mutex until complete
    std::atomic<size_t> m_bytes{0};
    std::atomic<bool> m_complete{false};
};

/// What a later walk of the same query came upon that an earlier one had not, and the reverse.
struct WalkChanges {
    std::shared_ptr<const WalkRecord> added;  ///< null where there is nothing
    std::vector<std::string> removed;         ///< paths as results show them
};

/// Both must be complete, and have the same roots. An entry that is of another type now is removed
/// and added. Empty when it is cancelled through `stop`.
WalkChanges compareWalks(const WalkRecord& before, const WalkRecord& now, const StopToken& stop);

}  // namespace findling
