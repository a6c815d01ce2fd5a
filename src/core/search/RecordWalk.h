/// Walks a record of an earlier walk in place of the disk: several threads, each a block at a time.
#pragma once

#include "core/index/WalkRecord.h"

#include <atomic>
#include <memory>

namespace findling {

class Worker;

class RecordWalk {
public:
    explicit RecordWalk(std::shared_ptr<const WalkRecord> record) : m_record(std::move(record)) {}

    /// As many threads can work at once.
    size_t tasks() const { return m_record->blocks().size(); }
    /// Shows entries to the worker until none is left or it is told not to go on.
    void work(Worker& worker);

private:
    bool walk(Worker& worker, const WalkRecord::Block& block);

    std::shared_ptr<const WalkRecord> m_record;
    std::atomic<size_t> m_next{0};
};

}  // namespace findling
