#include "core/format/Hyperlink.h"

#include <algorithm>

namespace findling {

namespace {

// Ended by ST (ESC \) as the standard has it; BEL is what xterm alone began with.
constexpr std::string_view kLink = "\033]8;;";
constexpr std::string_view kStringEnd = "\033\\";

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isUnreserved(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

void appendEncoded(std::string& out, char c) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    if (isUnreserved(c)) {
        out += c;
    } else {
        out += '%';
        out += kHex[byte >> 4];
        out += kHex[byte & 0xf];
    }
}

/// "C:\" or "C:/". No absolute path of another system begins so.
bool hasDrive(std::string_view path) {
    return path.size() >= 3 && isLetter(path[0]) && path[1] == ':' &&
           (path[2] == '\\' || path[2] == '/');
}

}  // namespace

std::string fileUrl(std::string_view absolutePath, std::string_view host) {
    const bool drive = hasDrive(absolutePath);
    if (!drive && absolutePath.substr(0, 1) != "/") return {};
    std::string url = "file://";
    for (const char c : host) appendEncoded(url, c);
    if (drive) {
        url += '/';
        url += absolutePath.substr(0, 2);
        absolutePath.remove_prefix(2);
    }
    for (const char c : absolutePath) {
        if (c == '/' || (drive && c == '\\')) url += '/';
        else appendEncoded(url, c);
    }
    return url;
}

void appendLinkStart(std::string& out, std::string_view url) {
    const auto printable = [](char c) { return c >= 0x20 && c <= 0x7e; };
    if (url.empty() || !std::all_of(url.begin(), url.end(), printable)) return;
    out += kLink;
    out += url;
    out += kStringEnd;
}

void appendLinkEnd(std::string& out) {
    out += kLink;
    out += kStringEnd;
}

}  // namespace findling
