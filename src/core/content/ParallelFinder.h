/// One large file searched by several threads: they read and search a window of it together, what
/// they found is handed over in order by one.
#pragma once

#include "core/base/FileHandle.h"
#include "core/base/ForkJoin.h"
#include "core/base/PageBuffer.h"
#include "core/content/LineFinder.h"

#include <memory>
#include <string_view>
#include <vector>

namespace findling {

class ParallelFinder : public MatchFinder {
public:
    /// A window holds so many bytes for each thread.
    static constexpr size_t kShare = 1024 * 1024;

    /// `budget`: the time for slow lines, for each thread.
    ParallelFinder(const LinePattern& pattern, const ContentQuery& query, const StopToken& stop,
                   unsigned helpers, std::chrono::milliseconds budget);

    /// The window begins with these bytes, which come before `offset` in the file.
    void start(std::string_view before, uint64_t offset);
    /// Reads on from the file, no further than `limit`. False where nothing more came, or on an
    /// error, which is then in `code`.
    bool fill(const FileHandle& file, uint64_t limit, int& code);
    std::string_view text() const { return {m_buffer.get(), m_size}; }
    /// Forgets the first bytes of the window.
    void drop(size_t count);
    /// Whether fill() can add anything: not where kept context fills the window.
    bool hasRoom() const { return m_size + kShare / 2 <= m_capacity; }
    uint64_t offset() const { return m_offset; }  ///< in the file, of the end of the window

    // Searches the whole window at begin(), then tells what was found.
    void begin(std::string_view text, size_t from) override;
    Answer next(Line& line, RegexScratch& scratch) override;
    Marked mark(Line line, RegexScratch& scratch, Marks& out) override;

private:
    /// Small, for there may be one in every byte: offsets in the window, which is below 1 GiB.
    struct Found {
        uint32_t begin;
        uint32_t size : 30;
        uint32_t complex : 1;
        uint32_t stopped : 1;
    };
    struct Worker {
        Worker(const LinePattern& pattern, const ContentQuery& query, const StopToken& stop)
            : finder(pattern, query), scratch(stop) {}
        LineFinder finder;
        RegexScratch scratch;
        std::vector<Found> found;
        size_t got = 0;
        int code = 0;
    };
    void searchShare(unsigned index, size_t from);
    size_t shareBegin(unsigned index, size_t from) const;

    StopToken m_stop;
    char m_terminator;
    ForkJoin m_threads;
    std::vector<std::unique_ptr<Worker>> m_workers;
    LineFinder m_marker;  ///< looks for matches within a line
    PageBuffer m_buffer;
    size_t m_capacity = 0;
    size_t m_size = 0;
    uint64_t m_offset = 0;
    std::string_view m_text;
    unsigned m_share = 0;  ///< whose findings are being told, and which of them is next
    size_t m_next = 0;
};

}  // namespace findling
