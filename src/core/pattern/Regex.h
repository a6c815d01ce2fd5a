/// PCRE2 for single lines: one compiled expression in several forms, and the limits that keep a
/// hostile or unlucky one from running for ever.
#pragma once

#include "core/base/Result.h"
#include "core/base/Span.h"
#include "core/base/Stop.h"
#include "core/pattern/Glob.h"
#include "core/pattern/Replacement.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

struct RegexOptions {
    CaseMode caseMode = CaseMode::Smart;
    bool fixed = false;  ///< the patterns are plain text
    bool word = false;   ///< not preceded or followed by a word character
    bool wholeLine = false;
    /// The byte between lines: a newline, or NUL. Nothing where matches may span lines: "^" and "$"
    /// are still at lines then.
    std::optional<char> terminator = '\n';
    bool crlf = false;    ///< "\r\n" ends a line, too: the caller leaves the "\r" out
    bool dotAll = false;  ///< "." matches newlines
    bool scanner = true;  ///< something quicker may look first
};

/// How a match attempt ended.
enum class MatchOutcome : uint8_t {
    None,
    Found,
    TooComplex,  ///< a limit on steps, depth, memory or time was reached: nobody knows
    Stopped,     ///< a stop was requested
};

class Prefilter;
class RegexScratch;

/// Where the next match is looked for after one that was looked for from `from` on: behind an
/// empty one at the next character, never inside one.
size_t afterMatch(std::string_view text, size_t from, const Span& match);

/// Immutable and shared between threads.
class Regex {
public:
    /// Any of the patterns matches. Errors name the pattern and the offset in it.
    static Result<std::shared_ptr<const Regex>> compile(const std::vector<std::string>& patterns,
                                                        const RegexOptions& options);
    ~Regex();
    Regex(const Regex&) = delete;
    Regex& operator=(const Regex&) = delete;

    /// Looks for a match in one line (without its end) from byte `from` on. `ascii`: the line is
    /// known to hold ASCII alone, which is matched two to three times as fast.
    MatchOutcome find(std::string_view line, size_t from, bool ascii, RegexScratch& scratch,
                      Span& match) const;
    /// Whether the line matches, without where.
    MatchOutcome test(std::string_view line, bool ascii, RegexScratch& scratch) const;
    /// As find(), with all groups; those that took no part have no data(). `groups`[0] is the
    /// match.
    MatchOutcome capture(std::string_view line, size_t from, bool ascii, RegexScratch& scratch,
                         Span& match, std::vector<std::string_view>& groups) const;

    /// Tells lines that cannot match; null where it knows too little of the pattern.
    const Prefilter* prefilter() const { return m_prefilter.get(); }
    GroupNames groupNames() const;

    /// Texts longer than this run a form that asks for stop and deadline while it matches.
    static constexpr size_t kGuardedLine = 4096;

private:
    /// Patterns that fit into one code of PCRE2.
    struct Part;

    Regex();
    Result<void> compileParts(const std::vector<std::string>& expressions, size_t begin, size_t end,
                              const RegexOptions& options);
    Result<void> compilePart(const std::vector<std::string>& expressions, size_t begin, size_t end,
                             const RegexOptions& options);
    void compilePrefilter(const std::vector<std::string>& expressions, const RegexOptions& options);
    int run(const Part& part, std::string_view line, size_t from, bool ascii,
            RegexScratch& scratch) const;

    std::vector<std::unique_ptr<Part>> m_parts;
    std::unique_ptr<const Prefilter> m_prefilter;
    uint32_t m_flags = 0;  ///< of PCRE2, for all forms
};

/// What one thread needs to match: match data, a stack for JIT code that grows on demand, and the
/// limits. Not shared.
class RegexScratch {
public:
    explicit RegexScratch(StopToken stop = {});
    ~RegexScratch();
    RegexScratch(const RegexScratch&) = delete;
    RegexScratch& operator=(const RegexScratch&) = delete;

    /// Time that the slow ones among the long lines may take together from now on; called at the
    /// start of each file.
    void startBudget(std::chrono::milliseconds budget);

private:
    friend class Regex;
    struct State;
    std::unique_ptr<State> m_state;
};

/// "10.42 2022-12-11": the version of PCRE2 at run time.
std::string regexEngineVersion();
/// Whether patterns are compiled to machine code here.
bool regexHasJit();

}  // namespace findling
