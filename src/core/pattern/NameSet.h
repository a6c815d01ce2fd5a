/// Many globs on names as one question: "is it one of *.c, *.h, Makefile, ...?"
/// Extensions and whole names, which nearly all of them are, cost one look-up each.
#pragma once

#include "core/pattern/Glob.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace findling {

class NameSet {
public:
    /// Adds a glob without "/". With CaseMode::Smart each glob decides for itself.
    Result<void> add(std::string_view glob, CaseMode mode);

    bool matches(std::string_view name) const;
    bool empty() const { return m_exact.empty() && m_folded.empty() && m_globs.empty(); }

private:
    bool isPlainMember(std::string_view name) const;

    /// Whole names as they are, and extensions with a "*" in front: "Makefile", "*.c".
    std::unordered_set<std::string> m_exact;
    std::unordered_set<std::string> m_folded;  ///< in lower case: case does not count in these
    std::vector<Glob> m_globs;                 ///< all others
};

}  // namespace findling
