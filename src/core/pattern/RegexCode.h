/// How PCRE2 is asked to compile: for the files of this folder that speak to it.
#pragma once

#include <pcre2.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace findling {

// UCP always: without it the JIT of 10.42 misses characters beyond ASCII under MATCH_INVALID_UTF.
inline constexpr uint32_t kTextFlags =
    PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_DUPNAMES;
inline constexpr uint32_t kAsciiFlags = PCRE2_NEVER_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_DUPNAMES;

/// Bytes of one pattern at most.
inline constexpr size_t kMaxPattern = 1 << 20;

inline PCRE2_SPTR bytes(std::string_view text) {
    return reinterpret_cast<PCRE2_SPTR>(text.data());
}

std::string messageOf(int error);

/// Null with an error and where it is.
pcre2_code* compileCode(std::string_view pattern, uint32_t flags, int& error, PCRE2_SIZE& offset,
                        uint32_t newline = PCRE2_NEWLINE_LF);

/// Where the JIT cannot do a pattern the interpreter does it, under the same limits.
pcre2_code* withJit(pcre2_code* made);

}  // namespace findling
