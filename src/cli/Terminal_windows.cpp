#include "cli/Terminal.h"

#include "core/base/WindowsText.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <windows.h>

namespace findling::cli {

namespace {

constexpr int kInterrupt = 2;

std::atomic<int> caughtSignal{0};
std::atomic<SignalGuard::RequestStop> requestStopFunction{nullptr};
std::atomic<void*> requestStopContext{nullptr};

HANDLE handleOf(Stream stream) {
    return ::GetStdHandle(stream == Stream::Out ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
}

BOOL WINAPI onControl(DWORD) {
    if (caughtSignal.exchange(kInterrupt) != 0) return FALSE;  // the second one ends the program
    if (auto* stop = requestStopFunction.load()) stop(requestStopContext.load());
    return TRUE;
}

}  // namespace

bool isTerminal(Stream stream) {
    DWORD mode = 0;
    const HANDLE h = handleOf(stream);
    if (!::GetConsoleMode(h, &mode)) return false;
    // Older consoles print colour codes literally unless told otherwise.
    ::SetConsoleMode(h, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    ::SetConsoleOutputCP(CP_UTF8);
    return true;
}

size_t terminalWidth() {
    CONSOLE_SCREEN_BUFFER_INFO info;
    if (!::GetConsoleScreenBufferInfo(handleOf(Stream::Out), &info)) return 80;
    return static_cast<size_t>(std::max(1, info.srWindow.Right - info.srWindow.Left + 1));
}

// Handles are not numbers that are used again.
void guardStandardStreams() {}

int writeAll(Stream stream, std::string_view bytes) {
    while (!bytes.empty()) {
        DWORD written = 0;
        const auto size = static_cast<DWORD>(std::min<size_t>(bytes.size(), 1 << 20));
        if (!::WriteFile(handleOf(stream), bytes.data(), size, &written, nullptr))
            return lastErrorCode();
        bytes.remove_prefix(written);
    }
    return 0;
}

bool colorWelcome(bool terminal) {
    const char* no = std::getenv("NO_COLOR");
    if (no && *no) return false;
    const char* force = std::getenv("CLICOLOR_FORCE");
    return terminal || (force && *force && *force != '0');
}

bool readerGone(Stream) {
    return false;  // the next write tells
}

PipeGuard::PipeGuard() = default;
PipeGuard::~PipeGuard() = default;

SignalGuard::SignalGuard(RequestStop requestStop, void* context) {
    caughtSignal = 0;
    requestStopContext = context;
    requestStopFunction = requestStop;
    ::SetConsoleCtrlHandler(onControl, TRUE);
}

SignalGuard::~SignalGuard() {
    ::SetConsoleCtrlHandler(onControl, FALSE);
    requestStopFunction = nullptr;
}

int SignalGuard::caught() const {
    return caughtSignal.load();
}

void dieBySignal(int) {}

}  // namespace findling::cli
