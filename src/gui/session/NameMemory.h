/// The last complete walks, so that the next key looks for names in memory. Within a budget; what
/// was used last stays longest.
#pragma once

#include "core/index/WalkRecord.h"
#include "core/search/Sink.h"

#include <memory>
#include <vector>

namespace findling::gui {

class NameMemory {
public:
    static constexpr size_t kBudget = size_t{256} << 20;  // bytes: some ten million names

    explicit NameMemory(size_t budget = kBudget) : m_budget(budget) {}

    /// For a walk that is about to begin.
    std::shared_ptr<WalkRecord> newRecord() const { return std::make_shared<WalkRecord>(m_budget); }
    /// Takes the place of an older record of the same walk. One that is not complete is not kept.
    /// `totals`: what its walk counted.
    void keep(std::shared_ptr<const WalkRecord> record, const Progress& totals = {});
    void forget(const std::shared_ptr<const WalkRecord>& record);
    /// Null where nothing serves the query.
    std::shared_ptr<const WalkRecord> find(const Query& query);
    bool serves(const Query& query) const;
    /// What a search among this record can say before the disk is looked at: names that were seen,
    /// and what the walk left out whatever name was asked for.
    Progress progressOf(const std::shared_ptr<const WalkRecord>& record) const;

private:
    size_t m_budget;
    struct Kept {
        std::shared_ptr<const WalkRecord> record;
        Progress known;
    };
    std::vector<Kept>::const_iterator place(const Query& query) const;

    std::vector<Kept> m_records;  ///< the last used at the end
};

}  // namespace findling::gui
