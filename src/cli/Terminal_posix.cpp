#include "cli/Terminal.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <poll.h>
#include <sys/ioctl.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace findling::cli {

namespace {

constexpr std::array<int, 3> kStopSignals{SIGINT, SIGTERM, SIGHUP};
/// Longer than a command on results is given to end by itself.
constexpr std::chrono::milliseconds kGrace{2500};

/// Waits for the signals on a thread of its own. A handler would run on whatever thread the system
/// picks, and that one may never come back to run it.
class SignalWatch {
public:
    void start(SignalGuard::RequestStop requestStop, void* context) {
        ::sigemptyset(&m_signals);
        for (const int signal : kStopSignals) {
            struct sigaction action {};
            ::sigaction(signal, nullptr, &action);
            // What a parent chose to ignore (nohup) stays ignored.
            if (action.sa_handler != SIG_IGN) ::sigaddset(&m_signals, signal);
        }
        m_caught = 0;
        m_ended = false;
        // Threads that are started from now on block them, too.
        ::pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
        try {
            m_thread = std::thread([this, requestStop, context] { watch(requestStop, context); });
        } catch (const std::system_error&) {
            ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);  // then a signal simply ends us
        }
    }

    void stop() {
        if (!m_thread.joinable()) return;
        {
            const std::scoped_lock lock(m_mutex);
            m_ended = true;
        }
        m_changed.notify_all();
        ::pthread_kill(m_thread.native_handle(), wakeSignal());
        m_thread.join();
        ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }

    int caught() const { return m_caught.load(); }

private:
    /// Any of those that it waits for: it is sent to that thread alone.
    int wakeSignal() const {
        for (const int signal : kStopSignals) {
            if (::sigismember(&m_signals, signal) == 1) return signal;
        }
        return SIGINT;
    }

    void watch(SignalGuard::RequestStop requestStop, void* context) {
        int signal = 0;
        if (::sigwait(&m_signals, &signal) != 0) return;
        {
            std::unique_lock lock(m_mutex);
            if (m_ended) return;
            m_caught = signal;
        }
        requestStop(context);
        // A second one, or none in time: there is nobody left who would hear of it.
        const auto deadline = std::chrono::steady_clock::now() + kGrace;
        for (;;) {
            std::unique_lock lock(m_mutex);
            if (m_changed.wait_for(lock, std::chrono::milliseconds(20), [&] { return m_ended; })) {
                lock.unlock();
                ::sigwait(&m_signals, &signal);  // the one that was sent to wake us
                return;
            }
            sigset_t waiting;
            ::sigpending(&waiting);
            const bool again = std::any_of(kStopSignals.begin(), kStopSignals.end(),
                                           [&](int s) { return ::sigismember(&waiting, s) == 1; });
            if (again || std::chrono::steady_clock::now() > deadline) dieBySignal(signal);
        }
    }

    sigset_t m_signals{};
    sigset_t m_before{};
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ended = false;  ///< guarded by m_mutex
    std::atomic<int> m_caught{0};
};

SignalWatch signalWatch;
struct sigaction previousPipe;

}  // namespace

bool isTerminal(Stream stream) {
    return ::isatty(static_cast<int>(stream)) != 0;
}

size_t terminalWidth() {
    struct winsize size;
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return 80;
}

void guardStandardStreams() {
    for (int fd = 0; fd <= 2; ++fd) {
        if (::fcntl(fd, F_GETFD) >= 0 || errno != EBADF) continue;
        // The lowest free number is this one. Opened the wrong way round: use is an error.
        if (::open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) < 0) return;
    }
}

int writeAll(Stream stream, std::string_view bytes) {
    const int fd = static_cast<int>(stream);
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<size_t>(written));
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            // Somebody else made the stream non-blocking: wait as a blocking one would.
            struct pollfd ready {
                fd, POLLOUT, 0
            };
            ::poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

bool colorWelcome(bool terminal) {
    const auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value && *value;
    };
    if (set("NO_COLOR")) return false;
    if (set("CLICOLOR_FORCE") && std::strcmp(std::getenv("CLICOLOR_FORCE"), "0") != 0) return true;
    const char* term = std::getenv("TERM");
    return terminal && term && std::strcmp(term, "dumb") != 0;
}

bool readerGone(Stream stream) {
    struct pollfd state {
        static_cast<int>(stream), 0, 0
    };
    return ::poll(&state, 1, 0) > 0 && (state.revents & POLLERR) != 0;
}

PipeGuard::PipeGuard() {
    struct sigaction action {};
    action.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &action, &previousPipe);
}

PipeGuard::~PipeGuard() {
    ::sigaction(SIGPIPE, &previousPipe, nullptr);
}

SignalGuard::SignalGuard(RequestStop requestStop, void* context) {
    signalWatch.start(requestStop, context);
}

SignalGuard::~SignalGuard() {
    signalWatch.stop();
}

int SignalGuard::caught() const {
    return signalWatch.caught();
}

void dieBySignal(int signal) {
    std::signal(signal, SIG_DFL);
    sigset_t only;
    ::sigemptyset(&only);
    ::sigaddset(&only, signal);
    ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
    // To the process: it ends even while its other threads hang in the system.
    ::kill(::getpid(), signal);
}

}  // namespace findling::cli
