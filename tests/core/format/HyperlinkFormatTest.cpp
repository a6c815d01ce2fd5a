#include "core/format/HyperlinkFormat.h"

#include "core/format/Hyperlink.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace findling {
namespace {

using namespace std::literals;

HyperlinkFormat parsed(std::string_view text) {
    auto format = HyperlinkFormat::parse(text);
    if (!format) throw std::runtime_error(describe(format.error()));
    return *format;
}

Error refused(std::string_view text) {
    const auto format = HyperlinkFormat::parse(text);
    if (format) throw std::runtime_error(std::string(text) + " was taken");
    return format.error();
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

LinkTarget sample() {
    return {.path = "/a b/c.h", .host = "box", .wslPrefix = "wsl$/Deb ian", .line = 7, .column = 3};
}

TEST(HyperlinkFormat, Names) {
    const struct {
        std::string_view name;
        std::string_view url;
        bool line;
        bool column;
    } kCases[] = {
        {"default", "file://box/a%20b/c.h", false, false},
        {"file", "file://box/a%20b/c.h", false, false},
        {"vscode", "vscode://file/a%20b/c.h:7:3", true, true},
        {"vscode-insiders", "vscode-insiders://file/a%20b/c.h:7:3", true, true},
        {"vscodium", "vscodium://file/a%20b/c.h:7:3", true, true},
        {"cursor", "cursor://file/a%20b/c.h:7:3", true, true},
        {"kitty", "file://box/a%20b/c.h#7", true, false},
        {"macvim", "mvim://open?url=file:///a%20b/c.h&line=7&column=3", true, true},
        {"textmate", "txmt://open?url=file:///a%20b/c.h&line=7&column=3", true, true},
        {"grep+", "grep+:///a%20b/c.h:7", true, false},
    };
    for (const auto& c : kCases) {
        const HyperlinkFormat format = parsed(c.name);
        EXPECT_EQ(format.url(sample()), c.url) << c.name;
        EXPECT_EQ(format.hasLine(), c.line) << c.name;
        EXPECT_EQ(format.hasColumn(), c.column) << c.name;
        EXPECT_FALSE(format.none()) << c.name;
    }
}

TEST(HyperlinkFormat, None) {
    for (const HyperlinkFormat& format : {parsed("none"), parsed(""), HyperlinkFormat()}) {
        EXPECT_TRUE(format.none());
        EXPECT_FALSE(format.hasLine());
        EXPECT_FALSE(format.hasColumn());
        EXPECT_EQ(format.url(sample()), "");
    }
}

TEST(HyperlinkFormat, Variables) {
    const struct {
        std::string_view format;
        std::string_view url;
    } kCases[] = {
        {"file://{wslprefix}{path}", "file://wsl$/Deb%20ian/a%20b/c.h"},
        {"x:{path}{path}", "x:/a%20b/c.h/a%20b/c.h"},
        {"x:{column},{line},{path}", "x:3,7,/a%20b/c.h"},
        {"X.1+-://{path}", "X.1+-:///a%20b/c.h"},
        {"x:a b~!{path}", "x:a b~!/a%20b/c.h"},
        {"file:{path}:x:", "file:/a%20b/c.h:x:"},
        // As in ripgrep, doubled braces are braces.
        {"x:{{{path}}}", "x:{/a%20b/c.h}"},
        {"x:{{path}}{path}", "x:{path}/a%20b/c.h"},
        {"x:}}{{{path}", "x:}{/a%20b/c.h"},
    };
    for (const auto& c : kCases) EXPECT_EQ(parsed(c.format).url(sample()), c.url) << c.format;
    EXPECT_EQ(parsed("x:{wslprefix}{host}{path}").url({.path = "/a"}), "x:/a");
}

TEST(HyperlinkFormat, WhatIsNotKnownIsOne) {
    const HyperlinkFormat format = parsed("x:{path}:{line}:{column}");
    EXPECT_EQ(format.url({.path = "/a"}), "x:/a:1:1");
    EXPECT_EQ(format.url({.path = "/a", .line = 5}), "x:/a:5:1");
    EXPECT_EQ(format.url({.path = "/a", .line = UINT64_MAX, .column = UINT64_MAX}),
              "x:/a:18446744073709551615:18446744073709551615");
}

TEST(HyperlinkFormat, Errors) {
    constexpr size_t kNone = std::string::npos;
    const struct {
        std::string text;
        size_t offset;
        std::string_view why;
    } kCases[] = {
        {"x:{paht}", 2, "unknown variable"},
        {"x:{Path}", 2, "unknown variable"},
        {"x:{path}{}", 8, "unknown variable"},
        {"x:{path }", 2, "unknown variable"},
        {"x:{path", 2, "without its '}'"},
        {"x:{path}{", 8, "without its '}'"},
        {"x:{path}{{{", 10, "without its '}'"},
        {"x:{path}}", 8, "a single '}'"},
        {"x:}{path}", 2, "a single '}'"},
        {"}", 0, "a single '}'"},
        {"{path}", 0, "begin with the scheme"},
        {"{path}:", 0, "begin with the scheme"},
        {"x{path}:", 0, "begin with the scheme"},
        {":{path}", 0, "begin with the scheme"},
        {"1x:{path}", 0, "begin with the scheme"},
        {"a b:{path}", 0, "begin with the scheme"},
        {"a/b:{path}", 0, "begin with the scheme"},
        {"file://{host}", kNone, "{path} is missing"},
        {"file://x", kNone, "{path} is missing"},
        {"x:{path}:{column}{column}", 9, "{column} needs a {line}"},
        {"x:\xc3\xa4{path}", 2, "not a printable"},
        {"x:{path}\n", 8, "not a printable"},
        {"x:\033{path}", 2, "not a printable"},
        {"x:\x1f{path}", 2, "not a printable"},
        {"x:\x7f{path}", 2, "not a printable"},
        {"x:\0{path}"s, 2, "not a printable"},
        {"file ", kNone, "no format of this name"},
        {"/bin/ls", kNone, "no format of this name"},
    };
    for (const auto& c : kCases) {
        const Error error = refused(c.text);
        EXPECT_EQ(error.kind, ErrorKind::Option);
        EXPECT_EQ(error.subject, c.text);
        EXPECT_EQ(error.offset.value_or(kNone), c.offset) << c.text;
        EXPECT_TRUE(contains(error.text, c.why)) << error.text;
        EXPECT_TRUE(contains(error.text, "{path} and maybe {host}, {line}, {column}, {wslprefix}"))
            << error.text;
        EXPECT_TRUE(contains(error.text, "default, none, file, vscode, vscode-insiders, vscodium, "
                                         "cursor, kitty, macvim, textmate, grep+"))
            << error.text;
    }
}

TEST(HyperlinkFormat, AMistypedNameGetsASuggestion) {
    EXPECT_TRUE(contains(refused("vscod").text, "did you mean vscode?"));
    EXPECT_TRUE(contains(refused("Kitty").text, "did you mean kitty?"));
    EXPECT_TRUE(contains(refused("vs-code-insiders").text, "did you mean vscode-insiders?"));
    EXPECT_FALSE(contains(refused("something-else").text, "did you mean"));
}

TEST(HyperlinkFormat, PathsAreEncodedAsInFileUrls) {
    const HyperlinkFormat format = parsed("file");
    std::vector<std::string> paths = {"/",          "//a",    "/C:/a",         "C:\\x", "C:/x/y",
                                      "C:\\a:b",    "/a\\b",  "/\xff\xc3\xa4", "",      "a/b",
                                      "./a",        "C:",     "C:a",           "1:\\a", "\\a",
                                      "c:\\a b\\c", "/a\0b"s, "/a?b#c&d=e"};
    for (int byte = 0; byte < 256; ++byte) paths.push_back("/" + std::string(1, char(byte)));
    for (const std::string& path : paths) {
        const std::string host = "h" + path;
        EXPECT_EQ(format.url({.path = path, .host = host}), fileUrl(path, host)) << path;
    }
    EXPECT_EQ(urlPath("C:\\x y\\z"), "/C:/x%20y/z");
    EXPECT_EQ(urlPath("/C:\\x"), "/C%3A%5Cx");
    EXPECT_EQ(urlPath("a/b"), "");
    EXPECT_EQ(parsed("vscode").url({.path = "a/b", .line = 1}), "");
}

TEST(HyperlinkFormat, WhatIsFilledInCannotEndTheLink) {
    const HyperlinkFormat format = parsed("x:{host},{wslprefix},{path},{line}");
    for (int byte = 0; byte < 256; ++byte) {
        const std::string text(1, static_cast<char>(byte));
        const std::string path = "/" + text;
        const std::string url = format.url({.path = path, .host = text, .wslPrefix = text});
        std::string out;
        appendLinkStart(out, url);
        EXPECT_EQ(out, "\033]8;;" + url + "\033\\") << byte;
    }
}

TEST(HyperlinkFormat, UrlEncoded) {
    EXPECT_EQ(urlEncoded("AZaz09-._~"), "AZaz09-._~");
    EXPECT_EQ(urlEncoded("a/b$ %"), "a%2Fb%24%20%25");
    EXPECT_EQ(urlEncoded("a/b$ %", "$/"), "a/b$%20%25");
    EXPECT_EQ(urlEncoded(""), "");
}

}  // namespace
}  // namespace findling
