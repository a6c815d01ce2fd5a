#include "cli/Terminal.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace findling::cli {

namespace {

constexpr std::array<int, 3> kStopSignals{SIGINT, SIGTERM, SIGHUP};

std::atomic<int> caughtSignal{0};
std::atomic<SignalGuard::RequestStop> requestStopFunction{nullptr};
std::atomic<void*> requestStopContext{nullptr};
std::array<struct sigaction, kStopSignals.size()> previousActions;
struct sigaction previousPipe;

void onSignal(int signal) {
    // Lock-free atomics are all that may be touched here.
    if (caughtSignal.exchange(signal) != 0) _exit(128 + signal);
    if (auto* stop = requestStopFunction.load()) stop(requestStopContext.load());
}

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
    caughtSignal = 0;
    requestStopContext = context;
    requestStopFunction = requestStop;
    struct sigaction action {};
    action.sa_handler = onSignal;
    for (size_t i = 0; i < kStopSignals.size(); ++i) {
        ::sigaction(kStopSignals[i], nullptr, &previousActions[i]);
        // What a parent chose to ignore (nohup) stays ignored.
        if (previousActions[i].sa_handler != SIG_IGN)
            ::sigaction(kStopSignals[i], &action, nullptr);
    }
}

SignalGuard::~SignalGuard() {
    for (size_t i = 0; i < kStopSignals.size(); ++i) {
        ::sigaction(kStopSignals[i], &previousActions[i], nullptr);
    }
    requestStopFunction = nullptr;
}

int SignalGuard::caught() const {
    return caughtSignal.load();
}

void dieBySignal(int signal) {
    std::signal(signal, SIG_DFL);
    ::raise(signal);
}

}  // namespace findling::cli
