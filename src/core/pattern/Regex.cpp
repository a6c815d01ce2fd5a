#include "core/pattern/Regex.h"

#include "core/base/Text.h"
#include "core/pattern/RegexSyntax.h"

#include <fmt/format.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <mutex>

namespace findling {

namespace {

// Steps of one match call; with PCRE2's own 10 million a bad line takes 20 to 115 ms.
constexpr uint32_t kMatchLimit = 1'000'000;
constexpr uint32_t kDepthLimit = 250'000;
constexpr uint32_t kHeapLimitKiB = 64 * 1024;
constexpr size_t kStackStart = 32 * 1024;
constexpr size_t kStackMax = 16 * 1024 * 1024;
constexpr size_t kMaxPattern = 1 << 20;
constexpr uint32_t kCalloutsPerQuestion = 256;
constexpr std::chrono::milliseconds kSlowLine{10};

using Clock = std::chrono::steady_clock;

// UCP always: without it the JIT of 10.42 misses characters beyond ASCII under MATCH_INVALID_UTF.
constexpr uint32_t kTextFlags =
    PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_DUPNAMES;
constexpr uint32_t kAsciiFlags = PCRE2_NEVER_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_DUPNAMES;

pcre2_code* code(const void* opaque) {
    return static_cast<pcre2_code*>(const_cast<void*>(opaque));
}

PCRE2_SPTR bytes(std::string_view text) {
    return reinterpret_cast<PCRE2_SPTR>(text.data());
}

std::string messageOf(int error) {
    std::array<PCRE2_UCHAR, 256> text{};
    pcre2_get_error_message(error, text.data(), text.size());
    return reinterpret_cast<const char*>(text.data());
}

struct CompileContext {
    CompileContext() : context(pcre2_compile_context_create(nullptr)) {
        pcre2_set_newline(context, PCRE2_NEWLINE_LF);
        pcre2_set_max_pattern_length(context, kMaxPattern * 2);
    }
    ~CompileContext() { pcre2_compile_context_free(context); }
    pcre2_compile_context* context;
};

pcre2_code* compileCode(std::string_view pattern, uint32_t flags, int& error, PCRE2_SIZE& offset) {
    const CompileContext context;
    pcre2_code* made =
        pcre2_compile(bytes(pattern), pattern.size(), flags, &error, &offset, context.context);
    // Where the JIT cannot do a pattern the interpreter does it, under the same limits.
    if (made) pcre2_jit_compile(made, PCRE2_JIT_COMPLETE);
    return made;
}

Error patternError(std::string_view pattern, std::string text, size_t offset) {
    return {ErrorKind::Pattern, std::move(text), std::string(pattern),
            std::min(offset, pattern.size())};
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

bool compiles(const std::string& pattern, uint32_t flags) {
    int error = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code* made =
        pcre2_compile(bytes(pattern), pattern.size(), flags, &error, &offset, nullptr);
    pcre2_code_free(made);
    return made != nullptr;
}

/// A group around a pattern that is valid alone, but may leave a \Q or a comment open.
std::string grouped(const std::string& pattern, uint32_t flags) {
    for (const char* end : {")", "\\E)", "\n)"}) {
        std::string group = "(?:" + pattern + end;
        if (compiles(group, flags)) return group;
    }
    return "(?:" + pattern + ")";
}

/// Whether "\1", "(?1)" and their like may stand in it.
bool usesGroupNumbers(const std::string& pattern) {
    for (size_t i = 0; i + 1 < pattern.size(); ++i) {
        const char next = pattern[i + 1];
        if (pattern[i] == '\\' && ((next >= '1' && next <= '9') || next == 'g')) return true;
        if (pattern.compare(i, 2, "(?") == 0 &&
            pattern.find_first_of("0123456789+-R(", i + 2) == i + 2) {
            return true;
        }
        if (pattern[i] == '\\') ++i;
    }
    return false;
}

enum class Joining { SameNumbers, OwnNumbers };

std::string joined(const std::vector<std::string>& expressions, const RegexOptions& options,
                   Joining joining, uint32_t flags) {
    if (expressions.size() == 1 && !options.word && !options.wholeLine) return expressions.front();
    std::string out;
    for (const std::string& expression : expressions) {
        out += (out.empty() ? "" : "|") + grouped(expression, flags);
    }
    // (?| restarts the numbers of groups in every pattern, so that \1 means the same as alone.
    if (expressions.size() > 1) out = (joining == Joining::SameNumbers ? "(?|" : "(?:") + out + ")";
    if (options.word) out = "(?<!\\w)" + out + "(?!\\w)";
    if (options.wholeLine) out = "^" + out + "$";
    return out;
}

}  // namespace

struct Regex::Lazy {
    std::once_flag once;
    pcre2_code* guarded = nullptr;
};

struct RegexScratch::State {
    explicit State(StopToken token) : stop(std::move(token)) {}
    StopToken stop;
    pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
    pcre2_match_context* context = pcre2_match_context_create(nullptr);
    pcre2_match_context* guardedContext = nullptr;
    pcre2_jit_stack* stack = pcre2_jit_stack_create(kStackStart, kStackMax, nullptr);
    std::chrono::steady_clock::duration budget = std::chrono::hours(24);
    std::chrono::steady_clock::time_point deadline = {};
    uint32_t callouts = 0;
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
            if (++state.callouts % kCalloutsPerQuestion != 0) return 0;
            const bool late = std::chrono::steady_clock::now() > state.deadline;
            return late || state.stop.requested() ? PCRE2_ERROR_CALLOUT : 0;
        },
        &s);
}

RegexScratch::~RegexScratch() {
    pcre2_match_data_free(m_state->data);
    pcre2_match_context_free(m_state->context);
    pcre2_match_context_free(m_state->guardedContext);
    pcre2_jit_stack_free(m_state->stack);
}

void RegexScratch::startBudget(std::chrono::milliseconds budget) {
    m_state->budget = budget;
}

Regex::~Regex() {
    pcre2_code_free(code(m_text));
    pcre2_code_free(code(m_ascii));
    pcre2_code_free(code(m_prefilter));
    if (m_lazy) pcre2_code_free(m_lazy->guarded);
}

Result<std::shared_ptr<const Regex>> Regex::compile(const std::vector<std::string>& patterns,
                                                    const RegexOptions& options) {
    const std::shared_ptr<Regex> regex(new Regex);
    regex->m_lazy = std::make_unique<Lazy>();
    bool sensitive = options.caseMode == CaseMode::Sensitive;
    if (options.caseMode == CaseMode::Smart) {
        for (const std::string& p : patterns) {
            sensitive =
                sensitive || (options.fixed ? hasUpper(p) : regexHasUpper(p) || namesCaseClass(p));
        }
    }
    regex->m_flags = sensitive ? 0 : PCRE2_CASELESS;
    std::vector<std::string> expressions;
    for (const std::string& pattern : patterns) {
        if (options.fixed) {
            expressions.push_back(escapeRegex(pattern));
            continue;
        }
        if (auto ok = checkPattern(pattern, kTextFlags | regex->m_flags); !ok) return ok.error();
        expressions.push_back(pattern);
    }
    Result<void> compiled;
    for (const Joining joining : {Joining::SameNumbers, Joining::OwnNumbers}) {
        compiled =
            regex->compileForms(joined(expressions, options, joining, kTextFlags | regex->m_flags));
        if (compiled) break;
        // Groups with different names cannot share numbers; with numbers of their own they must
        // not be referred to by number.
        if (std::any_of(patterns.begin(), patterns.end(), usesGroupNumbers)) break;
    }
    if (!compiled) {
        Error error = compiled.error();
        constexpr size_t kShown = 60;
        error.subject = fmt::format("{}", fmt::join(patterns, " | "));
        if (error.subject.size() > kShown) error.subject = error.subject.substr(0, kShown) + "...";
        error.text += fmt::format(" ({} patterns together)", patterns.size());
        error.offset.reset();
        return error;
    }
    regex->compilePrefilter(patterns, options);
    return std::shared_ptr<const Regex>(regex);
}

Result<void> Regex::compileForms(const std::string& joined) {
    m_joined = joined;
    int error = 0;
    PCRE2_SIZE offset = 0;
    m_text = compileCode(joined, kTextFlags | m_flags, error, offset);
    if (!m_text) return patternError(joined, messageOf(error), offset);
    // "é*" read as bytes repeats its last byte alone: such patterns have no byte form. Neither
    // have those that PCRE2 refuses as bytes, such as \x{100}, and [[:upper:]] ignoring case, which
    // it reads as [[:alpha:]] there and as written with Unicode.
    const bool posixCase = (m_flags & PCRE2_CASELESS) && namesCaseClass(joined);
    if (isAscii(joined) && !posixCase)
        m_ascii = compileCode(joined, kAsciiFlags | m_flags, error, offset);
    return {};
}

void Regex::compilePrefilter(const std::vector<std::string>& patterns,
                             const RegexOptions& options) {
    if (patterns.size() != 1) return;
    const std::string literal =
        options.fixed ? patterns.front() : requiredLiteral(patterns.front());
    if (literal.empty() || literal.find('\n') != std::string::npos) return;
    const bool caseless = (m_flags & PCRE2_CASELESS) != 0;
    if (caseless && !isAscii(literal)) return;
    // Without Unicode, k and s do not meet the Kelvin sign and the long s.
    m_prefilterNeedsAscii = caseless && literal.find_first_of("kKsS") != std::string::npos;
    int error = 0;
    PCRE2_SIZE offset = 0;
    m_prefilter =
        compileCode(literal, PCRE2_LITERAL | (caseless ? PCRE2_CASELESS : 0u), error, offset);
}

const void* Regex::guarded() const {
    std::call_once(m_lazy->once, [this] {
        int error = 0;
        PCRE2_SIZE offset = 0;
        m_lazy->guarded =
            compileCode(m_joined, kTextFlags | m_flags | PCRE2_AUTO_CALLOUT, error, offset);
    });
    return m_lazy->guarded ? m_lazy->guarded : m_text;
}

MatchOutcome Regex::find(std::string_view line, size_t from, bool ascii, RegexScratch& scratch,
                         size_t& begin, size_t& end) const {
    RegexScratch::State& s = *scratch.m_state;
    const bool guard = line.size() > kGuardedLine;
    const void* form = guard ? guarded() : ascii && m_ascii ? m_ascii : m_text;
    const auto start = guard ? Clock::now() : Clock::time_point();
    s.deadline = start + s.budget;
    const int result = pcre2_match(code(form), bytes(line), line.size(), from, 0, s.data,
                                   guard ? s.guardedContext : s.context);
    if (guard) {
        // Only slow lines use the budget up: a large file of long lines may take its time.
        const auto taken = Clock::now() - start;
        if (taken > kSlowLine) s.budget -= std::min<Clock::duration>(taken, s.budget);
    }
    if (result >= 0) {
        const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(s.data);
        begin = ends[0];
        end = std::max(ends[0], ends[1]);  // \K may put the start behind the end
        return MatchOutcome::Found;
    }
    if (result == PCRE2_ERROR_NOMATCH) return MatchOutcome::None;
    if (result == PCRE2_ERROR_CALLOUT && s.stop.requested()) return MatchOutcome::Stopped;
    // Every other answer means that the line was not searched to its end. None of them is "no".
    return MatchOutcome::TooComplex;
}

size_t Regex::nextCandidate(std::string_view text, size_t from, bool ascii,
                            RegexScratch& scratch) const {
    if (!m_prefilter || (m_prefilterNeedsAscii && !ascii)) return from;
    RegexScratch::State& s = *scratch.m_state;
    const int result =
        pcre2_match(code(m_prefilter), bytes(text), text.size(), from, 0, s.data, s.context);
    if (result >= 0) return pcre2_get_ovector_pointer(s.data)[0];
    return result == PCRE2_ERROR_NOMATCH ? std::string_view::npos : from;
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
