/// What stands at the other end of the standard streams, and writing to it.
#pragma once

#include <cstddef>
#include <string_view>

namespace findling::cli {

enum class Stream { Out = 1, Error = 2 };

bool isTerminal(Stream stream);
size_t terminalWidth();

/// Fills standard streams that were closed at the start with ones that fail, so that no file that
/// is opened later is mistaken for one of them.
void guardStandardStreams();

/// Writes all bytes, past the buffers of the C library. Returns errno.
int writeAll(Stream stream, std::string_view bytes);

/// Whether colours are welcome by the environment: NO_COLOR, TERM=dumb, CLICOLOR_FORCE.
bool colorWelcome(bool terminal);

/// Whether whoever read this stream is gone, told without writing to it.
bool readerGone(Stream stream);

/// While it lives a closed pipe is an error of the write, not the end of the program.
class PipeGuard {
public:
    PipeGuard();
    ~PipeGuard();
    PipeGuard(const PipeGuard&) = delete;
    PipeGuard& operator=(const PipeGuard&) = delete;
};

/// Takes care of SIGINT, SIGTERM and SIGHUP while it lives: the first one calls `requestStop`. A
/// second one ends the program, and so does the first if nothing came of it after some time: a call
/// that hangs in the system, as on a dead network drive, asks for no stop.
class SignalGuard {
public:
    using RequestStop = void (*)(void* context);
    SignalGuard(RequestStop requestStop, void* context);
    ~SignalGuard();
    SignalGuard(const SignalGuard&) = delete;
    SignalGuard& operator=(const SignalGuard&) = delete;

    /// The signal that arrived, or 0.
    int caught() const;
};

/// Ends the program by the signal itself, so that a shell sees what happened; returns where the
/// system has no such thing.
void dieBySignal(int signal);

}  // namespace findling::cli
