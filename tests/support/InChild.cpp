#include "support/InChild.h"

#include <cerrno>
#include <exception>
#include <fcntl.h>
#include <grp.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace findling::test {

namespace {

constexpr uid_t kNobody = 65534;

bool takeLimits(const ChildLimits& limits) {
    if (limits.openFiles > 0) {
        const struct rlimit files { limits.openFiles, limits.openFiles };
        if (::setrlimit(RLIMIT_NOFILE, &files) != 0) return false;
    }
    if (!limits.unprivileged || ::geteuid() != 0) return true;
    return ::setgroups(0, nullptr) == 0 && ::setgid(kNobody) == 0 && ::setuid(kNobody) == 0;
}

std::string working(const ChildLimits& limits, const std::function<std::string()>& work) {
    if (!takeLimits(limits)) return "died: the limits could not be set";
    try {
        return work();
    } catch (const std::exception& error) {
        return std::string("died: ") + error.what();
    }
}

}  // namespace

std::string inChild(const ChildLimits& limits, const std::function<std::string()>& work) {
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0) return "died: no pipe";
    const pid_t child = ::fork();
    if (child == 0) {
        // A low limit on descriptors counts all that are open: leave the child the usual three.
        const int kept = ::dup2(pipe[1], 3);
        for (int fd = 4; fd < 1024; ++fd) ::close(fd);
        std::string answer = working(limits, work);
        for (size_t at = 0; at < answer.size();) {
            const ssize_t done = ::write(kept, answer.data() + at, answer.size() - at);
            if (done <= 0) break;
            at += static_cast<size_t>(done);
        }
        ::_exit(0);
    }
    ::close(pipe[1]);
    std::string out;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(pipe[0], buffer, sizeof buffer)) > 0;) {
        out.append(buffer, static_cast<size_t>(got));
    }
    ::close(pipe[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? out : "died: by signal " + std::to_string(WTERMSIG(status));
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += word + "\n";
    return out;
}

}  // namespace findling::test
