#include "cli/CommandRunner.h"

#include "cli/Messages.h"
#include "cli/Terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <system_error>
#include <utility>

namespace findling::cli {

namespace {

constexpr std::chrono::milliseconds kStopCheck{50};
constexpr size_t kWaitingPerThread = 4;
constexpr int kFailed = 1;
constexpr int kNotRun = 2;

/// Whether another run of the same program may well start.
bool passing(int code) {
    constexpr int kCodes[] = {E2BIG, EINVAL, EAGAIN, ENOMEM, EMFILE, ENFILE};
    return std::find(std::begin(kCodes), std::end(kCodes), code) != std::end(kCodes);
}

std::string reason(int code) {
    return std::generic_category().message(code);
}

}  // namespace

CommandRunner::CommandRunner(Commands commands, unsigned threads, StopSource stop)
    : m_commands(std::move(commands)),
      m_threadLimit(m_commands.batch ? 1 : std::max(1u, threads)),
      m_capture(m_threadLimit > 1),
      m_stop(std::move(stop)),
      m_batch(m_commands) {}

CommandRunner::~CommandRunner() {
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.clear();
    }
    join();
}

void CommandRunner::add(std::string path) {
    if (m_stop.requested()) return;
    if (m_commands.batch) {
        const CommandTemplate* tooLong = m_batch.tooLongFor(path);
        if (tooLong) {
            cannotStart(tooLong->program(), E2BIG, {&path, 1});
            return;
        }
        if (!m_batch.fits(path)) submit(m_batch.take());
        m_batch.add(std::move(path));
        return;
    }
    Paths one;
    one.push_back(std::move(path));
    submit(std::move(one));
}

void CommandRunner::submit(Paths paths) {
    // A batch is large: one that waits beside the one that runs is enough.
    const size_t most = m_commands.batch ? 1 : kWaitingPerThread * m_threadLimit;
    bool needThread = false;
    {
        std::unique_lock lock(m_mutex);
        while (m_waiting.size() >= most && !m_stop.requested())
            m_changed.wait_for(lock, kStopCheck);
        if (m_stop.requested()) return;
        m_waiting.push_back(std::move(paths));
        needThread = m_idle < m_waiting.size() && m_threads.size() < m_threadLimit;
    }
    m_changed.notify_all();
    if (!needThread || startThread() || !m_threads.empty()) return;
    // Not even one thread is to be had: then it is this one.
    const Paths own = std::exchange(m_waiting.front(), {});
    m_waiting.pop_front();
    runCommands(0, own);
}

bool CommandRunner::startThread() {
    try {
        m_threads.emplace_back([this] { work(); });
        return true;
    } catch (const std::system_error&) {
        return false;
    }
}

void CommandRunner::work() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        ++m_idle;
        while (m_waiting.empty() && !m_closed && !m_stop.requested())
            m_changed.wait_for(lock, kStopCheck);
        --m_idle;
        if (m_waiting.empty() || m_stop.requested()) return;
        const Paths paths = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        m_changed.notify_all();
        runCommands(0, paths);
        lock.lock();
    }
}

int CommandRunner::finish() {
    if (!m_batch.empty()) submit(m_batch.take());
    join();
    return m_result;
}

void CommandRunner::join() {
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads) thread.join();
    m_threads.clear();
}

/// All commands from `first` on; the first that fails is the last.
void CommandRunner::runCommands(size_t first, std::span<const std::string> paths) {
    for (size_t i = first; i < m_commands.templates.size(); ++i) {
        const CommandTemplate& command = m_commands.templates[i];
        {
            const std::scoped_lock lock(m_mutex);
            if (m_unusable.contains(command.program())) return;
        }
        if (m_stop.requested()) return;
        const std::vector<std::string> argv = m_commands.batch
                                                  ? command.fill(Paths(paths.begin(), paths.end()))
                                                  : command.fill(paths.front());
        const ProcessEnd end =
            m_capture ? runCaptured(argv) : runProcess(argv, false, m_stop.token());
        if (end.startError == E2BIG && paths.size() > 1) {
            // The system counts in another way than argumentBudget().
            const size_t half = paths.size() / 2;
            runCommands(i, paths.first(half));
            runCommands(i, paths.subspan(half));
            return;
        }
        if (!judge(command.program(), end, paths)) return;
    }
}

ProcessEnd CommandRunner::runCaptured(const std::vector<std::string>& argv) {
    bool turn = false;
    // Much output is not kept: this command takes its turn and writes on until it ends.
    const auto pass = [&](std::string& output, std::string& errors) {
        if (!turn) turn = takeTurn();
        if (turn) write(output, errors);
        output.clear();
        errors.clear();
    };
    ProcessEnd end = runProcess(argv, true, m_stop.token(), pass);
    if (!end.output.empty() || !end.errors.empty()) pass(end.output, end.errors);
    if (turn) {
        const std::scoped_lock lock(m_mutex);
        m_writing = false;
    }
    m_changed.notify_all();
    return end;
}

/// Whether this thread may write now; false after a stop, where others may not come to an end.
bool CommandRunner::takeTurn() {
    std::unique_lock lock(m_mutex);
    while (m_writing && !m_stop.requested()) m_changed.wait_for(lock, kStopCheck);
    if (m_writing) return false;
    m_writing = true;
    return true;
}

void CommandRunner::write(const std::string& output, const std::string& errors) {
    const int code = writeAll(Stream::Out, output);
    writeAll(Stream::Error, errors);
    if (code == 0) return;
    m_stop.request();
    if (code == EPIPE) return;  // nobody reads on, which is no error
    {
        const std::scoped_lock lock(m_mutex);
        if (std::exchange(m_writeFailed, true)) return;
    }
    say("cannot write the output: " + reason(code));
    worsen(kNotRun);
}

/// Whether the next command may follow.
bool CommandRunner::judge(const std::string& program, const ProcessEnd& end,
                          std::span<const std::string> paths) {
    if (end.succeeded()) return true;
    if (end.startError != 0) {
        cannotStart(program, end.startError, paths);
        return false;
    }
    if (m_stop.requested()) return false;  // we have ended it, or whoever stopped us did
    if (end.signal != 0 && !m_capture && readerGone(Stream::Out)) {
        m_stop.request();
        return false;
    }
    worsen(kFailed);
    return false;
}

void CommandRunner::cannotStart(const std::string& program, int code,
                                std::span<const std::string> paths) {
    worsen(kNotRun);
    if (passing(code)) {
        // Each time, so that it is known what was left out.
        const std::string what =
            paths.size() == 1 ? paths.front() : fmt::format("{} results", paths.size());
        say(fmt::format("cannot run {} for {}: {}", program, what, reason(code)));
        return;
    }
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_unusable.insert(program).second) return;
    }
    say(fmt::format("cannot run {}: {}", program, reason(code)));
}

void CommandRunner::say(const std::string& text) {
    writeAll(Stream::Error, messageLine("findling: " + text));
}

void CommandRunner::worsen(int result) {
    const std::scoped_lock lock(m_mutex);
    m_result = std::max(m_result, result);
}

}  // namespace findling::cli
