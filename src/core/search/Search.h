/// The one verb of the core: a Query goes in, a Sink receives.
#pragma once

#include "core/base/Result.h"
#include "core/base/Stop.h"
#include "core/index/WalkRecord.h"
#include "core/query/Query.h"
#include "core/search/Sink.h"

#include <memory>

namespace findling {

class Search {
public:
    /// Compiles the query and starts searching on threads of its own. Errors of the query (an
    /// invalid pattern, no root that exists) come back at once, before any walking. The sink must
    /// outlive the search.
    /// With a record, all that the walk comes upon is kept in it, also what is no result; it is
    /// complete when the search has come to its end. Only for queries that canRecord().
    static Result<std::unique_ptr<Search>> start(const Query& query, Sink& sink,
                                                 std::shared_ptr<WalkRecord> record = nullptr);

    /// The same results as start() had when the record was made, but without walking: problems and
    /// what hidden rule, ignore rules and excludes leave out are not told again, and an Entry has
    /// facts only where a filter asks for them. The record must serve the query.
    static Result<std::unique_ptr<Search>> among(std::shared_ptr<const WalkRecord> record,
                                                 const Query& query, Sink& sink);

    /// The same on the calling thread, with others joining in when there is work for them:
    /// a small folder never starts one. Returns when all is delivered.
    static Result<Summary> run(const Query& query, Sink& sink, StopSource stop = {});

    /// Stops and waits. To stop without waiting, stop() first and destroy later.
    ~Search();
    Search(const Search&) = delete;
    Search& operator=(const Search&) = delete;

    uint64_t id() const;  ///< unique in this process; batches carry it
    void stop();          ///< returns at once
    bool finished() const;
    const Summary& wait();

private:
    struct State;
    explicit Search(std::unique_ptr<State> state);
    static Result<std::unique_ptr<Search>> started(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Whether a search for this can be recorded: it asks for names below folders.
bool canRecord(const Query& query);

/// Whether the query can be run at all: what start() would answer, without searching.
Result<void> check(const Query& query);

}  // namespace findling
