#include "core/pattern/CharacterOracle.h"

#include "core/pattern/RegexCode.h"

namespace findling {

namespace {

std::optional<AsciiSet> askPcre(std::string_view item, const CharacterFlags& flags) {
    AsciiSet out;
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED | PCRE2_NEVER_BACKSLASH_C;
    if (flags.caseless) options |= PCRE2_CASELESS;
    if (flags.dotAll) options |= PCRE2_DOTALL;
    if (flags.extended) options |= PCRE2_EXTENDED;
    int error = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code* code = compileCode(item, options, error, offset);
    if (!code) return std::nullopt;
    pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
    for (unsigned c = 0; c < 128; ++c) {
        const char text = static_cast<char>(c);
        out[c] = pcre2_match(code, bytes({&text, 1}), 1, 0, 0, data, nullptr) >= 0;
    }
    pcre2_match_data_free(data);
    pcre2_code_free(code);
    return out;
}

}  // namespace

const AsciiSet* CharacterOracle::ask(std::string_view item, const CharacterFlags& flags) {
    std::string key(item);
    key += flags.caseless ? 'i' : '-';
    key += flags.dotAll ? 's' : '-';
    key += flags.extended ? 'x' : '-';
    auto known = m_known.find(key);
    if (known == m_known.end()) known = m_known.emplace(std::move(key), askPcre(item, flags)).first;
    return known->second ? &*known->second : nullptr;
}

}  // namespace findling
