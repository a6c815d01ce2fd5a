/// Collects what one search thread finds and hands it to the sink in batches: the first at once,
/// then when enough has come together or 50 ms have passed.
#pragma once

#include "core/base/Stop.h"
#include "core/content/ContentSearcher.h"
#include "core/search/Sink.h"

#include <atomic>
#include <chrono>
#include <mutex>

namespace findling {

/// What the outboxes of one search share.
struct Delivery {
    Sink& sink;
    uint64_t searchId;
    std::mutex mutex = {};             ///< one deliver() at a time
    Progress totals{};                 ///< guarded by mutex
    std::atomic<bool> first{true};     ///< nothing was delivered yet
    std::atomic<uint64_t> claimed{0};  ///< results, for a limit on them
    bool countsWithout = false;        ///< results are the files without a match
    HelperBudget helpers{0};           ///< threads that may join in one large file
};

class Outbox {
public:
    Outbox(Delivery& delivery, unsigned thread, StopToken stop);

    void entry(const Entry& entry);
    void beginFile(const Entry& entry);
    void match(const Entry& entry, const Match& match);
    void endFile(const Entry& entry, const FileEnd& end);
    void problem(Problem problem);
    void skip(Skip skip);

    /// Counts since the last batch; the caller adds to them.
    Progress& counts() { return m_counts; }

    /// Delivers what is due by the clock.
    void tick();
    void flush();
    void flushIfAny() {
        if (!isEmpty()) flush();
    }

private:
    static constexpr size_t kMaxRows = 256;
    static constexpr size_t kMaxMatches = 4096;
    static constexpr size_t kMaxBytes = 256 * 1024;
    static constexpr size_t kMaxSkips = 1024;
    static constexpr std::chrono::milliseconds kMaxAge{50};
    /// So many times as much as usual is kept while another thread's file is being delivered.
    static constexpr size_t kPatience = 16;

    bool isEmpty() const {
        return m_rows == 0 && m_matches == 0 && m_batch.problems.empty() && m_batch.skips.empty();
    }
    void afterRow();
    void flushSoon();

    Delivery& m_delivery;
    unsigned m_thread;
    StopToken m_stop;
    std::unique_ptr<RowPacker> m_packer;
    Batch m_batch;
    Progress m_counts;
    size_t m_rows = 0;
    size_t m_matches = 0;
    bool m_fileOpen = false;
    std::unique_lock<std::mutex> m_turn;  ///< held while a file is delivered in parts
    std::chrono::steady_clock::time_point m_lastFlush = std::chrono::steady_clock::now();
};

}  // namespace findling
