#include "core/search/Roots.h"

#include "core/base/Text.h"
#include "core/search/ListFile.h"
#include "core/walk/DirHandle.h"

#include <cerrno>
#include <string>
#include <string_view>
#include <unordered_set>

namespace findling {

namespace {

/// The names under which a shell hands over pipes, as in <(command).
bool isDescriptor(const std::string& path) {
    return path == "/dev/stdin" || path.compare(0, 8, "/dev/fd/") == 0 ||
           path.compare(0, 14, "/proc/self/fd/") == 0;
}

class RootFinder {
public:
    explicit RootFinder(const Query& query)
        : m_content(query.content.has_value()), m_follow(query.follow) {}

    void add(const std::string& path, bool listed) {
        if (path == "-" && m_content && !listed) {  // standard input
            m_out.roots.push_back({"<stdin>", "", m_out.roots.size(), true});
            return;
        }
        FileStat facts;
        // In a list a link is what the walk takes it for; on the command line it is what it leads
        // to, if that is there.
        bool follow = !listed || m_follow;
        int code = path.empty() ? ENOENT : statPath(path, follow, facts);
        if (code == ENOENT && follow && !m_content && statPath(path, false, facts) == 0) {
            follow = false;
            code = 0;
        }
        if (code != 0) {
            m_out.problems.push_back(systemProblem(path, "open", code));
            return;
        }
        if (facts.type == FileType::Fifo && isDescriptor(path)) {
            m_out.roots.push_back({path, path, m_out.roots.size(), true});
            return;
        }
        // A list may be long: its files are not asked for their real paths one by one.
        const bool asWritten = !follow || (listed && facts.type != FileType::Folder);
        std::string absolute = asWritten ? absolutePath(path, m_here) : realPath(path);
        if (absolute.empty()) absolute = path;
        if (!m_seen.insert(absolute).second) return;
        m_out.roots.push_back(
            {path, std::move(absolute), m_out.roots.size(), false, listed, 0, follow, facts.type});
    }

    Roots take() { return std::move(m_out); }

private:
    bool m_content;
    bool m_follow;
    Roots m_out;
    std::unordered_set<std::string> m_seen;  ///< absolute paths: each is searched once
    std::string m_here;                      ///< of absolutePath()
};

}  // namespace

Result<Roots> findRoots(const Query& query, const StopToken& stop) {
    RootFinder finder(query);
    for (const std::string& path : query.roots) {
        if (path.find('\0') != std::string::npos) {
            return Error{ErrorKind::Path, "a path cannot hold a NUL byte", path.c_str()};
        }
        finder.add(path, false);
    }
    for (const std::string& list : query.rootLists) {
        const auto text = readListFile(list, "paths", stop);
        if (!text) return text.error();
        const char end = text->find('\0') == std::string::npos ? '\n' : '\0';
        for (std::string_view rest = *text; !rest.empty();) {
            const std::string_view path = takeUntil(rest, end);
            if (!path.empty()) finder.add(std::string(path), true);
        }
    }
    Roots out = finder.take();
    if (out.roots.empty() && !out.problems.empty()) {
        const Problem& first = out.problems.front();
        std::string text = first.text;
        if (out.problems.size() > 1) text += "; nothing else that was named can be searched either";
        return Error{ErrorKind::Path, std::move(text), first.path, {}, first.code};
    }
    return out;
}

}  // namespace findling
