#include "core/format/Hyperlink.h"

#include "core/format/HyperlinkFormat.h"

#include <algorithm>

namespace findling {

namespace {

// Ended by ST (ESC \) as the standard has it; BEL is what xterm alone began with.
constexpr std::string_view kLink = "\033]8;;";
constexpr std::string_view kStringEnd = "\033\\";

}  // namespace

std::string fileUrl(std::string_view absolutePath, std::string_view host) {
    const std::string path = urlPath(absolutePath);
    return path.empty() ? path : "file://" + urlEncoded(host) + path;
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
