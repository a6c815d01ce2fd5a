/// Measures how long the event loop lets others wait: a thread knocks every millisecond and notes
/// when it is answered.
#pragma once

#include <QCoreApplication>
#include <QMetaObject>
#include <QObject>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

class StallWatch : public QObject {
public:
    StallWatch() : m_thread([this] { run(); }) {}
    ~StallWatch() override {
        m_ending = true;
        m_thread.join();
    }
    void clear() {
        const std::scoped_lock lock(m_mutex);
        m_waits.clear();
    }
    double longest() { return quantile(1); }  ///< ms
    double quantile(double part) {
        const std::scoped_lock lock(m_mutex);
        if (m_waits.empty()) return 0;
        std::sort(m_waits.begin(), m_waits.end());
        return m_waits[static_cast<size_t>(static_cast<double>(m_waits.size() - 1) * part)];
    }

private:
    using Clock = std::chrono::steady_clock;

    void run() {
        while (!m_ending) {
            const auto knocked = Clock::now();
            m_open = true;
            QMetaObject::invokeMethod(
                this,
                [this, knocked] {
                    const std::chrono::duration<double, std::milli> wait = Clock::now() - knocked;
                    const std::scoped_lock lock(m_mutex);
                    m_waits.push_back(wait.count());
                    m_open = false;
                },
                Qt::QueuedConnection);
            do std::this_thread::sleep_for(std::chrono::milliseconds(1));
            while (m_open && !m_ending);
        }
    }

    std::mutex m_mutex;
    std::vector<double> m_waits;
    std::atomic<bool> m_open{false};
    std::atomic<bool> m_ending{false};
    std::thread m_thread;
};
