#include "gui/session/SearchSession.h"

#include "gui/session/Background.h"

#include <algorithm>
#include <utility>

namespace findling::gui {

namespace {
constexpr qint64 kTickBudget = 8;  // ms of the window's time
constexpr qint64 kShortestPause = 16;
constexpr qint64 kLongestPause = 150;
constexpr size_t kSkipsPerRow = 4;  ///< that cost as much as one row
/// After the last key: a walk for each of them would only heat the room.
constexpr int kQuiet = 300;  // ms

class SearchSource : public RowSource {
public:
    explicit SearchSource(std::unique_ptr<Search> search) : m_search(std::move(search)) {}
    void stop() override { m_search->stop(); }
    bool finished() const override { return m_search->finished(); }

private:
    std::unique_ptr<Search> m_search;
};

Result<std::unique_ptr<RowSource>> asSource(Result<std::unique_ptr<Search>> search) {
    if (!search) return search.error();
    return std::unique_ptr<RowSource>(std::make_unique<SearchSource>(std::move(*search)));
}

/// The walk that follows tells what was left out.
SearchSession::Source searchAmong(const std::shared_ptr<const WalkRecord>& record, Query query) {
    query.listSkips = SkipList::None;
    return [record, query = std::move(query)](Sink& sink) {
        return asSource(Search::among(record, query, sink));
    };
}

}  // namespace

SearchSession::SearchSession(QObject* parent) : QObject(parent) {
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &SearchSession::tick);
    m_reaper.setInterval(50);
    connect(&m_reaper, &QTimer::timeout, this, &SearchSession::reap);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuiet);
    connect(&m_quiet, &QTimer::timeout, this, &SearchSession::check);
}

SearchSession::~SearchSession() {
    m_compareStop.request();
    // Joined here, while a search thread may still post to this object.
    if (m_run.sink) m_run.sink->close();
    for (const Run& run : m_old) run.sink->close();
    m_run = {};
    m_old.clear();
}

namespace {

/// Facts are of the disk as it is: where they decide, memory has no say.
bool asksFacts(const Query& query) {
    return query.minSize || query.maxSize || query.modified.any() || query.accessed.any() ||
           query.created.any() || query.changed.any() || query.owner || query.group ||
           query.permissions ||
           std::any_of(query.kinds.begin(), query.kinds.end(), [](EntryKind kind) {
               return kind == EntryKind::Executable || kind == EntryKind::Empty;
           });
}

}  // namespace

bool SearchSession::remembers(const Query& query) const {
    return canRecord(query) && !asksFacts(query) && m_memory->serves(query);
}

std::optional<Error> SearchSession::start(const Query& query) {
    if (!canRecord(query)) {
        return start(query, [&](Sink& sink) { return asSource(Search::start(query, sink)); });
    }
    if (remembers(query)) {
        const auto known = m_memory->find(query);
        return begin(query, searchAmong(known, query), Phase::Recall, known, nullptr);
    }
    const auto record = m_memory->newRecord();
    const auto search = [&](Sink& sink) { return asSource(Search::start(query, sink, record)); };
    return begin(query, search, Phase::Search, nullptr, record);
}

std::optional<Error> SearchSession::start(const Query& query, const Source& source) {
    return begin(query, source, Phase::Search, nullptr, nullptr);
}

Result<SearchSession::Run> SearchSession::run(const Source& source, bool withRows) {
    Run run;
    run.sink = std::make_unique<GuiSink>(
        [this] { QMetaObject::invokeMethod(this, &SearchSession::wake, Qt::QueuedConnection); },
        withRows);
    Result<std::unique_ptr<RowSource>> begun = source(*run.sink);
    if (!begun) return begun.error();
    run.source = std::move(*begun);
    return run;
}

std::optional<Error> SearchSession::begin(const Query& query, const Source& source, Phase phase,
                                          std::shared_ptr<const WalkRecord> recalled,
                                          std::shared_ptr<WalkRecord> record) {
    Result<Run> begun = run(source);
    if (!begun) return begun.error();
    retire();
    m_run = std::move(*begun);
    m_phase = phase;
    m_query = query;
    m_state = State::Running;
    m_recalled = std::move(recalled);
    m_record = std::move(record);
    m_progress = m_recalled ? m_memory->progressOf(m_recalled) : Progress();
    m_problems.clear();
    m_used = 0;
    m_memoryBudget = m_memoryStep;
    m_stopping = false;
    setPaused(false);
    m_clock.start();
    m_sinceTick.invalidate();
    emit started();
    return {};
}

void SearchSession::stop() {
    if (!isRunning()) return;
    m_stopping = true;
    setPaused(false);
    if (m_run.source) {
        m_run.source->stop();
        return wake();
    }
    endUnchecked();  // between two runs
}

/// The search threads wait by themselves: nothing is taken out of their queue.
void SearchSession::setPaused(bool paused) {
    if (paused == m_paused) return;
    m_paused = paused;
    emit pausedChanged(paused);
}

void SearchSession::resume() {
    if (!m_paused) return;
    m_memoryBudget = m_used + m_memoryStep;
    setPaused(false);
    wake();
}

void SearchSession::abandon() {
    retire();
    m_state = State::Idle;
    m_progress = {};
    m_problems.clear();
    m_query = {};
    m_used = 0;
}

double SearchSession::seconds() const {
    return isRunning() ? static_cast<double>(m_clock.elapsed()) / 1000.0 : m_seconds;
}

/// The present search goes to those that nobody listens to. Nobody waits for it.
void SearchSession::retire() {
    m_tick.stop();
    m_quiet.stop();
    m_compareStop.request();
    m_recalled.reset();
    m_record.reset();
    setPaused(false);
    if (!m_run.source) return;
    m_run.sink->close();
    m_run.source->stop();
    m_old.push_back(std::move(m_run));
    m_run = {};
    m_reaper.start();
}

void SearchSession::reap() {
    std::erase_if(m_old, [](const Run& run) { return run.source->finished(); });
    if (m_old.empty()) m_reaper.stop();
}

/// Batches have come. The first tick is at once; later ones leave the window time to live, more
/// of it when they take long: an insert costs more in a long table.
void SearchSession::wake() {
    if (!m_run.source || m_tick.isActive()) return;
    if (m_paused) {
        // What filled the memory may have been the last of it.
        if (!m_run.sink->summary()) return;
        setPaused(false);
    }
    qint64 wait = 0;
    // What memory knows is there at once, and not to be waited for.
    if (m_sinceTick.isValid() && m_phase != Phase::Recall) {
        const qint64 pause = std::clamp(m_lastTick * 4, kShortestPause, kLongestPause);
        wait = std::max<qint64>(0, pause - m_sinceTick.elapsed());
    }
    m_tick.start(static_cast<int>(wait));
}

/// False when there may be more than one tick's share.
bool SearchSession::collect(RowBatches& rows, size_t& count) {
    while (count < m_rowsPerTick) {
        std::optional<Batch> batch = m_run.sink->take();
        if (!batch) return true;
        takeProgress(batch->progress);
        if (m_phase == Phase::Search || m_phase == Phase::Check) addProblems(batch->problems);
        count += batch->skips.size() / kSkipsPerRow;
        if (!batch->skips.empty()) emit skipsReady(batch->skips);
        if (!m_run.sink) return true;  // a receiver has ended it
        if (!batch->rows) continue;
        std::unique_ptr<PackedRows> packed(static_cast<PackedRows*>(batch->rows.release()));
        m_used += packed->memory();
        count += packed->files.size() + packed->matches.size();
        rows.push_back(std::move(packed));
    }
    return false;
}

void SearchSession::tick() {
    if (!m_run.source) return;
    QElapsedTimer spent;
    spent.start();
    RowBatches rows;
    size_t count = 0;
    const bool all = collect(rows, count);
    if (!rows.empty()) emit rowsReady(rows);
    if (!m_run.source) return;  // a receiver has ended it
    emit progressChanged();
    if (const auto summary = m_run.sink->summary()) return endPhase(*summary);
    if (m_used > m_memoryBudget && !m_stopping && m_phase != Phase::Check) return setPaused(true);
    // The budget in milliseconds becomes one in rows by what the last tick has cost.
    if (count > 1000) {
        const auto cost = std::max<qint64>(1, spent.elapsed());
        m_rowsPerTick =
            std::clamp<size_t>(count * kTickBudget / static_cast<size_t>(cost), 2'000, 200'000);
    }
    m_lastTick = spent.elapsed();
    m_sinceTick.start();
    if (!all) wake();
}

/// A check counts from nothing once more what is on the screen already.
void SearchSession::takeProgress(const Progress& progress) {
    if (m_phase == Phase::Search) m_progress = progress;
    if (m_phase == Phase::Recall) m_progress.results = progress.results;
}

void SearchSession::addProblems(std::vector<Problem>& problems) {
    for (Problem& problem : problems) {
        if (m_problems.size() >= kMaxProblems) return;
        m_problems.push_back(std::move(problem));
    }
}

void SearchSession::endPhase(const Summary& summary) {
    if (m_phase != Phase::Search && (m_stopping || summary.end != Summary::End::Finished))
        return endUnchecked();
    if (summary.end != Summary::End::Finished) return end(summary);
    switch (m_phase) {
        case Phase::Search:
            if (m_record) m_memory->keep(m_record, summary.totals);
            return end(summary);
        case Phase::Recall:
            m_old.push_back(std::exchange(m_run, {}));
            m_reaper.start();
            m_phase = Phase::Wait;
            m_quiet.start();
            emit recalled();
            return;
        case Phase::Check: m_checked = summary; return compare();
        case Phase::Additions: return end(m_checked);
        case Phase::Wait:
        case Phase::Compare: break;
    }
}

/// The same search once more, on the disk: its rows are there already, but it counts what is left
/// out, and what it comes upon shows what has changed.
void SearchSession::check() {
    m_record = m_memory->newRecord();
    Result<Run> begun =
        run([&](Sink& sink) { return asSource(Search::start(m_query, sink, m_record)); }, false);
    if (!begun) {  // the folder is gone
        m_memory->forget(m_recalled);
        return fail(begun.error());
    }
    m_run = std::move(*begun);
    m_phase = Phase::Check;
    wake();
}

void SearchSession::compare() {
    m_old.push_back(std::exchange(m_run, {}));
    m_reaper.start();
    // More than memory may keep by now, or a folder that is missing or another one.
    if (!m_record->isComplete() || !m_record->hasSameRoots(*m_recalled)) {
        m_memory->forget(m_recalled);
        const Query query = m_query;
        if (const auto error = start(query)) fail(*error);
        return;
    }
    m_phase = Phase::Compare;
    m_compareStop = StopSource();
    inBackground(
        this,
        [before = m_recalled, now = m_record, stop = m_compareStop.token()] {
            return compareWalks(*before, *now, stop);
        },
        [this, stop = m_compareStop.token()](WalkChanges& changes) {
            if (!stop.requested()) takeChanges(changes);
        });
}

void SearchSession::takeChanges(WalkChanges& changes) {
    m_memory->keep(m_record, m_checked.totals);
    if (!changes.removed.empty()) emit filesGone(changes.removed);
    if (m_phase != Phase::Compare) return;  // a receiver has ended it
    if (!changes.added) return end(m_checked);
    Result<Run> begun = run(searchAmong(changes.added, m_query));
    if (!begun) return fail(begun.error());
    m_run = std::move(*begun);
    m_phase = Phase::Additions;
    wake();
}

/// What is there came from memory; whether the disk is still like that nobody knows.
void SearchSession::endUnchecked() {
    Summary summary;
    summary.end = Summary::End::Stopped;
    summary.totals = m_progress;
    end(summary);
}

/// The check cannot go on.
void SearchSession::fail(const Error& error) {
    m_problems.push_back({error.subject, "open", error.code, error.text});
    ++m_progress.problems;
    endUnchecked();
}

void SearchSession::end(const Summary& summary) {
    m_unchecked = m_phase != Phase::Search && summary.end != Summary::End::Finished;
    m_progress = summary.totals;
    const double all = static_cast<double>(m_clock.elapsed()) / 1000.0;
    m_seconds = m_phase == Phase::Search ? summary.seconds : all;
    switch (summary.end) {
        case Summary::End::Finished: m_state = State::Finished; break;
        case Summary::End::Stopped: m_state = State::Stopped; break;
        case Summary::End::Limit: m_state = State::Limited; break;
    }
    retire();
    m_phase = Phase::Search;
    emit finished();
}

}  // namespace findling::gui
