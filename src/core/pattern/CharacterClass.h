/// POSIX character classes ([:alpha:] and its like) and the code space that patterns use.
#pragma once

#include <cstdint>
#include <string_view>

namespace findling {

/// Invalid UTF-8 bytes are kept apart from all code points: kInvalidByte + byte.
inline constexpr uint32_t kInvalidByte = 0x110000;

bool isCharacterClass(std::string_view name);
/// By Unicode category; an invalid byte is in no class.
bool inCharacterClass(std::string_view name, uint32_t codePoint);
uint32_t upperCase(uint32_t codePoint);

}  // namespace findling
