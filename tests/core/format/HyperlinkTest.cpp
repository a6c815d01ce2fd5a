#include "core/format/Hyperlink.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace findling {
namespace {

using namespace std::literals;

TEST(Hyperlink, FileUrls) {
    struct Case {
        std::string path, host, url;
    };
    for (const Case& c : std::vector<Case>{
             {"/", "", "file:///"},
             {"/a/b.c", "", "file:///a/b.c"},
             {"/a/b.c", "box.example", "file://box.example/a/b.c"},
             {"/AZaz09-._~", "h", "file://h/AZaz09-._~"},
             {"/a b", "", "file:///a%20b"},
             {"/100%", "", "file:///100%25"},
             {"/a?b#c", "", "file:///a%3Fb%23c"},
             {"/a:b;c&d=e+f", "", "file:///a%3Ab%3Bc%26d%3De%2Bf"},
             {"/a\\b", "", "file:///a%5Cb"},
             {"/\033\\\007\n\x7f", "", "file:///%1B%5C%07%0A%7F"},
             {"/\xff\xc3\xa4", "", "file:///%FF%C3%A4"},
             {"/a\0b"s, "", "file:///a%00b"},
             {"//a", "", "file:////a"},
             {"/C:/a", "", "file:///C%3A/a"},
             {"C:\\x", "", "file:///C:/x"},
             {"c:\\a b\\c", "pc", "file://pc/c:/a%20b/c"},
             {"C:/x/y", "pc", "file://pc/C:/x/y"},
             {"C:\\a:b", "", "file:///C:/a%3Ab"},
             {"/a", "h/\033@:", "file://h%2F%1B%40%3A/a"},
             // Not absolute.
             {"", "h", ""},
             {"a/b", "h", ""},
             {"./a", "h", ""},
             {"C:", "h", ""},
             {"C:a", "h", ""},
             {"1:\\a", "h", ""},
             {"\\a", "h", ""},
         }) {
        EXPECT_EQ(fileUrl(c.path, c.host), c.url);
    }
}

TEST(Hyperlink, EveryByteIsSafeInALink) {
    for (int byte = 0; byte < 256; ++byte) {
        const std::string url = fileUrl("/" + std::string(1, static_cast<char>(byte)),
                                        std::string(1, static_cast<char>(byte)));
        std::string out;
        appendLinkStart(out, url);
        EXPECT_EQ(out, "\033]8;;" + url + "\033\\") << byte;
    }
}

TEST(Hyperlink, ALinkSurroundsAText) {
    std::string out = "a ";
    appendLinkStart(out, "file:///x");
    out += "x";
    appendLinkEnd(out);
    EXPECT_EQ(out, "a \033]8;;file:///x\033\\x\033]8;;\033\\");
}

TEST(Hyperlink, AUrlThatCouldEndTheLinkIsRefused) {
    for (const std::string& url : {""s, "file:///a\033\\"s, "a\007"s, "a\n"s, "\x1f"s, "a\x7f"s,
                                   "a\x80"s, "a\x9c"s, "a\xff"s, "a\0"s}) {
        std::string out = "before";
        appendLinkStart(out, url);
        EXPECT_EQ(out, "before");
    }
    for (const std::string& url : {" "s, "~"s, "https://a/?b#c"s}) {
        std::string out;
        appendLinkStart(out, url);
        EXPECT_EQ(out, "\033]8;;" + url + "\033\\");
    }
}

}  // namespace
}  // namespace findling
