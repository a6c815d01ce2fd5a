/// Searches the content of one file after another: opens, reads, tells binary from text, and has
/// the lines searched. One per search thread.
#pragma once

#include "core/base/Problem.h"
#include "core/content/BlockReader.h"
#include "core/content/LineSearcher.h"
#include "core/walk/Entry.h"

#include <optional>

namespace findling {

/// Who receives what is found in a file, and what went wrong on the way.
class ContentReceiver : public MatchReceiver {
public:
    virtual void problem(Problem problem) = 0;
    /// The next bytes are a while in coming: what was found goes out. False ends the search.
    virtual bool waiting() = 0;
};

/// How the search of one file ended.
struct ContentEnd {
    uint64_t matches = 0;                    ///< matching lines
    uint64_t bytes = 0;                      ///< read
    bool failed = false;                     ///< it cannot be read, which was reported
    std::optional<SkipReason> skipped = {};  ///< the file was not searched
    bool binary = false;                     ///< an explicit file with NUL bytes
    uint64_t binaryOffset = 0;
};

class ContentSearcher {
public:
    ContentSearcher(const Regex& regex, const ContentQuery& query, Detail detail, StopToken stop);

    ContentEnd search(const Entry& entry, ContentReceiver& receiver);

private:
    bool open(const Entry& entry, ContentReceiver& receiver, ContentEnd& end);
    bool startText(const Entry& entry, ContentReceiver& receiver, ContentEnd& end);
    bool fill(const Entry& entry, ContentReceiver& receiver, ContentEnd& end);
    void searchBlocks(const Entry& entry, ContentReceiver& receiver, ContentEnd& end);

    ContentQuery m_query;
    const Regex& m_regex;
    Detail m_detail;
    BlockReader m_reader;
    RegexScratch m_scratch;
};

}  // namespace findling
