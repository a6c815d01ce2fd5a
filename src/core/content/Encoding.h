/// Which encoding a file's text is in, as far as its first bytes tell.
///
/// A byte-order mark decides, if what follows bears it out. Without one, text is UTF-16 or UTF-32
/// only where nothing speaks against it, for a binary file must not be taken for text:
///  - there is a NUL byte, and at least four whole units (an odd length is no UTF-16);
///  - no surrogate is alone, no code point beyond U+10FFFF, at most 1 character in 256 is U+0000;
///  - at most 1 in 64 is a control character (other than \t \n \f \r), private or unassigned;
///  - there is an ASCII space, tab or newline, at least one in 512 characters;
///  - half of the characters are ASCII; or four fifths are of one script (two neighbouring blocks
///    of 256, or East Asian as a whole), ASCII, Latin or symbols, and of those that are not ASCII
///    at most nine tenths are pairs of ASCII bytes, as all are in a list of names ended by NULs.
/// Where both byte orders pass, the one with more ASCII counts. UTF-16 without a mark and without a
/// single ASCII character is not found: the user can name its encoding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace findling {

enum class Encoding : uint8_t {
    Bytes,  ///< UTF-8, anything else that is based on ASCII, or binary: searched as it is
    Utf16Le,
    Utf16Be,
    Utf32Le,
    Utf32Be,
};

/// "UTF-16LE"; empty for Bytes.
std::string_view encodingName(Encoding encoding);

struct DetectedEncoding {
    Encoding encoding = Encoding::Bytes;
    size_t bomLength = 0;  ///< bytes of the byte-order mark at the start
    friend bool operator==(const DetectedEncoding&, const DetectedEncoding&) = default;
};

/// So many bytes at the start of a file are looked at.
inline constexpr size_t kEncodingProbe = 8 * 1024;

/// `head` is the start of a file: all of it, or at least kEncodingProbe bytes.
DetectedEncoding detectEncoding(std::string_view head);

}  // namespace findling
