#include "core/pattern/NameSet.h"

#include "core/base/Text.h"

#include <algorithm>

namespace findling {

namespace {

/// "*.c" and "Makefile": what the name's last extension, or the whole name, decides.
bool isPlain(std::string_view glob) {
    if (glob.substr(0, 2) == "*.") {
        glob.remove_prefix(2);
        if (glob.empty() || glob.find('.') != std::string_view::npos) return false;
    }
    return !hasWildcard(glob);
}

}  // namespace

Result<void> NameSet::add(std::string_view glob, CaseMode mode) {
    auto compiled = Glob::compile(glob, mode);
    if (!compiled) return compiled.error();
    const bool folds = resolvedCase(mode, glob) == CaseMode::Insensitive;
    // Beyond ASCII folding takes the tables that the glob knows.
    if (!isPlain(glob) || compiled->wantsPath() || compiled->foldersOnly() ||
        (folds && !isAscii(glob))) {
        m_globs.push_back(std::move(*compiled));
    } else if (folds) {
        m_folded.insert(lowerAscii(glob));
    } else {
        m_exact.emplace(glob);
    }
    return {};
}

bool NameSet::matches(std::string_view name) const {
    return isPlainMember(name) || std::any_of(m_globs.begin(), m_globs.end(),
                                              [&](const Glob& glob) { return glob.matches(name); });
}

bool NameSet::isPlainMember(std::string_view name) const {
    const auto in = [](const std::unordered_set<std::string>& set, const std::string& text) {
        return !set.empty() && set.count(text) > 0;
    };
    const std::string text(name);
    const std::string lower = m_folded.empty() ? std::string() : foldCase(name);
    if (in(m_exact, text) || in(m_folded, lower)) return true;
    const size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return false;
    return in(m_exact, "*" + text.substr(dot)) ||
           (!m_folded.empty() && in(m_folded, "*" + lower.substr(lower.rfind('.'))));
}

}  // namespace findling
