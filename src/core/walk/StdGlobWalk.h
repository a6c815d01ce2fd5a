/// glob() and iglob() of Python's standard library as a lazy walk: every call does a little work,
/// nothing runs in between, and few descriptors stay open however deep the tree is.
///
/// The order is the library's (a folder before what is in it, names as the folder lists them), and
/// so is what it returns, with one exception: "**" shows a link that leads back to a folder it came
/// through, but does not enter it. What cannot be read is left out without a word, as there.
#pragma once

#include "core/pattern/StdGlob.h"
#include "core/walk/DirReader.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace findling {

/// Where relative patterns begin. Pinned when it is made: a later chdir() changes nothing.
class StdGlobBase {
public:
    /// A folder below the current one, or the current one for "".
    static StdGlobBase folder(const std::string& path);
    /// The same relative to an open folder, which may be closed afterwards.
    static StdGlobBase below(int descriptor, const std::string& path);

    DirHandle open(const std::string& path, int& code) const;
    int stat(const std::string& path, bool follow, FileStat& out) const;

private:
    enum class Kind : uint8_t { Pinned, ByPath, Nowhere };
    void pin(DirHandle folder);
    std::string fullPath(const std::string& path) const;

    Kind m_kind = Kind::Nowhere;
    std::shared_ptr<const DirHandle> m_folder;
    std::string m_path;
};

struct StdGlobOptions {
    bool recursive = false;  ///< ** as a whole part means any number of folders
    bool includeHidden = false;
    StdGlobUnits units = StdGlobUnits::CodePoints;
};

class StdGlobWalk {
public:
    enum class Step : uint8_t { Result, Working, End };

    StdGlobWalk(std::string_view pathname, const StdGlobOptions& options, StdGlobBase base);
    ~StdGlobWalk();
    StdGlobWalk(const StdGlobWalk&) = delete;
    StdGlobWalk& operator=(const StdGlobWalk&) = delete;

    /// Works on: a few system calls at most. After Result, result() is the next one.
    Step next();
    const std::string& result() const { return m_result; }

    /// To be called before a long pause: gives back descriptors when this process has many walks.
    void rest();
    /// Whether a folder is half read. Its position in there is shared with a forked process.
    bool midFolder() const { return !m_levels.empty() && m_levels.back().reader.has_value(); }

private:
    using Kind = StdGlobPattern::Stage::Kind;
    struct Found {
        size_t begin, length;  ///< of the name, in Level::arena
        bool folder, link;
    };
    enum class State : uint8_t { Itself, Open, List, Show };

    /// A folder in the works, for one stage. Those further up the stack contain it.
    struct Level {
        Level(size_t index, std::string path, bool start, State first)
            : stage(index), text(std::move(path)), chainStart(start), state(first) {}

        size_t stage;
        std::string text;  ///< of the results so far that led here
        bool chainStart;   ///< for **: where it begins to descend
        State state;
        DirHandle handle = {};
        std::optional<DirReader> reader = {};
        std::string arena = {};
        std::vector<Found> matches = {};
        std::vector<Found> folders = {};  ///< to descend to, after the matches
        size_t nextMatch = 0, nextFolder = 0;
        std::optional<std::pair<uint64_t, uint64_t>> identity = {};  ///< device and inode
    };

    const StdGlobPattern::Stage& stage(size_t index) const { return m_pattern.stages[index]; }
    bool lastStage(size_t index) const { return index + 1 == m_pattern.stages.size(); }
    bool listsForNext(const Level& level) const;
    void begin();
    void enter(size_t stage, std::string text, bool isFolder);
    void work(Level& level);
    void list(Level& level);
    void sift(Level& level, const RawEntry& raw);
    void show(Level& level);
    void descend(Level& level, const Found& folder);
    bool leadsBack(const Found& link);
    void pop();

    bool exists(const std::string& text, bool follow, FileStat& facts);
    const DirHandle* handleOf(size_t index);
    DirHandle openLevel(size_t index, int& code);
    void keepFew(size_t needed);
    void close(size_t index);

    StdGlobPattern m_pattern;
    StdGlobOptions m_options;
    StdGlobBase m_base;
    bool m_begun = false;
    std::deque<Level> m_levels;
    std::vector<size_t> m_open;  ///< levels with an open handle, from the top of the tree
    std::string m_result;
    bool m_hasResult = false;
};

}  // namespace findling
