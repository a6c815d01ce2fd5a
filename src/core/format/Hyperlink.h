/// Links that a terminal opens at a click (OSC 8), so that a printed name leads to its file.
#pragma once

#include <string>
#include <string_view>

namespace findling {

/// file://HOST/absolute/path with every byte but unreserved ones and "/" percent-encoded (RFC
/// 3986). "C:\x" becomes "/C:/x". Empty for a path that is not absolute: it would lead elsewhere.
std::string fileUrl(std::string_view absolutePath, std::string_view host);

/// Appends nothing for an empty url, or one with a byte outside of 0x20..0x7e: the terminal would
/// read on in it as a command.
void appendLinkStart(std::string& out, std::string_view url);
/// Does no harm where no link was started.
void appendLinkEnd(std::string& out);

}  // namespace findling
