#include "core/walk/StdGlobWalk.h"

#include "core/base/Descriptors.h"

#include <algorithm>
#include <atomic>
#include <cerrno>

namespace findling {

namespace {

/// Folders that one walk keeps open, and how many all together may before each gives up its own.
constexpr size_t kOpenPerWalk = 4;
std::atomic<size_t> openInAll{0};

size_t mostOpen() {
    static const size_t most = descriptorLimit() / 4;
    return most;
}

/// os.path.join() for a relative name.
std::string join(const std::string& folder, std::string_view name) {
    std::string out;
    out.reserve(folder.size() + 1 + name.size());
    out = folder;
    if (!out.empty() && out.back() != '/') out += '/';
    return out += name;
}

/// What of `path` lies below `folder`; empty when they are the same.
std::string below(const std::string& folder, const std::string& path) {
    size_t at = folder.size();
    while (at < path.size() && !folder.empty() && path[at] == '/') ++at;
    return path.substr(at);
}

}  // namespace

StdGlobBase StdGlobBase::folder(const std::string& path) {
    int code = 0;
    StdGlobBase base;
    const std::string name = path.empty() ? "." : path;
    if (openInAll.load(std::memory_order_relaxed) < mostOpen()) {
        base.pin(DirHandle::openRoot(name, code));
    }
    if (base.m_kind == Kind::Pinned) return base;
    // One too many, or a folder that may be passed through but not read: its name has to do.
    base.m_kind = Kind::ByPath;
    base.m_path = realPath(name);
    if (base.m_path.empty()) base.m_path = path;
    return base;
}

StdGlobBase StdGlobBase::below(int descriptor, const std::string& path) {
    int code = 0;
    StdGlobBase base;
    // The one way to a DirHandle of a descriptor that somebody else owns.
    auto folder = DirHandle::openRoot("/dev/fd/" + std::to_string(descriptor), code);
    if (folder.isOpen() && !path.empty()) folder = folder.openChild(path, true, code);
    base.pin(std::move(folder));
    return base;
}

void StdGlobBase::pin(DirHandle folder) {
    if (!folder.isOpen()) return;
    m_kind = Kind::Pinned;
    openInAll.fetch_add(1, std::memory_order_relaxed);
    m_folder.reset(new DirHandle(std::move(folder)), [](const DirHandle* handle) {
        delete handle;
        openInAll.fetch_sub(1, std::memory_order_relaxed);
    });
}

DirHandle StdGlobBase::open(const std::string& path, int& code) const {
    if (path.starts_with('/')) return DirHandle::openRoot(path, code);
    if (m_kind == Kind::Pinned) return m_folder->openChild(path.empty() ? "." : path, true, code);
    if (m_kind == Kind::ByPath) return DirHandle::openRoot(fullPath(path), code);
    code = EBADF;
    return {};
}

int StdGlobBase::stat(const std::string& path, bool follow, FileStat& out) const {
    if (path.starts_with('/')) return statPath(path, follow, out);
    if (m_kind == Kind::Pinned) return m_folder->stat(path, follow, out);
    return m_kind == Kind::ByPath ? statPath(fullPath(path), follow, out) : EBADF;
}

std::string StdGlobBase::fullPath(const std::string& path) const {
    const std::string full = join(m_path, path);
    return full.empty() ? "." : full;
}

StdGlobWalk::StdGlobWalk(std::string_view pathname, const StdGlobOptions& options, StdGlobBase base)
    : m_pattern(StdGlobPattern::parse(pathname, options.recursive, options.units)),
      m_options(options),
      m_base(std::move(base)) {}

StdGlobWalk::~StdGlobWalk() {
    while (!m_levels.empty()) pop();
}

StdGlobWalk::Step StdGlobWalk::next() {
    m_hasResult = false;
    if (!m_begun) {
        m_begun = true;
        begin();
    } else if (!m_levels.empty()) {
        work(m_levels.back());
    }
    if (m_hasResult) return Step::Result;
    return m_levels.empty() ? Step::End : Step::Working;
}

void StdGlobWalk::begin() {
    if (!m_pattern.stages.empty()) {
        enter(0, m_pattern.head, false);
        return;
    }
    FileStat facts;
    const std::string& path = m_pattern.head;
    if (path.empty()) return;
    if (path.back() != '/') {
        m_hasResult = exists(path, false, facts);
    } else {
        m_hasResult = exists(path, true, facts) && facts.type == FileType::Folder;
    }
    m_result = path;
}

/// Takes a path that got through all stages before this one as far as it goes without listing.
void StdGlobWalk::enter(size_t index, std::string text, bool isFolder) {
    FileStat facts;
    const auto becomesFolder = [&] {
        return isFolder || (exists(text, true, facts) && facts.type == FileType::Folder);
    };
    for (; index < m_pattern.stages.size() && stage(index).kind == Kind::Name; ++index) {
        const std::string& name = stage(index).name;
        if (name.empty() && (text.empty() || !becomesFolder())) return;
        text = join(text, name);
        if (!name.empty() && !exists(text, false, facts)) return;
        isFolder = name.empty();
    }
    if (index == m_pattern.stages.size()) {
        // "**" gives the folder it begins in, which is nothing to show where that is the base.
        m_hasResult = !text.empty();
        m_result = std::move(text);
        return;
    }
    const bool recurse = stage(index).kind == Kind::Recurse;
    if (recurse && !text.empty() && !becomesFolder()) return;
    m_levels.emplace_back(index, std::move(text), true, recurse ? State::Itself : State::Open);
}

/// Whether the level's one listing serves ** and the names that come after it, as in "**/*.py".
bool StdGlobWalk::listsForNext(const Level& level) const {
    return stage(level.stage).kind == Kind::Recurse && !lastStage(level.stage) &&
           stage(level.stage + 1).kind == Kind::Match;
}

void StdGlobWalk::work(Level& level) {
    switch (level.state) {
        case State::Itself:
            level.state = State::Open;
            // ** begins with the folder itself.
            if (!listsForNext(level)) enter(level.stage + 1, join(level.text, ""), true);
            break;
        case State::Open:
            if (const DirHandle* handle = handleOf(m_levels.size() - 1)) {
                level.reader.emplace(*handle);
                level.state = State::List;
            } else {
                pop();
            }
            break;
        case State::List: list(level); break;
        case State::Show: show(level); break;
    }
}

void StdGlobWalk::list(Level& level) {
    // Shared by all walks of a thread: a block is used up before another walk has its turn.
    thread_local DirListing listing;
    listing.clear();
    int code = 0;
    const bool more = level.reader->next(listing, code);
    for (const RawEntry& raw : listing.entries) sift(level, raw);
    if (more) return;
    level.reader.reset();
    if (level.matches.empty() && level.folders.empty()) pop();
    else level.state = State::Show;
}

void StdGlobWalk::sift(Level& level, const RawEntry& raw) {
    const bool hidden = raw.name.front() == '.' && !m_options.includeHidden;
    const bool recurse = stage(level.stage).kind == Kind::Recurse;
    const bool forNext = listsForNext(level);
    const bool link = raw.type == FileType::Link;
    auto isFolder = [&, known = std::optional<bool>()]() mutable {
        if (!known && (link || raw.type == FileType::Unknown)) {
            FileStat facts;
            known = level.handle.stat(std::string(raw.name), true, facts) == 0 &&
                    facts.type == FileType::Folder;
        }
        return known ? *known : raw.type == FileType::Folder;
    };
    const auto keep = [&](std::vector<Found>& list, bool folder) {
        list.push_back({level.arena.size(), raw.name.size(), folder, link});
        level.arena += raw.name;
    };

    const size_t matcher = forNext ? level.stage + 1 : level.stage;
    if (!recurse || forNext) {
        const StdGlob& glob = stage(matcher).glob;
        if ((!hidden || glob.wantsHidden()) && glob.matches(raw.name)) {
            const bool folder = !lastStage(matcher) && isFolder();
            if (folder || lastStage(matcher)) keep(level.matches, folder);
        }
    }
    if (recurse && !hidden && (isFolder() || (!forNext && lastStage(matcher)))) {
        keep(forNext ? level.folders : level.matches, isFolder());
    }
}

/// Shows the next name that was found, or descends to the next folder.
void StdGlobWalk::show(Level& level) {
    const auto textOf = [&level](const Found& found) {
        return join(level.text, std::string_view(level.arena).substr(found.begin, found.length));
    };
    const bool forNext = listsForNext(level);
    const bool recurse = stage(level.stage).kind == Kind::Recurse;
    // ** alone shows a folder, then what is in it; its list of folders to descend to holds one.
    if (level.nextFolder < level.folders.size() &&
        (!forNext || level.nextMatch == level.matches.size())) {
        const Found folder = level.folders[level.nextFolder++];
        descend(level, folder);
    } else if (level.nextMatch < level.matches.size()) {
        const Found found = level.matches[level.nextMatch++];
        if (recurse && !forNext && found.folder) level.folders.push_back(found);
        enter(level.stage + (forNext ? 2 : 1), textOf(found), found.folder);
    } else {
        pop();
    }
}

void StdGlobWalk::descend(Level& level, const Found& folder) {
    const std::string_view name = std::string_view(level.arena).substr(folder.begin, folder.length);
    const bool loop = folder.link && leadsBack(folder);
    if (!loop) {
        m_levels.emplace_back(level.stage, join(level.text, name), false, State::Open);
    } else if (listsForNext(level)) {
        // ** shows the link all the same, and what comes after ** looks into it.
        m_levels.emplace_back(level.stage + 1, join(level.text, name), true, State::Open);
    }
}

/// Opening folder by folder never meets ELOOP, so that a loop would have no end.
bool StdGlobWalk::leadsBack(const Found& link) {
    const Level& top = m_levels.back();
    const DirHandle* handle = handleOf(m_levels.size() - 1);
    FileStat target;
    if (!handle || handle->stat(top.arena.substr(link.begin, link.length), true, target) != 0) {
        return true;
    }
    for (size_t i = m_levels.size(); i-- > 0;) {
        Level& above = m_levels[i];
        if (!above.identity) {
            FileStat facts;
            const DirHandle* folder = handleOf(i);
            if (!folder || folder->stat(facts) != 0) return true;
            above.identity.emplace(facts.device, facts.inode);
        }
        if (*above.identity == std::pair(target.device, target.inode)) return true;
        if (above.chainStart) break;
    }
    return false;
}

void StdGlobWalk::pop() {
    close(m_levels.size() - 1);
    m_levels.pop_back();
}

bool StdGlobWalk::exists(const std::string& text, bool follow, FileStat& facts) {
    if (m_levels.empty()) return m_base.stat(text, follow, facts) == 0;
    const DirHandle* folder = handleOf(m_levels.size() - 1);
    return folder && folder->stat(below(m_levels.back().text, text), follow, facts) == 0;
}

const DirHandle* StdGlobWalk::handleOf(size_t index) {
    Level& level = m_levels[index];
    if (!level.handle.isOpen()) {
        int code = 0;
        level.handle = openLevel(index, code);
        if (code == EMFILE || code == ENFILE) {
            while (!m_open.empty() && !m_levels[m_open.front()].reader) close(m_open.front());
            level.handle = openLevel(index, code);
        }
        if (!level.handle.isOpen()) return nullptr;
        m_open.insert(std::upper_bound(m_open.begin(), m_open.end(), index), index);
        openInAll.fetch_add(1, std::memory_order_relaxed);
        keepFew(index);
    }
    return &level.handle;
}

/// From the nearest folder above that is open, so that a path may be longer than PATH_MAX.
DirHandle StdGlobWalk::openLevel(size_t index, int& code) {
    constexpr size_t kLongest = 4000;
    const std::string& text = m_levels[index].text;
    DirHandle from;
    std::string rest = text;
    bool started = false;
    for (auto open = m_open.rbegin(); open != m_open.rend() && !started; ++open) {
        if (*open >= index) continue;
        std::string relative = below(m_levels[*open].text, text);
        if (relative.empty()) continue;
        if (relative.size() <= kLongest)
            return m_levels[*open].handle.openChild(relative, true, code);
        const size_t cut = relative.rfind('/', kLongest);
        from = m_levels[*open].handle.openChild(relative.substr(0, cut), true, code);
        rest = relative.substr(cut + 1);
        started = true;
    }
    while (rest.size() > kLongest || !started) {
        const size_t cut = rest.size() > kLongest ? rest.rfind('/', kLongest) : rest.size();
        const std::string part = rest.substr(0, cut);
        from = started ? from.openChild(part, true, code) : m_base.open(part, code);
        started = true;
        if (!from.isOpen() || cut >= rest.size()) return from;
        rest.erase(0, cut + 1);
    }
    return from.isOpen() ? from.openChild(rest, true, code) : std::move(from);
}

/// Those at the top of the tree are needed last, apart from the one that is needed now.
void StdGlobWalk::keepFew(size_t needed) {
    for (size_t i = 0; i < m_open.size() && m_open.size() > kOpenPerWalk;) {
        if (m_open[i] == needed || m_levels[m_open[i]].reader) ++i;
        else close(m_open[i]);
    }
}

void StdGlobWalk::close(size_t index) {
    Level& level = m_levels[index];
    if (!level.handle.isOpen()) return;
    level.reader.reset();
    level.handle.close();
    m_open.erase(std::find(m_open.begin(), m_open.end(), index));
    openInAll.fetch_sub(1, std::memory_order_relaxed);
}

void StdGlobWalk::rest() {
    if (openInAll.load(std::memory_order_relaxed) <= mostOpen()) return;
    for (size_t i = m_open.size(); i-- > 0;) {
        if (!m_levels[m_open[i]].reader) close(m_open[i]);
    }
}

}  // namespace findling
