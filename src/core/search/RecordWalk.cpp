#include "core/search/RecordWalk.h"

#include "core/search/Worker.h"

namespace findling {

namespace {
/// Entries between two questions whether to go on.
constexpr uint32_t kEntriesPerQuestion = 256;
}  // namespace

void RecordWalk::work(Worker& worker) {
    for (;;) {
        const size_t at = m_next.fetch_add(1, std::memory_order_relaxed);
        if (at >= m_record->blocks().size()) return;
        if (!walk(worker, *m_record->blocks()[at])) return;
    }
}

bool RecordWalk::walk(Worker& worker, const WalkRecord::Block& block) {
    PathBuilder paths;
    uint32_t count = 0;
    for (const WalkRecord::Listing& listing : block.listings) {
        const WalkRoot& root = m_record->roots()[listing.root];
        paths.setFolder(root, block.path(listing));
        for (uint32_t at = listing.begin; at < listing.end;) {
            if (++count % kEntriesPerQuestion == 0 && !worker.goOn()) return false;
            const WalkRecord::Named named = WalkRecord::next(block, at);
            worker.recorded(
                Entry(root, paths, named.name, named.type, listing.depth, m_record->walk().follow));
        }
    }
    return worker.goOn();
}

}  // namespace findling
