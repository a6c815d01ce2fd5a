/// Windows names are UTF-16 that need not be valid; in here they are WTF-8: UTF-8 in which a lone
/// surrogate is coded like any other value, so that every name survives the way there and back.
#pragma once

#include <string>
#include <string_view>

namespace findling {

std::wstring toWide(std::string_view wtf8);
std::string fromWide(std::wstring_view wide);

/// With the \\?\ prefix, so that a path may be longer than 260 characters.
std::wstring extendedPath(const std::string& path);
/// errno for the calling thread's last Windows error.
int lastErrorCode();

}  // namespace findling
