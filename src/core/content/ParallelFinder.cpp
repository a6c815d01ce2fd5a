#include "core/content/ParallelFinder.h"

#include "core/base/Text.h"
#include "core/content/LineSearcher.h"

#include <algorithm>
#include <cstring>

namespace findling {

namespace {

constexpr uint32_t kMaxSize = (1u << 30) - 1;

}  // namespace

ParallelFinder::ParallelFinder(const LinePattern& pattern, const ContentQuery& query,
                               const StopToken& stop, unsigned helpers,
                               std::chrono::milliseconds budget)
    : m_stop(stop),
      m_terminator(query.terminator()),
      m_threads(helpers),
      m_marker(pattern, query),
      m_between(pattern, query) {
    for (unsigned i = 0; i < m_threads.size(); ++i) {
        m_workers.push_back(std::make_unique<Worker>(pattern, query, stop));
        m_workers.back()->scratch.startBudget(budget);
    }
    // Beside a share for each thread, what of the last window was not searched or is context.
    m_capacity = (m_threads.size() + 1) * kShare;
    m_buffer = allocatePages(m_capacity);
    m_pieces.resize(m_capacity / kPiece + 1);
}

void ParallelFinder::start(std::string_view before, uint64_t offset) {
    m_size = std::min(before.size(), m_capacity);
    std::memcpy(m_buffer.get(), before.data(), m_size);
    m_offset = offset;
}

bool ParallelFinder::fill(const FileHandle& file, uint64_t limit, int& code) {
    const size_t room = static_cast<size_t>(
        std::min<uint64_t>(m_capacity - m_size, limit - std::min(limit, m_offset)));
    const size_t pieces = (room + kPiece - 1) / kPiece;
    for (size_t i = 0; i < pieces; ++i) {
        Piece& piece = m_pieces[i];
        piece.begin = m_size + i * kPiece;
        piece.wanted = std::min(kPiece, room - i * kPiece);
        piece.got = 0;  // until somebody comes to it: a stop may be faster
        piece.code = 0;
    }
    m_nextPiece = 0;
    m_threads.run([&](unsigned index) {
        for (size_t i = m_nextPiece++; i < pieces && !m_stop.requested(); i = m_nextPiece++) {
            read(m_pieces[i], file);
            search(m_pieces[i], *m_workers[index]);
        }
    });
    // The file may have become shorter: what counts is what came without a gap.
    size_t total = 0;
    for (m_used = 0; m_used < std::min(pieces, m_nextPiece.load());) {
        const Piece& piece = m_pieces[m_used++];
        total += piece.got;
        code = piece.code;
        if (piece.got < piece.wanted) break;
    }
    m_size += total;
    m_offset += total;
    return total > 0 && code == 0;
}

void ParallelFinder::read(Piece& piece, const FileHandle& file) const {
    while (piece.got < piece.wanted) {
        const size_t at = piece.begin + piece.got;
        const int64_t got = file.readAt(m_buffer.get() + at, piece.wanted - piece.got,
                                        m_offset + (at - m_size), piece.code);
        if (got <= 0) break;
        piece.got += static_cast<size_t>(got);
    }
}

void ParallelFinder::search(Piece& piece, Worker& worker) const {
    piece.found.clear();
    const std::string_view text(m_buffer.get() + piece.begin, piece.got);
    const size_t end = lineBegin(text, text.size(), m_terminator);
    const size_t begin = end == 0 ? 0 : lineEnd(text, 0, m_terminator);
    piece.whole = {piece.begin + begin, piece.begin + end};
    const std::string_view lines = text.substr(begin, end - begin);
    piece.lines = countByte(lines, m_terminator);
    worker.finder.begin(lines, 0);
    for (unsigned complex = 0; complex < kMaxComplexLines;) {  // after so many the file is left
        Line line;
        const Answer answer = worker.finder.next(line, worker.scratch);
        if (answer == Answer::Nothing || m_stop.requested()) return;
        if (answer == Answer::Pause) continue;
        piece.found.push_back({static_cast<uint32_t>(line.begin + piece.whole.begin),
                               static_cast<uint32_t>(line.end - line.begin) & kMaxSize,
                               answer == Answer::TooComplex ? 1u : 0u,
                               answer == Answer::Stopped ? 1u : 0u});
        if (answer == Answer::Stopped) return;
        if (answer == Answer::TooComplex) ++complex;
    }
}

void ParallelFinder::drop(size_t count) {
    std::memmove(m_buffer.get(), m_buffer.get() + count, m_size - count);
    m_size -= count;
}

void ParallelFinder::begin(std::string_view text, size_t from) {
    m_text = text;
    m_at = from;
    m_piece = 0;
    m_found = 0;
    m_isBetween = false;
    m_marker.begin(text, text.size());
}

MatchFinder::Answer ParallelFinder::next(Line& line, RegexScratch& scratch) {
    for (;;) {
        if (m_stop.requested()) return Answer::Stopped;
        if (m_isBetween) {
            const Answer answer = m_between.next(line, scratch);
            if (answer != Answer::Nothing) return answer;
            m_isBetween = false;
        }
        if (m_piece == m_used) {
            if (m_at >= m_text.size()) return Answer::Nothing;
            m_between.begin(m_text, m_at);  // the end of the last piece
            m_at = m_text.size();
            m_isBetween = true;
            continue;
        }
        const Piece& piece = m_pieces[m_piece];
        if (piece.whole.begin < piece.whole.end && m_at < piece.whole.begin) {
            m_between.begin(m_text.substr(0, piece.whole.begin), m_at);
            m_at = piece.whole.begin;
            m_isBetween = true;
            continue;
        }
        Answer answer;
        if (nextFound(line, answer)) return answer;
        m_at = std::max(m_at, piece.whole.begin < piece.whole.end ? piece.whole.end : 0);
        ++m_piece;
        m_found = 0;
        return Answer::Pause;
    }
}

bool ParallelFinder::nextFound(Line& line, Answer& answer) {
    const std::vector<Found>& found = m_pieces[m_piece].found;
    // Of a line that was left before the window began, nothing is told.
    while (m_found < found.size() && found[m_found].begin < m_at) ++m_found;
    if (m_found == found.size()) return false;
    const Found& one = found[m_found++];
    line = {one.begin, size_t{one.begin} + one.size};
    answer = one.stopped ? Answer::Stopped : one.complex ? Answer::TooComplex : Answer::Found;
    return true;
}

MatchFinder::Marked ParallelFinder::mark(Line line, RegexScratch& scratch, Marks& out) {
    return m_marker.mark(line, scratch, out);
}

size_t ParallelFinder::countLines(std::string_view text, Line part, char terminator) const {
    size_t count = 0;
    for (size_t i = 0; i < m_used && part.end - part.begin >= kPiece / 2; ++i) {
        const Line& whole = m_pieces[i].whole;
        if (part.begin > whole.begin || whole.end > part.end || whole.begin == whole.end) continue;
        count += MatchFinder::countLines(text, {part.begin, whole.begin}, terminator);
        count += m_pieces[i].lines;
        part.begin = whole.end;
    }
    return count + MatchFinder::countLines(text, part, terminator);
}

}  // namespace findling
