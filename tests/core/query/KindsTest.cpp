#include "core/query/Kinds.h"

#include "core/pattern/Glob.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace findling {
namespace {

/// Two spaces in a row make an empty word: the tests want to see it.
std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    if (text.empty()) return out;
    for (;;) {
        const size_t space = text.find(' ');
        out.emplace_back(text.substr(0, space));
        if (space == std::string_view::npos) return out;
        text.remove_prefix(space + 1);
    }
}

bool holds(std::string_view kind, std::string_view pattern) {
    const FileKind* found = findFileKind(kind);
    if (!found) return false;
    const std::vector<std::string> patterns = words(found->patterns);
    return std::find(patterns.begin(), patterns.end(), pattern) != patterns.end();
}

/// As the table means its patterns: each with smart case.
bool matches(std::string_view kind, std::string_view name) {
    const FileKind* found = findFileKind(kind);
    if (!found) return false;
    for (const std::string& pattern : words(found->patterns)) {
        const auto glob = Glob::compile(pattern, CaseMode::Smart);
        if (glob && glob->matches(name)) return true;
    }
    return false;
}

TEST(Kinds, RowsAreSortedByName) {
    const auto kinds = fileKinds();
    ASSERT_FALSE(kinds.empty());
    for (size_t i = 1; i < kinds.size(); ++i) EXPECT_LT(kinds[i - 1].name, kinds[i].name);
}

TEST(Kinds, NamesAndAliasesAreUniqueAndLowerCase) {
    std::set<std::string> seen;
    for (const FileKind& kind : fileKinds()) {
        std::vector<std::string> names = words(kind.aliases);
        names.emplace_back(kind.name);
        for (const std::string& name : names) {
            EXPECT_FALSE(name.empty()) << kind.name;
            EXPECT_TRUE(seen.insert(name).second) << name;
            EXPECT_EQ(name.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ,"), std::string::npos) << name;
        }
    }
}

TEST(Kinds, EveryPatternIsAGlobOnTheName) {
    for (const FileKind& kind : fileKinds()) {
        EXPECT_FALSE(kind.patterns.empty()) << kind.name;
        std::set<std::string> seen;
        for (const std::string& pattern : words(kind.patterns)) {
            EXPECT_FALSE(pattern.empty()) << kind.name;
            EXPECT_TRUE(seen.insert(pattern).second) << kind.name << ": " << pattern << " twice";
            for (const CaseMode mode : {CaseMode::Insensitive, CaseMode::Smart}) {
                const auto glob = Glob::compile(pattern, mode);
                ASSERT_TRUE(glob) << kind.name << ": " << pattern << ": " << glob.error().text;
                EXPECT_FALSE(glob->wantsPath()) << kind.name << ": " << pattern;
                EXPECT_FALSE(glob->foldersOnly()) << kind.name << ": " << pattern;
                EXPECT_FALSE(glob->matches("")) << kind.name << ": " << pattern;
            }
        }
    }
}

TEST(Kinds, HoldTheUsualPatterns) {
    EXPECT_TRUE(holds("cpp", "*.cpp"));
    EXPECT_TRUE(holds("cpp", "*.hpp"));
    EXPECT_TRUE(holds("py", "*.py"));
    EXPECT_TRUE(holds("js", "*.js"));
    EXPECT_TRUE(holds("rust", "*.rs"));
    EXPECT_TRUE(holds("image", "*.png"));
    EXPECT_TRUE(holds("video", "*.mp4"));
    EXPECT_TRUE(holds("audio", "*.flac"));
    EXPECT_TRUE(holds("document", "*.pdf"));
    EXPECT_TRUE(holds("archive", "*.zip"));
    EXPECT_TRUE(holds("font", "*.ttf"));
    EXPECT_TRUE(holds("binary", "*.so"));
    EXPECT_TRUE(holds("text", "*.txt"));
    EXPECT_TRUE(holds("data", "*.json"));
    EXPECT_FALSE(holds("image", "*.zip"));
}

TEST(Kinds, CodeHoldsWhatProgrammersWrite) {
    for (const char* name : {"a.c", "a.cpp", "a.h", "a.py", "a.js", "a.ts", "a.rs", "a.go",
                             "A.java", "a.sh", "a.sql", "CMakeLists.txt", "Makefile"}) {
        EXPECT_TRUE(matches("code", name)) << name;
    }
    for (const char* name : {"a.md", "a.json", "a.html", "a.png", "a.txt", "a.o"}) {
        EXPECT_FALSE(matches("code", name)) << name;
    }
}

TEST(Kinds, MatchWithTheCaseThatCounts) {
    EXPECT_TRUE(matches("image", "IMG_0001.JPG"));
    EXPECT_TRUE(matches("make", "Makefile"));
    EXPECT_TRUE(matches("make", "makefile"));
    EXPECT_TRUE(matches("make", "GNUmakefile"));
    EXPECT_TRUE(matches("readme", "Readme.md"));
    EXPECT_TRUE(matches("license", "LICENSE"));
    EXPECT_TRUE(matches("license", "MIT-LICENSE.txt"));
    EXPECT_TRUE(matches("docker", "app.Dockerfile"));
    EXPECT_TRUE(matches("man", "find.1"));
    EXPECT_TRUE(matches("cpp", "main.C"));
    EXPECT_FALSE(matches("cpp", "main.c"));
    EXPECT_TRUE(matches("bazel", "BUILD"));
    EXPECT_FALSE(matches("bazel", "build"));
}

TEST(Kinds, AreFoundByNameAndByAlias) {
    for (const FileKind& kind : fileKinds()) {
        EXPECT_EQ(findFileKind(kind.name), &kind);
        for (const std::string& alias : words(kind.aliases)) {
            EXPECT_EQ(findFileKind(alias), &kind) << alias;
        }
    }
    ASSERT_NE(findFileKind("c++"), nullptr);
    EXPECT_EQ(findFileKind("c++")->name, "cpp");
    EXPECT_EQ(findFileKind("python"), findFileKind("py"));
    EXPECT_EQ(findFileKind("pwsh"), findFileKind("powershell"));
}

TEST(Kinds, AnUnknownNameIsNone) {
    EXPECT_EQ(findFileKind("no-such-kind"), nullptr);
    EXPECT_EQ(findFileKind(""), nullptr);
    EXPECT_EQ(findFileKind(" "), nullptr);
    EXPECT_EQ(findFileKind("cp"), nullptr);
    EXPECT_EQ(findFileKind("c++ cxx"), nullptr);
}

}  // namespace
}  // namespace findling
