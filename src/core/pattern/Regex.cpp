#include "core/pattern/Regex.h"

#include "core/base/Text.h"
#include "core/pattern/Prefilter.h"
#include "core/pattern/RegexCode.h"
#include "core/pattern/RegexJoin.h"
#include "core/pattern/RegexSyntax.h"
#include "core/pattern/RegexTree.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <span>

namespace findling {

namespace {

// Steps of one match call; with PCRE2's own 10 million a bad line takes 20 to 115 ms.
constexpr uint32_t kMatchLimit = 1'000'000;
constexpr uint32_t kDepthLimit = 250'000;
constexpr uint32_t kHeapLimitKiB = 64 * 1024;
constexpr size_t kStackStart = 32 * 1024;
constexpr size_t kStackMax = 16 * 1024 * 1024;
constexpr uint32_t kCalloutsPerQuestion = 256;
constexpr std::chrono::milliseconds kSlowLine{10};

using Clock = std::chrono::steady_clock;

Error patternError(std::string_view pattern, std::string text, size_t offset) {
    // Nobody reads a whole list of words in a message.
    constexpr size_t kShown = 200;
    if (pattern.size() <= kShown) {
        return {ErrorKind::Pattern, std::move(text), std::string(pattern),
                std::min(offset, pattern.size())};
    }
    text += " (at offset " + std::to_string(offset) + ")";
    return {ErrorKind::Pattern, std::move(text), std::string(pattern.substr(0, kShown)) + "..."};
}

/// Compiles each pattern alone, so that an error names the right one and its own offset.
Result<void> checkPattern(const std::string& pattern, uint32_t flags) {
    if (pattern.size() > kMaxPattern) {
        return patternError(pattern.substr(0, 60) + "...", "the pattern is longer than 1 MiB", 0);
    }
    int error = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code* made = compileCode(pattern, flags, error, offset);
    if (!made) return patternError(pattern, messageOf(error), offset);
    pcre2_code_free(made);
    return {};
}

uint32_t flagsFor(const std::vector<std::string>& patterns, const RegexOptions& options) {
    bool sensitive = options.caseMode == CaseMode::Sensitive;
    if (options.caseMode == CaseMode::Smart) {
        for (const std::string& p : patterns) {
            sensitive =
                sensitive || (options.fixed ? hasUpper(p) : regexHasUpper(p) || namesCaseClass(p));
        }
    }
    uint32_t flags = sensitive ? 0 : PCRE2_CASELESS;
    if (!options.terminator) flags |= PCRE2_MULTILINE;
    if (options.dotAll) flags |= PCRE2_DOTALL;
    return flags;
}

RegexReading readingFor(uint32_t flags) {
    RegexReading reading;
    reading.caseless = (flags & PCRE2_CASELESS) != 0;
    reading.dotAll = (flags & PCRE2_DOTALL) != 0;
    return reading;
}

}  // namespace

struct Regex::Part {
    Part() = default;
    ~Part() {
        pcre2_code_free(text);
        pcre2_code_free(ascii);
        for (Guarded& form : guarded) {
            if (form.own) pcre2_code_free(form.code);
        }
    }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

    /// Made when the first long line comes.
    struct Guarded {
        std::once_flag once;
        pcre2_code* code = nullptr;
        bool own = false;
    };
    const pcre2_code* form(bool asciiText) const { return asciiText && ascii ? ascii : text; }
    const pcre2_code* guardedForm(bool asciiText) const;

    std::string expression;
    uint32_t flags = 0;
    uint32_t newline = PCRE2_NEWLINE_LF;
    pcre2_code* text = nullptr;   ///< UTF-8 with Unicode properties; invalid bytes match nothing
    pcre2_code* ascii = nullptr;  ///< bytes, for lines of ASCII alone; null where there is none
    mutable std::array<Guarded, 2> guarded;
};

/// The form for long lines: PCRE2 calls back on the way. Behind each loop is enough, where the
/// expression could be read: elsewhere the time is bounded by the length of the line.
const pcre2_code* Regex::Part::guardedForm(bool asciiText) const {
    const bool bytesForm = asciiText && ascii;
    Guarded& form = guarded[bytesForm ? 1 : 0];
    std::call_once(form.once, [&] {
        const auto tree = readRegex(expression, readingFor(flags));
        std::string watched = expression;
        uint32_t options = flags | (bytesForm ? kAsciiFlags : kTextFlags);
        if (tree) {
            for (auto at = tree->loops.rbegin(); at != tree->loops.rend(); ++at)
                watched.insert(*at, "(?C1)");
        } else {
            options |= PCRE2_AUTO_CALLOUT;
        }
        int error = 0;
        PCRE2_SIZE offset = 0;
        if (!tree || !tree->loops.empty())
            form.code = withJit(compileCode(watched, options, error, offset, newline));
        form.own = form.code != nullptr;
        if (!form.own) form.code = bytesForm ? ascii : text;
    });
    return form.code;
}

struct RegexScratch::State {
    explicit State(StopToken token) : stop(std::move(token)) {}
    StopToken stop;
    pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
    pcre2_match_data* captures = nullptr;  ///< made when groups are first asked for
    pcre2_match_data* used = data;
    pcre2_match_context* context = pcre2_match_context_create(nullptr);
    pcre2_match_context* guardedContext = nullptr;
    pcre2_jit_stack* stack = pcre2_jit_stack_create(kStackStart, kStackMax, nullptr);
    std::chrono::steady_clock::duration budget = std::chrono::hours(24);
    std::chrono::steady_clock::time_point deadline = {};
    uint32_t callouts = 0;
    uint32_t calloutsPerQuestion = kCalloutsPerQuestion;
};

RegexScratch::RegexScratch(StopToken stop) : m_state(std::make_unique<State>(std::move(stop))) {
    State& s = *m_state;
    pcre2_set_match_limit(s.context, kMatchLimit);
    pcre2_set_depth_limit(s.context, kDepthLimit);
    pcre2_set_heap_limit(s.context, kHeapLimitKiB);
    pcre2_jit_stack_assign(s.context, nullptr, s.stack);
    s.guardedContext = pcre2_match_context_copy(s.context);
    pcre2_set_callout(
        s.guardedContext,
        [](pcre2_callout_block*, void* data) -> int {
            auto& state = *static_cast<State*>(data);
            if (++state.callouts % state.calloutsPerQuestion != 0) return 0;
            const bool late = std::chrono::steady_clock::now() > state.deadline;
            return late || state.stop.requested() ? PCRE2_ERROR_CALLOUT : 0;
        },
        &s);
}

RegexScratch::~RegexScratch() {
    pcre2_match_data_free(m_state->data);
    pcre2_match_data_free(m_state->captures);
    pcre2_match_context_free(m_state->context);
    pcre2_match_context_free(m_state->guardedContext);
    pcre2_jit_stack_free(m_state->stack);
}

void RegexScratch::startBudget(std::chrono::milliseconds budget) {
    m_state->budget = budget;
}

Regex::Regex() = default;
Regex::~Regex() = default;

Result<std::shared_ptr<const Regex>> Regex::compile(const std::vector<std::string>& patterns,
                                                    const RegexOptions& options) {
    const std::shared_ptr<Regex> regex(new Regex);
    regex->m_flags = flagsFor(patterns, options);
    std::vector<std::string> expressions;
    for (const std::string& pattern : patterns) {
        if (options.fixed) {
            expressions.push_back(escapeRegex(pattern));
            continue;
        }
        if (auto ok = checkPattern(pattern, kTextFlags | regex->m_flags); !ok) return ok.error();
        expressions.push_back(pattern);
    }
    if (auto ok = regex->compileParts(expressions, 0, expressions.size(), options); !ok)
        return ok.error();
    regex->compilePrefilter(expressions, options);
    return std::shared_ptr<const Regex>(regex);
}

/// As many parts as it takes: PCRE2's code for one expression has a largest size, and not all names
/// of groups go together.
Result<void> Regex::compileParts(const std::vector<std::string>& expressions, size_t begin,
                                 size_t end, const RegexOptions& options) {
    const size_t count = m_parts.size();
    Result<void> whole = compilePart(expressions, begin, end, options);
    if (whole || end - begin < 2) return whole;
    m_parts.resize(count);
    const size_t middle = begin + (end - begin) / 2;
    if (auto ok = compileParts(expressions, begin, middle, options); !ok) return ok;
    return compileParts(expressions, middle, end, options);
}

Result<void> Regex::compilePart(const std::vector<std::string>& expressions, size_t begin,
                                size_t end, const RegexOptions& options) {
    const std::span<const std::string> own = std::span(expressions).subspan(begin, end - begin);
    auto part = std::make_unique<Part>();
    part->flags = m_flags;
    // Within single lines the caller leaves the "\r" out.
    if (options.crlf && !options.terminator) part->newline = PCRE2_NEWLINE_ANYCRLF;
    Error failure;
    for (const Joining joining : {Joining::SameNumbers, Joining::OwnNumbers}) {
        part->expression = joinPatterns(own, options, joining, kTextFlags | m_flags);
        int error = 0;
        PCRE2_SIZE offset = 0;
        part->text = withJit(
            compileCode(part->expression, kTextFlags | m_flags, error, offset, part->newline));
        if (part->text) break;
        failure = patternError(part->expression, messageOf(error), offset);
        // Groups with different names cannot share numbers; with numbers of their own they must
        // not be referred to by number.
        if (std::any_of(own.begin(), own.end(), usesGroupNumbers)) break;
    }
    if (!part->text) return failure;
    // "é*" read as bytes repeats its last byte alone: such patterns have no byte form. Neither
    // have those that PCRE2 refuses as bytes, such as \x{100}, and [[:upper:]] ignoring case, which
    // it reads as [[:alpha:]] there and as written with Unicode.
    const bool posixCase = (m_flags & PCRE2_CASELESS) && namesCaseClass(part->expression);
    if (isAscii(part->expression) && !posixCase) {
        int error = 0;
        PCRE2_SIZE offset = 0;
        part->ascii = withJit(
            compileCode(part->expression, kAsciiFlags | m_flags, error, offset, part->newline));
    }
    m_parts.push_back(std::move(part));
    return {};
}

void Regex::compilePrefilter(const std::vector<std::string>& expressions,
                             const RegexOptions& options) {
    if (!options.scanner) return;
    RegexReading reading = readingFor(m_flags);
    reading.terminator = options.terminator;
    auto tree = readRegex(
        joinPatterns(expressions, options, Joining::OwnNumbers, kTextFlags | m_flags), reading);
    if (!tree) return;
    ScanOptions scan;
    scan.crlf = options.crlf;
    scan.lines = options.terminator != '\0';
    m_prefilter = std::make_unique<Prefilter>(std::move(*tree), scan);
}

int Regex::run(const Part& part, std::string_view line, size_t from, bool ascii,
               RegexScratch& scratch) const {
    RegexScratch::State& s = *scratch.m_state;
    if (line.size() <= kGuardedLine) {
        const pcre2_code* form = part.form(ascii);
        const int result =
            pcre2_jit_match(form, bytes(line), line.size(), from, 0, s.used, s.context);
        if (result != PCRE2_ERROR_JIT_BADOPTION) return result;
        return pcre2_match(form, bytes(line), line.size(), from, 0, s.used, s.context);
    }
    const auto start = Clock::now();
    s.deadline = start + s.budget;
    s.calloutsPerQuestion = static_cast<uint32_t>(
        std::clamp<size_t>((64u << 20) / line.size(), 1, kCalloutsPerQuestion));
    const int result = pcre2_match(part.guardedForm(ascii), bytes(line), line.size(), from, 0,
                                   s.used, s.guardedContext);
    // Only slow lines use the budget up: a large file of long lines may take its time.
    const auto taken = Clock::now() - start;
    if (taken > kSlowLine) s.budget -= std::min<Clock::duration>(taken, s.budget);
    return result;
}

namespace {

MatchOutcome outcomeOf(int result, bool stopped) {
    if (result >= 0) return MatchOutcome::Found;
    if (result == PCRE2_ERROR_NOMATCH) return MatchOutcome::None;
    if (result == PCRE2_ERROR_CALLOUT && stopped) return MatchOutcome::Stopped;
    // Every other answer means that the line was not searched to its end. None of them is "no".
    return MatchOutcome::TooComplex;
}

}  // namespace

MatchOutcome Regex::test(std::string_view line, bool ascii, RegexScratch& scratch) const {
    RegexScratch::State& s = *scratch.m_state;
    s.used = s.data;
    MatchOutcome outcome = MatchOutcome::None;
    for (const auto& part : m_parts) {
        const int result = run(*part, line, 0, ascii, scratch);
        const MatchOutcome one = outcomeOf(result, s.stop.requested());  // asked only after it
        if (one == MatchOutcome::Found) return one;
        if (one != MatchOutcome::None) outcome = one;
    }
    return outcome;
}

MatchOutcome Regex::find(std::string_view line, size_t from, bool ascii, RegexScratch& scratch,
                         Span& match) const {
    std::vector<std::string_view> none;
    return capture(line, from, ascii, scratch, match, none);
}

MatchOutcome Regex::capture(std::string_view line, size_t from, bool ascii, RegexScratch& scratch,
                            Span& match, std::vector<std::string_view>& groups) const {
    RegexScratch::State& s = *scratch.m_state;
    const bool wanted = groups.size() > 1;
    if (wanted && (!s.captures || pcre2_get_ovector_count(s.captures) < groups.size())) {
        pcre2_match_data_free(s.captures);
        s.captures = pcre2_match_data_create(static_cast<uint32_t>(groups.size()), nullptr);
    }
    s.used = wanted ? s.captures : s.data;
    MatchOutcome outcome = MatchOutcome::None;
    for (const auto& part : m_parts) {
        const int result = run(*part, line, from, ascii, scratch);
        const MatchOutcome one = outcomeOf(result, s.stop.requested());
        if (one != MatchOutcome::Found) {
            if (one != MatchOutcome::None && outcome == MatchOutcome::None) outcome = one;
            continue;
        }
        const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(s.used);
        // The leftmost of all parts; of two at one place that of the first pattern.
        if (outcome == MatchOutcome::Found && ends[0] >= match.begin) continue;
        // What a part before it could not tell might have come first.
        if (outcome == MatchOutcome::TooComplex || outcome == MatchOutcome::Stopped) continue;
        outcome = one;
        match.begin = ends[0];
        match.end = std::max(ends[0], ends[1]);  // \K may put the start behind the end
        for (size_t i = 0; i < groups.size(); ++i) {
            const bool set = i == 0 || (static_cast<int>(i) < result && ends[2 * i] != PCRE2_UNSET);
            groups[i] = !set     ? std::string_view()
                        : i == 0 ? line.substr(match.begin, match.end - match.begin)
                                 : line.substr(ends[2 * i], ends[2 * i + 1] - ends[2 * i]);
        }
    }
    return outcome;
}

GroupNames Regex::groupNames() const {
    GroupNames out;
    for (const auto& part : m_parts) {
        uint32_t count = 0, names = 0, width = 0;
        PCRE2_SPTR table = nullptr;
        pcre2_pattern_info(part->text, PCRE2_INFO_CAPTURECOUNT, &count);
        pcre2_pattern_info(part->text, PCRE2_INFO_NAMECOUNT, &names);
        pcre2_pattern_info(part->text, PCRE2_INFO_NAMEENTRYSIZE, &width);
        pcre2_pattern_info(part->text, PCRE2_INFO_NAMETABLE, &table);
        out.count = std::max(out.count, count);
        for (uint32_t i = 0; i < names; ++i, table += width) {
            out.names.emplace_back(reinterpret_cast<const char*>(table + 2),
                                   static_cast<uint32_t>(table[0] << 8 | table[1]));
        }
    }
    return out;
}

size_t afterMatch(std::string_view text, size_t from, const Span& match) {
    // (With \K a match may also end where it was looked for, without being empty.)
    if (match.begin != match.end && match.end > from) return match.end;
    const size_t at = std::max(from, match.end);
    return at + (at < text.size() ? decodeUtf8(text.substr(at)).length : 1);
}

bool regexHasJit() {
    uint32_t jit = 0;
    pcre2_config(PCRE2_CONFIG_JIT, &jit);
    return jit != 0;
}

std::string regexEngineVersion() {
    std::array<char, 64> text{};
    pcre2_config(PCRE2_CONFIG_VERSION, text.data());
    return text.data();
}

}  // namespace findling
