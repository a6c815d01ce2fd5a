#include "support/TempTree.h"

#include "support/RunCommand.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace findling::test {

namespace {

void require(bool ok, const std::string& what) {
    // A test that could not set its scene must not go on as if it had.
    if (!ok) throw std::runtime_error(what + ": " + std::strerror(errno));
}

}  // namespace

Node::Node(std::string_view at, std::string_view text)
    : kind(!at.empty() && at.back() == '/' ? Kind::Folder : Kind::File), path(at), content(text) {
    if (kind == Kind::Folder) path.pop_back();
}

Node link(std::string_view path, std::string_view target) {
    Node node(path, target);
    node.kind = Node::Kind::Link;
    return node;
}

Node fifo(std::string_view path) {
    Node node(path);
    node.kind = Node::Kind::Fifo;
    return node;
}

TempTree::TempTree(std::initializer_list<Node> nodes) {
    const char* base = std::getenv("TMPDIR");
    std::string pattern = std::string(base && *base ? base : "/tmp") + "/findling-test-XXXXXX";
    require(::mkdtemp(pattern.data()) != nullptr, "mkdtemp " + pattern);
    // Some tests look from another user's side.
    require(::chmod(pattern.c_str(), 0755) == 0, "chmod " + pattern);
    char* real = ::realpath(pattern.c_str(), nullptr);
    require(real != nullptr, "realpath " + pattern);
    m_path = real;
    std::free(real);
    for (const Node& node : nodes) add(node);
}

TempTree::~TempTree() {
    // rm copes with what is hard here: trees deeper than PATH_MAX, any bytes in names.
    if (runCommand({"rm", "-rf", "--", m_path}).exitCode == 0) return;
    runCommand({"chmod", "-R", "u+rwx", "--", m_path});
    runCommand({"rm", "-rf", "--", m_path});
}

void TempTree::makeFolders(const std::string& path) {
    for (size_t slash = path.find('/', m_path.size() + 1); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
        const std::string folder = path.substr(0, slash);
        require(::mkdir(folder.c_str(), 0755) == 0 || errno == EEXIST, "mkdir " + folder);
    }
}

void TempTree::add(const Node& node) {
    const std::string full = path(node.path);
    makeFolders(full);
    switch (node.kind) {
        case Node::Kind::Folder:
            require(::mkdir(full.c_str(), 0755) == 0 || errno == EEXIST, "mkdir " + full);
            break;
        case Node::Kind::Link:
            require(::symlink(node.content.c_str(), full.c_str()) == 0, "symlink " + full);
            break;
        case Node::Kind::Fifo: require(::mkfifo(full.c_str(), 0644) == 0, "mkfifo " + full); break;
        case Node::Kind::File: {
            const int fd = ::open(full.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
            require(fd >= 0, "create " + full);
            for (size_t at = 0; at < node.content.size();) {
                const ssize_t done =
                    ::write(fd, node.content.data() + at, node.content.size() - at);
                require(done > 0, "write " + full);
                at += static_cast<size_t>(done);
            }
            ::close(fd);
        }
    }
}

void TempTree::setMode(std::string_view below, unsigned mode) {
    require(::chmod(path(below).c_str(), mode) == 0, "chmod " + path(below));
}

void TempTree::setTime(std::string_view below, int64_t nanoseconds) {
    int64_t seconds = nanoseconds / 1'000'000'000;
    int64_t rest = nanoseconds % 1'000'000'000;
    if (rest < 0) {
        rest += 1'000'000'000;
        --seconds;
    }
    struct timespec times[2];
    for (struct timespec& time : times) {
        time.tv_sec = static_cast<time_t>(seconds);
        time.tv_nsec = static_cast<long>(rest);
    }
    require(::utimensat(AT_FDCWD, path(below).c_str(), times, AT_SYMLINK_NOFOLLOW) == 0,
            "utimensat " + path(below));
}

}  // namespace findling::test
