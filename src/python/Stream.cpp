#include "python/Stream.h"

#include <utility>

namespace findling::python {

namespace {

/// How long a stop may go unnoticed by a search thread that waits for the reader.
constexpr std::chrono::milliseconds kSlice{20};

}  // namespace

Result<std::shared_ptr<Stream>> Stream::start(const Query& query) {
    std::shared_ptr<Stream> stream(new Stream(query.content.has_value()));
    auto search = Search::start(query, *stream);
    if (!search) return search.error();
    stream->m_search = std::move(*search);
    return stream;
}

Stream::~Stream() {
    close();
}

std::unique_ptr<RowPacker> Stream::packer() {
    return std::make_unique<FoundPacker>();
}

void Stream::deliver(Batch batch, const StopToken& stop) {
    std::unique_lock lock(m_mutex);
    m_progress = batch.progress;
    Delivery delivery;
    delivery.rows.reset(static_cast<FoundRows*>(batch.rows.release()));
    delivery.problems = std::move(batch.problems);
    if (delivery.rows) {
        for (Problem& problem : delivery.rows->problems) {
            delivery.problems.push_back(std::move(problem));
        }
    }
    if (!delivery.rows && delivery.problems.empty()) return;
    while (m_queue.size() >= kMaxBatches && !m_closed && !stop.requested()) {
        m_taken.wait_for(lock, kSlice);
    }
    if (m_closed) return;
    m_queue.push_back(std::move(delivery));
    m_arrived.notify_one();
}

void Stream::finished(const Summary& summary) {
    const std::scoped_lock lock(m_mutex);
    m_summary = summary;
    m_progress = summary.totals;
    m_arrived.notify_all();
}

Stream::Got Stream::take(Delivery& out, std::chrono::milliseconds time) {
    std::unique_lock lock(m_mutex);
    m_arrived.wait_for(lock, time, [this] { return !m_queue.empty() || m_summary || m_closed; });
    if (m_closed) return Got::End;
    if (m_queue.empty()) return m_summary ? Got::End : Got::Nothing;
    out = std::move(m_queue.front());
    m_queue.pop_front();
    m_taken.notify_one();
    return Got::Batch;
}

void Stream::close() {
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_queue.clear();
    }
    m_arrived.notify_all();
    m_taken.notify_all();
    const std::scoped_lock lock(m_searchMutex);
    m_search.reset();
}

Progress Stream::progress() const {
    const std::scoped_lock lock(m_mutex);
    return m_progress;
}

std::optional<Summary> Stream::summary() const {
    const std::scoped_lock lock(m_mutex);
    return m_summary;
}

double Stream::secondsSoFar() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
}

}  // namespace findling::python
