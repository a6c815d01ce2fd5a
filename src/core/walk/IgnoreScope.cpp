#include "core/walk/IgnoreScope.h"

#include "core/walk/Entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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

bool isGit(IgnoreSource source) {
    return source >= IgnoreSource::Git && source <= IgnoreSource::GitUser;
}

std::string joined(const std::string& folder, std::string_view name) {
    return (folder == "/" ? folder : folder + "/") + std::string(name);
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

std::shared_ptr<const IgnoreScope> IgnoreContext::above(const std::string& folder) const {
    const std::scoped_lock lock(m_mutex);
    const auto known = m_above.find(folder);
    return known == m_above.end() ? nullptr : known->second;
}

void IgnoreContext::keepAbove(const std::string& folder,
                              std::shared_ptr<const IgnoreScope> scope) const {
    const std::scoped_lock lock(m_mutex);
    m_above.emplace(folder, std::move(scope));
}

/// A name as each rule file wants it: as it is, or in lower case.
class IgnoreScope::Names {
public:
    explicit Names(std::string_view name) : m_exact(name) {}

    const IgnoreName& of(const Applied& applied) {
        if (!applied.rules->ignoresCase()) return m_exact;
        if (!m_folded) {
            for (const char c : m_exact.text)
                m_lower += static_cast<char>(lowerByte(static_cast<unsigned char>(c)));
            m_folded.emplace(m_lower);
        }
        return *m_folded;
    }

private:
    IgnoreName m_exact;
    std::string m_lower;
    std::optional<IgnoreName> m_folded;
};

void IgnoreScope::take(Applied applied) {
    if (applied.states.empty()) return;
    m_allLast = m_allLast && IgnoreTrie::lasting(applied.states).size() == applied.states.size();
    m_applied.push_back(std::move(applied));
    const auto isBefore = [](const Applied& a, IgnoreSource source) { return a.source < source; };
    const auto place = [&](IgnoreSource source) {
        return static_cast<size_t>(
            std::lower_bound(m_applied.begin(), m_applied.end(), source, isBefore) -
            m_applied.begin());
    };
    m_gitBegin = place(IgnoreSource::Git);
    m_gitEnd = place(IgnoreSource::Explicit);
}

/// A deeper folder's rules come before those of the same source further up.
void IgnoreScope::add(IgnoreSource source, std::shared_ptr<const IgnoreRules> rules) {
    if (!rules || rules->empty()) return;
    IgnoreTrie::States states = rules->trie().begin();
    std::vector<Applied> before = std::move(m_applied);
    m_applied.clear();
    bool added = false;
    const auto addHere = [&] {
        if (!added) take({std::move(rules), source, std::move(states)});
        added = true;
    };
    for (Applied& applied : before) {
        if (applied.source >= source) addHere();
        take(std::move(applied));
    }
    addHere();
}

IgnoreScope::Pointer IgnoreScope::lasting(const Pointer& self) const {
    if (m_allLast) return self;
    std::call_once(m_lastingOnce, [this] {
        auto scope = std::make_shared<IgnoreScope>(*m_context);
        scope->m_repository = m_repository;
        for (const Applied& applied : m_applied) {
            scope->take({applied.rules, applied.source, IgnoreTrie::lasting(applied.states)});
        }
        m_lasting = std::move(scope);
    });
    return m_lasting;
}

IgnoreScope::Pointer IgnoreScope::below(const Pointer& above, std::string_view name) {
    if (above->m_applied.empty()) return above->lasting(above);
    Names names(name);
    const bool further =
        std::any_of(above->m_applied.begin(), above->m_applied.end(), [&](const Applied& applied) {
            return IgnoreTrie::stepsFurther(applied.states, names.of(applied));
        });
    if (!further) return above->lasting(above);
    auto scope = std::make_shared<IgnoreScope>(*above->m_context);
    scope->m_repository = above->m_repository;
    for (const Applied& applied : above->m_applied) {
        scope->take(
            {applied.rules, applied.source, IgnoreTrie::step(applied.states, names.of(applied))});
    }
    return scope;
}

bool IgnoreScope::enterRepository(const DirHandle& folder, const std::string& path) {
    auto repository =
        GitRepository::open(folder, path, m_context->userConfig(), m_context->reporter());
    if (!repository) return false;
    // A repository inside another has rules of its own; those from further up end here.
    std::vector<Applied> before = std::move(m_applied);
    m_applied.clear();
    m_allLast = true;
    for (Applied& applied : before) {
        if (!isGit(applied.source)) take(std::move(applied));
    }
    m_repository = std::move(repository);
    add(IgnoreSource::GitExclude, m_repository->infoExclude());
    add(IgnoreSource::GitUser, m_repository->userExcludes());
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
    add(source, IgnoreRules::parse(*text, joined(path, name), ignoreCase));
    return true;
}

std::shared_ptr<IgnoreScope> IgnoreScope::copy() const {
    auto scope = std::make_shared<IgnoreScope>(*m_context);
    scope->m_repository = m_repository;
    for (const Applied& applied : m_applied) scope->take(applied);
    return scope;
}

IgnoreScope::Pointer IgnoreScope::atRoot(const IgnoreContext& context,
                                         const std::string& absoluteRoot) {
    Pointer scope = std::make_shared<IgnoreScope>(context);
    if (!context.options().any()) return scope;
    for (const std::string& above : foldersAbove(absoluteRoot)) {
        if (auto known = context.above(above)) {
            scope = std::move(known);
            continue;
        }
        if (above != "/")
            scope = below(scope, std::string_view(above).substr(above.rfind('/') + 1));
        int code = 0;
        const DirHandle folder = DirHandle::openRoot(above, code);
        // A folder above the root that may not be read has no rules for this user.
        if (folder.isOpen()) {
            if (auto entered = scope->enter(folder, {}, false, [&] { return above; }))
                scope = entered;
        }
        context.keepAbove(above, scope);
    }
    if (absoluteRoot != "/")
        scope = below(scope, std::string_view(absoluteRoot).substr(absoluteRoot.rfind('/') + 1));
    auto out = scope->copy();
    for (const std::string& file : context.options().explicitFiles) {
        int code = 0;
        const size_t slash = file.rfind('/');
        const DirHandle folder =
            DirHandle::openRoot(slash == std::string::npos ? "." : file.substr(0, slash + 1), code);
        const auto text = folder.isOpen() ? readSmallFile(folder, file.substr(slash + 1),
                                                          IgnoreRules::kMaxBytes, code, true)
                                          : std::nullopt;
        if (text) {
            out->add(IgnoreSource::Explicit, IgnoreRules::parse(*text, file));
        } else {
            context.report(systemProblem(file, "read ignore rules", code != 0 ? code : ENOENT));
        }
    }
    return out;
}

IgnoreScope::Pointer IgnoreScope::enter(const DirHandle& folder,
                                        const std::vector<RawEntry>& entries, bool complete,
                                        const PathMaker& path) const {
    if (!m_context->options().any()) return nullptr;
    const Listed listed = lookFor(entries, complete);
    if (!listed.any) return nullptr;
    auto scope = copy();
    const std::string absolute = path();
    scope->m_top = listed.found.back() && m_context->options().gitRules &&
                   scope->enterRepository(folder, absolute);
    bool changed = scope->m_top;
    for (size_t i = 0; i < kRuleFiles.size(); ++i) {
        if (!listed.found[i]) continue;
        if (scope->takeRuleFile(folder, absolute, kRuleFiles[i].name, kRuleFiles[i].source))
            changed = true;
    }
    if (!changed) return nullptr;
    return scope;
}

IgnoreVerdict IgnoreScope::firstOpinion(size_t begin, size_t end, Names& names, bool folder) const {
    for (size_t i = begin; i < end; ++i) {
        const Applied& applied = m_applied[i];
        const uint32_t number = IgnoreTrie::match(applied.states, names.of(applied), folder);
        if (number != 0) return {&applied.rules->rule(number), applied.rules.get()};
    }
    return {};
}

IgnoreVerdict IgnoreScope::judge(const IgnoreSubject& subject,
                                 const IgnoreVerdict& inherited) const {
    if (m_applied.empty() && !inherited.rule) return {};
    Names names(subject.name);
    IgnoreVerdict verdict = firstOpinion(0, m_gitBegin, names, subject.folder);
    if (verdict.rule) return verdict;

    verdict = inherited;
    verdict.tracked = false;
    if (!inherited.rule) verdict = firstOpinion(m_gitBegin, m_gitEnd, names, subject.folder);
    if (verdict.hides() && m_repository) {
        verdict.tracked = m_repository->tracks(subject.paths->absolute(subject.name),
                                               subject.folder, m_context->reporter());
    }
    if (verdict.rule && !verdict.tracked) return verdict;

    // Only git's own rules give way to git's index.
    const IgnoreVerdict weaker = firstOpinion(m_gitEnd, m_applied.size(), names, subject.folder);
    return weaker.rule ? weaker : verdict;
}

}  // namespace findling
