/// A few threads that run one function together, again and again.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace findling {

class ForkJoin {
public:
    /// Beside the calling thread, up to so many; fewer where the system has none left.
    explicit ForkJoin(unsigned helpers);
    ~ForkJoin();
    ForkJoin(const ForkJoin&) = delete;
    ForkJoin& operator=(const ForkJoin&) = delete;

    unsigned size() const { return static_cast<unsigned>(m_threads.size()) + 1; }
    /// Calls work(0) on this thread and work(1) to work(size() - 1) on the others, and returns when
    /// all are done. Where one of them ran out of memory, std::bad_alloc is thrown here.
    void run(const std::function<void(unsigned)>& work);

private:
    void help(unsigned index);
    void call(unsigned index);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    const std::function<void(unsigned)>* m_work = nullptr;  ///< set before a round, read in it
    // guarded by m_mutex:
    uint64_t m_round = 0;
    unsigned m_busy = 0;
    bool m_outOfMemory = false;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

}  // namespace findling
