/// The order in which people expect names: "file9" before "file10", capitals beside small letters.
#pragma once

#include <string_view>

namespace findling::gui {

/// Below, at or above 0, as strcmp.
int naturalCompare(std::string_view a, std::string_view b);

}  // namespace findling::gui
