/// The searches of one window: at most one is listened to; older ones wind down by themselves.
#pragma once

#include "core/search/Search.h"
#include "gui/session/GuiSink.h"
#include "gui/session/PackedRows.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace findling::gui {

using RowBatches = std::vector<std::unique_ptr<PackedRows>>;

class SearchSession : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Running, Finished, Stopped, Limited };

    explicit SearchSession(QObject* parent = nullptr);
    ~SearchSession() override;

    /// Starts a search in place of the present one. With an error nothing changes.
    std::optional<Error> start(const Query& query);
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

    /// Bytes of rows at which a search ends by itself, State::Limited.
    void setMemoryBudget(size_t bytes) { m_memoryBudget = bytes; }

signals:
    void started();
    /// At most once per tick. The receiver takes the rows out. Direct connections only.
    void rowsReady(findling::gui::RowBatches& rows);
    void progressChanged();
    void finished();

private:
    /// A search and where its results go. The sink must outlive the search: it comes first.
    struct Run {
        std::unique_ptr<GuiSink> sink;
        std::unique_ptr<Search> search;
    };

    void wake();
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
    bool m_limited = false;
    Progress m_progress;
    std::vector<Problem> m_problems;
    double m_seconds = 0;
    size_t m_memory = 0;
    size_t m_memoryBudget = size_t{768} << 20;
    size_t m_totalRows = 0;
    size_t m_rowsPerTick = 20'000;
    QElapsedTimer m_clock;
    QElapsedTimer m_sinceTick;
    QTimer m_tick;
    QTimer m_reaper;
};

}  // namespace findling::gui
