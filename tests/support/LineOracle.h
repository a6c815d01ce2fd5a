/// PCRE2 itself, line by line with its interpreter: the authority for what a pattern matches.
#pragma once

#include "core/content/Match.h"
#include "core/pattern/Regex.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace findling::test {

class LineOracle {
public:
    /// The patterns are compiled one by one, not joined: the oracle shall not share that code.
    LineOracle(const std::vector<std::string>& patterns, const RegexOptions& options);
    ~LineOracle();
    LineOracle(const LineOracle&) = delete;
    LineOracle& operator=(const LineOracle&) = delete;

    bool valid() const;
    /// Whether any pattern matches the line (without its "\n").
    bool matches(std::string_view line) const;
    /// The matches of a single pattern, leftmost first, none inside another.
    std::vector<Span> spans(std::string_view line) const;
    /// Where a pattern may match nothing at all and the line is broken UTF-8, JIT and interpreter
    /// of PCRE2 10.42 differ in where they see an empty match, and nobody can say who is right.
    bool uncertain(std::string_view line) const;
    /// A limit was hit since the start: then the oracle does not know either.
    bool limited() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace findling::test
