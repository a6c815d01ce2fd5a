/// The searches of one tab: at most one is listened to; older ones wind down by themselves. Names
/// come out of the last walk's memory first, where there is one, and a walk in the background then
/// tells what has changed since.
#pragma once

#include "core/search/Search.h"
#include "gui/session/GuiSink.h"
#include "gui/session/NameMemory.h"
#include "gui/session/PackedRows.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace findling::gui {

using RowBatches = std::vector<std::unique_ptr<PackedRows>>;

/// What a session listens to: a search, or whatever else fills a sink as one does.
class RowSource {
public:
    virtual ~RowSource() = default;
    virtual void stop() = 0;  ///< returns at once
    virtual bool finished() const = 0;
};

class SearchSession : public QObject {
    Q_OBJECT

public:
    using Source = std::function<Result<std::unique_ptr<RowSource>>(Sink& sink)>;

    enum class State { Idle, Running, Finished, Stopped, Limited };

    explicit SearchSession(QObject* parent = nullptr);
    ~SearchSession() override;

    /// Starts a search in place of the present one. With an error nothing changes.
    std::optional<Error> start(const Query& query);
    std::optional<Error> start(const Query& query, const Source& source);
    /// Whether start() would find names in memory.
    bool remembers(const Query& query) const;
    /// After the last key, until the disk is looked at.
    void setQuiet(int milliseconds) { m_quiet.setInterval(milliseconds); }
    /// Several sessions may share one.
    void setMemory(std::shared_ptr<NameMemory> memory) { m_memory = std::move(memory); }
    /// Returns at once; finished() follows with what has been found so far.
    void stop();
    /// Forgets the present search without a word.
    void abandon();

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running; }
    /// It has ended with rows out of memory that nobody compared with the disk.
    bool isUnchecked() const { return !isRunning() && m_unchecked; }
    /// All that is in memory has been delivered; whether the disk is still like that is being seen.
    bool isChecking() const { return isRunning() && m_phase > Phase::Recall; }
    const Progress& progress() const { return m_progress; }
    const std::vector<Problem>& problems() const { return m_problems; }
    const Query& query() const { return m_query; }
    double seconds() const;

    /// Bytes of rows at which a search pauses, until it is told to go on or to stop.
    void setMemoryBudget(size_t bytes) { m_memoryStep = bytes; }
    /// Running, but waiting for an answer.
    bool isPaused() const { return m_paused; }
    size_t memory() const { return m_used; }
    /// Goes on until as much memory again is full.
    void resume();

signals:
    void started();
    /// At most once per tick. The receiver takes the rows out. Direct connections only.
    void rowsReady(findling::gui::RowBatches& rows);
    /// The receiver takes them. Direct connections only.
    void skipsReady(std::vector<findling::Skip>& skips);
    /// Files that were delivered and are not there any longer.
    void filesGone(const std::vector<std::string>& paths);
    /// What memory had to say is delivered; finished() follows when the disk has been seen, too.
    void recalled();
    void progressChanged();
    void pausedChanged(bool paused);
    void finished();

private:
    /// A search and where its results go. The sink must outlive the search: it comes first.
    struct Run {
        Run() = default;
        Run(Run&&) = default;
        Run& operator=(Run&& other) noexcept {
            source = std::move(other.source);
            sink = std::move(other.sink);
            return *this;
        }
        std::unique_ptr<GuiSink> sink;
        std::unique_ptr<RowSource> source;
    };

    /// Search is all there is to do where memory knows nothing.
    enum class Phase : uint8_t { Search, Recall, Wait, Check, Compare, Additions };

    Result<Run> run(const Source& source, bool withRows = true);
    std::optional<Error> begin(const Query& query, const Source& source, Phase phase,
                               std::shared_ptr<const WalkRecord> recalled,
                               std::shared_ptr<WalkRecord> record);
    void endPhase(const Summary& summary);
    void check();
    void compare();
    void fail(const Error& error);
    void endUnchecked();
    void takeChanges(WalkChanges& changes);
    void wake();
    void setPaused(bool paused);
    void tick();
    bool collect(RowBatches& rows, size_t& count);
    void takeProgress(const Progress& progress);
    void addProblems(std::vector<Problem>& problems);
    void end(const Summary& summary);
    void retire();
    void reap();

    static constexpr size_t kMaxProblems = 10'000;  ///< listed; all are counted

    Run m_run;
    std::vector<Run> m_old;
    Query m_query;
    State m_state = State::Idle;
    Progress m_progress;
    std::vector<Problem> m_problems;
    std::shared_ptr<NameMemory> m_memory = std::make_shared<NameMemory>();
    std::shared_ptr<const WalkRecord> m_recalled;  ///< what the rows came from
    std::shared_ptr<WalkRecord> m_record;          ///< of the walk that is on its way
    Phase m_phase = Phase::Search;
    Summary m_checked;         ///< how the check ended
    StopSource m_compareStop;  ///< of the comparison that is on its way
    QTimer m_quiet;            ///< until no key has been pressed for a while
    double m_seconds = 0;
    size_t m_used = 0;
    size_t m_memoryStep = size_t{768} << 20;
    size_t m_memoryBudget = 0;
    bool m_paused = false;
    bool m_stopping = false;
    bool m_unchecked = false;
    size_t m_rowsPerTick = 20'000;
    qint64 m_lastTick = 0;  ///< ms that it took
    QElapsedTimer m_clock;
    QElapsedTimer m_sinceTick;
    QTimer m_tick;
    QTimer m_reaper;
};

}  // namespace findling::gui
