/// The ignore rules that hold in one folder: its own files' and those of the folders above.
/// Immutable, built once per folder that has a rule file and shared by all folders below.
#pragma once

#include "core/base/Problem.h"
#include "core/walk/DirReader.h"
#include "core/walk/IgnoreRules.h"

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

/// Where rules come from, the strongest first: the first source with an opinion decides.
enum class IgnoreSource : uint8_t { Ripgrep, Fd, Ignore, Git, GitExclude, Explicit };
inline constexpr size_t kIgnoreSources = 6;

struct IgnoreOptions {
    bool gitRules = true;        ///< .gitignore and .git/info/exclude
    bool otherRules = true;      ///< .ignore, .fdignore, .rgignore
    bool requireGit = true;      ///< git's rules hold only inside a work tree
    std::vector<std::string> explicitFiles = {};  ///< rules relative to the root

    bool any() const { return gitRules || otherRules || !explicitFiles.empty(); }
    friend bool operator==(const IgnoreOptions&, const IgnoreOptions&) = default;
};

struct IgnoreVerdict {
    const IgnoreRule* rule = nullptr;    ///< null: no rule has an opinion
    const IgnoreRules* file = nullptr;

    bool hides() const { return rule && !rule->negated; }
    bool keeps() const { return rule && rule->negated; }
    /// "*.o in src/.gitignore:3"
    std::string describe() const;
};

class IgnoreScope {
public:
    using Report = std::function<void(Problem)>;

    /// What holds at a root: the rules of the folders above it, and the explicit files.
    static std::shared_ptr<const IgnoreScope> atRoot(const IgnoreOptions& options,
                                                     const std::string& absoluteRoot,
                                                     const Report& report);

    /// What holds in a folder that lists these entries. Returns `above` itself when the folder
    /// adds nothing. `path` is absolute, `folder` open. With `complete` false the listing is only
    /// the beginning of a large folder, so the rule files are looked for by name.
    static std::shared_ptr<const IgnoreScope> enter(const std::shared_ptr<const IgnoreScope>& above,
                                                    const IgnoreOptions& options,
                                                    const DirHandle& folder,
                                                    const std::vector<RawEntry>& entries,
                                                    bool complete,
                                                    const std::function<std::string()>& path,
                                                    const Report& report);

    /// `absolutePath` gives the entry's absolute path; it is asked for only if a rule needs it.
    IgnoreVerdict judge(const std::function<std::string_view()>& absolutePath,
                        std::string_view name, bool folder) const;

    bool insideRepository() const { return m_insideRepository; }

private:
    struct Applied {
        std::shared_ptr<const IgnoreRules> rules;
        size_t baseLength;  ///< of the absolute path of the folder it governs, with its "/"
    };

    void add(IgnoreSource source, std::shared_ptr<const IgnoreRules> rules, size_t baseLength);
    void enterRepository(const DirHandle& folder, const std::string& path, const Report& report);

    /// Deepest folder first.
    std::array<std::vector<Applied>, kIgnoreSources> m_sources;
    bool m_insideRepository = false;
};

}  // namespace findling
