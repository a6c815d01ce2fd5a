#include "core/search/Explain.h"

#include "core/base/Text.h"
#include "core/search/Search.h"
#include "core/walk/DirHandle.h"
#include "core/walk/Folder.h"

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <string_view>
#include <utility>

namespace findling {

namespace {

/// Remembers what was said of the one path.
class ExplainSink : public Sink {
public:
    struct Packer : RowPacker {
        explicit Packer(ExplainSink& owner) : sink(owner) {}
        void entry(const Entry& found) override { note(found); }
        void beginFile(const Entry& found) override { note(found); }
        void match(const Entry&, const Match&) override {}
        void endFile(const Entry&, const FileEnd&) override {}
        size_t bytes() const override { return 0; }
        std::unique_ptr<Rows> take() override { return nullptr; }
        void note(const Entry& found) {
            const std::scoped_lock lock(sink.mutex);
            sink.found = std::string(found.path());
        }
        ExplainSink& sink;
    };

    Detail detail() const override { return Detail::Files; }
    std::unique_ptr<RowPacker> packer() override { return std::make_unique<Packer>(*this); }
    void deliver(Batch batch, const StopToken&) override {
        const std::scoped_lock lock(mutex);
        for (Problem& p : batch.problems) problems.push_back(std::move(p));
        for (Skip& s : batch.skips) skips.push_back(std::move(s));
    }
    void finished(const Summary&) override {}

    std::mutex mutex;
    std::string found;  // guarded by mutex, as the rest
    std::vector<Problem> problems;
    std::vector<Skip> skips;
};

/// A path as judged: below which root, and where.
struct Place {
    std::string root;
    std::string below;  ///< empty: the path is the root itself
    bool found = false;
};

std::string withSlash(std::string path) {
    if (path.empty() || path.back() != '/') path += '/';
    return path;
}

/// As the user spells it: "src/a/b" is a/b below src. What following links needs.
Place spelledPlace(const Query& query, std::string path) {
    while (path.compare(0, 2, "./") == 0) path.erase(0, 2);
    for (const std::string& root : query.roots) {
        const std::string prefix = root == "." ? "" : withSlash(root);
        if (path.size() > prefix.size() && path.compare(0, prefix.size(), prefix) == 0 &&
            (!prefix.empty() || path.front() != '/') && path.find("../") == std::string::npos) {
            return {root, path.substr(prefix.size()), true};
        }
    }
    return {};
}

/// By where it really lies. The last part may be a link, which is judged itself: only the folder
/// above is resolved.
Place realPlace(const Query& query, const std::string& path) {
    const size_t slash = path.find_last_of('/');
    const std::string folder = slash == std::string::npos ? "."
                               : slash == 0               ? "/"
                                                          : path.substr(0, slash);
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    const bool special = name.empty() || name == "." || name == "..";
    const std::string absolute = special ? realPath(path) : withSlash(realPath(folder)) + name;
    for (const std::string& root : query.roots) {
        const std::string top = realPath(root);
        if (top.empty()) continue;
        if (top == absolute || top == realPath(path)) return {root, {}, true};
        const std::string prefix = withSlash(top);
        if (absolute.size() > prefix.size() && absolute.compare(0, prefix.size(), prefix) == 0) {
            return {root, absolute.substr(prefix.size()), true};
        }
    }
    return {};
}

/// The path as the list of files spells it; empty when it is not among them. Most files have
/// another name: only of the others it is asked where they really lie.
std::string listedPath(const std::string& files, const std::string& path, const StopToken& stop) {
    const auto split = [](const std::string& whole) {
        const size_t slash = whole.rfind('/');
        return slash == std::string::npos
                   ? std::pair(std::string("."), whole)
                   : std::pair(whole.substr(0, slash + 1), whole.substr(slash + 1));
    };
    const auto [folder, name] = split(path);
    const std::string realFolder = realPath(folder);
    std::string found;
    for (std::string_view rest = files; !rest.empty() && !stop.requested();) {
        const std::string_view listed = takeUntil(rest, '\0');
        if (listed == path) return path;
        if (!found.empty() || listed.size() < name.size() ||
            listed.substr(listed.size() - name.size()) != name)
            continue;
        const auto [otherFolder, otherName] = split(std::string(listed));
        if (otherName == name && !realFolder.empty() && realPath(otherFolder) == realFolder)
            found = listed;
    }
    return found;
}

/// Runs the query, which can find nothing but this one path. `whole` is how a result would spell
/// it.
Result<void> judge(const Query& query, const std::string& whole, const StopSource& stop,
                   Explanation& out) {
    using Kind = Explanation::Kind;
    ExplainSink sink;
    if (auto summary = Search::run(query, sink, stop); !summary) return summary.error();
    if (!sink.found.empty()) {
        out.kind = Kind::Result;
    } else if (!sink.problems.empty() && (sink.skips.empty() || stop.requested())) {
        out.kind = Kind::Unreadable;
        out.problem = std::move(sink.problems.front());
    } else if (stop.requested()) {  // what was said of a file that was read in part counts for
                                    // nothing
        out.kind = Kind::Stopped;
    } else if (!sink.skips.empty()) {
        out.skip = std::move(sink.skips.back());
        // What lies above it has a shorter path.
        out.kind = out.skip.path.size() < whole.size() ? Kind::InsideLeftOut : Kind::LeftOut;
    } else {
        out.kind = Kind::NotReached;
    }
    return {};
}

/// Among the files that the query lists. False when the path is none of them.
Result<bool> judgeListed(Query& only, const std::string& path, const StopSource& stop,
                         Explanation& out) {
    const std::string listed = listedPath(*only.files, path, stop.token());
    if (listed.empty()) return false;
    only.files = std::make_shared<const std::string>(listed + '\0');
    only.roots.clear();
    out.path = listed;
    if (auto judged = judge(only, listed, stop, out); !judged) return judged.error();
    return true;
}

/// Below the folders that the query names.
Result<void> judgeBelow(Query& only, const std::string& path, FileType type, const StopSource& stop,
                        Explanation& out) {
    if (only.roots.empty()) only.roots = {"."};
    Place place = only.follow ? spelledPlace(only, path) : Place{};
    if (!place.found) place = realPlace(only, path);
    out.kind = Explanation::Kind::Outside;
    if (!place.found) return {};
    if (!place.below.empty()) out.path = place.below;
    out.kind = Explanation::Kind::Root;
    if (place.below.empty() && type == FileType::Folder) return {};
    only.files = nullptr;
    only.onlyPath = place.below;
    only.roots = {place.root};
    WalkRoot root;
    root.path = place.root;
    return judge(only, place.below.empty() ? place.root : root.prefix() + place.below, stop, out);
}

std::string leftOut(const Skip& skip) {
    std::string text = "is left out (" + std::string(name(skip.reason));
    if (!skip.rule.empty()) text += ": " + skip.rule;
    return text + ")";
}

}  // namespace

std::string describe(const Explanation& explanation) {
    switch (explanation.kind) {
        case Explanation::Kind::Result: return "is a result";
        case Explanation::Kind::LeftOut: return leftOut(explanation.skip);
        case Explanation::Kind::InsideLeftOut:
            return "is inside " + explanation.skip.path + ", which " + leftOut(explanation.skip);
        case Explanation::Kind::Outside: return "is outside of the searched folders";
        case Explanation::Kind::NotListed: return "is not one of the files that are searched";
        case Explanation::Kind::Root: return "is the searched folder itself, which is no result";
        case Explanation::Kind::Unreadable:
            return "cannot be told: " + describe(explanation.problem);
        case Explanation::Kind::Stopped: return "was not judged: it was stopped";
        case Explanation::Kind::NotReached: break;
    }
    return "was not reached by the walk";
}

Result<Explanation> explain(const Query& query, const std::string& original, StopSource stop) {
    std::string path = original;
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    FileStat facts;
    if (const int code = statPath(path, false, facts); code != 0) {
        return Error{ErrorKind::Path, systemProblem(path, "", code).text, path, {}, code};
    }
    Explanation out;
    out.path = path;
    Query only = query;
    only.listSkips = SkipList::All;
    only.maxResults = 0;
    if (query.files) {
        const auto listed = judgeListed(only, path, stop, out);
        if (!listed) return listed.error();
        if (*listed) return out;
        out.kind = stop.requested() ? Explanation::Kind::Stopped : Explanation::Kind::NotListed;
        if (query.roots.empty()) return out;
    }
    if (auto judged = judgeBelow(only, path, facts.type, stop, out); !judged) return judged.error();
    return out;
}

}  // namespace findling
