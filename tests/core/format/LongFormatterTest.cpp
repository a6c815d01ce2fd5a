#include "core/format/LongFormatter.h"

#include "core/format/Facts.h"
#include "support/RunCommand.h"
#include "support/SampleEntry.h"
#include "support/TempTree.h"
#include "support/Zone.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace findling {
namespace {

using namespace test;
using namespace std::literals;

/// Bytes before the path, where every fact fits its column.
constexpr size_t kFacts = 57;

std::string row(const SampleEntry& sample, const FormatStyle& style = {}) {
    std::string out;
    LongFormatter(style).entry(out, *sample);
    return out;
}

FormatStyle onTerminal() {
    FormatStyle style;
    style.terminal = true;
    return style;
}

FileStat sampleFacts() {
    FileStat facts = fileFacts();
    facts.size = 18234;
    facts.modified = 1709296205'250'000'000;
    facts.group = 3'999'999;
    return facts;
}

TEST(LongFormatter, FactsStandInColumns) {
    const Zone zone("UTC0");
    FileStat facts = sampleFacts();
    EXPECT_EQ(row({"a/f", facts}),
              "-rw-r--r-- root     3999999       18234 2024-03-01 12:30 a/f\n");
    facts.type = FileType::Folder;
    facts.mode = 01777;
    facts.owner = 3'999'999'999;  // wider than its column
    facts.size = 12'345'678'901;
    EXPECT_EQ(row({"d", facts}), "drwxrwxrwt 3999999999 3999999  12345678901 2024-03-01 12:30 d\n");
    facts.size = 1'234'567'890;
    facts.owner = 0;
    EXPECT_EQ(row({"d", facts}), "drwxrwxrwt root     3999999  1234567890 2024-03-01 12:30 d\n");
}

TEST(LongFormatter, TimesAreLocalToTheMinute) {
    const struct {
        const char* zone;
        int64_t time;
        const char* text;
    } kCases[] = {
        {"UTC0", 1709296259'999'999'999, " 2024-03-01 12:30 f\n"},
        {kBerlin, 1709296205'000'000'000, " 2024-03-01 13:30 f\n"},
        {kNewYork, 1709296205'000'000'000, " 2024-03-01 07:30 f\n"},
        {"UTC0", -1, " 1969-12-31 23:59 f\n"},
        {"UTC0", 4294967296'000'000'000, " 2106-02-07 06:28 f\n"},
    };
    FileStat facts = sampleFacts();
    for (const auto& [rule, time, text] : kCases) {
        const Zone zone(rule);
        facts.modified = time;
        EXPECT_EQ(row({"f", facts}), "-rw-r--r-- root     3999999       18234"s + text) << rule;
    }
}

TEST(LongFormatter, WhatIsUnknownIsAQuestionMark) {
    EXPECT_EQ(row({"/nowhere", "d/f", FileType::Folder}),
              "d????????? ?        ?                 ? ?                /nowhere/d/f\n");
    EXPECT_EQ(row({"/nowhere", "f", FileType::Unknown}).substr(0, 11), "?????????? ");
    const std::string link = row({"/nowhere", "l", FileType::Link});
    EXPECT_EQ(link.substr(link.find('/')), "/nowhere/l -> ?\n");
}

TEST(LongFormatter, ALinkShowsItsTarget) {
    const std::string far(1000, 'x');
    const TempTree tree{link("l", "there/\x1b"), link("dir/m", ".."), link("long", far)};
    const auto shown = [&](std::string_view name, const FormatStyle& style = {}) {
        const std::string text = row({tree.path(), name, FileType::Link}, style);
        EXPECT_EQ(text.substr(0, 10), modeLetters(FileType::Link, 0777));
        return text.substr(text.find(tree.path()) + tree.path().size());
    };
    EXPECT_EQ(shown("l"), "/l -> there/\x1b\n");
    EXPECT_EQ(shown("l", onTerminal()), "/l -> there/\\x1b\n");
    EXPECT_EQ(shown("dir/m"), "/dir/m -> ..\n");
    EXPECT_EQ(shown("long"), "/long -> " + far + "\n");
    // A link that is followed is what it leads to.
    EXPECT_EQ(row({tree.path(), "dir", FileType::Folder}).find(" -> "), std::string::npos);
}

TEST(LongFormatter, NamesAreEscapedOnATerminalOnly) {
    EXPECT_EQ(row({"a\x1b\n", sampleFacts()}).substr(kFacts), "a\x1b\n\n");
    EXPECT_EQ(row({"a\x1b\n", sampleFacts()}, onTerminal()).substr(kFacts), "a\\x1b\\n\n");
    EXPECT_EQ(row({"-rf", sampleFacts()}).substr(kFacts), "./-rf\n");
}

TEST(LongFormatter, ANulFollowsWhereAsked) {
    FormatStyle style;
    style.nullSeparator = true;
    EXPECT_EQ(row({"f", sampleFacts()}, style).substr(kFacts), "f\0"s);
}

TEST(LongFormatter, OnlyThePathIsColoured) {
    FormatStyle style;
    style.colors = std::make_shared<FileColors>(FileColors::parse("*.c=35:ln=36:or=36"));
    EXPECT_EQ(row({"f.c", sampleFacts()}, style).substr(kFacts), "f.c\n");
    style.color = true;
    EXPECT_EQ(row({"f.c", sampleFacts()}, style).substr(kFacts), "\033[35mf.c\033[0m\n");
    EXPECT_EQ(row({"f.d", sampleFacts()}, style).substr(kFacts), "f.d\n");
    const std::string link = row({"/nowhere", "l", FileType::Link}, style);
    EXPECT_EQ(link.substr(link.find('\033')), "\033[36m/nowhere/l\033[0m -> ?\n");
}

TEST(LongFormatter, ContentsAreText) {
    const SampleEntry sample("d", "f", FileType::File);
    Match match;
    match.line = 3;
    match.text = "x\n";
    std::string out;
    LongFormatter formatter{FormatStyle()};
    formatter.beginFile(out, *sample);
    formatter.match(out, *sample, match);
    EXPECT_EQ(out, "d/f:3:x\n");
}

TEST(LongFormatter, ModesAreThoseOfLs) {
    TempTree tree;
    std::vector<std::string> command{"ls", "-ld"};
    std::vector<unsigned> modes;
    // Each special bit with and without the execute bits beside it; then each plain bit.
    for (unsigned special = 0; special < 8; ++special) {
        for (const unsigned plain : {0000u, 0100u, 0010u, 0001u, 0111u, 0644u, 0426u, 0777u})
            modes.push_back(special << 9 | plain);
    }
    for (const unsigned mode : modes) {
        const std::string name = fmt::format("{:04o}", mode);
        tree.add({name, "x"});
        tree.setMode(name, mode);
        command.push_back(tree.path(name));
    }
    const CommandResult ls = runCommand(command);
    ASSERT_EQ(ls.exitCode, 0) << ls.errors;
    size_t at = 0;
    for (size_t i = 0; i < modes.size(); ++i) {
        const size_t end = ls.output.find('\n', at);
        ASSERT_NE(end, std::string::npos);
        const std::string line = ls.output.substr(at, end - at);
        const std::string name = line.substr(line.rfind('/') + 1);
        EXPECT_EQ(row({tree.path(), name, FileType::File}).substr(0, 10), line.substr(0, 10))
            << name;
        at = end + 1;
    }
}

}  // namespace
}  // namespace findling
