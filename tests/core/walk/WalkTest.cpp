#include "support/InChild.h"
#include "support/Names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace findling {
namespace {

using namespace test;

TEST(Walk, FindsEverythingThatIsNotHidden) {
    const TempTree tree{{"a.c"}, {"d/e/f.c"}, {"empty/"}, {".hidden"}, {".h/x"}, {"d/.y"}};
    EXPECT_EQ(names(tree), (Names{"a.c", "d", "d/e", "d/e/f.c", "empty"}));
    EXPECT_EQ(names(tree, everything()),
              (Names{".h", ".h/x", ".hidden", "a.c", "d", "d/.y", "d/e", "d/e/f.c", "empty"}));
}

TEST(Walk, NamesAreBytes) {
    const std::string odd[] = {"new\nline",
                               "tab\t",
                               "\x1b[31m",
                               "-dash",
                               " lead",
                               "trail ",
                               "*?[\\",
                               "%s",
                               "$(x)",
                               "\"'",
                               "...",
                               "\xff\xfe",
                               "\xed\xa0\x80",
                               "e\xcc\x81",
                               "\xc3\xa9",
                               "\xe2\x80\xae"
                               "gpj",
                               std::string(255, 'n')};
    TempTree tree{};
    for (const std::string& name : odd) tree.add({name + "/" + name, "x"});
    Names expected;
    for (const std::string& name : odd) {
        expected.push_back(name);
        expected.push_back(name + "/" + name);
    }
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(names(tree, everything()), expected);
}

TEST(Walk, DepthCountsFromTheRoot) {
    const TempTree tree{{"a/b/c/d"}};
    Query query;
    query.maxDepth = 2;
    EXPECT_EQ(names(tree, query), (Names{"a", "a/b"}));
    query.minDepth = 2;
    EXPECT_EQ(names(tree, query), Names{"a/b"});
    query.maxDepth.reset();
    query.minDepth = 3;
    EXPECT_EQ(names(tree, query), (Names{"a/b/c", "a/b/c/d"}));
    query.maxDepth = 0;
    query.minDepth.reset();
    EXPECT_EQ(names(tree, query), Names{});
}

TEST(Walk, AFolderBeyondTheDepthIsOneSkip) {
    const TempTree tree{{"a/b/c"}, {"x"}};
    Query query;
    query.maxDepth = 1;
    query.listSkips = SkipList::All;
    const auto sink = runIn(tree, query);
    EXPECT_EQ(sink->skipped(SkipReason::Depth), 1u);
    ASSERT_EQ(sink->skips.size(), 1u);
    EXPECT_EQ(sink->skips[0].path, tree.path("a"));
    EXPECT_TRUE(sink->skips[0].folder);
}

TEST(Walk, LinksAreEntriesAndAreNotFollowed) {
    const TempTree tree{
        {"d/x"}, link("l", "d"), link("gone", "nowhere"), link("f", "d/x"), link("self", "self")};
    EXPECT_EQ(names(tree), (Names{"d", "d/x", "f", "gone", "l", "self"}));
    Query query;
    query.kinds = {EntryKind::Link};
    EXPECT_EQ(names(tree, query), (Names{"f", "gone", "l", "self"}));
}

TEST(Walk, FollowsLinksWhenAsked) {
    const TempTree tree{
        {"d/x"}, link("l", "d"), link("gone", "nowhere"), link("f", "d/x"), link("self", "self")};
    Query query;
    query.follow = true;
    const auto sink = runIn(tree, query);
    EXPECT_EQ(below(tree, sink->paths()), (Names{"d", "d/x", "f", "gone", "l", "l/x", "self"}));
    // A link that leads nowhere but to itself cannot be followed, and that is said.
    ASSERT_EQ(sink->problems.size(), 1u);
    EXPECT_EQ(sink->problems[0].code, ELOOP);
    EXPECT_EQ(sink->problems[0].path, tree.path("self"));
    // A link whose target is gone is still a link; one that leads somewhere is what it leads to.
    query.kinds = {EntryKind::Link};
    EXPECT_EQ(names(tree, query), (Names{"gone", "self"}));
    query.kinds = {EntryKind::File};
    EXPECT_EQ(names(tree, query), (Names{"d/x", "f", "l/x"}));
}

TEST(Walk, ALoopIsAProblemAndEnds) {
    const TempTree tree{{"a/b/x"}, link("a/b/up", ".."), link("a/me", ".")};
    Query query;
    query.follow = true;
    const auto sink = runIn(tree, query);
    EXPECT_EQ(below(tree, sink->paths()), (Names{"a", "a/b", "a/b/up", "a/b/x", "a/me"}));
    ASSERT_EQ(sink->problems.size(), 2u);
    for (const Problem& problem : sink->problems) {
        EXPECT_EQ(problem.code, ELOOP);
        EXPECT_NE(problem.text.find("loop"), std::string::npos);
    }
}

TEST(Walk, TwoLinksToOneFolderAreNoLoop) {
    const TempTree tree{{"d/x"}, link("one", "d"), link("two", "d")};
    Query query;
    query.follow = true;
    const auto sink = runIn(tree, query);
    EXPECT_EQ(below(tree, sink->paths()), (Names{"d", "d/x", "one", "one/x", "two", "two/x"}));
    EXPECT_TRUE(sink->problems.empty());
}

TEST(Walk, ARootThatIsALinkIsEntered) {
    const TempTree tree{{"d/x"}, link("l", "d")};
    Query query;
    query.roots = {tree.path("l")};
    EXPECT_EQ(below(tree, run(query)->paths()), Names{"l/x"});
}

TEST(Walk, RootsComeBackAsTheyWereWritten) {
    const TempTree tree{{"d/x"}, {"f"}};
    Query query;
    query.roots = {tree.path("d/"), tree.path("f"), tree.path("d/../d")};
    // The third is the first again.
    EXPECT_EQ(below(tree, run(query)->paths()), (Names{"d/x", "f"}));
    query.roots = {tree.path("d//")};
    EXPECT_EQ(below(tree, run(query)->paths()), Names{"d//x"});
}

TEST(Walk, AFileGivenAsRootIsAResultPastAllFilters) {
    const TempTree tree{{".hidden.o"}, {".gitignore", "*\n"}};
    Query query;
    query.roots = {tree.path(".hidden.o")};
    query.names = {"*.c"};
    query.minSize = 10;
    query.excludes = {"*"};
    EXPECT_EQ(below(tree, run(query)->paths()), Names{".hidden.o"});
}

TEST(Walk, AFifoIsListedAndNeverOpened) {
    const TempTree tree{fifo("p"), {"x", "needle\n"}};
    EXPECT_EQ(names(tree), (Names{"p", "x"}));
    // Opening it for reading would wait for a writer for ever.
    EXPECT_EQ(names(tree, text("needle")), Names{"x"});
    Query named = text("needle");
    named.roots = {tree.path("p")};
    const auto sink = run(named);
    EXPECT_TRUE(sink->paths().empty());
    ASSERT_EQ(sink->problems.size(), 1u);
    EXPECT_EQ(sink->problems[0].path, tree.path("p"));
}

TEST(Walk, AnUnreadableFolderIsOneProblemAndTheRestIsComplete) {
    TempTree tree{{"a/x"}, {"locked/y"}, {"z/w"}};
    tree.setMode("locked", 0);
    const std::string seen = inChild({.unprivileged = true}, [&] {
        const auto sink = runIn(tree, {});
        Names out = below(tree, sink->paths());
        for (const Problem& problem : sink->problems) {
            out.push_back(problem.path.substr(tree.path().size() + 1) + "|" +
                          std::to_string(problem.code) + "|" + problem.operation);
        }
        out.push_back(std::to_string(sink->summary.totals.problems));
        return joined(out);
    });
    EXPECT_EQ(seen, joined({"a", "a/x", "locked", "z", "z/w", "locked|13|open folder", "1"}));
}

TEST(Walk, AFolderThatMayBeListedButNotEnteredTellsItsNames) {
    TempTree tree{{"d/x", "needle"}, {"d/sub/y"}};
    tree.setMode("d", 0744);
    const std::string seen = inChild({.unprivileged = true}, [&] {
        const auto sink = runIn(tree, {});
        return joined(below(tree, sink->paths())) + std::to_string(sink->problems.size());
    });
    EXPECT_EQ(seen, joined({"d", "d/sub", "d/x"}) + "1");
}

TEST(Walk, FactsThatCannotBeReadAreAProblemWithAReason) {
    TempTree tree{{"locked/y"}, {"e/"}};
    tree.setMode("locked", 0);
    const std::string seen = inChild({.unprivileged = true}, [&] {
        Query query;
        query.kinds = {EntryKind::Empty};
        const auto sink = runIn(tree, query);
        Names out = below(tree, sink->paths());
        for (const Problem& problem : sink->problems) out.push_back(problem.text);
        return joined(out);
    });
    // Said once or twice, but never "Success".
    EXPECT_EQ(seen.find("Success"), std::string::npos) << seen;
    EXPECT_EQ(seen.substr(0, 2), "e\n") << seen;
    EXPECT_NE(seen.find("Permission denied"), std::string::npos) << seen;
}

TEST(Walk, AMissingRootAmongOthersIsAProblem) {
    const TempTree tree{{"d/x"}};
    Query query;
    query.roots = {tree.path("d"), tree.path("missing")};
    const auto sink = run(query);
    EXPECT_EQ(below(tree, sink->paths()), Names{"d/x"});
    ASSERT_EQ(sink->problems.size(), 1u);
    EXPECT_EQ(sink->problems[0].path, tree.path("missing"));
    EXPECT_EQ(sink->problems[0].code, ENOENT);
}

TEST(Walk, StaysOnTheFileSystemWhenAsked) {
    struct stat here {
    }, there{};
    const TempTree tree{link("shm", "/dev/shm"), {"d/x"}};
    if (::stat("/dev/shm", &there) != 0 || ::stat(tree.path().c_str(), &here) != 0 ||
        here.st_dev == there.st_dev) {
        GTEST_SKIP() << "there is no second file system here";
    }
    Query query = everything();
    query.follow = true;
    query.sameFileSystem = true;
    const auto sink = runIn(tree, query);
    EXPECT_EQ(below(tree, sink->paths()), (Names{"d", "d/x", "shm"}));
    EXPECT_EQ(sink->skipped(SkipReason::OtherFileSystem), 1u);
    EXPECT_TRUE(sink->problems.empty());
}

TEST(Walk, VirtualFileSystemsBelowTheSlashAreCountedAndLeftOut) {
    struct stat facts {};
    if (::stat("/proc/self", &facts) != 0) GTEST_SKIP() << "there is no /proc here";
    Query query = everything();
    query.roots = {"/"};
    query.names = {"self"};
    query.maxDepth = 2;
    const auto sink = run(query);
    EXPECT_EQ(std::count(sink->entries.begin(), sink->entries.end(), "/proc/self"), 0);
    EXPECT_GE(sink->skipped(SkipReason::VirtualFileSystem), 1u);
    query.roots = {"/proc"};  // named, it is walked
    query.maxDepth = 1;
    EXPECT_EQ(run(query)->entries, std::vector<std::string>{"/proc/self"});
}

/// Makes a chain of folders below the tree that is far longer than PATH_MAX, with a file at its
/// end.
std::string makeDeepChain(const TempTree& tree, int levels, const std::string& name) {
    int at = ::open(tree.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    std::string path;
    for (int i = 0; i < levels; ++i) {
        EXPECT_EQ(::mkdirat(at, name.c_str(), 0755), 0);
        const int next = ::openat(at, name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        ::close(at);
        at = next;
        path += name + "/";
    }
    const int file = ::openat(at, "end", O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    EXPECT_EQ(::write(file, "needle\n", 7), 7);
    ::close(file);
    ::close(at);
    return path + "end";
}

TEST(Walk, ATreeDeeperThanPathMaxIsWalkedWhole) {
    const TempTree tree{};
    const std::string end = makeDeepChain(tree, 2000, std::string(20, 'd'));
    Query query;
    query.kinds = {EntryKind::File};
    EXPECT_EQ(names(tree, query), Names{end});
    EXPECT_EQ(names(tree, text("needle")), Names{end});
    query.kinds.clear();
    EXPECT_EQ(names(tree, query).size(), 2001u);
}

TEST(Walk, FewDescriptorsAreEnough) {
    TempTree tree{};
    for (int i = 0; i < 60; ++i) {
        tree.add({"w" + std::to_string(i) + "/s/t/file", "needle\n"});
        tree.add({"w" + std::to_string(i) + "/.ignore", "# nothing\n"});
    }
    std::string deep;
    for (int i = 0; i < 60; ++i) deep += "d/";
    tree.add({deep + "file", "needle\n"});
    const Names expected = names(tree);
    ASSERT_EQ(expected.size(), 60u * 4 + 61);
    for (const unsigned files : {10u, 12u, 20u, 64u}) {
        const std::string seen = inChild({.openFiles = files}, [&] {
            Query query;
            query.threads = 4;
            return joined(names(tree, query)) + joined(names(tree, text("needle")));
        });
        EXPECT_EQ(seen, joined(expected) + joined(names(tree, text("needle"))))
            << files << " descriptors";
    }
}

TEST(Walk, AFolderOfTwentyThousandFilesIsListedWhole) {
    TempTree tree{};
    for (int i = 0; i < 20'000; ++i) {
        const int fd = ::open(tree.path("f" + std::to_string(i)).c_str(),
                              O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
        ASSERT_GE(fd, 0);
        ::close(fd);
    }
    tree.add({".ignore", "f1*5\n"});
    for (const unsigned threads : {1u, 4u}) {
        Query query;
        query.threads = threads;
        query.ignore.otherRules = false;
        EXPECT_EQ(names(tree, query).size(), 20'000u);
        // Long before the end of the listing, the rules that lie somewhere in it have to be known.
        query.ignore.otherRules = true;
        EXPECT_EQ(names(tree, query).size(), 20'000u - 1111);
    }
}

TEST(Walk, AnyNumberOfThreadsFindsTheSame) {
    TempTree tree{};
    for (int i = 0; i < 300; ++i) {
        tree.add(
            {"a" + std::to_string(i % 7) + "/b" + std::to_string(i % 11) + "/f" + std::to_string(i),
             i % 3 ? "needle\n" : "hay\n"});
    }
    Query query;
    query.threads = 1;
    const Names expected = names(tree, query);
    Query content = text("needle");
    content.threads = 1;
    const Names expectedText = names(tree, content);
    EXPECT_EQ(expectedText.size(), 200u);
    for (const unsigned threads : {2u, 3u, 16u}) {
        query.threads = content.threads = threads;
        EXPECT_EQ(names(tree, query), expected);
        EXPECT_EQ(names(tree, content), expectedText);
    }
}

}  // namespace
}  // namespace findling
