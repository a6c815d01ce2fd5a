/// Numbers inside of names, as orders for people compare them.
#pragma once

#include <algorithm>
#include <string_view>

namespace findling {

inline bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes the number at the start of the text, without its leading zeros.
inline std::string_view takeNumber(std::string_view& text) {
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    std::string_view digits = text.substr(0, static_cast<size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

/// Numbers without leading zeros, of any length: less than, equal to or greater than 0.
inline int compareNumbers(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
    return a.compare(b);
}

}  // namespace findling
