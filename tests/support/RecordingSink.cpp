#include "support/RecordingSink.h"

#include "core/base/Text.h"

#include <algorithm>

namespace findling::test {

namespace {

/// The calls of one packer, to be played back in the order of delivery.
struct Event {
    enum class Kind { Entry, Begin, Match, End } kind;
    std::string path = {};
    RecordedMatch match = {};
    FileEnd end = {};
};

struct RecordedRows : Rows {
    std::vector<Event> events;
};

class Packer : public RowPacker {
public:
    void entry(const Entry& entry) override {
        add({Event::Kind::Entry, std::string(entry.path())});
    }
    void beginFile(const Entry& entry) override {
        add({Event::Kind::Begin, std::string(entry.path())});
    }
    void match(const Entry& entry, const Match& match) override {
        add({Event::Kind::Match,
             std::string(entry.path()),
             {match.line,
              match.offset,
              std::string(match.text),
              {match.spans.begin(), match.spans.end()},
              match.context}});
    }
    void endFile(const Entry& entry, const FileEnd& end) override {
        add({Event::Kind::End, std::string(entry.path()), {}, end});
    }
    size_t bytes() const override { return m_bytes; }
    std::unique_ptr<Rows> take() override {
        m_bytes = 0;
        return std::move(m_rows);
    }

private:
    void add(Event event) {
        if (!m_rows) m_rows = std::make_unique<RecordedRows>();
        m_bytes += event.path.size() + event.match.text.size();
        m_rows->events.push_back(std::move(event));
    }
    std::unique_ptr<RecordedRows> m_rows;
    size_t m_bytes = 0;
};

}  // namespace

std::string shown(const RecordedMatch& match) {
    return std::to_string(match.line) + (match.context ? "-" : ":") +
           std::string(withoutTerminator(match.text));
}

std::vector<std::string> shown(const std::vector<RecordedMatch>& matches) {
    std::vector<std::string> out;
    for (const RecordedMatch& match : matches) out.push_back(shown(match));
    return out;
}

std::unique_ptr<RowPacker> RecordingSink::packer() {
    return std::make_unique<Packer>();
}

void RecordingSink::deliver(Batch batch, const StopToken&) {
    if (m_delivering.fetch_add(1) != 0 || finishedCalls > 0) brokenRules = true;
    if (batch.thread >= m_openFile.size()) m_openFile.resize(batch.thread + 1);
    size_t& open = m_openFile[batch.thread];
    RecordedBatch record{batch.thread, batch.searchId, 0, 0, open != 0, false, batch.progress};
    // With wholeFiles() no other thread may deliver while a file is open.
    for (size_t i = 0; i < m_openFile.size(); ++i) {
        if (m_wholeFiles && i != batch.thread && m_openFile[i] != 0) brokenRules = true;
    }
    if (auto* rows = static_cast<RecordedRows*>(batch.rows.get())) {
        for (Event& event : rows->events) {
            switch (event.kind) {
                case Event::Kind::Entry:
                    entries.push_back(std::move(event.path));
                    ++record.entries;
                    break;
                case Event::Kind::Begin:
                    if (open != 0) brokenRules = true;
                    files.push_back({std::move(event.path)});
                    open = files.size();
                    ++record.entries;
                    break;
                case Event::Kind::Match:
                    if (open == 0 || files[open - 1].path != event.path) brokenRules = true;
                    else files[open - 1].matches.push_back(std::move(event.match));
                    ++record.matches;
                    break;
                case Event::Kind::End:
                    if (open == 0) {
                        brokenRules = true;
                    } else {
                        files[open - 1].end = event.end;
                        files[open - 1].ended = true;
                    }
                    open = 0;
            }
        }
    }
    record.endsInFile = open != 0;
    problems.insert(problems.end(), batch.problems.begin(), batch.problems.end());
    skips.insert(skips.end(), batch.skips.begin(), batch.skips.end());
    batches.push_back(record);
    if (onDeliver) onDeliver(record);
    m_delivering.fetch_sub(1);
}

void RecordingSink::finished(const Summary& end) {
    ++finishedCalls;
    summary = end;
}

std::vector<std::string> RecordingSink::paths() const {
    std::vector<std::string> out = entries;
    for (const RecordedFile& file : files) out.push_back(file.path);
    std::sort(out.begin(), out.end());
    return out;
}

const RecordedFile* RecordingSink::file(std::string_view path) const {
    for (const RecordedFile& file : files) {
        if (file.path == path) return &file;
    }
    return nullptr;
}

}  // namespace findling::test
