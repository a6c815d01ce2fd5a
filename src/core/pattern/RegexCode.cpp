#include "core/pattern/RegexCode.h"

#include <array>

namespace findling {

namespace {

struct CompileContext {
    explicit CompileContext(uint32_t newline) : context(pcre2_compile_context_create(nullptr)) {
        pcre2_set_newline(context, newline);
        pcre2_set_max_pattern_length(context, kMaxPattern * 2);
    }
    ~CompileContext() { pcre2_compile_context_free(context); }
    CompileContext(const CompileContext&) = delete;
    CompileContext& operator=(const CompileContext&) = delete;
    pcre2_compile_context* context;
};

}  // namespace

std::string messageOf(int error) {
    std::array<PCRE2_UCHAR, 256> text{};
    pcre2_get_error_message(error, text.data(), text.size());
    return reinterpret_cast<const char*>(text.data());
}

pcre2_code* compileCode(std::string_view pattern, uint32_t flags, int& error, PCRE2_SIZE& offset,
                        uint32_t newline) {
    const CompileContext context(newline);
    return pcre2_compile(bytes(pattern), pattern.size(), flags, &error, &offset, context.context);
}

pcre2_code* withJit(pcre2_code* made) {
    if (made) pcre2_jit_compile(made, PCRE2_JIT_COMPLETE);
    return made;
}

}  // namespace findling
