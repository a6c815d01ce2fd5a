/// What people call an encoding, and what systems call it.
#pragma once

#include <string>
#include <string_view>

namespace findling {

/// The one name for the many spellings: "latin1" is ISO-8859-1, "windows-1252" CP1252, "utf16"
/// UTF-16. A name that is not known here comes back in upper case, for the system to judge; empty
/// when no encoding can be called so.
std::string canonicalEncodingName(std::string_view name);

/// A common name that resembles this one, or empty.
std::string_view nearestEncodingName(std::string_view name);

}  // namespace findling
