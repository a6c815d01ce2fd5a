#include "core/walk/Walk.h"

#include "core/base/Descriptors.h"
#include "core/base/Text.h"
#include "core/walk/VirtualFileSystem.h"

#include <algorithm>
#include <cerrno>

namespace findling {

namespace {

/// Files of one folder are searched in groups of this size, so that idle threads can help.
constexpr size_t kFilesPerTask = 32;
/// Beyond this many entries a folder is handed on while it is still being listed.
constexpr size_t kEntriesBeforeStreaming = 4096;
/// A list of paths longer than this many bytes is cut in halves, one of them for an idle thread.
constexpr size_t kPathsPerTask = 8 * 1024;
/// Entries between two questions whether to go on.
constexpr size_t kEntriesPerQuestion = 64;

/// Descriptors that folders may keep: half, as files, pipes and libraries need some too.
size_t folderBudget() {
    return std::clamp<size_t>(descriptorLimit() / 2, 2, 4096);
}

}  // namespace

/// A folder to be walked, as its parent's listing shows it.
struct Walk::SubFolder {
    std::string_view name;
    IgnoreVerdict inherited;
};

/// What one thread reuses from folder to folder.
struct Walk::Thread {
    unsigned index;
    Visitor& visitor;
    DirListing listing;
    PathBuilder paths;
    std::vector<std::string_view> files;  ///< of the folder at hand, to be searched
    std::vector<FileType> types;
    std::vector<SubFolder> folders;
};

unsigned Walk::affordableThreads(unsigned wanted) {
    // A thread holds a folder, one on the way to it, and a file; 8 are for the rest of the program.
    const size_t limit = descriptorLimit();
    const size_t affordable = limit > 11 ? (limit - 8) / 3 : 1;
    return static_cast<unsigned>(std::clamp<size_t>(wanted, 1, affordable));
}

Walk::Walk(WalkOptions options, std::vector<WalkRoot> roots, StopToken stop,
           std::function<void()> onBacklog)
    : m_options(std::move(options)),
      m_roots(std::make_move_iterator(roots.begin()), std::make_move_iterator(roots.end())),
      m_stop(std::move(stop)),
      m_onBacklog(std::move(onBacklog)),
      m_ignore(m_options.ignore, [this](Problem problem) { keep(std::move(problem)); }),
      m_openFolders(folderBudget()),
      m_pool(m_options.threads) {
    addRoots();
}

void Walk::addRoots() {
    const auto isFolder = [](const WalkRoot& root) { return root.type == FileType::Folder; };
    if (m_roots.size() > 1 && std::any_of(m_roots.begin(), m_roots.end(), isFolder)) {
        for (const WalkRoot& root : m_roots) {
            if (root.stream) continue;
            m_rootPaths.insert(root.absolute);
            m_rootNames.insert(root.absolute.substr(root.absolute.rfind('/') + 1));
        }
    }
    if (m_options.files && !m_options.files->empty()) {
        Task task;
        task.paths = *m_options.files;
        m_pool.push(0, std::move(task));
    }
    for (auto root = m_roots.rbegin(); root != m_roots.rend(); ++root) {
        Task task;
        if (!isFolder(*root)) {
            task.rootFile = &*root;
        } else {
            task.folder = std::make_shared<Folder>(nullptr, std::string(), *root, m_openFolders);
        }
        m_pool.push(0, std::move(task));
    }
}

/// Whether an entry of the folder at hand is itself a root, and so searched as that.
bool Walk::isOtherRoot(PathBuilder& paths, std::string_view name) const {
    return m_rootNames.find(name) != m_rootNames.end() &&
           m_rootPaths.find(paths.absolute(name)) != m_rootPaths.end();
}

void Walk::push(unsigned thread, Task task) {
    m_pool.push(thread, std::move(task));
    if (m_onBacklog && m_pool.waiting() >= 2) m_onBacklog();
}

void Walk::work(unsigned index, Visitor& visitor) {
    Thread thread{index, visitor, {}, {}, {}, {}, {}};
    while (auto task = m_pool.take(index, m_stop, [&] { visitor.idle(); })) {
        if (m_onBacklog && m_pool.waiting() >= 1) m_onBacklog();
        run(thread, *task);
        task.reset();
        handOver(visitor);
        m_pool.finished();
        if (!visitor.goOn()) break;
    }
}

void Walk::keep(Problem problem) {
    const std::scoped_lock lock(m_problemsMutex);
    m_problems.push_back(std::move(problem));
    m_hasProblems.store(true, std::memory_order_release);
}

/// Problems of ignore files may come up while any entry is judged: they go out with the next task.
void Walk::handOver(Visitor& visitor) {
    if (!m_hasProblems.load(std::memory_order_acquire)) return;
    std::vector<Problem> problems;
    {
        const std::scoped_lock lock(m_problemsMutex);
        problems.swap(m_problems);
        m_hasProblems.store(false, std::memory_order_relaxed);
    }
    for (Problem& problem : problems) visitor.problem(std::move(problem));
}

void Walk::run(Thread& thread, Task& task) {
    if (task.rootFile) {
        walkFile(thread, *task.rootFile, false);
    } else if (!task.paths.empty()) {
        walkFiles(thread, task.paths);
    } else if (!task.files.empty()) {
        searchFiles(thread, task);
        task.folder->removeUser();
    } else {
        walkFolder(thread, task.folder);
    }
}

/// One that was there a while ago and is gone since then is no error.
void Walk::walkFile(Thread& thread, const WalkRoot& root, bool wasThere) {
    FileStat facts;
    const int code = root.stream ? 0 : statPath(root.path, root.follow, facts);
    const Entry entry(root, facts);
    if (wasThere && (code == ENOENT || code == ENOTDIR))
        thread.visitor.skipped(entry, SkipReason::Vanished);
    else if (code != 0) thread.visitor.problem(systemProblem(root.path, "open", code));
    else if (thread.visitor.visit(entry) == Fate::Search) thread.visitor.search(entry);
}

/// How much of a listed path is the folder that it was found below: the longest, where several are.
size_t Walk::lengthOfFolder(std::string_view path) const {
    size_t length = 0;
    for (std::string_view folder : m_options.filesBelow) {
        while (folder.size() > 1 && folder.back() == '/') folder.remove_suffix(1);
        const size_t slash = folder == "/" ? 0 : folder.size();
        if (path.size() > slash + 1 && path.substr(0, folder.size()) == folder &&
            path[slash] == '/')
            length = std::max(length, slash + 1);
    }
    return length;
}

void Walk::walkFiles(Thread& thread, std::string_view paths) {
    while (paths.size() > kPathsPerTask) {
        const size_t middle = paths.find('\0', paths.size() / 2) + 1;
        if (middle == 0 || middle == paths.size()) break;
        Task rest;
        rest.paths = paths.substr(middle);
        push(thread.index, std::move(rest));
        paths = paths.substr(0, middle);
    }
    std::string here;
    while (!paths.empty() && thread.visitor.goOn()) {
        WalkRoot root;
        root.path = takeUntil(paths, '\0');
        root.absolute = absolutePath(root.path, here);
        root.listed = true;
        root.below = lengthOfFolder(root.path);
        root.follow = m_options.follow;
        walkFile(thread, root, true);
    }
}

std::string Walk::pathOf(const Folder& folder) const {
    std::string path = folder.root().prefix() + folder.relativePath();
    if (path.empty()) return folder.root().path;
    if (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
}

bool Walk::openFolder(Thread& thread, Folder& folder) {
    const int code = folder.open(m_options.follow);
    if (code == 0) return true;
    // Gone, or replaced by something else, since its parent was listed.
    if (folder.parent() && (code == ENOENT || code == ENOTDIR || code == ELOOP)) {
        skip(thread, folder, SkipReason::Vanished);
    } else {
        thread.visitor.problem(systemProblem(pathOf(folder), "open folder", code));
    }
    return false;
}

void Walk::skip(Thread& thread, const Folder& folder, SkipReason reason) {
    thread.paths.setFolder(*folder.parent());
    thread.visitor.skipped(Entry(*folder.parent(), folder.handle(), thread.paths, folder.name(),
                                 FileType::Folder, false),
                           reason);
}

/// Judges what only an open folder tells: its device, and whether the walk is inside it already.
bool Walk::mayEnter(Thread& thread, Folder& folder) {
    if (folder.depth() == 1 && folder.root().absolute == "/" &&
        isVirtualFileSystem(folder.handle())) {
        skip(thread, folder, SkipReason::VirtualFileSystem);
        return false;
    }
    if (!m_options.follow && !m_options.sameFileSystem) return true;
    FileStat facts;
    if (const int code = folder.handle().stat(facts); code != 0) {
        thread.visitor.problem(systemProblem(pathOf(folder), "read folder", code));
        return false;
    }
    folder.device = facts.device;
    folder.inode = facts.inode;
    if (m_options.sameFileSystem && folder.parent() && folder.parent()->device != folder.device) {
        skip(thread, folder, SkipReason::OtherFileSystem);
        return false;
    }
    for (const Folder* above = folder.parent().get(); above; above = above->parent().get()) {
        if (above->inode == folder.inode && above->device == folder.device) {
            thread.visitor.problem({pathOf(folder), "follow link", ELOOP,
                                    "a loop: the link leads back to " + pathOf(*above)});
            return false;
        }
    }
    return true;
}

void Walk::walkFolder(Thread& thread, const std::shared_ptr<Folder>& folder) {
    const bool opened = openFolder(thread, *folder);
    // From here on the way down leads through this folder: a chain of folders keeps one open.
    if (folder->parent()) folder->parent()->removeUser();
    if (!opened) return;
    folder->decideSharing();
    if (mayEnter(thread, *folder)) {
        DirReader reader(folder->handle());
        thread.listing.clear();
        int code = 0;
        bool more = true;
        while (more && thread.listing.entries.size() < kEntriesBeforeStreaming) {
            more = reader.next(thread.listing, code);
        }
        setIgnoreScope(*folder, thread.listing.entries, !more);
        visitEntries(thread, folder, folder->handle());
        while (more && thread.visitor.goOn()) {
            thread.listing.clear();
            more = reader.next(thread.listing, code);
            visitEntries(thread, folder, folder->handle());
        }
        if (code == ENOENT)
            code = 0;  // the folder was deleted while being listed: what was read stands
        if (code != 0) thread.visitor.problem(systemProblem(pathOf(*folder), "list folder", code));
    }
    folder->finishListing();
}

void Walk::setIgnoreScope(Folder& folder, const std::vector<RawEntry>& entries, bool complete) {
    folder.ignore = folder.parent() ? IgnoreScope::below(folder.parent()->ignore, folder.name())
                                    : IgnoreScope::atRoot(m_ignore, folder.root().absolute);
    const auto path = [&] {
        std::string out = folder.root().absolute;
        if (folder.parent()) out += (out.back() == '/' ? "" : "/") + folder.relativePath();
        if (out.size() > 1 && out.back() == '/') out.pop_back();
        return out;
    };
    if (auto entered = folder.ignore->enter(folder.handle(), entries, complete, path)) {
        folder.ignore = std::move(entered);
        if (folder.ignore->isRepositoryTop()) folder.inherited = {};
    }
}

void Walk::visitEntries(Thread& thread, const std::shared_ptr<Folder>& folder,
                        const DirHandle& handle) {
    thread.paths.setFolder(*folder);
    thread.visitor.beginFolder(*folder);
    thread.files.clear();
    thread.types.clear();
    thread.folders.clear();
    size_t count = 0;
    for (const RawEntry& raw : thread.listing.entries) {
        if (++count % kEntriesPerQuestion == 0 && !thread.visitor.goOn()) return;
        const bool otherRoot = !m_rootNames.empty() && isOtherRoot(thread.paths, raw.name);
        if (otherRoot && raw.type == FileType::File) continue;
        const Entry entry(*folder, handle, thread.paths, raw.name, raw.type, m_options.follow);
        switch (thread.visitor.visit(entry)) {
            case Fate::Done: break;
            case Fate::Enter:
                if (otherRoot) break;
                thread.folders.push_back(
                    {raw.name, entry.ignored().tracked ? entry.ignored() : IgnoreVerdict{}});
                break;
            case Fate::Search:
                thread.files.push_back(raw.name);
                thread.types.push_back(entry.type());
                break;
        }
    }
    // The last pushed is taken first: in reverse, so that folders come in the order of the listing.
    for (auto sub = thread.folders.rbegin(); sub != thread.folders.rend(); ++sub) {
        pushFolder(thread, folder, *sub);
    }
    flushFiles(thread, folder, handle);
}

void Walk::pushFolder(Thread& thread, const std::shared_ptr<Folder>& parent, const SubFolder& sub) {
    parent->addUser();
    Task task;
    task.folder =
        std::make_shared<Folder>(parent, std::string(sub.name), parent->root(), m_openFolders);
    task.folder->inherited = sub.inherited;
    push(thread.index, std::move(task));
}

/// Files beyond the first group go to the pool; the first is searched at once, with what is at
/// hand. (They wait until the folders are pushed: an idle thread should find work there.)
void Walk::flushFiles(Thread& thread, const std::shared_ptr<Folder>& folder,
                      const DirHandle& handle) {
    const size_t total = thread.files.size();
    for (size_t begin = kFilesPerTask; begin < total; begin += kFilesPerTask) {
        const size_t end = std::min(begin + kFilesPerTask, total);
        Task task;
        task.folder = folder;
        task.files.assign(thread.files.begin() + static_cast<ptrdiff_t>(begin),
                          thread.files.begin() + static_cast<ptrdiff_t>(end));
        task.types.assign(thread.types.begin() + static_cast<ptrdiff_t>(begin),
                          thread.types.begin() + static_cast<ptrdiff_t>(end));
        folder->addUser();
        push(thread.index, std::move(task));
    }
    for (size_t i = 0; i < std::min(total, kFilesPerTask); ++i) {
        if (!thread.visitor.goOn()) return;
        thread.visitor.search(Entry(*folder, handle, thread.paths, thread.files[i], thread.types[i],
                                    m_options.follow));
    }
}

void Walk::searchFiles(Thread& thread, const Task& task) {
    int code = 0;
    DirHandle temporary;
    const DirHandle* handle = task.folder->usableHandle(temporary, m_options.follow, code);
    if (!handle) {
        thread.visitor.problem(systemProblem(pathOf(*task.folder), "open folder", code));
        return;
    }
    thread.paths.setFolder(*task.folder);
    for (size_t i = 0; i < task.files.size(); ++i) {
        if (!thread.visitor.goOn()) return;
        thread.visitor.search(Entry(*task.folder, *handle, thread.paths, task.files[i],
                                    task.types[i], m_options.follow));
    }
}

}  // namespace findling
