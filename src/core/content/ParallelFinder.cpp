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
    : m_stop(stop), m_terminator(query.terminator()), m_threads(helpers), m_marker(pattern, query) {
    for (unsigned i = 0; i < m_threads.size(); ++i) {
        m_workers.push_back(std::make_unique<Worker>(pattern, query, stop));
        m_workers.back()->scratch.startBudget(budget);
    }
    // Beside a share for each thread, what of the last window was not searched or is context.
    m_capacity = (m_threads.size() + 1) * kShare;
    m_buffer = allocatePages(m_capacity);
}

void ParallelFinder::start(std::string_view before, uint64_t offset) {
    m_size = std::min(before.size(), m_capacity);
    std::memcpy(m_buffer.get(), before.data(), m_size);
    m_offset = offset;
}

bool ParallelFinder::fill(const FileHandle& file, uint64_t limit, int& code) {
    const size_t room = static_cast<size_t>(
        std::min<uint64_t>(m_capacity - m_size, limit - std::min(limit, m_offset)));
    const size_t share = room / m_threads.size() + 1;
    m_threads.run([&](unsigned index) {
        Worker& worker = *m_workers[index];
        worker.got = 0;
        worker.code = 0;
        const size_t begin = std::min(room, index * share);
        const size_t end = std::min(room, begin + share);
        while (begin + worker.got < end) {
            const size_t at = begin + worker.got;
            const int64_t got =
                file.readAt(m_buffer.get() + m_size + at, end - at, m_offset + at, worker.code);
            if (got <= 0) break;
            worker.got += static_cast<size_t>(got);
        }
    });
    // The file may have become shorter: what counts is what came without a gap.
    size_t total = 0;
    for (unsigned index = 0; index < m_threads.size(); ++index) {
        const Worker& worker = *m_workers[index];
        const size_t begin = std::min(room, index * share);
        total += worker.got;
        code = worker.code;
        if (code != 0 || begin + worker.got < std::min(room, begin + share)) break;
    }
    m_size += total;
    m_offset += total;
    return total > 0 && code == 0;
}

void ParallelFinder::drop(size_t count) {
    std::memmove(m_buffer.get(), m_buffer.get() + count, m_size - count);
    m_size -= count;
}

/// Where the share of a thread begins: at the first line that starts in its part of the text.
size_t ParallelFinder::shareBegin(unsigned index, size_t from) const {
    if (index == 0) return from;
    const size_t at = from + (m_text.size() - from) / m_threads.size() * index;
    if (index == m_threads.size() || at >= m_text.size()) return m_text.size();
    return std::max(from, lineEnd(m_text, at == 0 ? 0 : at - 1, m_terminator));
}

void ParallelFinder::searchShare(unsigned index, size_t from) {
    Worker& worker = *m_workers[index];
    worker.found.clear();
    const size_t begin = shareBegin(index, from);
    const size_t end = shareBegin(index + 1, from);
    if (begin >= end) return;
    worker.finder.begin(m_text.substr(begin, end - begin), 0);
    unsigned complex = 0;
    for (;;) {
        Line line;
        const Answer answer = worker.finder.next(line, worker.scratch);
        if (answer == Answer::Nothing || m_stop.requested()) return;
        if (answer == Answer::Pause) continue;
        const bool tooComplex = answer == Answer::TooComplex;
        worker.found.push_back({static_cast<uint32_t>(line.begin + begin),
                                static_cast<uint32_t>(line.end - line.begin) & kMaxSize,
                                tooComplex ? 1u : 0u, answer == Answer::Stopped ? 1u : 0u});
        // After so many the file is left.
        if (answer == Answer::Stopped || (tooComplex && ++complex >= kMaxComplexLines)) return;
    }
}

void ParallelFinder::begin(std::string_view text, size_t from) {
    m_text = text;
    m_share = 0;
    m_next = 0;
    m_threads.run([&](unsigned index) { searchShare(index, from); });
    m_marker.begin(text, text.size());
}

MatchFinder::Answer ParallelFinder::next(Line& line, RegexScratch&) {
    while (m_share < m_workers.size()) {
        const std::vector<Found>& found = m_workers[m_share]->found;
        if (m_next < found.size()) {
            const Found& one = found[m_next++];
            line = {one.begin, size_t{one.begin} + one.size};
            return one.stopped ? Answer::Stopped : one.complex ? Answer::TooComplex : Answer::Found;
        }
        ++m_share;
        m_next = 0;
        return m_stop.requested() ? Answer::Stopped : Answer::Pause;
    }
    return Answer::Nothing;
}

MatchFinder::Marked ParallelFinder::mark(Line line, RegexScratch& scratch, Marks& out) {
    return m_marker.mark(line, scratch, out);
}

}  // namespace findling
