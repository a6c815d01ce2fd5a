#include "support/LineOracle.h"

#include "core/base/Text.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>

namespace findling::test {

struct LineOracle::State {
    std::vector<pcre2_code*> codes;
    pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
    bool valid = true;
    bool limited = false;

    /// PCRE2's answer from an offset on; false for "no match" and for limits.
    bool find(const pcre2_code* code, std::string_view line, size_t from, Span& span) {
        const int rc = pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(line.data()), line.size(),
                                   from, PCRE2_NO_JIT, data, nullptr);
        if (rc < 0) {
            limited = limited || rc != PCRE2_ERROR_NOMATCH;
            return false;
        }
        const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(data);
        span = {ends[0], std::max(ends[0], ends[1])};
        return true;
    }
};

LineOracle::LineOracle(const std::vector<std::string>& patterns, const RegexOptions& options)
    : m_state(std::make_unique<State>()) {
    const auto hasUpper = [](const std::string& p) {
        return std::any_of(p.begin(), p.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    };
    uint32_t flags = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
    // Smart case is not the oracle's business beyond the plainest text: callers say what they want.
    const bool caseless = options.caseMode == CaseMode::Insensitive ||
                          (options.caseMode == CaseMode::Smart && options.fixed &&
                           std::none_of(patterns.begin(), patterns.end(), hasUpper));
    if (caseless) flags |= PCRE2_CASELESS;
    if (options.fixed && !options.word)
        flags = (flags | PCRE2_LITERAL) & ~uint32_t{PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C};
    pcre2_compile_context* context = pcre2_compile_context_create(nullptr);
    pcre2_set_newline(context, PCRE2_NEWLINE_LF);
    uint32_t extra = 0;
    if (options.wholeLine) extra |= PCRE2_EXTRA_MATCH_LINE;
    pcre2_set_compile_extra_options(context, extra);
    for (std::string pattern : patterns) {
        // A word ends where no word character is; \b, as PCRE2_EXTRA_MATCH_WORD has it, would ask
        // for a change there, and "-2" would be none.
        if (options.word) {
            if (options.fixed) pattern = "\\Q" + pattern + "\\E";
            pattern = "(?<!\\w)(?:" + pattern + ")(?!\\w)";
        }
        int error = 0;
        PCRE2_SIZE offset = 0;
        pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()),
                                         pattern.size(), flags, &error, &offset, context);
        m_state->valid = m_state->valid && code;
        if (code) m_state->codes.push_back(code);
    }
    pcre2_compile_context_free(context);
}

LineOracle::~LineOracle() {
    for (pcre2_code* code : m_state->codes) pcre2_code_free(code);
    pcre2_match_data_free(m_state->data);
}

bool LineOracle::valid() const {
    return m_state->valid;
}

bool LineOracle::limited() const {
    return m_state->limited;
}

bool LineOracle::matches(std::string_view line) const {
    Span span;
    return std::any_of(m_state->codes.begin(), m_state->codes.end(),
                       [&](const pcre2_code* code) { return m_state->find(code, line, 0, span); });
}

std::vector<Span> LineOracle::spans(std::string_view line) const {
    std::vector<Span> out;
    size_t from = 0;
    Span span;
    while (from <= line.size() && m_state->find(m_state->codes.front(), line, from, span)) {
        // An empty match right behind another one is none, as in ripgrep.
        if (span.begin != span.end || out.empty() || out.back().end != span.begin)
            out.push_back(span);
        const bool moved = span.end > from && span.end > span.begin;
        from = std::max(from, span.end);
        if (moved) continue;
        // Behind an empty match it goes on at the next character; a broken byte is one of its own.
        from += from < line.size() ? decodeUtf8(line.substr(from)).length : 1;
    }
    return out;
}

bool LineOracle::uncertain(std::string_view line) const {
    if (isValidUtf8(line)) return false;
    return std::any_of(m_state->codes.begin(), m_state->codes.end(), [&](const pcre2_code* code) {
        uint32_t empty = 0;
        pcre2_pattern_info(code, PCRE2_INFO_MATCHEMPTY, &empty);
        // That does not count what (*ACCEPT) and \K make possible.
        Span span;
        for (size_t from = 0;
             empty == 0 && from <= line.size() && m_state->find(code, line, from, span);
             from = std::max(from + 1, span.end)) {
            if (span.begin == span.end) empty = 1;
        }
        return empty != 0;
    });
}

}  // namespace findling::test
