/// Where results go. A face implements the two halves: a RowPacker, of which each search thread
/// has its own and uses without a lock, and deliver(), which is called by one thread at a time.
#pragma once

#include "core/base/Problem.h"
#include "core/base/Stop.h"
#include "core/content/Match.h"
#include "core/walk/Entry.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace findling {

/// Counts of a search so far, over all threads.
struct Progress {
    uint64_t folders = 0;        ///< listed
    uint64_t entries = 0;        ///< seen in them
    uint64_t filesSearched = 0;  ///< whose content was searched
    uint64_t bytesSearched = 0;
    uint64_t results = 0;  ///< entries found; with content: files with a match
    uint64_t matches = 0;  ///< matching lines
    uint64_t spans = 0;    ///< matches in them, counted with Detail::CountSpans and Spans
    uint64_t problems = 0;
    SkipCounts skips{};
};

/// How the search of one file's content ended.
struct FileEnd {
    uint64_t matches = 0;       ///< matching lines; 0 for a result of ContentQuery::withoutMatch
    uint64_t spans = 0;         ///< matches in them, with Detail::CountSpans and Detail::Spans
    bool binary = false;        ///< the file holds NUL bytes: lines were not handed over
    uint64_t binaryOffset = 0;  ///< of the first NUL byte
    uint64_t bytesSearched = 0;
    std::string_view encoding = {};  ///< out of which the text was decoded; empty for UTF-8
};

/// What a packer has made of some results: text, table rows, Python objects.
struct Rows {
    virtual ~Rows() = default;
};

/// Turns results into rows on the thread that found them. An Entry's path and a Match's text are
/// valid only during the call.
class RowPacker {
public:
    virtual ~RowPacker() = default;

    /// A result of a search by name alone.
    virtual void entry(const Entry& entry) = 0;

    /// With content: beginFile(), then match() for lines in order (with Detail::Lines or Spans),
    /// then endFile(). Only for files that match. Rows may be taken in between.
    virtual void beginFile(const Entry& entry) = 0;
    virtual void match(const Entry& entry, const Match& match) = 0;
    virtual void endFile(const Entry& entry, const FileEnd& end) = 0;

    /// Roughly, of what was packed since the last take().
    virtual size_t bytes() const = 0;
    /// Hands over what was packed; null when that is nothing.
    virtual std::unique_ptr<Rows> take() = 0;
};

/// Rows of one search thread, and what happened beside them.
struct Batch {
    uint64_t searchId = 0;
    unsigned thread = 0;         ///< index of the search thread
    std::unique_ptr<Rows> rows;  ///< may be null
    std::vector<Problem> problems;
    std::vector<Skip> skips;  ///< only where Query::listSkips asks for them
    Progress progress;        ///< totals of the whole search so far
};

struct Summary {
    enum class End : uint8_t { Finished, Stopped, Limit };
    uint64_t searchId = 0;
    End end = End::Finished;
    Progress totals;
    double seconds = 0;
};

class Sink {
public:
    virtual ~Sink() = default;

    virtual Detail detail() const { return Detail::Lines; }
    /// True where a file's rows must follow each other: no other thread delivers in between.
    virtual bool wholeFiles() const { return false; }

    virtual std::unique_ptr<RowPacker> packer() = 0;
    /// On a search thread, one call at a time. May wait while the receiver is behind, but must
    /// return soon after `stop` is requested.
    virtual void deliver(Batch batch, const StopToken& stop) = 0;
    /// Once, after the last batch, on a search thread.
    virtual void finished(const Summary& summary) = 0;
};

}  // namespace findling
