/// A search whose batches wait in a bounded queue until somebody asks for them. Knows no Python,
/// so that nothing in here can need the interpreter's lock.
#pragma once

#include "core/search/Search.h"
#include "python/Rows.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace findling::python {

class Stream : public Sink {
public:
    /// Batches that may wait; then the search waits too.
    static constexpr size_t kMaxBatches = 16;

    struct Delivery {
        std::unique_ptr<FoundRows> rows;
        std::vector<Problem> problems;
    };
    enum class Got : uint8_t { Batch, Nothing, End };

    /// Starts the search. Errors of the query come back.
    static Result<std::shared_ptr<Stream>> start(const Query& query);
    ~Stream() override;

    /// The next batch; Nothing when none comes in time.
    Got take(Delivery& out, std::chrono::milliseconds time);
    /// Stops the search and waits for its threads. Any number of times, by any thread.
    void close();

    Progress progress() const;
    /// What the search ended with; nothing as long as it runs.
    std::optional<Summary> summary() const;
    double secondsSoFar() const;

    Detail detail() const override { return m_content ? Detail::Spans : Detail::Files; }
    /// The lines of a file follow each other, so that itertools.groupby() works.
    bool wholeFiles() const override { return m_content; }
    std::unique_ptr<RowPacker> packer() override;
    void deliver(Batch batch, const StopToken& stop) override;
    void finished(const Summary& summary) override;

private:
    explicit Stream(bool content) : m_content(content) {}

    const bool m_content;
    const std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    mutable std::mutex m_mutex;  // guards all that follows but m_search
    std::condition_variable m_arrived, m_taken;
    std::deque<Delivery> m_queue;
    Progress m_progress;
    std::optional<Summary> m_summary;
    bool m_closed = false;
    std::mutex m_searchMutex;
    std::unique_ptr<Search> m_search;  // guarded by m_searchMutex; the last member, the first to go
};

}  // namespace findling::python
