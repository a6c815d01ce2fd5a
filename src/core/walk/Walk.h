/// The parallel walk: lists folders, carries the ignore rules down, and shows every entry to the
/// visitor of the thread that came upon it. What is a result is the visitors' business.
#pragma once

#include "core/base/Problem.h"
#include "core/base/Stop.h"
#include "core/base/WorkPool.h"
#include "core/walk/Entry.h"

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace findling {

struct WalkOptions {
    IgnoreOptions ignore;
    bool follow = false;  ///< links to folders are entered
    bool sameFileSystem = false;
    unsigned threads = 1;
    /// Files beside the roots: paths with a NUL behind each. They are judged like those in a list.
    std::shared_ptr<const std::string> files = {};
    std::vector<std::string> filesBelow = {};  ///< folders from which on their paths are judged
};

/// What becomes of an entry.
enum class Fate : uint8_t {
    Done,
    Enter,   ///< a folder to walk
    Search,  ///< a file whose content is wanted: comes back by search(), maybe on another thread
};

/// One per search thread; never called by two at once.
class Visitor {
public:
    virtual ~Visitor() = default;
    /// The entries that follow are this folder's. A long folder is announced several times.
    virtual void beginFolder(const Folder&) {}
    virtual Fate visit(const Entry& entry) = 0;
    virtual void search(const Entry& entry) = 0;
    virtual void skipped(const Entry& entry, SkipReason reason) = 0;
    virtual void problem(Problem problem) = 0;
    /// There is nothing to do for the moment: what was found need not wait for company.
    virtual void idle() = 0;
    /// Asked often: hands over what is due, and says whether to go on.
    virtual bool goOn() = 0;
};

class Walk {
public:
    /// `onBacklog` is called when tasks wait for a thread; it may start one.
    Walk(WalkOptions options, std::vector<WalkRoot> roots, StopToken stop,
         std::function<void()> onBacklog);

    /// Works on the walk as thread number `index` until all is done or a stop is requested.
    void work(unsigned index, Visitor& visitor);
    void wakeAll() { m_pool.wakeAll(); }

    /// Threads that the process has descriptors for.
    static unsigned affordableThreads(unsigned wanted);

private:
    struct Task {
        std::shared_ptr<Folder> folder;  ///< to be walked; or whose files are to be searched
        std::vector<std::string> files;
        std::vector<FileType> types;
        const WalkRoot* rootFile = nullptr;
        std::string_view paths = {};  ///< of single files, with a NUL behind each
    };
    struct Thread;
    struct SubFolder;
    /// Looks views up without making strings of them.
    struct TextHash {
        using is_transparent = void;
        size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };

    void addRoots();
    bool isOtherRoot(PathBuilder& paths, std::string_view name) const;
    void run(Thread& thread, Task& task);
    void walkFile(Thread& thread, const WalkRoot& root, bool wasThere);
    void walkFiles(Thread& thread, std::string_view paths);
    size_t lengthOfFolder(std::string_view path) const;
    void walkFolder(Thread& thread, const std::shared_ptr<Folder>& folder);
    bool openFolder(Thread& thread, Folder& folder);
    bool mayEnter(Thread& thread, Folder& folder);
    void visitEntries(Thread& thread, const std::shared_ptr<Folder>& folder,
                      const DirHandle& handle);
    void searchFiles(Thread& thread, const Task& task);
    void pushFolder(Thread& thread, const std::shared_ptr<Folder>& parent, const SubFolder& sub);
    void setIgnoreScope(Folder& folder, const std::vector<RawEntry>& entries, bool complete);
    void keep(Problem problem);
    void handOver(Visitor& visitor);
    void flushFiles(Thread& thread, const std::shared_ptr<Folder>& folder, const DirHandle& handle);
    void skip(Thread& thread, const Folder& folder, SkipReason reason);
    void push(unsigned thread, Task task);
    std::string pathOf(const Folder& folder) const;

    WalkOptions m_options;
    std::deque<WalkRoot> m_roots;
    // Absolute paths of the roots, and their last parts, where there are several: what lies in two
    // of them is searched once.
    std::unordered_set<std::string, TextHash, std::equal_to<>> m_rootPaths;
    std::unordered_set<std::string, TextHash, std::equal_to<>> m_rootNames;
    StopToken m_stop;
    std::function<void()> m_onBacklog;
    IgnoreContext m_ignore;
    std::mutex m_problemsMutex;
    std::vector<Problem> m_problems;  // guarded by m_problemsMutex
    std::atomic<bool> m_hasProblems{false};
    OpenFolders m_openFolders;
    WorkPool<Task> m_pool;
};

}  // namespace findling
