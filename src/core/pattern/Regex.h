/// PCRE2 for single lines: one compiled expression in several forms, and the limits that keep a
/// hostile or unlucky one from running for ever.
#pragma once

#include "core/base/Result.h"
#include "core/base/Stop.h"
#include "core/pattern/Glob.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

struct RegexOptions {
    CaseMode caseMode = CaseMode::Smart;
    bool fixed = false;  ///< the patterns are plain text
    bool word = false;   ///< not preceded or followed by a word character
    bool wholeLine = false;
};

/// How a match attempt ended.
enum class MatchOutcome : uint8_t {
    None,
    Found,
    TooComplex,  ///< a limit on steps, depth, memory or time was reached: nobody knows
    Stopped,     ///< a stop was requested
};

class RegexScratch;

/// Immutable and shared between threads.
class Regex {
public:
    /// Any of the patterns matches. Errors name the pattern and the offset in it.
    static Result<std::shared_ptr<const Regex>> compile(const std::vector<std::string>& patterns,
                                                        const RegexOptions& options);
    ~Regex();
    Regex(const Regex&) = delete;
    Regex& operator=(const Regex&) = delete;

    /// Looks for a match in one line (without its "\n") from byte `from` on. `ascii`: the line is
    /// known to hold ASCII alone, which is matched two to three times as fast.
    MatchOutcome find(std::string_view line, size_t from, bool ascii, RegexScratch& scratch,
                      size_t& begin, size_t& end) const;

    /// The next place from `from` on that may be part of a match, in a text of many lines: no
    /// line before it matches. npos where there is none. Without a prefilter it is `from`.
    size_t nextCandidate(std::string_view text, size_t from, bool ascii,
                         RegexScratch& scratch) const;
    bool hasPrefilter() const { return m_prefilter != nullptr; }

    /// Lines longer than this run a form that asks for stop and deadline while it matches.
    static constexpr size_t kGuardedLine = 4096;

private:
    Regex() = default;
    Result<void> compileForms(const std::string& joined);
    void compilePrefilter(const std::vector<std::string>& patterns, const RegexOptions& options);
    const void* guarded() const;

    // pcre2_code, kept out of this header; null where a form does not exist
    void* m_text = nullptr;       ///< UTF-8 with Unicode properties; invalid bytes match nothing
    void* m_ascii = nullptr;      ///< bytes, for lines of ASCII alone
    void* m_prefilter = nullptr;  ///< a literal that every match contains
    bool m_prefilterNeedsAscii = false;
    std::string m_joined;
    uint32_t m_flags = 0;
    struct Lazy;
    std::unique_ptr<Lazy> m_lazy;  ///< the guarded form, made when the first long line comes
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
