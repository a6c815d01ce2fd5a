/// Why one path is a result of a query, or which rule keeps it out.
#pragma once

#include "core/base/Problem.h"
#include "core/base/Result.h"
#include "core/base/Stop.h"
#include "core/query/Query.h"

#include <string>

namespace findling {

struct Explanation {
    enum class Kind : uint8_t {
        Result,
        LeftOut,        ///< the skip tells why
        InsideLeftOut,  ///< so is a folder above the path, which the skip names
        Outside,        ///< of the searched folders
        NotListed,      ///< not one of Query::files, and there are no folders
        Root,           ///< a searched folder itself
        Unreadable,     ///< the problem came before an answer
        NotReached,
        Stopped,
    };
    Kind kind = Kind::NotReached;
    std::string path = {};  ///< below the root, as it was judged
    Skip skip = {};         ///< of LeftOut and InsideLeftOut
    Problem problem = {};   ///< of Unreadable

    bool isResult() const { return kind == Kind::Result; }
    /// Whether the skip says something.
    bool isLeftOut() const { return kind == Kind::LeftOut || kind == Kind::InsideLeftOut; }
};

/// One sentence without its subject: "is left out (hidden: its name begins with a dot)".
std::string describe(const Explanation& explanation);

/// Runs the query on this path alone, by the same code as a search, so that the answer cannot
/// differ from it. The path may be absolute or relative to the current folder. A stop ends it
/// within the time in which it ends a search.
Result<Explanation> explain(const Query& query, const std::string& path, StopSource stop = {});

}  // namespace findling
