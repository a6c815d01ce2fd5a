/// UTF-16 and UTF-32 by the simplest means, and random texts: what decoders are held against.
#pragma once

#include "core/base/Text.h"
#include "core/content/Encoding.h"
#include "support/RandomCases.h"

#include <string>
#include <string_view>

namespace findling::test {

inline const Encoding kUnicodeEncodings[] = {Encoding::Utf16Le, Encoding::Utf16Be,
                                             Encoding::Utf32Le, Encoding::Utf32Be};

/// A unit of two or four bytes, which need not be a character.
inline void appendUnit(std::string& out, Encoding encoding, uint32_t unit) {
    const bool wide = encoding == Encoding::Utf32Le || encoding == Encoding::Utf32Be;
    const bool big = encoding == Encoding::Utf16Be || encoding == Encoding::Utf32Be;
    const int size = wide ? 4 : 2;
    for (int i = 0; i < size; ++i) {
        out += static_cast<char>(unit >> 8 * (big ? size - 1 - i : i) & 0xff);
    }
}

inline std::string encoded(Encoding encoding, std::string_view utf8) {
    std::string out;
    while (!utf8.empty()) {
        const CodePoint point = decodeUtf8(utf8);
        const bool pair = encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be;
        if (pair && point.value >= 0x10000) {
            appendUnit(out, encoding, 0xd7c0 + (point.value >> 10));
            appendUnit(out, encoding, 0xdc00 + (point.value & 0x3ff));
        } else {
            appendUnit(out, encoding, point.value);
        }
        utf8.remove_prefix(point.length);
    }
    return out;
}

/// Any code point that is no surrogate, the short ones and the edges more often than others.
inline uint32_t randomCodePoint(Random& random) {
    static const std::vector<uint32_t> kEdges{0,       0x7f,    0x80,     0x7ff,   0x800,  0xd7ff,
                                              0xe000,  0xfeff,  0xfffd,   0xfffe,  0xffff, 0x10000,
                                              0x1f600, 0x2f800, 0x10fffe, 0x10ffff};
    switch (random.below(6)) {
        case 0: return random.pick(kEdges);
        case 1: return static_cast<uint32_t>(random.below(0x800));
        case 2: return static_cast<uint32_t>(random.below(0xd800));
        case 3: return 0xe000 + static_cast<uint32_t>(random.below(0x10ffff - 0xe000 + 1));
        default: return 0x20 + static_cast<uint32_t>(random.below(0x5f));
    }
}

inline std::string randomUtf8(Random& random, size_t length) {
    std::string out;
    for (size_t i = 0; i < length; ++i) appendUtf8(out, randomCodePoint(random));
    return out;
}

inline std::string randomBytes(Random& random, size_t length) {
    std::string out;
    for (size_t i = 0; i < length; ++i) out += static_cast<char>(random.below(256));
    return out;
}

}  // namespace findling::test
