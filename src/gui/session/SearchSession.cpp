#include "gui/session/SearchSession.h"

#include <algorithm>
#include <utility>

namespace findling::gui {

namespace {
constexpr qint64 kTickBudget = 8;  // ms of the window's time
constexpr qint64 kShortestPause = 16;
constexpr qint64 kLongestPause = 150;
constexpr size_t kSkipsPerRow = 4;  ///< that cost as much as one row

class SearchSource : public RowSource {
public:
    explicit SearchSource(std::unique_ptr<Search> search) : m_search(std::move(search)) {}
    void stop() override { m_search->stop(); }
    bool finished() const override { return m_search->finished(); }

private:
    std::unique_ptr<Search> m_search;
};

}  // namespace

SearchSession::SearchSession(QObject* parent) : QObject(parent) {
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &SearchSession::tick);
    m_reaper.setInterval(50);
    connect(&m_reaper, &QTimer::timeout, this, &SearchSession::reap);
}

SearchSession::~SearchSession() {
    // Joined here, while a search thread may still post to this object.
    if (m_run.sink) m_run.sink->close();
    for (const Run& run : m_old) run.sink->close();
    m_run = {};
    m_old.clear();
}

std::optional<Error> SearchSession::start(const Query& query) {
    return start(query, [&](Sink& sink) -> Result<std::unique_ptr<RowSource>> {
        Result<std::unique_ptr<Search>> search = Search::start(query, sink);
        if (!search) return search.error();
        return std::unique_ptr<RowSource>(std::make_unique<SearchSource>(std::move(*search)));
    });
}

std::optional<Error> SearchSession::start(const Query& query, const Source& source) {
    Run run;
    run.sink = std::make_unique<GuiSink>(
        [this] { QMetaObject::invokeMethod(this, &SearchSession::wake, Qt::QueuedConnection); });
    Result<std::unique_ptr<RowSource>> begun = source(*run.sink);
    if (!begun) return begun.error();
    run.source = std::move(*begun);
    retire();
    m_run = std::move(run);
    m_query = query;
    m_state = State::Running;
    m_progress = {};
    m_problems.clear();
    m_memory = 0;
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
    m_run.source->stop();
    setPaused(false);
    wake();
}

/// The search threads wait by themselves: nothing is taken out of their queue.
void SearchSession::setPaused(bool paused) {
    if (paused == m_paused) return;
    m_paused = paused;
    emit pausedChanged(paused);
}

void SearchSession::resume() {
    if (!m_paused) return;
    m_memoryBudget = m_memory + m_memoryStep;
    setPaused(false);
    wake();
}

void SearchSession::abandon() {
    retire();
    m_state = State::Idle;
    m_progress = {};
    m_problems.clear();
}

double SearchSession::seconds() const {
    return isRunning() ? static_cast<double>(m_clock.elapsed()) / 1000.0 : m_seconds;
}

/// The present search goes to those that nobody listens to. Nobody waits for it.
void SearchSession::retire() {
    m_tick.stop();
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
    if (m_sinceTick.isValid()) {
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
        m_progress = batch->progress;
        addProblems(batch->problems);
        count += batch->skips.size() / kSkipsPerRow;
        if (!batch->skips.empty()) emit skipsReady(batch->skips);
        if (!batch->rows) continue;
        std::unique_ptr<PackedRows> packed(static_cast<PackedRows*>(batch->rows.release()));
        m_memory += packed->memory();
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
    if (const auto summary = m_run.sink->summary()) return end(*summary);
    if (m_memory > m_memoryBudget && !m_stopping) return setPaused(true);
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

void SearchSession::addProblems(std::vector<Problem>& problems) {
    for (Problem& problem : problems) {
        if (m_problems.size() >= kMaxProblems) return;
        m_problems.push_back(std::move(problem));
    }
}

void SearchSession::end(const Summary& summary) {
    m_progress = summary.totals;
    m_seconds = summary.seconds;
    switch (summary.end) {
        case Summary::End::Finished: m_state = State::Finished; break;
        case Summary::End::Stopped: m_state = State::Stopped; break;
        case Summary::End::Limit: m_state = State::Limited; break;
    }
    m_old.push_back(std::move(m_run));
    m_run = {};
    m_reaper.start();
    emit finished();
}

}  // namespace findling::gui
