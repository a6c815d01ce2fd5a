/// A stop request that loops ask for: one side requests, any number of threads look.
#pragma once

#include <atomic>
#include <memory>

namespace findling {

/// The asking side. Cheap to copy; a default token is never stopped.
class StopToken {
public:
    StopToken() = default;
    bool requested() const { return m_flag && m_flag->load(std::memory_order_relaxed); }

private:
    friend class StopSource;
    explicit StopToken(std::shared_ptr<const std::atomic<bool>> flag) : m_flag(std::move(flag)) {}
    std::shared_ptr<const std::atomic<bool>> m_flag;
};

/// The requesting side. std::stop_source is missing from older libc++, hence our own.
class StopSource {
public:
    StopSource() : m_flag(std::make_shared<std::atomic<bool>>(false)) {}
    void request() { m_flag->store(true, std::memory_order_relaxed); }
    bool requested() const { return m_flag->load(std::memory_order_relaxed); }
    StopToken token() const { return StopToken(m_flag); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag;
};

}  // namespace findling
