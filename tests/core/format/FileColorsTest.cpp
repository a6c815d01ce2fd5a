#include "core/format/FileColors.h"

#include "support/RunCommand.h"
#include "support/TempTree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace findling {
namespace {

using namespace test;

/// Of an entry that needs not exist.
std::string codesOf(const FileColors& colors, std::string_view name, FileType type = FileType::File,
                    uint32_t mode = 0644) {
    WalkRoot root;
    root.path = name;
    FileStat facts;
    facts.type = type;
    facts.mode = mode;
    return std::string(colors.codesFor(Entry(root, facts)));
}

std::string codesOf(std::string_view lsColors, std::string_view name,
                    FileType type = FileType::File, uint32_t mode = 0644) {
    return codesOf(FileColors::parse(lsColors), name, type, mode);
}

/// Entries of a folder as the walk makes them.
class OpenTree {
public:
    explicit OpenTree(const std::string& path) {
        m_root.path = m_root.absolute = path;
        if (m_folder.open(false) != 0) throw std::runtime_error("cannot open " + path);
        m_paths.setFolder(m_folder);
    }
    /// What the walk reaches step by step may have a path that no system call takes.
    void showAs(const std::string& path) { m_root.path = path; }
    Entry entry(std::string_view name, FileType type, bool follow = false) {
        return Entry(m_folder, m_folder.handle(), m_paths, name, type, follow);
    }

private:
    WalkRoot m_root;
    OpenFolders m_open{8};
    Folder m_folder{nullptr, "", m_root, m_open};
    PathBuilder m_paths;
};

TEST(FileColors, BuiltInColours) {
    struct Case {
        FileType type;
        uint32_t mode;
        std::string codes;
    };
    const FileColors colors = FileColors::parse("");
    for (const Case& c : std::vector<Case>{{FileType::File, 0644, ""},
                                           {FileType::File, 0700, "01;32"},
                                           {FileType::File, 0610, "01;32"},
                                           {FileType::File, 0601, "01;32"},
                                           {FileType::File, 04644, "37;41"},
                                           {FileType::File, 02644, "30;43"},
                                           {FileType::Folder, 0755, "01;34"},
                                           {FileType::Folder, 01755, "37;44"},
                                           {FileType::Folder, 0777, "34;42"},
                                           {FileType::Folder, 01777, "30;42"},
                                           {FileType::Link, 0777, "01;36"},
                                           {FileType::Fifo, 0777, "40;33"},
                                           {FileType::Socket, 0777, "01;35"},
                                           {FileType::Block, 0777, "40;33;01"},
                                           {FileType::Char, 0777, "40;33;01"},
                                           {FileType::Unknown, 0, ""}}) {
        EXPECT_EQ(codesOf(colors, "a.tar", c.type, c.mode), c.codes)
            << static_cast<int>(c.type) << " " << std::oct << c.mode;
    }
}

TEST(FileColors, EachKeyColoursItsOwn) {
    const FileColors colors = FileColors::parse(
        "no=1:fi=2:di=3:ln=4:pi=5:so=6:bd=7:cd=8:or=9:ex=10:su=11:sg=12:st=13:ow=14:tw=15");
    EXPECT_EQ(codesOf(colors, "f"), "2");
    EXPECT_EQ(codesOf(colors, "f", FileType::Folder, 0755), "3");
    EXPECT_EQ(codesOf(colors, "f", FileType::Fifo), "5");
    EXPECT_EQ(codesOf(colors, "f", FileType::Socket), "6");
    EXPECT_EQ(codesOf(colors, "f", FileType::Block), "7");
    EXPECT_EQ(codesOf(colors, "f", FileType::Char), "8");
    EXPECT_EQ(codesOf(colors, "f", FileType::Unknown), "9");
    // The first that applies, in the order of ls.
    EXPECT_EQ(codesOf(colors, "f", FileType::File, 06755), "11");
    EXPECT_EQ(codesOf(colors, "f", FileType::File, 02755), "12");
    EXPECT_EQ(codesOf(colors, "f", FileType::File, 0755), "10");
    EXPECT_EQ(codesOf(colors, "f", FileType::Folder, 01777), "15");
    EXPECT_EQ(codesOf(colors, "f", FileType::Folder, 0757), "14");
    EXPECT_EQ(codesOf(colors, "f", FileType::Folder, 01755), "13");
}

TEST(FileColors, WhatHasNoColourGivesWayToTheNext) {
    struct Case {
        std::string lsColors;
        FileType type;
        uint32_t mode;
        std::string codes;
    };
    for (const Case& c : std::vector<Case>{
             {"su=0", FileType::File, 06755, "30;43"},
             {"su=00:sg=", FileType::File, 06755, "01;32"},
             {"su=0:sg=0:ex=00:*.c=5", FileType::File, 06755, "5"},
             {"su=0:sg=0:ex=0:fi=7", FileType::File, 06755, "7"},
             {"*.c=00:fi=7", FileType::File, 0644, ""},  // told to have none
             {"*.c=1", FileType::File, 0755, "01;32"},   // an executable first of all
             {"*.c=1", FileType::Folder, 0755, "01;34"},
             {"tw=0", FileType::Folder, 01777, "34;42"},
             {"tw=0:ow=00", FileType::Folder, 01777, "37;44"},
             {"tw=0:ow=0:st=", FileType::Folder, 01777, "01;34"},
             {"di=0", FileType::Folder, 0755, ""},
             {"di=00", FileType::Folder, 0755, ""},
             {"di=", FileType::Folder, 0755, ""},
             {"pi=0", FileType::Fifo, 0644, ""},
             {"no=9", FileType::File, 0644, "9"},
             {"no=9:fi=0", FileType::File, 0644, ""},
             {"no=9:di=0", FileType::Folder, 0755, ""},
         }) {
        EXPECT_EQ(codesOf(c.lsColors, "a.c", c.type, c.mode), c.codes) << c.lsColors;
    }
}

TEST(FileColors, SuffixesMatchLastListedFirst) {
    struct Case {
        std::string lsColors, name, codes;
    };
    for (const Case& c : std::vector<Case>{
             {"*.c=1", "a.c", "1"},
             {"*.c=1", ".c", "1"},
             {"*.c=1", "c", ""},
             {"*.c=1", "a.cc", ""},
             {"*.c=1", "a.c.o", ""},
             {"*.c=1", "a.b.c", "1"},
             {"*.c=1:*.c=2", "a.c", "2"},
             {"*.c=2:*.d=3:*.c=", "a.c", ""},
             {"*.gz=1:*.tar.gz=2", "a.tar.gz", "2"},
             {"*.tar.gz=2:*.gz=1", "a.tar.gz", "1"},  // listed last, though shorter
             {"*.tar.gz=2:*.gz=1", "a.gz", "1"},
             {"*~=1", "a.c~", "1"},
             {"*.c=2:*README=1", "README", "1"},
             {"*README=1", "EADME", ""},
             {"*=1:*.c=2", "a.c", "2"},
             {"*.c=2:*=1", "a.c", "1"},
             {"*.=1", "a.", "1"},
             {"*.c=01;38;5;214", "a.c", "01;38;5;214"},
             // Case: letter for letter before any other.
             {"*.C=1", "a.c", "1"},
             {"*.c=1", "a.C", "1"},
             {"*.c=1:*.C=2", "a.c", "1"},
             {"*.C=2:*.c=1", "a.C", "2"},
             {"*.TaR=1:*.tar=2", "a.TAR", "2"},
             {"*.c=1:*.TAR.C=2", "a.tar.c", "1"},
             {"*.Makefile=1:*makefile=2", "x.MAKEFILE", "2"},
             {"*\xc3\x84=1", "a\xc3\xa4", ""},  // of ASCII letters alone
             // As dircolors escapes what has a meaning here.
             {"*\\:=1", "a:", "1"},
             {"*\\==1", "a=", "1"},
             {"*.a\\:b\\=c=1:di=2", "x.a:b=c", "1"},
             {"*\\\\=1", "a\\", "1"},
             {"*.\\_=1", "a. ", "1"},
             {"*\\^=1", "a^", "1"},
             // Escapes that stand for control characters and codes stand for no letters.
             {"*.\\e=1", "a.e", ""},
             {"*.\\x41=1", "a.x41", ""},
             {"*.\\101=1", "a.101", ""},
             {"*.\\?=1", "a.?", ""},
             {"*.^A=1", "a.^A", ""},
         }) {
        EXPECT_EQ(codesOf(c.lsColors, c.name), c.codes) << c.lsColors << "  " << c.name;
    }
}

TEST(FileColors, ManySuffixesAreToldApart) {
    std::string text;
    for (int i = 1; i <= 400; ++i) {
        text += "*.e" + std::to_string(i) + "=" + std::to_string(i) + ":";
        text += "*.tar.z" + std::to_string(i) + "=1;" + std::to_string(i) + ":";
    }
    const FileColors colors = FileColors::parse(text);
    for (int i = 1; i <= 400; ++i) {
        EXPECT_EQ(codesOf(colors, "name.E" + std::to_string(i)), std::to_string(i));
        EXPECT_EQ(codesOf(colors, "name.tar.z" + std::to_string(i)), "1;" + std::to_string(i));
    }
    EXPECT_EQ(codesOf(colors, "name.e401"), "");
}

TEST(FileColors, BadPartsAreLeftOutAndTheOthersStay) {
    for (const std::string bad : {"di",
                                  "=",
                                  "",
                                  ":",
                                  "di=\033[31",
                                  "di=31m",
                                  "di=3 1",
                                  "di=31\007",
                                  "di=\\e[31",
                                  "di=^[",
                                  "di=31=",
                                  "di=-1",
                                  "di=3\\:di=5",
                                  "xx=31",
                                  "d=31",
                                  "DI=31",
                                  "dii=31",
                                  "di =31",
                                  "*.c",
                                  "*.c=x",
                                  "*.c=\033]0;t\007",
                                  "*.c=1m\033[2J",
                                  "*\\x2ec=5",
                                  "*.\\143=5",
                                  "*.^c=5",

                                  "rs=31",
                                  "lc=\\e[",
                                  "lc=5",
                                  "rc=5",
                                  "ec=5",
                                  "mi=5",
                                  "do=5",
                                  "mh=5",
                                  "ca=5",
                                  "ln=targets"}) {
        for (const std::string& text : {"pi=7:" + bad + ":*.d=8", "pi=7:*.d=8:" + bad}) {
            EXPECT_EQ(codesOf(text, "f", FileType::Fifo), "7") << text;
            EXPECT_EQ(codesOf(text, "a.d"), "8") << text;
            EXPECT_EQ(codesOf(text, "a.c"), "") << text;
            EXPECT_EQ(codesOf(text, "f", FileType::Folder, 0755), "01;34") << text;
            EXPECT_EQ(codesOf(text, "f", FileType::Link), "01;36") << text;
        }
    }
    // A backslash would take the ":" behind it along.
    for (const std::string last : {"*.c\\", "*.c=5\\", "di=5\\", "\\"}) {
        EXPECT_EQ(codesOf("*.d=8:" + last, "a.d"), "8") << last;
        EXPECT_EQ(codesOf("*.d=8:" + last, "a.c"), "") << last;
        EXPECT_EQ(codesOf("*.d=8:" + last, "f", FileType::Folder, 0755), "01;34") << last;
    }
}

TEST(FileColors, NothingButCodesComesOutOfAnyText) {
    const std::string_view pieces[] = {"*",  ".",    "c",   "=",  ":",  ";",  "\\", "^",   "0",
                                       "31", "\033", "[",   "m",  "di", "ex", "ln", "fi",  "\n",
                                       "\a", "*.c=", "di=", ":*", "or", "no", "su", "\xff"};
    std::mt19937 random(20);
    size_t coloured = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (size_t i = random() % 20; i > 0; --i) text += pieces[random() % std::size(pieces)];
        const FileColors colors = FileColors::parse(text);
        for (const auto type : {FileType::File, FileType::Folder, FileType::Link}) {
            for (const uint32_t mode : {0644u, 04755u}) {
                const std::string codes = codesOf(colors, "a.c", type, mode);
                EXPECT_EQ(codes.find_first_not_of("0123456789;"), std::string::npos) << text;
                coloured += codes.empty() ? 0 : 1;
            }
        }
    }
    EXPECT_GT(coloured, 3000u);
}

TEST(FileColors, LinksByThemselvesOrAsTheirTargets) {
    TempTree tree{{"script", "x"},
                  {"data.c", ""},
                  {"d/"},
                  fifo("pipe"),
                  link("to-script.c", "script"),
                  link("to-data", "data.c"),
                  link("to-data.h", "data.c"),
                  link("to-d", "d"),
                  link("to-pipe", "to-pipe-2"),
                  link("to-pipe-2", "pipe"),
                  link("gone", "nowhere"),
                  link("loop", "loop")};
    tree.setMode("script", 0755);
    const std::string lone = "ln=4:di=3:*.c=6:*.h=7:pi=5:ex=2";
    struct Case {
        std::string lsColors, name, codes;
    };
    OpenTree open(tree.path());
    for (const Case& c : std::vector<Case>{
             {lone, "to-data", "4"},
             {lone, "to-data.h", "4"},
             {lone, "gone", "4"},
             {lone + ":or=9", "gone", "9"},
             {lone + ":or=9", "loop", "9"},
             {lone + ":or=9", "to-d", "4"},
             {lone + ":or=0", "gone", "4"},
             {lone + ":mi=8", "gone", "4"},
             {lone + ":ln=target", "to-script.c", "2"},
             {lone + ":ln=target", "to-data", ""},     // by the suffix of its own name
             {lone + ":ln=target", "to-data.h", "7"},  // likewise
             {lone + ":ln=target", "to-d", "3"},
             {lone + ":ln=target", "to-pipe", "5"},
             {lone + ":ln=target", "gone", ""},
             {lone + ":ln=target:or=9", "gone", "9"},
             {lone + ":ln=target:or=9", "loop", "9"},
             {lone + ":ln=target:ln=8", "to-d", "8"},
         }) {
        const FileColors colors = FileColors::parse(c.lsColors);
        EXPECT_EQ(colors.codesFor(open.entry(c.name, FileType::Link)), c.codes)
            << c.lsColors << "  " << c.name;
    }
    OpenTree deep(tree.path());
    deep.showAs(tree.path() + std::string(5000, '/'));
    for (const char* lsColors : {"ln=4:or=9", "ln=4:ln=target:or=9"}) {
        const FileColors colors = FileColors::parse(lsColors);
        EXPECT_EQ(colors.codesFor(deep.entry("to-d", FileType::Link)), "4") << lsColors;
        EXPECT_EQ(colors.codesFor(deep.entry("gone", FileType::Link, true)), "9") << lsColors;
    }
    // Where the walk follows links, an entry is what its link leads to.
    const FileColors colors = FileColors::parse(lone + ":or=9");
    EXPECT_EQ(colors.codesFor(open.entry("to-script.c", FileType::Link, true)), "2");
    EXPECT_EQ(colors.codesFor(open.entry("to-d", FileType::Link, true)), "3");
    EXPECT_EQ(colors.codesFor(open.entry("gone", FileType::Link, true)), "9");
}

TEST(FileColors, FactsAreAskedForOnlyWhereAColourDependsOnThem) {
    const TempTree tree;
    OpenTree open(tree.path());
    struct Case {
        std::string lsColors;
        FileType type;
        bool asks;
    };
    for (const Case& c : std::vector<Case>{
             {"", FileType::File, true},
             {"ex=0:su=0:sg=0", FileType::File, false},
             {"ex=0:su=0", FileType::File, true},
             {"ex=0:sg=0", FileType::File, true},
             {"su=0:sg=0", FileType::File, true},
             {"", FileType::Folder, true},
             {"tw=0:ow=0:st=0", FileType::Folder, false},
             {"tw=0:ow=0", FileType::Folder, true},
             {"tw=0:st=0", FileType::Folder, true},
             {"ow=0:st=0", FileType::Folder, true},
             {"", FileType::Fifo, false},
             {"", FileType::Socket, false},
             {"", FileType::Char, false},
         }) {
        const FileColors colors = FileColors::parse(c.lsColors + ":*.c=31:di=32");
        const Entry gone = open.entry("gone.c", c.type);
        const std::string_view codes = colors.codesFor(gone);
        EXPECT_EQ(gone.statError(), c.asks ? ENOENT : 0) << c.lsColors;
        // Without facts a name is coloured by what the listing told.
        if (c.type == FileType::File) {
            EXPECT_EQ(codes, "31") << c.lsColors;
        }
        if (c.type == FileType::Folder) {
            EXPECT_EQ(codes, "32") << c.lsColors;
        }
    }
}

TEST(FileColors, ATextIsColouredAndTheColourEnds) {
    std::string out = "> ";
    appendColored(out, "01;34", "name");
    EXPECT_EQ(out, "> \033[01;34mname\033[0m");
    appendColored(out, "", "plain");
    EXPECT_EQ(out, "> \033[01;34mname\033[0mplain");
}

/// The codes that stand last before each name in what ls prints.
std::vector<std::string> fromLs(const TempTree& tree, const std::vector<std::string>& names,
                                const std::string& lsColors) {
    std::vector<std::string> words{"ls", "-1dU", "--color=always", "--"};
    words.insert(words.end(), names.begin(), names.end());
    const std::string text =
        runCommand(words,
                   {.folder = tree.path(), .environment = {"LC_ALL=C", "LS_COLORS=" + lsColors}})
            .output;
    std::vector<std::string> out;
    size_t begin = 0;
    for (const std::string& name : names) {
        const size_t end = std::min(text.find('\n', begin), text.size());
        const std::string line = text.substr(begin, end - begin);
        begin = end + 1;
        const size_t at = line.find(name);
        const size_t start = at == std::string::npos ? at : line.rfind("\033[", at);
        if (at == std::string::npos) out.push_back("no line: " + line);
        else if (start == std::string::npos) out.emplace_back();
        else out.push_back(line.substr(start + 2, at - start - 3));
        if (out.back() == "0" || out.back() == "00") out.back().clear();
    }
    return out;
}

TEST(FileColors, AgreeWithLs) {
    if (runCommand({"ls", "--version"}).output.find("GNU coreutils") == std::string::npos) {
        GTEST_SKIP() << "no GNU ls";
    }
    TempTree tree{{"folder/"},
                  {"shared/"},
                  {"tmp/"},
                  {"sticky/"},
                  {"plain", ""},
                  {"Q.tar", ""},
                  {"Q.tar.gz", ""},
                  {"old~", ""},
                  {"a:b=c", ""},
                  {"run.gz", ""},
                  {"set-user", ""},
                  {"set-group", ""},
                  fifo("queue"),
                  link("link", "plain"),
                  link("link.tar", "run.gz"),
                  link("link-folder", "folder"),
                  link("orphan.gz", "nowhere")};
    tree.setMode("shared", 0777);
    tree.setMode("tmp", 01777);
    tree.setMode("sticky", 01755);
    tree.setMode("run.gz", 0755);
    tree.setMode("set-user", 04755);
    tree.setMode("set-group", 02755);
    const std::vector<std::pair<std::string, FileType>> entries{
        {"folder", FileType::Folder}, {"shared", FileType::Folder},
        {"tmp", FileType::Folder},    {"sticky", FileType::Folder},
        {"plain", FileType::File},    {"Q.tar", FileType::File},
        {"Q.tar.gz", FileType::File}, {"old~", FileType::File},
        {"a:b=c", FileType::File},    {"run.gz", FileType::File},
        {"set-user", FileType::File}, {"set-group", FileType::File},
        {"queue", FileType::Fifo},    {"link", FileType::Link},
        {"link.tar", FileType::Link}, {"link-folder", FileType::Link},
        {"orphan.gz", FileType::Link}};
    std::vector<std::string> names;
    for (const auto& [name, type] : entries) names.push_back(name);

    std::string dircolors = runCommand({"dircolors", "-b"}, {.environment = {"TERM=xterm"}}).output;
    dircolors = dircolors.substr(0, dircolors.rfind('\'')).substr(dircolors.find('\'') + 1);
    ASSERT_NE(dircolors.find("di=01;34:"), std::string::npos) << dircolors;
    OpenTree open(tree.path());
    for (const std::string more : {"",
                                   "di=31",
                                   "ln=target",
                                   "ln=target:or=0",
                                   "or=0",
                                   "or=:mi=33",
                                   "no=35",
                                   "no=35:fi=36",
                                   "no=35:fi=0:di=0",
                                   "fi=36",
                                   "ex=0",
                                   "ex=00:su=0",
                                   "su=:sg=",
                                   "ex=0:su=0:sg=0:fi=36",
                                   "tw=0",
                                   "ow=0",
                                   "tw=0:ow=0",
                                   "tw=0:ow=0:st=0",
                                   "*.tar=35:*.gz=36",
                                   "*.gz=36:*.tar.gz=35",
                                   "*.tar.gz=35:*.gz=36",
                                   "*~=90",
                                   "*\\:b\\=c=91",
                                   "*=92",
                                   "*.gz=00:fi=33",
                                   "pi=0"}) {
        // What comes last holds; each is also tried without what dircolors writes.
        for (const std::string& text : {dircolors + more, "pi=40;33:" + more}) {
            const FileColors colors = FileColors::parse(text);
            const std::vector<std::string> expected = fromLs(tree, names, text);
            for (size_t i = 0; i < entries.size(); ++i) {
                const auto& [name, type] = entries[i];
                EXPECT_EQ(colors.codesFor(open.entry(name, type)), expected[i])
                    << name << " with ..." << more;
            }
        }
    }
}

}  // namespace
}  // namespace findling
