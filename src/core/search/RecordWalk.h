/// Walks a record of an earlier walk in place of the disk: several threads, each a block at a time.
#pragma once

#include "core/index/WalkRecord.h"
#include "core/pattern/Needle.h"
#include "core/walk/Entry.h"

#include <atomic>
#include <memory>

namespace findling {

class Worker;

class RecordWalk {
public:
    explicit RecordWalk(std::shared_ptr<const WalkRecord> record) : m_record(std::move(record)) {}

    /// As many threads can work at once.
    size_t tasks() const { return m_record->blocks().size(); }
    /// Shows entries to the worker until none is left or it is told not to go on; with a needle
    /// only those whose names hold it.
    void work(Worker& worker, const Needle& needle);

private:
    bool walk(Worker& worker, const WalkRecord::Block& block);
    bool walkAt(Worker& worker, const WalkRecord::Block& block, const Needle& needle);
    void show(Worker& worker, PathBuilder& paths, const WalkRecord::Listing& listing,
              const WalkRecord::Named& named);

    std::shared_ptr<const WalkRecord> m_record;
    std::atomic<size_t> m_next{0};
};

}  // namespace findling
