/// Runs commands on results: one at a time per thread, or few with many results each.
#pragma once

#include "cli/CommandBatch.h"
#include "cli/Commands.h"
#include "cli/Process.h"
#include "core/base/Stop.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace findling::cli {

class CommandRunner {
public:
    /// With more than one thread the output of a command is written in one piece when it ended.
    /// `stop` ends running commands; it is requested here when the output cannot be written any
    /// more, so it is not the stop of a search, which also ends at a number of results.
    CommandRunner(Commands commands, unsigned threads, StopSource stop);
    /// Drops what waits. Who wants it run calls finish() before.
    ~CommandRunner();
    CommandRunner(const CommandRunner&) = delete;
    CommandRunner& operator=(const CommandRunner&) = delete;

    /// By one thread at a time. Waits while many commands are waiting; returns soon after a stop.
    void add(std::string path);

    /// Runs what is left. 0: all went well, 1: a command failed, 2: one could not be started or its
    /// output not be written. After a stop: what is known so far.
    int finish();

    bool stopped() const { return m_stop.requested(); }

private:
    using Paths = std::vector<std::string>;

    void submit(Paths paths);
    bool startThread();
    void work();
    void join();

    void runCommands(size_t first, std::span<const std::string> paths);
    ProcessEnd runCaptured(const std::vector<std::string>& argv);
    bool judge(const std::string& program, const ProcessEnd& end,
               std::span<const std::string> paths);
    void cannotStart(const std::string& program, int code, std::span<const std::string> paths);
    void write(const std::string& output, const std::string& errors);
    bool takeTurn();
    void say(const std::string& text);
    void worsen(int result);

    Commands m_commands;
    unsigned m_threadLimit;
    bool m_capture;
    StopSource m_stop;

    // Only add() and finish() touch these.
    CommandBatch m_batch;
    std::vector<std::thread> m_threads;

    std::mutex m_mutex;  ///< guards what follows
    std::condition_variable m_changed;
    std::deque<Paths> m_waiting;
    size_t m_idle = 0;  ///< threads that wait for work
    bool m_closed = false;
    bool m_writing = false;  ///< a command's output is being written
    bool m_writeFailed = false;
    int m_result = 0;
    std::set<std::string> m_unusable;  ///< programs that cannot be started
};

}  // namespace findling::cli
