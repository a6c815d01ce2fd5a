#include "gui/session/NameMemory.h"

#include <algorithm>

namespace findling::gui {

void NameMemory::keep(std::shared_ptr<const WalkRecord> record) {
    if (!record->isComplete()) return;
    std::erase_if(m_records, [&](const auto& old) { return old->walk() == record->walk(); });
    m_records.push_back(std::move(record));
    size_t bytes = 0;
    auto at = m_records.end();
    while (at != m_records.begin() && bytes + (*(at - 1))->bytes() <= m_budget)
        bytes += (*--at)->bytes();
    m_records.erase(m_records.begin(), at);
}

void NameMemory::forget(const std::shared_ptr<const WalkRecord>& record) {
    std::erase(m_records, record);
}

std::shared_ptr<const WalkRecord> NameMemory::find(const Query& query) {
    const auto found = std::find_if(m_records.begin(), m_records.end(),
                                    [&](const auto& record) { return record->serves(query); });
    if (found == m_records.end()) return nullptr;
    std::rotate(found, found + 1, m_records.end());
    return m_records.back();
}

bool NameMemory::serves(const Query& query) const {
    return std::any_of(m_records.begin(), m_records.end(),
                       [&](const auto& record) { return record->serves(query); });
}

}  // namespace findling::gui
