#include "core/search/Explain.h"

#include "core/search/Search.h"

#include <algorithm>
#include <cerrno>
#include <mutex>

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

std::string sentence(const Skip& skip, const std::string& path) {
    const bool self = skip.path.size() >= path.size() &&
                      skip.path.compare(skip.path.size() - path.size(), path.size(), path) == 0;
    std::string text = self ? "is left out (" : "is inside " + skip.path + ", which is left out (";
    text += std::string(name(skip.reason));
    if (!skip.rule.empty()) text += ": " + skip.rule;
    return text + ")";
}

}  // namespace

Result<Explanation> explain(const Query& query, const std::string& original) {
    std::string path = original;
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    FileStat facts;
    if (const int code = statPath(path, false, facts); code != 0) {
        return Error{ErrorKind::Path, systemProblem(path, "", code).text, path, {}, code};
    }
    Explanation out;
    Query only = query;
    if (only.roots.empty()) only.roots = {"."};
    Place place = only.follow ? spelledPlace(only, path) : Place{};
    if (!place.found) place = realPlace(only, path);
    out.path = place.found && !place.below.empty() ? place.below : path;
    if (!place.found) {
        out.reason = "is outside of the searched folders";
        return out;
    }
    if (place.below.empty() && facts.type == FileType::Folder) {
        out.reason = "is the searched folder itself, which is no result";
        return out;
    }
    only.listSkips = SkipList::All;
    only.maxResults = 0;
    only.onlyPath = place.below;
    only.roots = {place.root};
    ExplainSink sink;
    if (auto summary = Search::run(only, sink); !summary) return summary.error();
    out.result = !sink.found.empty();
    if (out.result) out.reason = "is a result";
    else if (!sink.skips.empty()) out.reason = sentence(sink.skips.back(), out.path);
    else if (!sink.problems.empty())
        out.reason = "cannot be told: " + describe(sink.problems.front());
    else out.reason = "was not reached by the walk";
    return out;
}

}  // namespace findling
