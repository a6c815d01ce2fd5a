#include "core/walk/IgnoreScope.h"

#include "core/walk/GitRepository.h"

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

std::string joined(const std::string& folder, std::string_view name) {
    return folder == "/" ? "/" + std::string(name) : folder + "/" + std::string(name);
}

std::shared_ptr<const IgnoreRules> readRules(const DirHandle& folder, const std::string& path,
                                             std::string_view name,
                                             const IgnoreScope::Report& report) {
    int code = 0;
    const auto text = readSmallFile(folder, std::string(name), IgnoreRules::kMaxBytes, code);
    if (code != 0) report(systemProblem(joined(path, name), "read ignore rules", code));
    return text ? IgnoreRules::parse(*text, joined(path, name)) : nullptr;
}

/// "/a/b/c" -> "/", "/a", "/a/b"
std::vector<std::string> foldersAbove(const std::string& path) {
    std::vector<std::string> out;
    if (path.size() < 2 || path.front() != '/') return out;
    out.emplace_back("/");
    for (size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        out.push_back(path.substr(0, slash));
    }
    return out;
}

size_t lengthWithSlash(const std::string& path) {
    return path.size() + (path.empty() || path.back() != '/' ? 1 : 0);
}

bool mayHoldRules(const std::vector<RawEntry>& entries, bool complete) {
    if (!complete) return true;
    return std::any_of(entries.begin(), entries.end(), [](const RawEntry& entry) {
        if (entry.name.front() != '.') return false;
        return entry.name == ".git" || std::any_of(kRuleFiles.begin(), kRuleFiles.end(), [&](auto& f) {
                   return f.name == entry.name;
               });
    });
}

}  // namespace

std::string IgnoreVerdict::describe() const {
    return rule ? fmt::format("{} in {}:{}", rule->text, file->source(), rule->line) : std::string();
}

void IgnoreScope::add(IgnoreSource source, std::shared_ptr<const IgnoreRules> rules,
                      size_t baseLength) {
    if (!rules || rules->empty()) return;
    auto& list = m_sources[static_cast<size_t>(source)];
    list.insert(list.begin(), Applied{std::move(rules), baseLength});
}

void IgnoreScope::enterRepository(const DirHandle& folder, const std::string& path,
                                  const Report& report) {
    // A repository inside another has rules of its own; those from further up end here.
    m_insideRepository = true;
    m_sources[static_cast<size_t>(IgnoreSource::Git)].clear();
    m_sources[static_cast<size_t>(IgnoreSource::GitExclude)].clear();
    std::string source;
    int code = 0;
    const auto text = readInfoExclude(folder, path, source, code);
    if (code != 0) report(systemProblem(source, "read ignore rules", code));
    if (text) {
        add(IgnoreSource::GitExclude, IgnoreRules::parse(*text, source), lengthWithSlash(path));
    }
}

std::shared_ptr<const IgnoreScope> IgnoreScope::atRoot(const IgnoreOptions& options,
                                                       const std::string& absoluteRoot,
                                                       const Report& report) {
    auto scope = std::make_shared<const IgnoreScope>();
    if (!options.any()) return scope;
    for (const std::string& above : foldersAbove(absoluteRoot)) {
        int code = 0;
        const DirHandle folder = DirHandle::openRoot(above, code);
        // A folder above the root that may not be read has no rules for this user.
        if (!folder.isOpen()) continue;
        scope = enter(scope, options, folder, {}, false, [&] { return above; }, report);
    }
    auto out = std::make_shared<IgnoreScope>(*scope);
    for (const std::string& file : options.explicitFiles) {
        int code = 0;
        const size_t slash = file.rfind('/');
        const DirHandle folder =
            DirHandle::openRoot(slash == std::string::npos ? "." : file.substr(0, slash + 1), code);
        auto text = readSmallFile(folder, file.substr(slash + 1), IgnoreRules::kMaxBytes, code);
        if (!text) {
            report(systemProblem(file, "read ignore rules", code != 0 ? code : ENOENT));
            continue;
        }
        out->add(IgnoreSource::Explicit, IgnoreRules::parse(*text, file), lengthWithSlash(absoluteRoot));
    }
    return out;
}

std::shared_ptr<const IgnoreScope> IgnoreScope::enter(
    const std::shared_ptr<const IgnoreScope>& above, const IgnoreOptions& options,
    const DirHandle& folder, const std::vector<RawEntry>& entries, bool complete,
    const std::function<std::string()>& path, const Report& report) {
    if (!options.any() || !mayHoldRules(entries, complete)) return above;
    const auto listed = [&](std::string_view name) {
        return !complete || std::any_of(entries.begin(), entries.end(),
                                        [&](const RawEntry& entry) { return entry.name == name; });
    };
    auto scope = std::make_shared<IgnoreScope>(*above);
    const std::string absolute = path();
    const bool top = listed(".git") && isRepositoryTop(folder);
    if (top && options.gitRules) scope->enterRepository(folder, absolute, report);
    bool changed = top;
    for (const RuleFile& file : kRuleFiles) {
        const bool git = file.source == IgnoreSource::Git;
        if (!(git ? options.gitRules : options.otherRules) || !listed(file.name)) continue;
        if (git && options.requireGit && !scope->m_insideRepository) continue;
        auto rules = readRules(folder, absolute, file.name, report);
        changed = changed || rules != nullptr;
        scope->add(file.source, std::move(rules), lengthWithSlash(absolute));
    }
    return changed ? scope : above;
}

IgnoreVerdict IgnoreScope::judge(const std::function<std::string_view()>& absolutePath,
                                 std::string_view name, bool folder) const {
    std::string_view path;
    for (const auto& list : m_sources) {
        for (const Applied& applied : list) {
            if (path.empty()) path = absolutePath();
            const std::string_view below = path.substr(std::min(applied.baseLength, path.size()));
            if (const IgnoreRule* rule = applied.rules->match(below, name, folder)) {
                return {rule, applied.rules.get()};
            }
        }
    }
    return {};
}

}  // namespace findling
