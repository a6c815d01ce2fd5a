/// Small helpers for UTF-8 text and byte strings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace findling {

/// One decoded code point. An invalid byte decodes as itself with valid == false, length 1.
struct CodePoint {
    uint32_t value = 0;
    uint8_t length = 1;  ///< bytes
    bool valid = true;
};
CodePoint decodeUtf8(std::string_view text);
void appendUtf8(std::string& out, uint32_t codePoint);
bool isValidUtf8(std::string_view text);
bool isAscii(std::string_view text);
/// Bytes before the first that is not ASCII.
size_t asciiPrefix(std::string_view text);

/// Simple case folding of one code point (Unicode's lower case, then fold).
uint32_t foldCase(uint32_t codePoint);
/// The text with every code point folded; invalid bytes stay as they are.
std::string foldCase(std::string_view text);
/// Whether the text holds an upper-case letter: what makes smart case exact.
bool hasUpper(std::string_view text);

/// The text with every invalid byte replaced by U+FFFD.
std::string toValidUtf8(std::string_view bytes);

/// The text safe for a terminal: control characters, bidirectional overrides, zero-width
/// characters and invalid bytes as \xNN or \u{NNNN}; a tab stays when keepTab is set.
std::string escapeForTerminal(std::string_view bytes, bool keepTab = false);

size_t countByte(std::string_view text, char byte);

/// Where the line begins that holds byte `at`, or would.
size_t lineBegin(std::string_view text, size_t at, char terminator);
/// Behind the end of the line that holds byte `at`; the end of the text where it has none.
size_t lineEnd(std::string_view text, size_t at, char terminator);

/// A line without its "\n" or "\r\n".
std::string_view withoutTerminator(std::string_view line);

/// Takes off what stands in front of the next `end`, or all there is; the end itself goes with it.
constexpr std::string_view takeUntil(std::string_view& rest, char end) {
    const std::string_view taken = rest.substr(0, rest.find(end));
    rest.remove_prefix(taken.size() < rest.size() ? taken.size() + 1 : taken.size());
    return taken;
}

std::string_view trimmed(std::string_view text);
std::string lowerAscii(std::string_view text);

inline bool isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// What \w is in ASCII.
inline bool isAsciiWord(char c) {
    return isAsciiLetter(c) || (c >= '0' && c <= '9') || c == '_';
}

/// The candidate that is nearest to a mistyped word, or empty when none is near.
template <class Range>
std::string_view nearest(std::string_view word, const Range& candidates);
size_t editDistance(std::string_view a, std::string_view b);

template <class Range>
std::string_view nearest(std::string_view word, const Range& candidates) {
    std::string_view best;
    size_t bestDistance = word.size() / 3 + 2;
    for (std::string_view candidate : candidates) {
        const size_t distance = editDistance(word, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

}  // namespace findling
