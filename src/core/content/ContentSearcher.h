/// Searches the content of one file after another: opens, reads, tells binary from text, and has
/// the lines searched. One per search thread.
#pragma once

#include "core/base/Problem.h"
#include "core/content/BlockReader.h"
#include "core/content/LinePattern.h"
#include "core/content/LineSearcher.h"
#include "core/walk/Entry.h"

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

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
    uint64_t spans = 0;                      ///< matches in them, where these were wanted
    uint64_t bytes = 0;                      ///< read
    bool failed = false;                     ///< it cannot be read, which was reported
    std::optional<SkipReason> skipped = {};  ///< the file was not searched
    bool binary = false;                     ///< a file with NUL bytes: its lines are not shown
    uint64_t binaryOffset = 0;
    std::string encoding = {};  ///< out of which the text was decoded; empty for UTF-8
};

/// Threads that may help with one large file, over all searchers of a search.
using HelperBudget = std::atomic<int>;

class ContentSearcher {
public:
    ContentSearcher(const LinePattern& pattern, const ContentQuery& query, Detail detail,
                    StopToken stop, HelperBudget* helpers = nullptr);
    ~ContentSearcher();

    ContentEnd search(const Entry& entry, ContentReceiver& receiver);

private:
    /// The file at hand, and whom to tell.
    struct File {
        const Entry& entry;
        ContentReceiver& receiver;
        ContentEnd& end;
    };

    bool open(File& file);
    bool startText(File& file);
    bool startDecoding(File& file, bool nul);
    bool startBinary(File& file);
    void decode(File& file, std::unique_ptr<TextDecoder> decoder, std::string name);
    BlockReader::Filled fill(File& file);
    void failed(File& file, ReadFailure failure, const char* operation);
    bool fulfils(File& file);
    bool restart(File& file);
    void searchText(File& file);
    void searchBlocks(File& file, LineSearcher& lines);
    enum class Parallel : uint8_t {
        NotTried,    ///< no thread was free
        Done,        ///< the file is searched to its end
        HandedBack,  ///< the rest is for one thread: a line, or context, larger than a window
    };
    Parallel searchParallel(File& file, LineSearcher& lines);
    void readWhole(File& file);
    void sayCut(File& file);
    size_t endOfLines(std::string_view text) const;

    const LinePattern& m_pattern;
    const ContentQuery& m_query;
    Detail m_detail;
    StopToken m_stop;
    HelperBudget* m_helpers;
    BlockReader m_reader;
    RegexScratch m_scratch;
    std::unique_ptr<MatchFinder> m_finder;
    /// With Query::perFile: what else the file must hold, and what it must not.
    ContentQuery m_conditionQuery;
    std::vector<std::unique_ptr<LinePattern>> m_conditions;
    std::vector<std::unique_ptr<MatchFinder>> m_conditionFinders;
    bool m_cutSaid = false;
};

}  // namespace findling
