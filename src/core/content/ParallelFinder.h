/// One large file searched by several threads: they read and search a window of it together, piece
/// by piece; what they found is handed over in order by one, who also searches the lines that lie
/// across the edges of pieces.
#pragma once

#include "core/base/FileHandle.h"
#include "core/base/ForkJoin.h"
#include "core/base/PageBuffer.h"
#include "core/content/LineFinder.h"

#include <atomic>
#include <memory>
#include <string_view>
#include <vector>

namespace findling {

class ParallelFinder : public MatchFinder {
public:
    /// A window holds so many bytes for each thread: the wait for the slowest comes once in it.
    static constexpr size_t kShare = 2 * 1024 * 1024;
    /// Read and searched in one go: it is still in the processor's own cache when it is searched.
    static constexpr size_t kPiece = 256 * 1024;

    /// `budget`: the time for slow lines, for each thread.
    ParallelFinder(const LinePattern& pattern, const ContentQuery& query, const StopToken& stop,
                   unsigned helpers, std::chrono::milliseconds budget);

    /// The window begins with these bytes, which come before `offset` in the file.
    void start(std::string_view before, uint64_t offset);
    /// Reads on from the file, no further than `limit`, and searches what comes. False where
    /// nothing more came, or on an error, which is then in `code`.
    bool fill(const FileHandle& file, uint64_t limit, int& code);
    std::string_view text() const { return {m_buffer.get(), m_size}; }
    /// Forgets the first bytes of the window.
    void drop(size_t count);
    /// Whether fill() can add anything: not where kept context fills the window.
    bool hasRoom() const { return m_size + kShare / 2 <= m_capacity; }
    uint64_t offset() const { return m_offset; }  ///< in the file, of the end of the window

    // Tells what fill() found, and searches the lines between the pieces on the way.
    void begin(std::string_view text, size_t from) override;
    Answer next(Line& line, RegexScratch& scratch) override;
    Marked mark(Line line, RegexScratch& scratch, Marks& out) override;
    size_t countLines(std::string_view text, Line part, char terminator) const override;

private:
    /// Small, for there may be one in every byte: offsets in the window, which is below 1 GiB.
    struct Found {
        uint32_t begin;
        uint32_t size : 30;
        uint32_t complex : 1;
        uint32_t stopped : 1;
    };
    struct Piece {
        size_t begin = 0;  ///< in the window
        size_t wanted = 0;
        size_t got = 0;
        int code = 0;
        Line whole;        ///< the lines that begin and end in it
        size_t lines = 0;  ///< how many they are
        std::vector<Found> found;
    };
    struct Worker {
        Worker(const LinePattern& pattern, const ContentQuery& query, const StopToken& stop)
            : finder(pattern, query), scratch(stop) {}
        LineFinder finder;
        RegexScratch scratch;
    };
    void read(Piece& piece, const FileHandle& file) const;
    void search(Piece& piece, Worker& worker) const;
    bool nextFound(Line& line, Answer& answer);

    StopToken m_stop;
    char m_terminator;
    ForkJoin m_threads;
    std::vector<std::unique_ptr<Worker>> m_workers;
    PageBuffer m_buffer;
    size_t m_capacity = 0;
    size_t m_size = 0;
    uint64_t m_offset = 0;
    std::vector<Piece> m_pieces;
    size_t m_used = 0;  ///< pieces of this window
    std::atomic<size_t> m_nextPiece{0};

    // What is being told.
    std::string_view m_text;
    LineFinder m_marker;  ///< looks for matches within a line
    LineFinder m_between;
    size_t m_at = 0;  ///< lines before this are done
    size_t m_piece = 0;
    size_t m_found = 0;  ///< the next in that piece
    bool m_isBetween = false;
};

}  // namespace findling
