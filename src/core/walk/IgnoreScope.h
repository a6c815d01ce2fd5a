/// The ignore rules that hold in one folder: its own files' and those of the folders above, each
/// with the states of its patterns that are alive there. Immutable, and shared by all folders in
/// which the same states are alive: in most trees by nearly all.
#pragma once

#include "core/walk/DirReader.h"
#include "core/walk/GitRepository.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace findling {

/// Where rules come from, the strongest first: the first source with an opinion decides.
enum class IgnoreSource : uint8_t { Ripgrep, Fd, Ignore, Git, GitExclude, GitUser, Explicit };
inline constexpr size_t kIgnoreSources = 7;

struct IgnoreOptions {
    bool gitRules = true;    ///< .gitignore, .git/info/exclude, core.excludesFile
    bool otherRules = true;  ///< .ignore, .fdignore, .rgignore
    bool requireGit = true;  ///< git's rules hold only inside a work tree
    std::vector<std::string> explicitFiles = {};  ///< rules relative to the root

    bool any() const { return gitRules || otherRules || !explicitFiles.empty(); }
    friend bool operator==(const IgnoreOptions&, const IgnoreOptions&) = default;
};

struct IgnoreVerdict {
    const IgnoreRule* rule = nullptr;  ///< null: no rule has an opinion
    const IgnoreRules* file = nullptr;
    bool tracked = false;  ///< git's rule does not hold: the path, or something below, is tracked

    bool hides() const { return rule && !rule->negated && !tracked; }
    bool keeps() const { return rule && rule->negated; }
    /// "*.o in src/.gitignore:3"
    std::string describe() const;
};

class PathBuilder;

/// An entry as the rules see it. Its path is put together only to look into git's index.
struct IgnoreSubject {
    std::string_view name;
    bool folder = false;
    PathBuilder* paths = nullptr;
};

class IgnoreScope;

/// What the scopes of one walk share: the options, and the user's git settings, read once.
class IgnoreContext {
public:
    IgnoreContext(IgnoreOptions options, Report report)
        : m_options(std::move(options)), m_report(std::move(report)) {}

    const IgnoreOptions& options() const { return m_options; }
    const GitConfig& userConfig() const;
    void report(Problem problem) const { m_report(std::move(problem)); }
    const Report& reporter() const { return m_report; }

    /// What holds in a folder above a root, worked out once: many roots share theirs.
    std::shared_ptr<const IgnoreScope> above(const std::string& folder) const;
    void keepAbove(const std::string& folder, std::shared_ptr<const IgnoreScope> scope) const;

private:
    IgnoreOptions m_options;
    Report m_report;
    mutable std::mutex m_mutex;
    mutable std::unordered_map<std::string, std::shared_ptr<const IgnoreScope>>
        m_above;  // guarded by m_mutex
    mutable std::once_flag m_once;
    mutable GitConfig m_user;
};

class IgnoreScope {
public:
    using Pointer = std::shared_ptr<const IgnoreScope>;
    using PathMaker = std::function<std::string()>;

    explicit IgnoreScope(const IgnoreContext& context) : m_context(&context) {}

    /// What holds at a root: the rules of the folders above it, and the explicit files.
    static Pointer atRoot(const IgnoreContext& context, const std::string& absoluteRoot);

    /// What the rules of `above` say inside the folder `name`, before that folder's own.
    static Pointer below(const Pointer& above, std::string_view name);

    /// With the rules of a folder that lists these entries; `path` makes its absolute path. Returns
    /// null when the folder adds nothing to the rules above it. With `complete` false the listing
    /// is only the beginning of a large folder: the rule files are looked for by name.
    Pointer enter(const DirHandle& folder, const std::vector<RawEntry>& entries, bool complete,
                  const PathMaker& path) const;

    /// `inherited`: the git rule that hides the folder itself, which was entered for the tracked
    /// files in it; it hides everything else.
    IgnoreVerdict judge(const IgnoreSubject& subject, const IgnoreVerdict& inherited) const;

    /// The top of a repository's work tree: what hides the folder for the outer one ends here.
    bool isRepositoryTop() const { return m_top; }

private:
    struct Applied {
        std::shared_ptr<const IgnoreRules> rules;
        IgnoreSource source;
        IgnoreTrie::States states;
    };
    class Names;

    void add(IgnoreSource source, std::shared_ptr<const IgnoreRules> rules);
    bool enterRepository(const DirHandle& folder, const std::string& path);
    bool takeRuleFile(const DirHandle& folder, const std::string& path, std::string_view name,
                      IgnoreSource source);
    void take(Applied applied);
    std::shared_ptr<IgnoreScope> copy() const;
    Pointer lasting(const Pointer& self) const;
    IgnoreVerdict firstOpinion(size_t begin, size_t end, Names& names, bool folder) const;

    const IgnoreContext* m_context;
    std::vector<Applied> m_applied;       ///< the strongest first
    size_t m_gitBegin = 0, m_gitEnd = 0;  ///< those of git in m_applied
    bool m_allLast = true;                ///< all states are alive in every folder below, too
    mutable std::once_flag m_lastingOnce;
    mutable Pointer m_lasting;  ///< for the folders that no pattern names
    std::shared_ptr<const GitRepository> m_repository;
    bool m_top = false;
};

}  // namespace findling
