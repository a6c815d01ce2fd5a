/// Where the bytes of a text come from: a file as it is, decompressed, or decoded.
#pragma once

#include "core/content/TextDecoder.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace findling {

struct ReadFailure {
    int code = 0;           ///< errno, where the system failed
    std::string text = {};  ///< what went wrong otherwise
    bool any() const { return code != 0 || !text.empty(); }
};

/// Bytes read, 0 at the end; -1 with the reason.
using TextSource = std::function<int64_t(char* buffer, size_t size, ReadFailure& failure)>;

/// `first`, then what `source` gives.
TextSource prefixed(std::string first, TextSource source);
/// What the compressed bytes of `source` were before.
TextSource decompressed(TextSource source);
/// The text of `source` as UTF-8.
TextSource decoded(TextSource source, std::unique_ptr<TextDecoder> decoder);

}  // namespace findling
