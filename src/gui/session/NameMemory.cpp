#include "gui/session/NameMemory.h"

#include <algorithm>

namespace findling::gui {

namespace {

Progress knownOf(const WalkRecord& record, const Progress& totals) {
    Progress out;
    out.entries = record.entries();
    for (const SkipReason reason :
         {SkipReason::Hidden, SkipReason::Ignored, SkipReason::Excluded, SkipReason::Depth,
          SkipReason::OtherFileSystem, SkipReason::VirtualFileSystem})
        at(out.skips, reason) = at(totals.skips, reason);
    return out;
}

}  // namespace

void NameMemory::keep(std::shared_ptr<const WalkRecord> record, const Progress& totals) {
    if (!record->isComplete()) return;
    std::erase_if(m_records, [&](const Kept& old) { return old.record->walk() == record->walk(); });
    const Progress known = knownOf(*record, totals);
    m_records.push_back({std::move(record), known});
    size_t bytes = 0;
    auto at = m_records.end();
    while (at != m_records.begin() && bytes + (at - 1)->record->bytes() <= m_budget)
        bytes += (--at)->record->bytes();
    m_records.erase(m_records.begin(), at);
}

void NameMemory::forget(const std::shared_ptr<const WalkRecord>& record) {
    std::erase_if(m_records, [&](const Kept& kept) { return kept.record == record; });
}

std::vector<NameMemory::Kept>::const_iterator NameMemory::place(const Query& query) const {
    const Query walk = walkPart(query);
    return std::find_if(m_records.begin(), m_records.end(),
                        [&](const Kept& kept) { return kept.record->walk() == walk; });
}

std::shared_ptr<const WalkRecord> NameMemory::find(const Query& query) {
    const auto found = place(query);
    if (found == m_records.end()) return nullptr;
    const auto at = m_records.begin() + (found - m_records.begin());
    std::rotate(at, at + 1, m_records.end());
    return m_records.back().record;
}

bool NameMemory::serves(const Query& query) const {
    return place(query) != m_records.end();
}

Progress NameMemory::progressOf(const std::shared_ptr<const WalkRecord>& record) const {
    for (const Kept& kept : m_records) {
        if (kept.record == record) return kept.known;
    }
    return {};
}

}  // namespace findling::gui
