#include "core/search/RecordWalk.h"

#include "core/search/Worker.h"

#include <algorithm>

namespace findling {

namespace {
/// Entries between two questions whether to go on.
constexpr uint32_t kEntriesPerQuestion = 256;
}  // namespace

void RecordWalk::work(Worker& worker, const Needle& needle) {
    for (;;) {
        const size_t at = m_next.fetch_add(1, std::memory_order_relaxed);
        if (at >= m_record->blocks().size()) return;
        const WalkRecord::Block& block = *m_record->blocks()[at];
        if (!(needle.isEmpty() ? walk(worker, block) : walkAt(worker, block, needle))) return;
    }
}

void RecordWalk::show(Worker& worker, PathBuilder& paths, const WalkRecord::Listing& listing,
                      const WalkRecord::Named& named) {
    worker.recorded(Entry(m_record->roots()[listing.root], paths, named.name, named.type,
                          listing.depth, m_record->walk().follow));
}

bool RecordWalk::walk(Worker& worker, const WalkRecord::Block& block) {
    PathBuilder paths;
    uint32_t count = 0;
    for (const WalkRecord::Listing& listing : block.listings) {
        paths.setFolder(m_record->roots()[listing.root], block.path(listing));
        for (uint32_t at = listing.begin; at < listing.end;) {
            if (++count % kEntriesPerQuestion == 0 && !worker.goOn()) return false;
            show(worker, paths, listing, WalkRecord::next(block, at));
        }
    }
    return worker.goOn();
}

/// Looks for the needle in all names of the block as one text, and only then where in it that is:
/// most names are never looked at by themselves.
bool RecordWalk::walkAt(Worker& worker, const WalkRecord::Block& block, const Needle& needle) {
    PathBuilder paths;
    uint32_t count = 0;
    uint32_t at = 0;  // of an entry
    auto listing = block.listings.begin();
    bool entered = false;
    Needle::Scan scan(needle, block.entries);
    for (size_t hit = scan.next(0); hit != std::string_view::npos; hit = scan.next(at)) {
        if (++count % kEntriesPerQuestion == 0 && !worker.goOn()) return false;
        while (hit >= listing->end) {
            ++listing;
            entered = false;
        }
        if (!entered) {
            paths.setFolder(m_record->roots()[listing->root], block.path(*listing));
            at = std::max(at, listing->begin);
            entered = true;
        }
        WalkRecord::Named named;
        while (at <= hit) named = WalkRecord::next(block, at);
        show(worker, paths, *listing, named);
    }
    return worker.goOn();
}

}  // namespace findling
