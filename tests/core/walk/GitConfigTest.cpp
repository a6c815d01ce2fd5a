#include "core/walk/GitConfig.h"

#include "support/Names.h"
#include "support/RunCommand.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <map>

namespace findling {
namespace {

using namespace test;

GitConfig parsed(const std::string& text, const std::map<std::string, std::string>& others = {}) {
    GitConfig config;
    config.apply(text, "/conf", [&](const std::string& path) -> std::optional<std::string> {
        const auto at = others.find(path);
        return at == others.end() ? std::nullopt : std::optional(at->second);
    });
    return config;
}

std::string excludes(const std::string& text) {
    return parsed(text).excludesFile.value_or("none");
}

TEST(GitConfig, ReadsTheExcludesFile) {
    EXPECT_EQ(excludes("[core]\n\texcludesFile = /a/b\n"), "/a/b");
    EXPECT_EQ(excludes("[CORE]\nExcludesFile=/a/b"), "/a/b");
    EXPECT_EQ(excludes("[core] excludesfile = /a/b"), "/a/b");
    EXPECT_EQ(excludes("[core]\nexcludesfile =\t/a/b\t\n"), "/a/b");
    EXPECT_EQ(excludes("[core]\nexcludesfile = /a b  # comment\n"), "/a b");
    EXPECT_EQ(excludes("[core]\nexcludesfile = \"/a # b \" ; comment\n"), "/a # b ");
    EXPECT_EQ(excludes("[core]\nexcludesfile = /a\\\\b\\\"c\n"), "/a\\b\"c");
    EXPECT_EQ(excludes("[core]\nexcludesfile = /a\\\nb\n"), "/ab");
    EXPECT_EQ(excludes("[core]\r\nexcludesfile = /a/b\r\n"), "/a/b");
    EXPECT_EQ(excludes("\xef\xbb\xbf[core]\nexcludesfile = /a\n"), "/a");
    EXPECT_EQ(excludes("[core]\nexcludesfile = /a\nexcludesfile = /b\n"), "/b");
}

TEST(GitConfig, LeavesOtherSettingsAlone) {
    EXPECT_EQ(excludes(""), "none");
    EXPECT_EQ(excludes("[user]\nexcludesfile = /a\n"), "none");
    EXPECT_EQ(excludes("[core \"sub\"]\nexcludesfile = /a\n"), "none");
    EXPECT_EQ(excludes("# [core]\n#excludesfile = /a\n"), "none");
    EXPECT_EQ(excludes("[core]\nexcludesfile2 = /a\n[alias]\nx = core.excludesfile\n"), "none");
}

TEST(GitConfig, ReadsIgnoreCase) {
    for (const char* yes : {"ignorecase = true", "ignoreCase=yes", "ignorecase = ON",
                            "ignorecase = 1", "ignorecase"}) {
        EXPECT_TRUE(parsed("[core]\n" + std::string(yes) + "\n").ignoreCase) << yes;
    }
    for (const char* no :
         {"ignorecase = false", "ignorecase = no", "ignorecase = 0", "ignorecase =", "x = true"}) {
        EXPECT_FALSE(parsed("[core]\n" + std::string(no) + "\n").ignoreCase) << no;
    }
}

TEST(GitConfig, AHomePathIsResolvedAtTheBeginningOnly) {
    EXPECT_EQ(excludes("[core]\nexcludesfile = ~/x\n"), std::string(std::getenv("HOME")) + "/x");
    EXPECT_EQ(excludes("[core]\nexcludesfile = /a~/x\n"), "/a~/x");
}

TEST(GitConfig, FollowsIncludesToADepth) {
    EXPECT_EQ(parsed("[include]\npath = other\n", {{"/conf/other", "[core]\nexcludesfile = /o\n"}})
                  .excludesFile,
              "/o");
    EXPECT_EQ(parsed("[include]\npath = /abs\n[core]\nexcludesfile = /later\n",
                     {{"/abs", "[core]\nexcludesfile = /o\n"}})
                  .excludesFile,
              "/later");
    EXPECT_EQ(parsed("[core]\nexcludesfile = /x\n[include]\npath = missing\n").excludesFile, "/x");
    // One that includes itself ends.
    EXPECT_EQ(parsed("[include]\npath = me\n",
                     {{"/conf/me", "[core]\nexcludesfile = /m\n[include]\npath = me\n"}})
                  .excludesFile,
              "/m");
}

RC_GTEST_PROP(GitConfig, AnyTextIsRead, (const std::string& text)) {
    (void)parsed(text);
    (void)parsed("[core]\nexcludesfile = " + text);
}

/// Sets a variable until the end of the block.
class Environment {
public:
    Environment(const char* name, const std::string& value)
        : m_name(name), m_old(std::getenv(name) ? std::getenv(name) : "") {
        setenv(name, value.c_str(), 1);
    }
    ~Environment() { setenv(m_name, m_old.c_str(), 1); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    const char* m_name;
    std::string m_old;
};

const Node kHead{"repo/.git/HEAD", "ref: refs/heads/main\n"};

Names inRepository(const TempTree& tree) {
    Query query;
    query.roots = {tree.path("repo")};
    return below(tree, run(query)->paths());
}

TEST(GitConfig, TheUsersExcludesHideInRepositories) {
    const TempTree tree{kHead,
                        {"repo/a.o"},
                        {"repo/b.c"},
                        {"repo/k.o"},
                        {"repo/.gitignore", "!k.o\n"},
                        {"mine", "*.o\n"},
                        {"plain/a.o"}};
    const TempTree config{{"gitconfig", "[core]\n\texcludesFile = " + tree.path("mine") + "\n"}};
    const Environment use("GIT_CONFIG_GLOBAL", config.path("gitconfig"));
    // .gitignore is stronger.
    EXPECT_EQ(inRepository(tree), (Names{"repo/b.c", "repo/k.o"}));
    Query outside;
    outside.roots = {tree.path("plain")};
    EXPECT_EQ(run(outside)->paths().size(), 1u);
}

TEST(GitConfig, TheDefaultExcludesFileIsReadToo) {
    const TempTree tree{kHead, {"repo/a.o"}, {"repo/b.c"}, {"xdg/git/ignore", "*.o\n"}};
    const Environment use("XDG_CONFIG_HOME", tree.path("xdg"));
    EXPECT_EQ(inRepository(tree), Names{"repo/b.c"});
}

TEST(GitConfig, ARepositorysOwnSettingsCount) {
    const TempTree tree{kHead,
                        {"repo/a.O"},
                        {"repo/b.c"},
                        {"repo/x.p"},
                        {"repo/.gitignore", "*.o\n"},
                        {"other", "*.p\n"}};
    EXPECT_EQ(inRepository(tree), (Names{"repo/a.O", "repo/b.c", "repo/x.p"}));
    const TempTree with{kHead,
                        {"repo/a.O"},
                        {"repo/b.c"},
                        {"repo/x.p"},
                        {"repo/.gitignore", "*.o\n"},
                        {"repo/.git/config", "[core]\n\tignorecase = true\n\texcludesfile = " +
                                                 tree.path("other") + "\n"}};
    EXPECT_EQ(inRepository(with), Names{"repo/b.c"});
}

}  // namespace
}  // namespace findling
