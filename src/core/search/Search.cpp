#include "core/search/Search.h"

#include "core/search/RecordWalk.h"
#include "core/search/Worker.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <exception>
#include <mutex>
#include <new>
#include <thread>
#include <vector>

namespace findling {

namespace {

std::atomic<uint64_t> lastId{0};

WalkOptions walkOptions(const Plan& plan) {
    WalkOptions options;
    options.ignore = plan.query.ignore;
    options.follow = plan.query.follow;
    options.sameFileSystem = plan.query.sameFileSystem;
    options.threads = plan.threads;
    options.files = plan.query.files;
    options.filesBelow = plan.query.filesBelow;
    return options;
}

}  // namespace

struct Search::State {
    State(std::shared_ptr<const Plan> compiled, Sink& target, StopSource source)
        : plan(std::move(compiled)),
          sink(target),
          stop(std::move(source)),
          delivery{target, ++lastId},
          walk(walkOptions(*plan), plan->roots, stop.token(), [this] { addThread(); }) {
        delivery.helpers = static_cast<int>(plan->threads) - 1;
        delivery.countsWithout = plan->query.content && plan->query.content->withoutMatch;
    }

    /// To be set before the first thread starts.
    void recordInto(std::shared_ptr<WalkRecord> target) {
        const auto isFolder = [](const WalkRoot& root) { return root.type == FileType::Folder; };
        if (!target || !plan->rootProblems.empty() ||
            !std::all_of(plan->roots.begin(), plan->roots.end(), isFolder))
            return;
        target->setQuery(plan->query, plan->roots);
        record = std::move(target);
    }

    /// Starts one more thread, unless all are there. False where the system has none left: without
    /// it the others do its work.
    bool addThread() {
        if (started.load(std::memory_order_relaxed) >= plan->threads) return true;
        const std::scoped_lock lock(threadsMutex);
        const unsigned index = started.load();
        if (index >= plan->threads) return true;
        active.fetch_add(1);
        try {
            threads.emplace_back([this, index] { work(index); });
            started.store(index + 1);
            return true;
        } catch (const std::exception&) {  // no thread, or no memory for one
            active.fetch_sub(1);
            started.store(plan->threads);  // do not ask again
            return false;
        }
    }

    void work(unsigned index) {
        try {
            Worker worker(*plan, delivery, index, stop, record.get());
            if (index == 0) {
                for (const Problem& problem : plan->rootProblems) worker.problem(problem);
            }
            if (recorded) workOnRecord(worker, index);
            else walk.work(index, worker);
            worker.finish();
        } catch (const std::bad_alloc&) {
            // What this thread had in hand is lost, so the search is not complete: it says so.
            outOfMemory.store(true);
            stop.request();
        }
        walk.wakeAll();
        if (active.fetch_sub(1) == 1) finish();
    }

    /// A walk finds out by itself how many threads have something to do; here the first one knows.
    void workOnRecord(Worker& worker, unsigned index) {
        const size_t useful = index == 0 ? recorded->tasks() : 1;
        for (size_t i = 1; i < useful && i < plan->threads; ++i) addThread();
        recorded->work(worker, plan->nameNeedle);
    }

    void finish() {
        try {
            if (outOfMemory.load()) reportMemory();
            summarise();
            if (record && summary.end == Summary::End::Finished && !outOfMemory.load())
                record->complete();
            sink.finished(summary);
        } catch (const std::bad_alloc&) {
            // Also the sink may need memory for its last words: what it has not said is missing.
            if (!outOfMemory.exchange(true)) reportMemoryAtLast();
        }
        done.store(true);
        done.notify_all();
    }

    void reportMemoryAtLast() {
        try {
            stop.request();
            reportMemory();
            summarise();
        } catch (const std::bad_alloc&) {
            summary.totals.problems = 1;  // not even that: the exit code tells
        }
    }

    void summarise() {
        summary.searchId = delivery.searchId;
        summary.totals = delivery.totals;
        summary.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        const uint64_t limit = plan->query.maxResults;
        if (limit > 0 && delivery.claimed.load() >= limit) summary.end = Summary::End::Limit;
        else if (stop.requested()) summary.end = Summary::End::Stopped;
    }

    void reportMemory() {
        const std::scoped_lock lock(delivery.mutex);
        ++delivery.totals.problems;
        Batch batch;
        batch.searchId = delivery.searchId;
        batch.progress = delivery.totals;
        batch.problems.push_back({"", "search", ENOMEM,
                                  "memory ran out; what was found until then is not all there is"});
        sink.deliver(std::move(batch), stop.token());
    }

    void join() {
        done.wait(false);
        // No thread starts another one any more.
        for (std::thread& thread : threads) {
            if (thread.joinable()) thread.join();
        }
    }

    std::shared_ptr<const Plan> plan;
    std::shared_ptr<WalkRecord> record;
    std::optional<RecordWalk> recorded;  ///< walked in place of the disk
    Sink& sink;
    StopSource stop;
    Delivery delivery;
    std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
    std::mutex threadsMutex;
    std::vector<std::thread> threads;  // guarded by threadsMutex
    std::atomic<unsigned> started{0};
    std::atomic<unsigned> active{0};
    std::atomic<bool> outOfMemory{false};
    std::atomic<bool> done{false};
    Summary summary;
    Walk walk;
};

Search::Search(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Search::~Search() {
    stop();
    m_state->join();
}

Result<std::unique_ptr<Search>> Search::start(const Query& query, Sink& sink,
                                              std::shared_ptr<WalkRecord> record) {
    auto plan = Plan::compile(query);
    if (!plan) return plan.error();
    auto state = std::make_unique<State>(*plan, sink, StopSource());
    state->recordInto(std::move(record));
    return started(std::move(state));
}

Result<std::unique_ptr<Search>> Search::among(std::shared_ptr<const WalkRecord> record,
                                              const Query& query, Sink& sink) {
    auto plan = Plan::compile(query, record->roots());
    if (!plan) return plan.error();
    auto state = std::make_unique<State>(*plan, sink, StopSource());
    state->recorded.emplace(std::move(record));
    return started(std::move(state));
}

Result<std::unique_ptr<Search>> Search::started(std::unique_ptr<State> state) {
    if (!state->addThread()) {
        state->done.store(true);
        return Error{ErrorKind::Unsupported, "the system has no thread left for the search"};
    }
    return std::unique_ptr<Search>(new Search(std::move(state)));
}

Result<Summary> Search::run(const Query& query, Sink& sink, StopSource stop) {
    auto plan = Plan::compile(query, stop.token());
    if (!plan) return plan.error();
    State state(*plan, sink, std::move(stop));
    state.started.store(1);
    state.active.store(1);
    state.work(0);
    state.join();
    return state.summary;
}

uint64_t Search::id() const {
    return m_state->delivery.searchId;
}

void Search::stop() {
    m_state->stop.request();
    m_state->walk.wakeAll();
}

bool Search::finished() const {
    return m_state->done.load();
}

const Summary& Search::wait() {
    m_state->join();
    return m_state->summary;
}

bool canRecord(const Query& query) {
    return !query.content && query.rootLists.empty() && !query.files && query.onlyPath.empty();
}

Result<void> check(const Query& query) {
    const auto plan = Plan::compile(query);
    return plan ? Result<void>() : Result<void>(plan.error());
}

}  // namespace findling
