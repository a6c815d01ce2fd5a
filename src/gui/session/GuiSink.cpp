#include "gui/session/GuiSink.h"

#include "gui/session/GuiPacker.h"

#include <chrono>

namespace findling::gui {

namespace {

class NoRows : public RowPacker {
public:
    /// What cannot be told of it is a problem here, too.
    void entry(const Entry& entry) override { entry.stat(); }
    void beginFile(const Entry&) override {}
    void match(const Entry&, const Match&) override {}
    void endFile(const Entry&, const FileEnd&) override {}
    size_t bytes() const override { return 0; }
    std::unique_ptr<Rows> take() override { return nullptr; }
};

}  // namespace

std::unique_ptr<RowPacker> GuiSink::packer() {
    if (!m_withRows) return std::make_unique<NoRows>();
    return std::make_unique<GuiPacker>();
}

void GuiSink::deliver(Batch batch, const StopToken& stop) {
    if (auto* rows = static_cast<PackedRows*>(batch.rows.get())) rows->thread = batch.thread;
    std::unique_lock lock(m_mutex);
    while (!m_closed && m_queue.size() >= kQueue) {
        if (stop.requested()) return;  // a stopped search owes nobody its last rows
        // In short steps: the window may be waiting for this very thread while it closes.
        m_room.wait_for(lock, std::chrono::milliseconds(20));
    }
    if (m_closed) return;
    m_queue.push_back(std::move(batch));
    wakeOnce(lock);
}

void GuiSink::finished(const Summary& summary) {
    std::unique_lock lock(m_mutex);
    if (m_closed) return;
    m_summary = summary;
    wakeOnce(lock);
}

void GuiSink::wakeOnce(std::unique_lock<std::mutex>& lock) {
    if (m_awake) return;
    m_awake = true;
    lock.unlock();
    m_wake();
}

std::optional<Batch> GuiSink::take() {
    const std::scoped_lock lock(m_mutex);
    m_awake = false;
    if (m_queue.empty()) return {};
    std::optional<Batch> batch(std::move(m_queue.front()));
    m_queue.pop_front();
    m_room.notify_one();
    return batch;
}

std::optional<Summary> GuiSink::summary() const {
    const std::scoped_lock lock(m_mutex);
    if (!m_queue.empty()) return {};
    return m_summary;
}

void GuiSink::close() {
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    m_queue.clear();
    m_room.notify_all();
}

}  // namespace findling::gui
