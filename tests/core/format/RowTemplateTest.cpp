#include "core/format/RowTemplate.h"

#include "core/format/TemplateFormatter.h"
#include "support/SampleEntry.h"
#include "support/TempTree.h"
#include "support/Zone.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <memory>
#include <stdexcept>

namespace findling {
namespace {

using namespace test;
using namespace std::literals;

RowTemplate parsed(std::string_view text) {
    auto row = RowTemplate::parse(text);
    if (!row) throw std::runtime_error(describe(row.error()));
    return *row;
}

std::string filled(std::string_view text, const SampleEntry& sample, bool escape = false) {
    std::string out;
    parsed(text).append(out, *sample, escape);
    return out;
}

FileStat sampleFacts() {
    FileStat facts = fileFacts();
    facts.size = 18234;
    facts.modified = 1709296205'250'000'000;
    facts.accessed = 1709296206'000'000'000;
    facts.changed = 1709296207'000'000'000;
    facts.created = 1709296208'000'000'000;
    facts.mode = 02755;
    facts.group = 3'999'999;
    return facts;
}

TEST(RowTemplate, PartsOfThePath) {
    const struct {
        const char* path;
        const char* row;  ///< of "{}|{/}|{//}|{.}|{/.}|{extension}"
    } kCases[] = {
        {"a.tar.gz", "a.tar.gz|a.tar.gz|.|a.tar|a.tar|gz"},
        {"a/b/c.txt", "a/b/c.txt|c.txt|a/b|a/b/c|c|txt"},
        {"a/b", "a/b|b|a|a/b|b|"},
        {"a.d/b", "a.d/b|b|a.d|a.d/b|b|"},
        {"./a.txt", "./a.txt|a.txt|.|./a|a|txt"},
        {"/x.y", "/x.y|x.y|/|/x|x|y"},
        {"/d/x.y", "/d/x.y|x.y|/d|/d/x|x|y"},
        {"a//b.c", "a//b.c|b.c|a|a//b|b|c"},
        {".bashrc", ".bashrc|.bashrc|.|.bashrc|.bashrc|"},
        {"d/...", "d/...|...|d|d/...|...|"},
        {"foo.", "foo.|foo.|.|foo|foo|"},
        // A path is never taken for an option; a name is a name.
        {"-rf.c", "./-rf.c|-rf.c|.|./-rf|-rf|c"},
        {"-d/x.y", "./-d/x.y|x.y|./-d|./-d/x|x|y"},
        {"\xff/\xfe.\xfd", "\xff/\xfe.\xfd|\xfe.\xfd|\xff|\xff/\xfe|\xfe|\xfd"},
    };
    for (const auto& [path, row] : kCases) {
        EXPECT_EQ(filled("{}|{/}|{//}|{.}|{/.}|{extension}", {path, fileFacts()}), row);
        // The long names mean the same.
        EXPECT_EQ(filled("{path}|{name}|{parent}|{.}|{stem}|{extension}", {path, fileFacts()}),
                  row);
    }
}

TEST(RowTemplate, PlacesBelowARoot) {
    const struct {
        const char* root;
        const char* row;
    } kCases[] = {
        {".", "a/b.c|a|/somewhere/a/b.c|.|2"},
        {"src", "src/a/b.c|src/a|/somewhere/src/a/b.c|src|2"},
        {"/", "/a/b.c|/a|/a/b.c|/|2"},
        {"-r", "./-r/a/b.c|./-r/a|/somewhere/-r/a/b.c|./-r|2"},
    };
    for (const auto& [root, row] : kCases) {
        EXPECT_EQ(filled("{}|{//}|{absolute}|{root}|{depth}", {root, "a/b.c", FileType::File}),
                  row);
    }
    EXPECT_EQ(filled("{}|{absolute}|{root}|{depth}", {"f.c", fileFacts()}),
              "f.c|/somewhere/f.c|f.c|0");
}

TEST(RowTemplate, Facts) {
    const Zone zone(kBerlin);
    const struct {
        std::string_view text, row;
    } kCases[] = {
        {"{type}", "file"},
        {"{size}", "18234"},
        {"{size:h}", "17.8 KB"},
        {"{mode}", "2755"},
        {"{owner}:{group}", "root:3999999"},
        {"{modified}", "2024-03-01T13:30:05.25+01:00"},
        {"{accessed}", "2024-03-01T13:30:06+01:00"},
        {"{changed}", "2024-03-01T13:30:07+01:00"},
        {"{created}", "2024-03-01T13:30:08+01:00"},
        {"{modified:%Y-%m-%d}", "2024-03-01"},
        {"{accessed:%S}{changed:%S}{created:%S}", "060708"},
    };
    for (const auto& [text, row] : kCases) EXPECT_EQ(filled(text, {"f", sampleFacts()}), row);
}

TEST(RowTemplate, UnknownFactsAreEmpty) {
    FileStat facts = fileFacts();
    EXPECT_EQ(filled("[{created}{created:%F}]", {"f", facts}), "[]");
    EXPECT_EQ(filled("[{size}{size:h}{modified}{accessed:%F}{created}{changed}{mode}{owner}{group}]"
                     "{type}",
                     {"/nowhere", "f", FileType::Fifo}),
              "[]fifo");
    EXPECT_EQ(filled("[{type}]", {"/nowhere", "f", FileType::Unknown}), "[]");
}

TEST(RowTemplate, EveryConversionOfATime) {
    const struct {
        std::string_view form, row;
    } kCases[] = {
        {"%a %A %b %B", "Fri Friday Mar March"},
        {"%d %e %m %u %j", "01  1 03 5 061"},
        {"%F %T %R", "2024-03-01 13:30:05 13:30"},
        {"%H %I %M %S %p", "13 01 30 05 PM"},
        {"%y %Y", "24 2024"},
        {"%z %Z", "+0100 CET"},
        {"%s", "1709296205"},
        {"100%%", "100%"},
        {"at %H:%M,", "at 13:30,"},
        {"%F\\t%T\\\\", "2024-03-01\t13:30:05\\"},
        {"{%d", "{01"},
        {"none", "none"},
    };
    const Zone zone(kBerlin);
    for (const auto& [form, row] : kCases) {
        EXPECT_EQ(filled("{modified:" + std::string(form) + "}", {"f", sampleFacts()}), row);
    }
    FileStat old = sampleFacts();
    old.modified = -1;
    EXPECT_EQ(filled("{modified:%s %F %T}", {"f", old}), "-1 1970-01-01 00:59:59");
    const std::string longForm(5000, 'x');
    EXPECT_EQ(filled("{modified:" + longForm + "%d}", {"f", old}), longForm + "01");
}

TEST(RowTemplate, BracesAndEscapes) {
    const struct {
        std::string_view text, row;
    } kCases[] = {
        {"", ""},
        {"plain", "plain"},
        {"{{}}", "{}"},
        {"{{{}}}", "{f}"},
        {"{{/}}", "{/}"},
        {"{}{}", "ff"},
        {R"(\t{}\n\\\e[0m\0)", "\tf\n\\\033[0m\0"sv},
        {"%F:{}", "%F:f"},
        {"\xff\xc3\xa9 {}", "\xff\xc3\xa9 f"},
    };
    for (const auto& [text, row] : kCases) EXPECT_EQ(filled(text, {"f", fileFacts()}), row);
}

TEST(RowTemplate, MistakesAreNamedWithTheirPlace) {
    const struct {
        std::string_view text;
        size_t offset;
        const char* why;
    } kCases[] = {
        {"a {nmae}", 2, "an unknown field"},
        {"{Path}", 0, "an unknown field"},
        {"{ path}", 0, "an unknown field"},
        {"{:h}", 0, "an unknown field"},
        {"{///}", 0, "an unknown field"},
        {"é{", 2, "a '{' without its '}'"},
        {"{path", 0, "a '{' without its '}'"},
        {"{}}", 2, "a single '}'"},
        {"a}b", 1, "a single '}'"},
        {"{size:x}", 5, "a form that this field does not have"},
        {"{size:}", 5, "a form that this field does not have"},
        {"{name:h}", 5, "a form that this field does not have"},
        {"{modified:}", 10, "no form behind the ':'"},
        {"{modified:%F %Q}", 13, "'%' must be followed by one of aAbBdeFHIjmMpRsSTuyYzZ%"},
        {"{modified:%}", 10, "'%' must be followed by"},
        {"{modified:%Ey}", 10, "'%' must be followed by"},
        {"{modified:%c}", 10, "'%' must be followed by"},
        {"{modified:%F\\x}", 12, "an unknown escape"},
        {"{}\\x", 2, "an unknown escape"},
        {"{}\\", 2, "an unknown escape"},
        {std::string_view("{}\\n", 3), 2, "an unknown escape"},
    };
    for (const auto& [text, offset, why] : kCases) {
        const auto row = RowTemplate::parse(text);
        ASSERT_FALSE(row) << text;
        const Error& error = row.error();
        EXPECT_EQ(error.kind, ErrorKind::Option);
        EXPECT_EQ(error.subject, text);
        EXPECT_EQ(error.offset, offset) << text;
        EXPECT_EQ(error.text.find(why), 0u) << text << ": " << error.text;
        for (const char* field : {"{}={path}", "{/.}={stem}", " {.} ", "{absolute}", "{size:h}",
                                  "{modified:%F %T}", "{root}"})
            EXPECT_NE(error.text.find(field), std::string::npos) << error.text;
    }
}

RC_GTEST_PROP(RowTemplate, AnyTextIsUnderstoodOrAnError, ()) {
    const auto piece =
        rc::gen::element<std::string>("{", "}", "{}", "/", "//", ".", "\\", "\\n", ":", "%", "%F",
                                      "modified", "size", "h", "\xff");
    std::string text;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece))
        text += part;
    const SampleEntry sample("d/f.c", fileFacts());
    std::string out;
    // It is understood, or the error points into it.
    const auto strict = RowTemplate::parse(text);
    if (strict) strict->append(out, *sample);
    else RC_ASSERT(strict.error().offset.value() < text.size());
}

TEST(RowTemplate, EveryNameIsEscapedWhereAsked) {
    const SampleEntry sample("d\x1b", "g\x1b/f\x1b.c\x1b", FileType::File);
    const std::string text = "{}|{/}|{//}|{.}|{/.}|{extension}|{absolute}|{root}";
    EXPECT_EQ(filled(text, sample, true),
              R"(d\x1b/g\x1b/f\x1b.c\x1b|f\x1b.c\x1b|d\x1b/g\x1b|d\x1b/g\x1b/f\x1b|f\x1b|c\x1b|)"
              R"(/somewhere/d\x1b/g\x1b/f\x1b.c\x1b|d\x1b)");
    EXPECT_EQ(filled("{}", sample), "d\x1b/g\x1b/f\x1b.c\x1b");
    EXPECT_EQ(filled("\\e{/}", sample, true), "\033f\\x1b.c\\x1b");
}

TEST(TemplateFormatter, ARowForEachNameAndEachFileThatMatches) {
    const SampleEntry sample("d", "f\x1b", FileType::File);
    const auto row = [&](const FormatStyle& style, bool content) {
        TemplateFormatter formatter(style);
        std::string out = formatter.header();
        if (content) {
            formatter.beginFile(out, *sample);
            formatter.match(out, *sample, {1, 0, "x\n", {}, false});
            formatter.endFile(out, *sample, {.matches = 1});
        } else {
            formatter.entry(out, *sample);
        }
        return out;
    };
    FormatStyle style;
    EXPECT_EQ(row(style, false), "d/f\x1b\n");
    style.rowTemplate = std::make_shared<RowTemplate>(parsed("<{/}>"));
    EXPECT_EQ(row(style, false), "<f\x1b>\n");
    EXPECT_EQ(row(style, true), "<f\x1b>\n");
    style.terminal = true;
    EXPECT_EQ(row(style, false), "<f\\x1b>\n");
    style.nullSeparator = true;
    EXPECT_EQ(row(style, false), "<f\\x1b>\0"s);
}

}  // namespace
}  // namespace findling
