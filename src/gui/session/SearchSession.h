/// The searches of one window: at most one is listened to; older ones wind down by themselves.
#pragma once

#include "core/search/Search.h"
#include "gui/session/GuiSink.h"
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
    /// Returns at once; finished() follows with what has been found so far.
    void stop();
    /// Forgets the present search without a word.
    void abandon();

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running; }
    const Progress& progress() const { return m_progress; }
    const std::vector<Problem>& problems() const { return m_problems; }
    const Query& query() const { return m_query; }
    double seconds() const;

    /// Bytes of rows at which a search pauses, until it is told to go on or to stop.
    void setMemoryBudget(size_t bytes) { m_memoryStep = bytes; }
    /// Running, but waiting for an answer.
    bool isPaused() const { return m_paused; }
    size_t memory() const { return m_memory; }
    /// Goes on until as much memory again is full.
    void resume();

signals:
    void started();
    /// At most once per tick. The receiver takes the rows out. Direct connections only.
    void rowsReady(findling::gui::RowBatches& rows);
    /// The receiver takes them. Direct connections only.
    void skipsReady(std::vector<findling::Skip>& skips);
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

    void wake();
    void setPaused(bool paused);
    void tick();
    bool collect(RowBatches& rows, size_t& count);
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
    double m_seconds = 0;
    size_t m_memory = 0;
    size_t m_memoryStep = size_t{768} << 20;
    size_t m_memoryBudget = 0;
    bool m_paused = false;
    bool m_stopping = false;
    size_t m_rowsPerTick = 20'000;
    qint64 m_lastTick = 0;  ///< ms that it took
    QElapsedTimer m_clock;
    QElapsedTimer m_sinceTick;
    QTimer m_tick;
    QTimer m_reaper;
};

}  // namespace findling::gui
