/// The place where the search threads and the window meet: a bounded queue of batches.
#pragma once

#include "core/search/Sink.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace findling::gui {

class GuiSink : public Sink {
public:
    /// Batches that may wait; then the search threads do.
    static constexpr size_t kQueue = 128;

    /// `wake` is called on a search thread when the queue is no longer empty, or all is delivered.
    explicit GuiSink(std::function<void()> wake, bool withRows = true)
        : m_wake(std::move(wake)), m_withRows(withRows) {}

    Detail detail() const override { return Detail::Spans; }
    std::unique_ptr<RowPacker> packer() override;
    void deliver(Batch batch, const StopToken& stop) override;
    void finished(const Summary& summary) override;

    /// The receiver's half.
    std::optional<Batch> take();
    /// Once all batches are taken and the search is over.
    std::optional<Summary> summary() const;
    /// Nobody listens any more: what comes is dropped, and nobody waits.
    void close();

private:
    void wakeOnce(std::unique_lock<std::mutex>& lock);

    const std::function<void()> m_wake;
    const bool m_withRows;  ///< false: only what happens beside them is wanted
    mutable std::mutex m_mutex;
    std::condition_variable m_room;
    std::deque<Batch> m_queue;  // guarded by m_mutex, as all below
    std::optional<Summary> m_summary;
    bool m_closed = false;
    bool m_awake = false;  // a wake-up is on its way
};

}  // namespace findling::gui
