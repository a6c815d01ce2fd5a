/// A stretch of a text.
#pragma once

#include <cstddef>

namespace findling {

/// Bytes from `begin` up to, not including, `end`.
struct Span {
    size_t begin = 0;
    size_t end = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace findling
