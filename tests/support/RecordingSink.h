/// A Sink that remembers everything it is told, and watches that the rules of Sink are kept.
#pragma once

#include "core/search/Search.h"
#include "core/search/Sink.h"

#include <atomic>
#include <functional>
#include <string>
#include <vector>

namespace findling::test {

struct RecordedMatch {
    uint64_t line = 0;
    uint64_t offset = 0;
    std::string text;
    std::vector<Span> spans = {};
    bool context = false;

    friend bool operator==(const RecordedMatch&, const RecordedMatch&) = default;
};

/// "3:text" for a match, "4-text" for context: short enough to write down in a test.
std::string shown(const RecordedMatch& match);
std::vector<std::string> shown(const std::vector<RecordedMatch>& matches);

struct RecordedFile {
    std::string path;
    std::vector<RecordedMatch> matches = {};
    FileEnd end = {};
    bool ended = false;
};

struct RecordedBatch {
    unsigned thread = 0;
    uint64_t searchId = 0;
    size_t entries = 0;  ///< names, or files that begin here
    size_t matches = 0;
    bool startsInFile = false;  ///< its first row belongs to a file of an earlier batch
    bool endsInFile = false;
    Progress progress = {};
};

class RecordingSink : public Sink {
public:
    explicit RecordingSink(Detail detail = Detail::Spans, bool wholeFiles = false)
        : m_detail(detail), m_wholeFiles(wholeFiles) {}

    Detail detail() const override { return m_detail; }
    bool wholeFiles() const override { return m_wholeFiles; }
    std::unique_ptr<RowPacker> packer() override;
    void deliver(Batch batch, const StopToken& stop) override;
    void finished(const Summary& end) override;

    /// Called in deliver(), for tests that stop or wait there.
    std::function<void(const RecordedBatch&)> onDeliver;

    std::vector<std::string> paths() const;  ///< of entries and files, sorted
    const RecordedFile* file(std::string_view path) const;
    uint64_t skipped(SkipReason reason) const { return at(summary.totals.skips, reason); }

    std::vector<std::string> entries;  ///< results by name, in the order of delivery
    std::vector<RecordedFile> files;   ///< results by content
    std::vector<Problem> problems;
    std::vector<Skip> skips;
    std::vector<RecordedBatch> batches;
    Summary summary;
    int finishedCalls = 0;
    bool brokenRules = false;  ///< two deliveries at once, one after finished(), or a torn file

private:
    const Detail m_detail;
    const bool m_wholeFiles;
    std::atomic<int> m_delivering{0};
    std::vector<size_t> m_openFile;  ///< per thread: index in files, plus 1
};

}  // namespace findling::test
