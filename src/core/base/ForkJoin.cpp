#include "core/base/ForkJoin.h"

#include <exception>
#include <new>

namespace findling {

ForkJoin::ForkJoin(unsigned helpers) {
    m_threads.reserve(helpers);
    for (unsigned i = 1; i <= helpers; ++i) {
        try {
            m_threads.emplace_back([this, i] { help(i); });
        } catch (const std::exception&) {  // no thread, or no memory for one
            break;
        }
    }
}

ForkJoin::~ForkJoin() {
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads) thread.join();
}

void ForkJoin::call(unsigned index) {
    try {
        (*m_work)(index);
    } catch (const std::bad_alloc&) {
        const std::scoped_lock lock(m_mutex);
        m_outOfMemory = true;
    }
}

void ForkJoin::help(unsigned index) {
    uint64_t seen = 0;
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return m_ending || m_round != seen; });
            if (m_ending) return;
            seen = m_round;
        }
        call(index);
        const std::scoped_lock lock(m_mutex);
        if (--m_busy == 0) m_changed.notify_all();
    }
}

void ForkJoin::run(const std::function<void(unsigned)>& work) {
    {
        const std::scoped_lock lock(m_mutex);
        m_work = &work;
        m_busy = static_cast<unsigned>(m_threads.size());
        m_outOfMemory = false;
        ++m_round;
    }
    m_changed.notify_all();
    call(0);
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_busy == 0; });
    m_work = nullptr;
    if (m_outOfMemory) throw std::bad_alloc();
}

}  // namespace findling
