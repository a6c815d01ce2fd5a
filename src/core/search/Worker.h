/// One search thread's judgement: what is entered, what is a result, what is left out and why.
#pragma once

#include "core/content/ContentSearcher.h"
#include "core/index/WalkRecord.h"
#include "core/search/Outbox.h"
#include "core/search/Plan.h"
#include "core/walk/Walk.h"

#include <optional>

namespace findling {

class Worker : public Visitor, private ContentReceiver {
public:
    /// Writes what it sees into the record, where there is one.
    Worker(const Plan& plan, Delivery& delivery, unsigned thread, StopSource stop,
           WalkRecord* record = nullptr);

    void beginFolder(const Folder& folder) override;
    Fate visit(const Entry& entry) override;
    void search(const Entry& entry) override;
    void skipped(const Entry& entry, SkipReason reason) override;
    void problem(Problem problem) override;
    void idle() override { m_outbox.flushIfAny(); }
    bool goOn() override;

    /// An entry that an earlier walk came upon: only what chooses among such is asked.
    void recorded(const Entry& entry);

    /// Hands over what is left; the last call.
    void finish();

private:
    // of the file at hand, from ContentReceiver
    Wish wantsMatch() override;
    bool match(const Match& match) override;
    bool waiting() override;
    void tooComplex(uint64_t line, bool last) override;
    void tooMany(uint64_t line) override;

    bool onTheWay(const Entry& entry) const;
    bool mayBeSeen(const Entry& entry);
    bool isInSight(const Entry& entry) const;
    void record(const Entry& entry);
    const NameMatcher* excludedBy(const Entry& entry) const;
    bool isExcluded(const Entry& entry);
    bool isTooHigh(const Entry& entry);
    bool isInExcludedFolder(const Entry& entry);
    bool passesNames(const Entry& entry) { return passes(entry, 0, m_plan.nameFilters); }
    bool passesFacts(const Entry& entry) {
        return passes(entry, m_plan.nameFilters, m_plan.filters.size());
    }
    bool passes(const Entry& entry, size_t begin, size_t end);
    bool fails(const Entry& entry, const Filter& filter, Answer answer, int code);
    void skip(const Entry& entry, SkipReason reason, const std::string& rule);
    Wish claim();
    void report(const Entry& entry);
    void finishFile(const Entry& entry, const ContentEnd& end);

    const Plan& m_plan;
    Delivery& m_delivery;
    StopSource m_stop;
    StopToken m_token;
    Outbox m_outbox;
    Detail m_detail;
    std::optional<WalkRecord::Part> m_record;
    std::optional<ContentSearcher> m_content;
    const Entry* m_entry = nullptr;  ///< whose content is being searched
    bool m_begun = false;            ///< beginFile() was said for it
    bool m_uncertain = false;        ///< of a line of it nobody knows whether it matches
    bool m_limitReached = false;     ///< this thread took the last result of a limit
    bool m_entering = false;         ///< the folder at hand is entered next
    uint64_t m_reported = 0;         ///< lines that count towards the limit
};

}  // namespace findling
