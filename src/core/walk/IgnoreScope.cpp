#include "core/walk/IgnoreScope.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>

namespace findling {

namespace {

struct RuleFile {
    std::string_view name;
    IgnoreSource source;
};
constexpr std::array<RuleFile, 4> kRuleFiles{{{".rgignore", IgnoreSource::Ripgrep},
                                              {".fdignore", IgnoreSource::Fd},
                                              {".ignore", IgnoreSource::Ignore},
                                              {".gitignore", IgnoreSource::Git}}};

bool isGit(size_t source) {
    return source >= static_cast<size_t>(IgnoreSource::Git) &&
           source <= static_cast<size_t>(IgnoreSource::GitUser);
}

std::string joined(const std::string& folder, std::string_view name) {
    return (folder == "/" ? folder : folder + "/") + std::string(name);
}

size_t lengthWithSlash(const std::string& path) {
    return path.size() + (path.empty() || path.back() != '/' ? 1 : 0);
}

/// "/a/b/c" -> "/", "/a", "/a/b"
std::vector<std::string> foldersAbove(const std::string& path) {
    std::vector<std::string> out;
    if (path.size() < 2 || path.front() != '/') return out;
    out.emplace_back("/");
    for (size_t slash = path.find('/', 1); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
        out.push_back(path.substr(0, slash));
    }
    return out;
}

/// Which of the rule files, and .git as the last, a folder lists.
struct Listed {
    std::array<bool, kRuleFiles.size() + 1> found{};
    bool any = false;
};

Listed lookFor(const std::vector<RawEntry>& entries, bool complete) {
    Listed listed;
    if (!complete) {
        listed.found.fill(true);
        listed.any = true;
        return listed;
    }
    for (const RawEntry& entry : entries) {
        if (entry.name.front() != '.') continue;
        for (size_t i = 0; i < kRuleFiles.size(); ++i) {
            if (entry.name == kRuleFiles[i].name) listed.found[i] = listed.any = true;
        }
        if (entry.name == ".git") listed.found.back() = listed.any = true;
    }
    return listed;
}

}  // namespace

std::string IgnoreVerdict::describe() const {
    return rule ? fmt::format("{} in {}:{}", rule->text, file->source(), rule->line)
                : std::string();
}

const GitConfig& IgnoreContext::userConfig() const {
    std::call_once(m_once, [this] { m_user = GitConfig::ofUser(); });
    return m_user;
}

void IgnoreScope::add(IgnoreSource source, std::shared_ptr<const IgnoreRules> rules,
                      size_t baseLength) {
    if (!rules || rules->empty()) return;
    auto& list = m_sources[static_cast<size_t>(source)];
    list.insert(list.begin(), Applied{std::move(rules), baseLength});
}

bool IgnoreScope::enterRepository(const DirHandle& folder, const std::string& path) {
    auto repository =
        GitRepository::open(folder, path, m_context->userConfig(), m_context->reporter());
    if (!repository) return false;
    // A repository inside another has rules of its own; those from further up end here.
    for (size_t i = 0; i < kIgnoreSources; ++i) {
        if (isGit(i)) m_sources[i].clear();
    }
    m_repository = std::move(repository);
    add(IgnoreSource::GitExclude, m_repository->infoExclude(), lengthWithSlash(path));
    add(IgnoreSource::GitUser, m_repository->userExcludes(), lengthWithSlash(path));
    return true;
}

bool IgnoreScope::takeRuleFile(const DirHandle& folder, const std::string& path,
                               std::string_view name, IgnoreSource source) {
    const IgnoreOptions& options = m_context->options();
    const bool git = source == IgnoreSource::Git;
    if (!(git ? options.gitRules : options.otherRules)) return false;
    if (git && options.requireGit && !m_repository) return false;
    int code = 0;
    // A linked .gitignore is none to git; the others are no business of git's.
    const auto text = readSmallFile(folder, std::string(name), IgnoreRules::kMaxBytes, code, !git);
    if (code != 0) m_context->report(systemProblem(joined(path, name), "read ignore rules", code));
    if (!text) return false;
    const bool ignoreCase = git && m_repository && m_repository->ignoreCase();
    add(source, IgnoreRules::parse(*text, joined(path, name), ignoreCase), lengthWithSlash(path));
    return true;
}

std::shared_ptr<const IgnoreScope> IgnoreScope::atRoot(const IgnoreContext& context,
                                                       const std::string& absoluteRoot) {
    std::shared_ptr<const IgnoreScope> scope = std::make_shared<IgnoreScope>(context);
    if (!context.options().any()) return scope;
    for (const std::string& above : foldersAbove(absoluteRoot)) {
        int code = 0;
        const DirHandle folder = DirHandle::openRoot(above, code);
        // A folder above the root that may not be read has no rules for this user.
        if (!folder.isOpen()) continue;
        if (auto entered = scope->enter(folder, {}, false, [&] { return above; })) scope = entered;
    }
    auto out = std::make_shared<IgnoreScope>(*scope);
    for (const std::string& file : context.options().explicitFiles) {
        int code = 0;
        const size_t slash = file.rfind('/');
        const DirHandle folder =
            DirHandle::openRoot(slash == std::string::npos ? "." : file.substr(0, slash + 1), code);
        const auto text = folder.isOpen() ? readSmallFile(folder, file.substr(slash + 1),
                                                          IgnoreRules::kMaxBytes, code, true)
                                          : std::nullopt;
        if (text) {
            out->add(IgnoreSource::Explicit, IgnoreRules::parse(*text, file),
                     lengthWithSlash(absoluteRoot));
        } else {
            context.report(systemProblem(file, "read ignore rules", code != 0 ? code : ENOENT));
        }
    }
    return out;
}

std::shared_ptr<const IgnoreScope> IgnoreScope::enter(const DirHandle& folder,
                                                      const std::vector<RawEntry>& entries,
                                                      bool complete, const PathMaker& path) const {
    if (!m_context->options().any()) return nullptr;
    const Listed listed = lookFor(entries, complete);
    if (!listed.any) return nullptr;
    auto scope = std::make_shared<IgnoreScope>(*this);
    const std::string absolute = path();
    scope->m_top = listed.found.back() && m_context->options().gitRules &&
                   scope->enterRepository(folder, absolute);
    bool changed = scope->m_top;
    for (size_t i = 0; i < kRuleFiles.size(); ++i) {
        if (!listed.found[i]) continue;
        if (scope->takeRuleFile(folder, absolute, kRuleFiles[i].name, kRuleFiles[i].source))
            changed = true;
    }
    return changed ? scope : nullptr;
}

IgnoreVerdict IgnoreScope::judge(const IgnoreSubject& subject,
                                 const IgnoreVerdict& inherited) const {
    std::string_view path;
    IgnoreVerdict lifted;  // what git would hide, were it not tracked
    for (size_t source = 0; source < kIgnoreSources; ++source) {
        if (isGit(source) && lifted.tracked) continue;
        IgnoreVerdict verdict;
        if (isGit(source) && inherited.rule) {
            verdict = inherited;
            verdict.tracked = false;
        } else {
            for (const Applied& applied : m_sources[source]) {
                if (path.empty()) path = subject.absolutePath();
                const std::string_view below =
                    path.substr(std::min(applied.baseLength, path.size()));
                verdict.rule = applied.rules->match(below, subject.name, subject.folder);
                verdict.file = applied.rules.get();
                if (verdict.rule) break;
            }
        }
        if (!verdict.rule) continue;
        if (isGit(source) && verdict.hides() && m_repository) {
            if (path.empty()) path = subject.absolutePath();
            verdict.tracked = m_repository->tracks(path, subject.folder, m_context->reporter());
            // Only git's own rules give way to git's index.
            if (verdict.tracked) {
                lifted = verdict;
                continue;
            }
        }
        return verdict;
    }
    return lifted;
}

}  // namespace findling
