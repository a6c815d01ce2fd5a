/// Looks for lines that may match, at the speed of memory: what stands before PCRE2.
#pragma once

#include "core/pattern/ScanPattern.h"

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace findling {

/// Where a scan found something: one byte of each line, in the order of the text.
class ScanHits {
public:
    /// Starts on a text whose lines end with `terminator`.
    void begin(std::string_view text, char terminator);
    /// The match that ends before byte `end`. False: these are too many to be of use.
    bool add(size_t end);
    /// Into order, each line once.
    void finish();

    const std::vector<size_t>& offsets() const { return m_offsets; }

private:
    std::string_view m_text;
    char m_terminator = '\n';
    size_t m_seenFrom = 0;  ///< of the line at hand, what is known to belong to it
    size_t m_seenTo = 0;
    size_t m_events = 0;
    bool m_ordered = true;
    std::vector<size_t> m_offsets;
};

/// What one thread needs to scan. Not shared.
class ScanScratch {
public:
    ScanScratch();
    ~ScanScratch();
    ScanScratch(const ScanScratch&) = delete;
    ScanScratch& operator=(const ScanScratch&) = delete;

    struct State;
    State& state() { return *m_state; }

private:
    std::unique_ptr<State> m_state;
};

/// Immutable and shared between threads.
class LineScanner {
public:
    virtual ~LineScanner() = default;

    enum class Outcome : uint8_t {
        Done,
        TooMany,  ///< hits: every line might as well be looked at
        Failed,   ///< memory or the machine: every line must be looked at
    };
    /// Finds the lines of `text`, which begins and ends at the edges of lines.
    virtual Outcome scan(std::string_view text, ScanHits& hits, ScanScratch& scratch) const = 0;
    /// Whether every hit is a match, not only a candidate.
    bool exact() const { return m_exact; }

    /// By Vectorscan. Null where it refuses the pattern, or is not there: not built in, or the
    /// machine lacks what it needs (SSE4.2).
    static std::unique_ptr<LineScanner> vectorscan(const ScanPattern& pattern);
    /// By PCRE2's search for plain text.
    static std::unique_ptr<LineScanner> literal(const RequiredLiteral& literal);

protected:
    explicit LineScanner(bool exact) : m_exact(exact) {}

private:
    bool m_exact;
};

/// "Vectorscan 5.4.9"; empty where there is none.
std::string scannerVersion();

}  // namespace findling
