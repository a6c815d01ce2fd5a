#include "core/base/Result.h"

#include "core/base/Text.h"

#include <fmt/format.h>

namespace findling {

namespace {

const char* noun(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::Pattern: return "invalid pattern";
        case ErrorKind::Option: return "invalid value";
        case ErrorKind::Path: return "cannot search";
        case ErrorKind::Unsupported: return "not possible";
    }
    return "error";
}

}  // namespace

std::string describe(const Error& error) {
    if (error.subject.empty() && !error.offset) return error.text;
    const std::string subject = error.subject.empty() ? "''" : "'" + error.subject + "'";
    if (error.offset) {
        return fmt::format("{} {} at offset {}: {}", noun(error.kind), subject, *error.offset,
                           error.text);
    }
    return fmt::format("{} {}: {}", noun(error.kind), subject, error.text);
}

}  // namespace findling
