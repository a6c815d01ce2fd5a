#include "core/search/Outbox.h"

#include <cerrno>

namespace findling {

namespace {

void add(Progress& totals, const Progress& counts) {
    totals.folders += counts.folders;
    totals.entries += counts.entries;
    totals.filesSearched += counts.filesSearched;
    totals.bytesSearched += counts.bytesSearched;
    totals.results += counts.results;
    totals.matches += counts.matches;
    totals.spans += counts.spans;
    totals.problems += counts.problems;
    for (size_t i = 0; i < kSkipReasons; ++i) totals.skips[i] += counts.skips[i];
}

}  // namespace

Outbox::Outbox(Delivery& delivery, unsigned thread, StopToken stop)
    : m_delivery(delivery),
      m_thread(thread),
      m_stop(std::move(stop)),
      m_packer(delivery.sink.packer()),
      m_turn(delivery.mutex, std::defer_lock) {}

void Outbox::entry(const Entry& entry) {
    m_packer->entry(entry);
    // Facts that the row wanted and could not have; one that vanished meanwhile had its turn.
    if (const int code = entry.statError(); code != 0 && code != ENOENT)
        problem(systemProblem(std::string(entry.path()), "read facts", code));
    ++m_counts.results;
    afterRow();
}

void Outbox::beginFile(const Entry& entry) {
    m_fileOpen = true;
    m_packer->beginFile(entry);
}

void Outbox::match(const Entry& entry, const Match& match) {
    m_packer->match(entry, match);
    ++m_matches;
    if (m_matches >= kMaxMatches || m_packer->bytes() >= kMaxBytes) flushSoon();
}

void Outbox::endFile(const Entry& entry, const FileEnd& end) {
    m_packer->endFile(entry, end);
    m_fileOpen = false;
    // A file that is shown whole need not be one that matches.
    if (end.matches > 0 || m_delivery.countsWithout) ++m_counts.results;
    m_counts.matches += end.matches;
    m_counts.spans += end.spans;
    if (m_turn.owns_lock()) flush();
    else afterRow();
}

void Outbox::problem(Problem problem) {
    ++m_counts.problems;
    m_batch.problems.push_back(std::move(problem));
}

void Outbox::skip(Skip skip) {
    m_batch.skips.push_back(std::move(skip));
    if (m_batch.skips.size() >= kMaxSkips) flushSoon();
}

void Outbox::afterRow() {
    ++m_rows;
    // The very first result must not wait for others. Not while a file is open: wholeFiles().
    const bool first =
        m_delivery.first.load(std::memory_order_relaxed) && m_delivery.first.exchange(false);
    if (first) flush();
    else if (m_rows >= kMaxRows || m_packer->bytes() >= kMaxBytes) flushSoon();
}

void Outbox::tick() {
    if (isEmpty()) return;
    if (std::chrono::steady_clock::now() - m_lastFlush < kMaxAge) return;
    if (m_turn.owns_lock() || m_turn.try_lock()) flush();
}

/// While another thread's file goes out in parts, what is found here waits: but not for ever.
void Outbox::flushSoon() {
    const bool large = m_matches >= kPatience * kMaxMatches || m_rows >= kPatience * kMaxRows ||
                       m_packer->bytes() >= kPatience * kMaxBytes ||
                       m_batch.skips.size() >= kPatience * kMaxSkips;
    if (m_turn.owns_lock() || large || m_turn.try_lock()) flush();
}

void Outbox::flush() {
    m_batch.rows = m_packer->take();
    m_batch.searchId = m_delivery.searchId;
    m_batch.thread = m_thread;
    if (!m_turn.owns_lock()) m_turn.lock();
    add(m_delivery.totals, m_counts);
    m_batch.progress = m_delivery.totals;
    m_delivery.sink.deliver(std::move(m_batch), m_stop);
    if (!m_fileOpen || !m_delivery.sink.wholeFiles()) m_turn.unlock();
    m_batch = Batch();
    m_counts = Progress();
    m_rows = m_matches = 0;
    m_lastFlush = std::chrono::steady_clock::now();
}

}  // namespace findling
