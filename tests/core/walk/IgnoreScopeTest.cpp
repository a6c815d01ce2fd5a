#include "support/Names.h"

#include <gtest/gtest.h>

namespace findling {
namespace {

using namespace test;

/// What makes a folder the top of a repository, as far as ignore rules care.
const Node kHead{".git/HEAD", "ref: refs/heads/main\n"};

TEST(IgnoreScope, GitRulesHoldInsideAWorkTreeOnly) {
    const TempTree outside{{".gitignore", "*.o\n"}, {"a.o"}, {"a.c"}};
    EXPECT_EQ(names(outside), (Names{"a.c", "a.o"}));
    Query query;
    query.ignore.requireGit = false;
    EXPECT_EQ(names(outside, query), Names{"a.c"});
    const TempTree inside{kHead, {".gitignore", "*.o\n"}, {"a.o"}, {"a.c"}};
    EXPECT_EQ(names(inside), Names{"a.c"});
    query.ignore.gitRules = false;
    EXPECT_EQ(names(inside, query), (Names{"a.c", "a.o"}));
}

TEST(IgnoreScope, ADotGitWithoutAHeadIsNoRepository) {
    const TempTree tree{{".git/"}, {".gitignore", "*.o\n"}, {"a.o"}};
    EXPECT_EQ(names(tree), Names{"a.o"});
}

TEST(IgnoreScope, OtherRuleFilesHoldEverywhere) {
    const TempTree tree{
        {".ignore", "a\n"}, {".fdignore", "b\n"}, {".rgignore", "c\n"}, {"a"}, {"b"}, {"c"}, {"d"}};
    EXPECT_EQ(names(tree), Names{"d"});
    Query query;
    query.ignore.otherRules = false;
    EXPECT_EQ(names(tree, query), (Names{"a", "b", "c", "d"}));
}

TEST(IgnoreScope, ADeeperFileWinsOverAShallowerOne) {
    const TempTree tree{kHead,
                        {".gitignore", "*.log\n"},
                        {"d/.gitignore", "!keep.log\n/x\n"},
                        {"d/keep.log"},
                        {"d/a.log"},
                        {"d/x"},
                        {"d/e/x"},
                        {"x"},
                        {"keep.log"}};
    EXPECT_EQ(names(tree), (Names{"d", "d/e", "d/e/x", "d/keep.log", "x"}));
}

TEST(IgnoreScope, StrongerSourcesDecideFirst) {
    const TempTree tree{kHead,
                        {".gitignore", "a\nb\n"},
                        {".ignore", "!a\n"},
                        {".rgignore", "b\n"},
                        {".git/info/exclude", "c\n!b\n"},
                        {"a"},
                        {"b"},
                        {"c"},
                        {"d"}};
    EXPECT_EQ(names(tree), (Names{"a", "d"}));
}

TEST(IgnoreScope, InfoExcludeIsWeakerThanGitignore) {
    const TempTree tree{kHead,
                        {".git/info/exclude", "*.log\n/top\n"},
                        {".gitignore", "!keep.log\n"},
                        {"keep.log"},
                        {"a.log"},
                        {"d/top"},
                        {"top"}};
    EXPECT_EQ(names(tree), (Names{"d", "d/top", "keep.log"}));
}

TEST(IgnoreScope, RulesOfTheFoldersAboveTheRootHold) {
    const TempTree tree{kHead,
                        {".gitignore", "*.o\n/d/e/f\n"},
                        {"d/.gitignore", "*.p\n"},
                        {"d/e/a.o"},
                        {"d/e/a.p"},
                        {"d/e/f"},
                        {"d/e/g"}};
    Query query;
    query.roots = {tree.path("d/e")};
    EXPECT_EQ(below(tree, run(query)->paths()), Names{"d/e/g"});
}

TEST(IgnoreScope, ARootInsideAnIgnoredFolderIsSearched) {
    const TempTree tree{kHead, {".gitignore", "build/\n*.o\n"}, {"build/x/a"}, {"build/x/b.o"}};
    EXPECT_EQ(names(tree), Names{});
    Query query;
    query.roots = {tree.path("build")};
    EXPECT_EQ(below(tree, run(query)->paths()), (Names{"build/x", "build/x/a"}));
}

TEST(IgnoreScope, ANestedRepositoryHasRulesOfItsOwn) {
    const TempTree tree{kHead,
                        {".gitignore", "*.o\n"},
                        {".git/info/exclude", "*.p\n"},
                        {"sub/.git/HEAD", "ref: refs/heads/main\n"},
                        {"sub/.gitignore", "*.q\n"},
                        {"sub/a.o"},
                        {"sub/a.p"},
                        {"sub/a.q"},
                        {"a.o"},
                        {"a.q"}};
    EXPECT_EQ(names(tree), (Names{"a.q", "sub", "sub/a.o", "sub/a.p"}));
}

TEST(IgnoreScope, AWorkTreeNamedByADotGitFileIsARepository) {
    const TempTree tree{{"main/.git/HEAD", "ref: refs/heads/main\n"},
                        {"main/.git/info/exclude", "*.x\n"},
                        {"main/.git/worktrees/w/HEAD", "ref: refs/heads/w\n"},
                        {"main/.git/worktrees/w/commondir", "../..\n"},
                        {"w/.git", "gitdir: ../main/.git/worktrees/w\n"},
                        {"w/.gitignore", "*.o\n"},
                        {"w/a.o"},
                        {"w/a.x"},
                        {"w/a.c"}};
    Query query;
    query.roots = {tree.path("w")};
    EXPECT_EQ(below(tree, run(query)->paths()), Names{"w/a.c"});
}

TEST(IgnoreScope, ALinkOrFolderOrFifoInPlaceOfAGitignoreIsNotRead) {
    const TempTree tree{kHead,
                        {"rules", "*.o\n"},
                        link(".gitignore", "rules"),
                        {"d/.gitignore/"},
                        {"d/a.o"},
                        fifo("e/.gitignore"),
                        {"e/a.o"}};
    const auto sink = runIn(tree, {});
    EXPECT_EQ(below(tree, sink->paths()), (Names{"d", "d/a.o", "e", "e/a.o", "rules"}));
    EXPECT_TRUE(sink->problems.empty());
}

TEST(IgnoreScope, AHugeRuleFileIsAProblemNotASilence) {
    const TempTree tree{{".ignore", std::string((8 << 20) + 1, '\n')}, {"a"}};
    const auto sink = runIn(tree, {});
    EXPECT_EQ(below(tree, sink->paths()), Names{"a"});
    ASSERT_EQ(sink->problems.size(), 1u);
    EXPECT_EQ(sink->problems[0].path, tree.path(".ignore"));
}

TEST(IgnoreScope, AFileOfRulesMayBeNamed) {
    const TempTree tree{{"d/a.o"}, {"d/k/b.o"}, {"d/k/x"}, {"rules", "*.o\n/k/x\n"}};
    Query query;
    query.roots = {tree.path("d")};
    query.ignore.explicitFiles = {tree.path("rules")};
    EXPECT_EQ(below(tree, run(query)->paths()), Names{"d/k"});
    query.ignore.explicitFiles = {tree.path("missing")};
    const auto sink = run(query);
    ASSERT_EQ(sink->problems.size(), 1u);
    EXPECT_EQ(sink->problems[0].path, tree.path("missing"));
    EXPECT_EQ(sink->paths().size(), 4u);
}

TEST(IgnoreScope, ASkipNamesTheRuleAndWhereItStands) {
    const TempTree tree{kHead, {"d/.gitignore", "# objects\n*.o\n"}, {"d/a.o"}};
    Query query;
    query.listSkips = SkipList::All;
    const auto sink = runIn(tree, query);
    EXPECT_EQ(sink->skipped(SkipReason::Ignored), 1u);
    bool named = false;
    for (const Skip& skip : sink->skips) {
        if (skip.reason != SkipReason::Ignored) continue;
        EXPECT_EQ(skip.path, tree.path("d/a.o"));
        EXPECT_EQ(skip.rule, "*.o in " + tree.path("d/.gitignore") + ":2");
        named = true;
    }
    EXPECT_TRUE(named);
}

TEST(IgnoreScope, AnIgnoredFolderIsOneSkip) {
    const TempTree tree{kHead, {".gitignore", "build/\n"}, {"build/a"}, {"build/b/c"}};
    const auto sink = runIn(tree, {});
    EXPECT_EQ(sink->skipped(SkipReason::Ignored), 1u);
    EXPECT_EQ(sink->paths(), Names{});
}

TEST(IgnoreScope, AllWaysToNameTheRootGiveTheSame) {
    const TempTree tree{kHead,       {".gitignore", "*.o\n/d/x\nsub/y\n"},
                        {"a.o"},     {"d/x"},
                        {"d/y"},     {"d/d/x"},
                        {"sub/y"},   {"sub/z"},
                        {"e/sub/y"}, link("link", ".")};
    const Names expected{"d",     "d/d",     "d/d/x", "d/y", "e",
                         "e/sub", "e/sub/y", "link",  "sub", "sub/z"};
    EXPECT_EQ(names(tree), expected);
    for (const std::string& root :
         {tree.path() + "/", tree.path("d/.."), tree.path("link"), tree.path("./.")}) {
        Query query;
        query.roots = {root};
        Names found;
        for (const std::string& path : run(query)->paths()) {
            found.push_back(path.substr(root.size() + (root.back() == '/' ? 0 : 1)));
        }
        EXPECT_EQ(found, expected) << root;
    }
}

}  // namespace
}  // namespace findling
