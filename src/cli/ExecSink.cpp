#include "cli/ExecSink.h"

#include <string>
#include <utility>
#include <vector>

namespace findling::cli {

namespace {

struct PathRows : Rows {
    std::vector<std::string> paths;
};

class PathPacker : public RowPacker {
public:
    void entry(const Entry& entry) override {
        if (!m_rows) m_rows = std::make_unique<PathRows>();
        m_rows->paths.emplace_back(entry.path());
        m_bytes += m_rows->paths.back().size();
    }
    void beginFile(const Entry& file) override { entry(file); }
    void match(const Entry&, const Match&) override {}
    void endFile(const Entry&, const FileEnd&) override {}
    size_t bytes() const override { return m_bytes; }
    std::unique_ptr<Rows> take() override {
        m_bytes = 0;
        return std::move(m_rows);
    }

private:
    std::unique_ptr<PathRows> m_rows;
    size_t m_bytes = 0;
};

}  // namespace

ExecSink::ExecSink(CommandRunner& runner, StopSource search, Messages messages)
    : m_runner(runner), m_search(std::move(search)), m_messages(std::move(messages)) {}

std::unique_ptr<RowPacker> ExecSink::packer() {
    return std::make_unique<PathPacker>();
}

void ExecSink::deliver(Batch batch, const StopToken&) {
    m_messages(batch);
    if (auto* rows = static_cast<PathRows*>(batch.rows.get())) {
        // Not until the search's stop: one that ends at a number of results delivers these, too.
        for (std::string& path : rows->paths) m_runner.add(std::move(path));
    }
    if (m_runner.stopped()) m_search.request();
}

}  // namespace findling::cli
