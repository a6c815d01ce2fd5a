/// Hands results to commands; problems and skips are printed as for any other search.
#pragma once

#include "cli/CommandRunner.h"
#include "core/search/Sink.h"

#include <functional>
#include <memory>

namespace findling::cli {

class ExecSink : public Sink {
public:
    using Messages = std::function<void(const Batch&)>;
    /// `search` is stopped when the runner is. `messages` prints what stands beside the results.
    ExecSink(CommandRunner& runner, StopSource search, Messages messages);

    Detail detail() const override { return Detail::Files; }
    std::unique_ptr<RowPacker> packer() override;
    void deliver(Batch batch, const StopToken& stop) override;
    void finished(const Summary&) override {}

private:
    CommandRunner& m_runner;
    StopSource m_search;
    Messages m_messages;
};

}  // namespace findling::cli
