#include "core/pattern/CharacterClass.h"

#include <utf8proc.h>

#include <array>

namespace findling {

namespace {

bool isBlank(uint32_t c) {
    return c == ' ' || c == '\t';
}

bool isHexDigit(uint32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

constexpr std::array<std::string_view, 12> kNames{"alnum", "alpha", "blank", "cntrl",
                                                  "digit", "graph", "lower", "print",
                                                  "punct", "space", "upper", "xdigit"};

}  // namespace

bool isCharacterClass(std::string_view name) {
    for (const std::string_view known : kNames) {
        if (known == name) return true;
    }
    return false;
}

uint32_t upperCase(uint32_t codePoint) {
    return static_cast<uint32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(codePoint)));
}

bool inCharacterClass(std::string_view name, uint32_t c) {
    if (c >= kInvalidByte) return false;
    const std::string_view category = utf8proc_category_string(static_cast<utf8proc_int32_t>(c));
    const char group = category.front();
    const bool letter = group == 'L';
    const bool digit = category == "Nd";
    const bool space = isBlank(c) || (c >= 0x0a && c <= 0x0d) || group == 'Z';
    if (name == "alpha") return letter;
    if (name == "digit") return digit;
    if (name == "alnum") return letter || group == 'N';
    if (name == "lower") return category == "Ll";
    if (name == "upper") return category == "Lu";
    if (name == "blank") return isBlank(c);
    if (name == "space") return space;
    if (name == "cntrl") return category == "Cc";
    if (name == "xdigit") return isHexDigit(c);
    if (name == "punct") return group == 'P' || (group == 'S' && c < 0x80);
    if (name == "graph") return group != 'C' && !space;
    if (name == "print") return group != 'C' && (!space || c == ' ' || group == 'Z');
    return false;
}

}  // namespace findling
