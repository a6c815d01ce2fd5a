#include "support/RunCommand.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace findling::test {

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void becomeCommand(const std::vector<std::string>& words,
                                const CommandOptions& options, int input, int output, int errors) {
    ::dup2(input, 0);
    ::dup2(output, 1);
    ::dup2(errors, 2);
    if (!options.folder.empty() && ::chdir(options.folder.c_str()) != 0) ::_exit(127);
    for (const std::string& entry : options.environment) ::putenv(const_cast<char*>(entry.c_str()));
    std::vector<char*> argv;
    for (const std::string& word : words) argv.push_back(const_cast<char*>(word.c_str()));
    argv.push_back(nullptr);
    ::execvp(argv[0], argv.data());
    ::_exit(127);
}

/// A file without a name, at its beginning.
int openInput(const std::string& text) {
    if (text.empty()) return ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    std::string path = "/tmp/findling-input-XXXXXX";
    const int fd = ::mkostemp(path.data(), O_CLOEXEC);
    ::unlink(path.c_str());
    for (size_t at = 0; fd >= 0 && at < text.size();) {
        const ssize_t written = ::write(fd, text.data() + at, text.size() - at);
        if (written <= 0) break;
        at += static_cast<size_t>(written);
    }
    ::lseek(fd, 0, SEEK_SET);
    return fd;
}

/// Reads both pipes to their ends. False when time runs out.
bool collect(std::array<struct pollfd, 2> pipes, CommandResult& result,
             Clock::time_point deadline) {
    std::array<char, 65536> buffer;
    while (pipes[0].fd >= 0 || pipes[1].fd >= 0) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return false;
        if (::poll(pipes.data(), pipes.size(), static_cast<int>(left)) < 0 && errno != EINTR)
            return false;
        for (size_t i = 0; i < pipes.size(); ++i) {
            if (pipes[i].fd < 0 || pipes[i].revents == 0) continue;
            const ssize_t got = ::read(pipes[i].fd, buffer.data(), buffer.size());
            if (got > 0)
                (i == 0 ? result.output : result.errors)
                    .append(buffer.data(), static_cast<size_t>(got));
            else pipes[i].fd = -1;
        }
    }
    return true;
}

}  // namespace

CommandResult runCommand(const std::vector<std::string>& words, const CommandOptions& options) {
    CommandResult result;
    int output[2];
    int errors[2];
    if (::pipe2(output, O_CLOEXEC) != 0 || ::pipe2(errors, O_CLOEXEC) != 0) return result;
    const int input = openInput(options.input);
    const pid_t child = ::fork();
    if (child == 0) becomeCommand(words, options, input, output[1], errors[1]);
    ::close(input);
    ::close(output[1]);
    ::close(errors[1]);
    if (child > 0) {
        const bool all = collect({{{output[0], POLLIN, 0}, {errors[0], POLLIN, 0}}}, result,
                                 Clock::now() + options.limit);
        if (!all) {
            result.timedOut = true;
            ::kill(child, SIGKILL);
        }
        int status = 0;
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        if (WIFEXITED(status)) result.exitCode = WEXITSTATUS(status);
    }
    ::close(output[0]);
    ::close(errors[0]);
    return result;
}

std::vector<std::string> splitAtNul(const std::string& text) {
    std::vector<std::string> out;
    for (size_t at = 0; at < text.size();) {
        const size_t end = std::min(text.find('\0', at), text.size());
        out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

}  // namespace findling::test
