/// Tasks for a group of threads: each takes its own newest task first (depth before breadth, so
/// that few are waiting), an idle one steals another's oldest, and one with nothing to do sleeps.
#pragma once

#include "core/base/Stop.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace findling {

template <class Task>
class WorkPool {
public:
    explicit WorkPool(unsigned threads) : m_queues(threads) {}

    void push(unsigned thread, Task task) {
        m_unfinished.fetch_add(1, std::memory_order_relaxed);
        {
            const std::scoped_lock lock(m_queues[thread].mutex);
            m_queues[thread].tasks.push_back(std::move(task));
        }
        m_waiting.fetch_add(1, std::memory_order_seq_cst);
        if (m_sleeping.load(std::memory_order_seq_cst) > 0) wake(false);
    }

    /// The next task, or nothing when all tasks are finished or a stop is requested. Every task
    /// that was taken must be reported by finished(). `onIdle` is called before a sleep.
    template <class OnIdle>
    std::optional<Task> take(unsigned thread, const StopToken& stop, OnIdle onIdle) {
        for (;;) {
            const uint32_t epoch = m_epoch.load(std::memory_order_seq_cst);
            if (stop.requested()) return std::nullopt;
            if (auto task = pop(thread)) return task;
            if (m_unfinished.load(std::memory_order_acquire) == 0) return std::nullopt;
            onIdle();
            m_sleeping.fetch_add(1, std::memory_order_seq_cst);
            // A push between the look and the sleep either sees the sleeper or is seen here.
            if (m_waiting.load(std::memory_order_seq_cst) <= 0) m_epoch.wait(epoch);
            m_sleeping.fetch_sub(1, std::memory_order_seq_cst);
        }
    }

    std::optional<Task> take(unsigned thread, const StopToken& stop) {
        return take(thread, stop, [] {});
    }

    void finished() {
        if (m_unfinished.fetch_sub(1, std::memory_order_acq_rel) == 1) wake(true);
    }

    /// Wakes all sleepers, so that they ask for a stop again.
    void wakeAll() { wake(true); }

    /// Tasks that nobody works on yet: a reason to start another thread.
    int64_t waiting() const { return m_waiting.load(std::memory_order_relaxed); }

private:
    struct Queue {
        std::mutex mutex;
        std::deque<Task> tasks;  // guarded by mutex
    };

    void wake(bool all) {
        m_epoch.fetch_add(1, std::memory_order_seq_cst);
        if (all) m_epoch.notify_all();
        else m_epoch.notify_one();
    }

    std::optional<Task> pop(unsigned thread) {
        for (unsigned i = 0; i < m_queues.size(); ++i) {
            Queue& queue = m_queues[(thread + i) % m_queues.size()];
            const std::scoped_lock lock(queue.mutex);
            if (queue.tasks.empty()) continue;
            std::optional<Task> task;
            if (i == 0) {
                task = std::move(queue.tasks.back());
                queue.tasks.pop_back();
            } else {
                task = std::move(queue.tasks.front());
                queue.tasks.pop_front();
            }
            m_waiting.fetch_sub(1, std::memory_order_relaxed);
            return task;
        }
        return std::nullopt;
    }

    std::vector<Queue> m_queues;
    std::atomic<int64_t> m_unfinished{0};
    std::atomic<int64_t> m_waiting{0};
    std::atomic<int> m_sleeping{0};
    std::atomic<uint32_t> m_epoch{0};
};

}  // namespace findling
