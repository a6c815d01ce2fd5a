#include "cli/Process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

extern char** environ;

namespace findling::cli {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::microseconds;
using std::chrono::milliseconds;

constexpr milliseconds kGrace{2000};  ///< between asking for the end and forcing it
constexpr milliseconds kStopCheck{50};
constexpr microseconds kShortestNap{100};
constexpr microseconds kLongestNap{20'000};
constexpr int kStartAttempts = 20;
constexpr size_t kReadSize = 64 << 10;
constexpr size_t kKept = 1 << 20;  ///< captured bytes before they overflow

/// A pipe whose ends no program inherits by accident.
class Pipe {
public:
    Pipe() = default;
    ~Pipe() {
        closeReader();
        closeWriter();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    int open() {
#ifdef POSIX_SPAWN_CLOEXEC_DEFAULT  // no pipe2() here, but programs inherit only what they are
                                    // given
        return ::pipe(m_ends.data()) == 0 ? 0 : errno;
#else
        return ::pipe2(m_ends.data(), O_CLOEXEC) == 0 ? 0 : errno;
#endif
    }
    int reader() const {
        return m_ends[0];
    }
    int writer() const {
        return m_ends[1];
    }
    void closeReader() {
        close(m_ends[0]);
    }
    void closeWriter() {
        close(m_ends[1]);
    }

    /// Reads what is there, at least a byte; closes the reader at the end.
    void read(std::string& into) {
        const size_t before = into.size();
        into.resize(before + kReadSize);
        const ssize_t got = ::read(reader(), into.data() + before, kReadSize);
        const int code = errno;
        into.resize(before + static_cast<size_t>(std::max<ssize_t>(got, 0)));
        if (got == 0 || (got < 0 && code != EINTR && code != EAGAIN)) closeReader();
    }

private:
    static void close(int& fd) {
        if (fd >= 0) ::close(fd);
        fd = -1;
    }
    std::array<int, 2> m_ends{-1, -1};
};

/// A program that runs, until it was waited for.
class Child {
public:
    explicit Child(pid_t pid) : m_pid(pid) {}

    /// Passes a stop on. Safe: the number is not given away before ended() has seen the end.
    void heed(const StopToken& stop) {
        if (m_ended || !stop.requested()) return;
        if (!m_stopping) {
            ::kill(m_pid, SIGTERM);
            m_stopping = true;
            m_asked = Clock::now();
        } else if (graceOver() && !m_killed) {
            ::kill(m_pid, SIGKILL);
            m_killed = true;
        }
    }

    bool stopping() const { return m_stopping; }
    bool graceOver() const { return m_stopping && Clock::now() - m_asked >= kGrace; }

    bool ended(ProcessEnd& end) {
        if (m_ended) return true;
        int status = 0;
        pid_t got = 0;
        do got = ::waitpid(m_pid, &status, WNOHANG);
        while (got < 0 && errno == EINTR);
        if (got == 0) return false;
        m_ended = true;
        if (got < 0) end.startError = errno;  // somebody else took the answer: it is not known
        else if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
        else end.exitCode = WEXITSTATUS(status);
        return true;
    }

    /// Looks again after an eighth of the time so far: a short program is not held up, and a long
    /// one costs nothing.
    void wait(ProcessEnd& end, const StopToken& stop) {
        const Clock::time_point begin = Clock::now();
        while (!ended(end)) {
            heed(stop);
            const auto passed = std::chrono::duration_cast<microseconds>(Clock::now() - begin);
            std::this_thread::sleep_for(std::clamp(passed / 8, kShortestNap, kLongestNap));
        }
    }

private:
    pid_t m_pid;
    bool m_ended = false;
    bool m_stopping = false;
    bool m_killed = false;
    Clock::time_point m_asked;
};

/// Where SIGCHLD is ignored, and a parent may have left it so, the system forgets how programs
/// ended.
void rememberEnds() {
    static const bool done = [] {
        struct sigaction action {};
        ::sigaction(SIGCHLD, nullptr, &action);
        if (action.sa_handler == SIG_IGN || (action.sa_flags & SA_NOCLDWAIT) != 0) {
            action = {};
            action.sa_handler = SIG_DFL;
            ::sigaction(SIGCHLD, &action, nullptr);
        }
        return true;
    }();
    static_cast<void>(done);
}

/// What a program gets from us: streams and signals.
class SpawnPlan {
public:
    SpawnPlan(const Pipe* output, const Pipe* errors) {
        ::posix_spawn_file_actions_init(&m_files);
        // Programs that run side by side would fight for the input; one alone may ask the user.
        if (output)
            ::posix_spawn_file_actions_addopen(&m_files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        else ::posix_spawn_file_actions_adddup2(&m_files, STDIN_FILENO, STDIN_FILENO);
        stream(STDOUT_FILENO, output);
        stream(STDERR_FILENO, errors);
        ::posix_spawnattr_init(&m_attributes);
        // Handlers end with us by themselves, a signal that is ignored would stay so.
        sigset_t defaults;
        ::sigemptyset(&defaults);
        ::sigaddset(&defaults, SIGPIPE);
        ::posix_spawnattr_setsigdefault(&m_attributes, &defaults);
        // Our threads block what ends us: one of them waits for it.
        sigset_t none;
        ::sigemptyset(&none);
        ::posix_spawnattr_setsigmask(&m_attributes, &none);
        int flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
#ifdef POSIX_SPAWN_CLOEXEC_DEFAULT
        flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
        ::posix_spawnattr_setflags(&m_attributes, static_cast<short>(flags));
    }
    ~SpawnPlan() {
        ::posix_spawn_file_actions_destroy(&m_files);
        ::posix_spawnattr_destroy(&m_attributes);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    /// errno. A system that has no room for a process is asked again for a while.
    int start(const std::vector<std::string>& argv, pid_t& pid, const StopToken& stop) const {
        std::vector<char*> words;
        words.reserve(argv.size() + 1);
        for (const std::string& word : argv) words.push_back(const_cast<char*>(word.c_str()));
        words.push_back(nullptr);
        for (int attempt = 1;; ++attempt) {
            const int code =
                ::posix_spawnp(&pid, words[0], &m_files, &m_attributes, words.data(), environ);
            const bool passing = code == EAGAIN || code == ENOMEM;
            if (!passing || attempt >= kStartAttempts || stop.requested()) return code;
            std::this_thread::sleep_for(kStopCheck);
        }
    }

private:
    void stream(int number, const Pipe* pipe) {
        if (pipe) ::posix_spawn_file_actions_adddup2(&m_files, pipe->writer(), number);
        // Onto itself: kept open also where all others are closed.
        else ::posix_spawn_file_actions_adddup2(&m_files, number, number);
    }

    posix_spawn_file_actions_t m_files;
    posix_spawnattr_t m_attributes;
};

void collect(Pipe& output, Pipe& errors, Child& child, ProcessEnd& end, const StopToken& stop,
             const Overflow& overflow) {
    while (output.reader() >= 0 || errors.reader() >= 0) {
        child.heed(stop);
        // A closed one has the number -1, which poll() passes over.
        std::array<struct pollfd, 2> state{
            {{output.reader(), POLLIN, 0}, {errors.reader(), POLLIN, 0}}};
        const int ready = ::poll(state.data(), state.size(), static_cast<int>(kStopCheck.count()));
        if (ready > 0 && state[0].revents != 0) output.read(end.output);
        if (ready > 0 && state[1].revents != 0) errors.read(end.errors);
        if (overflow && end.output.size() + end.errors.size() > kKept)
            overflow(end.output, end.errors);
        // What the program itself has started may keep the pipe open; a stop does not wait for it.
        if (child.stopping() && child.ended(end) && (ready == 0 || child.graceOver())) return;
    }
}

}  // namespace

ProcessEnd runProcess(const std::vector<std::string>& argv, bool capture, const StopToken& stop,
                      const Overflow& overflow) {
    ProcessEnd end;
    rememberEnds();
    Pipe output, errors;
    if (capture) {
        end.startError = output.open();
        if (end.startError == 0) end.startError = errors.open();
        if (end.startError != 0) return end;
    }
    pid_t pid = -1;
    {
        const SpawnPlan plan(capture ? &output : nullptr, capture ? &errors : nullptr);
        end.startError = plan.start(argv, pid, stop);
    }
    if (end.startError != 0) return end;
    output.closeWriter();
    errors.closeWriter();
    Child child(pid);
    if (capture) collect(output, errors, child, end, stop, overflow);
    child.wait(end, stop);
    return end;
}

}  // namespace findling::cli
