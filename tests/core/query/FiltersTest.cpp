#include "support/Names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace findling {
namespace {

using namespace test;

constexpr int64_t kSecond = 1'000'000'000;

Names withNames(const TempTree& tree, std::vector<std::string> globs,
                CaseMode mode = CaseMode::Smart) {
    Query query;
    query.names = std::move(globs);
    query.nameCase = mode;
    return names(tree, query);
}

TEST(NameFilter, AWordIsTheWholeNameAtAnyDepth) {
    const TempTree tree{{"foo"}, {"a/foo"}, {"a/foobar"}, {"foo.c"}, {"FOO"}};
    EXPECT_EQ(withNames(tree, {"foo"}), (Names{"FOO", "a/foo", "foo"}));
    EXPECT_EQ(withNames(tree, {"foo"}, CaseMode::Sensitive), (Names{"a/foo", "foo"}));
    EXPECT_EQ(withNames(tree, {"FOO"}), Names{"FOO"});
    EXPECT_EQ(withNames(tree, {"foo.c", "*bar"}), (Names{"a/foobar", "foo.c"}));
}

TEST(NameFilter, ASlashMakesItThePathBelowTheRoot) {
    const TempTree tree{{"a/b/x.c"}, {"b/x.c"}, {"x.c"}};
    EXPECT_EQ(withNames(tree, {"b/x.c"}), Names{"b/x.c"});
    EXPECT_EQ(withNames(tree, {"**/b/x.c"}), (Names{"a/b/x.c", "b/x.c"}));
    EXPECT_EQ(withNames(tree, {"/x.c"}), Names{"x.c"});
    EXPECT_EQ(withNames(tree, {"./x.c"}), Names{"x.c"});
    EXPECT_EQ(withNames(tree, {"a/**"}), (Names{"a/b", "a/b/x.c"}));
    EXPECT_EQ(withNames(tree, {tree.path("a/b/*.c")}), Names{"a/b/x.c"});
    EXPECT_EQ(withNames(tree, {tree.path("**/x.c")}), (Names{"a/b/x.c", "b/x.c", "x.c"}));
}

TEST(NameFilter, ASlashAtTheEndAsksForFolders) {
    const TempTree tree{{"b/b"}, {"c/b/x"}, link("a/b", "../c")};
    EXPECT_EQ(withNames(tree, {"b/"}), (Names{"b", "c/b"}));
    EXPECT_EQ(withNames(tree, {"*/b/"}), Names{"c/b"});
}

TEST(NameFilter, AFolderThatDoesNotMatchIsEnteredAllTheSame) {
    const TempTree tree{{"d/e/x.c"}};
    EXPECT_EQ(withNames(tree, {"*.c"}), Names{"d/e/x.c"});
}

TEST(ExtensionFilter, IsTheEndOfAFileNameBehindADot) {
    const TempTree tree{{"a.c"}, {"b.h"}, {"c.tar.gz"}, {"d.gz"},
                        {"E.C"}, {"c"},   {"xc"},       {"dir.c/x"}};
    const auto with = [&](std::vector<std::string> extensions) {
        Query query;
        query.extensions = std::move(extensions);
        return names(tree, query);
    };
    EXPECT_EQ(with({"c"}), (Names{"E.C", "a.c"}));
    EXPECT_EQ(with({".h", "tar.gz"}), (Names{"b.h", "c.tar.gz"}));
    EXPECT_EQ(with({"gz"}), (Names{"c.tar.gz", "d.gz"}));
    EXPECT_EQ(with({"C"}), Names{"E.C"});
    EXPECT_EQ(with({"*"}), Names{});  // no wildcard here
}

TEST(Excludes, PruneFoldersAndHideFiles) {
    const TempTree tree{{"a/x"}, {"build/x"}, {"src/build/y"}, {"x.o"}, {"src/x.o"}};
    const auto without = [&](std::vector<std::string> globs) {
        Query query;
        query.excludes = std::move(globs);
        return names(tree, query);
    };
    EXPECT_EQ(without({"build", "*.o"}), (Names{"a", "a/x", "src"}));
    EXPECT_EQ(without({"/build"}),
              (Names{"a", "a/x", "src", "src/build", "src/build/y", "src/x.o", "x.o"}));
    EXPECT_EQ(without({"x/"}).size(), 9u);  // folders only
    EXPECT_EQ(without({"src/**"}), (Names{"a", "a/x", "build", "build/x", "src", "x.o"}));
    EXPECT_EQ(without({tree.path("src")}), (Names{"a", "a/x", "build", "build/x", "x.o"}));
}

TEST(KindFilter, KnowsEveryKind) {
    TempTree tree{{"f", "x"}, {"run", "x"}, {"d/e/"}, link("l", "f"), fifo("p"), {"empty", ""}};
    tree.setMode("run", 0755);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct sockaddr_un address {};
    address.sun_family = AF_UNIX;
    const std::string path = tree.path("s");
    ASSERT_LT(path.size(), sizeof address.sun_path);
    path.copy(address.sun_path, path.size());
    ASSERT_EQ(::bind(socket, reinterpret_cast<struct sockaddr*>(&address), sizeof address), 0);
    ::close(socket);
    const auto of = [&](std::vector<EntryKind> kinds) {
        Query query;
        query.kinds = std::move(kinds);
        return names(tree, query);
    };
    EXPECT_EQ(of({EntryKind::File}), (Names{"empty", "f", "run"}));
    EXPECT_EQ(of({EntryKind::Folder}), (Names{"d", "d/e"}));
    EXPECT_EQ(of({EntryKind::Link}), Names{"l"});
    EXPECT_EQ(of({EntryKind::Fifo}), Names{"p"});
    EXPECT_EQ(of({EntryKind::Socket}), Names{"s"});
    EXPECT_EQ(of({EntryKind::Fifo, EntryKind::Link}), (Names{"l", "p"}));
    EXPECT_EQ(of({EntryKind::Executable}), Names{"run"});
    EXPECT_EQ(of({EntryKind::Empty}), (Names{"d/e", "empty"}));
    EXPECT_EQ(of({EntryKind::Empty, EntryKind::Folder}), Names{"d/e"});
    EXPECT_EQ(of({EntryKind::Empty, EntryKind::File}), Names{"empty"});
    EXPECT_EQ(of({EntryKind::Block, EntryKind::Char}), Names{});
}

TEST(SizeFilter, BothEndsBelongToTheRange) {
    const TempTree tree{{"s0", ""},
                        {"s1", "x"},
                        {"s511", std::string(511, 'x')},
                        {"s512", std::string(512, 'x')},
                        {"s513", std::string(513, 'x')},
                        {"d/"},
                        link("l", "s512")};
    Query query;
    query.minSize = 511;
    query.maxSize = 512;
    EXPECT_EQ(names(tree, query), (Names{"s511", "s512"}));
    query.minSize = 0;
    query.maxSize = 0;
    EXPECT_EQ(names(tree, query), Names{"s0"});  // a size means files
    query.foldersPassSize = true;
    const Names passed = names(tree, query);
    EXPECT_TRUE(std::find(passed.begin(), passed.end(), "d") != passed.end());
    query = {};
    query.minSize = 512;
    EXPECT_EQ(names(tree, query), (Names{"s512", "s513"}));
}

TEST(TimeFilter, BothEndsBelongToTheRange) {
    TempTree tree{{"t0"}, {"t1"}, {"t2"}, {"old"}, {"far"}};
    const int64_t base = 1'700'000'000 * kSecond;
    tree.setTime("t0", base - 1);
    tree.setTime("t1", base);
    tree.setTime("t2", base + 1);
    tree.setTime("old", -5 * kSecond - 1);
    tree.setTime("far", 4'300'000'000 * kSecond);
    Query query;
    query.modified.after = base;
    EXPECT_EQ(names(tree, query), (Names{"far", "t1", "t2"}));
    query.modified.before = base;
    EXPECT_EQ(names(tree, query), Names{"t1"});
    query.modified.after.reset();
    EXPECT_EQ(names(tree, query), (Names{"old", "t0", "t1"}));
    query.modified.before = -5 * kSecond - 1;
    EXPECT_EQ(names(tree, query), Names{"old"});
}

TEST(PermissionFilter, ExactlyAllOrAnyOfTheBits) {
    TempTree tree{{"a"}, {"b"}, {"c"}};
    tree.setMode("a", 0644);
    tree.setMode("b", 0755);
    tree.setMode("c", 0400);
    const auto with = [&](PermissionRule::Kind kind, uint32_t bits) {
        Query query;
        query.permissions = {kind, bits};
        return names(tree, query);
    };
    EXPECT_EQ(with(PermissionRule::Kind::Exactly, 0644), Names{"a"});
    EXPECT_EQ(with(PermissionRule::Kind::All, 0444), (Names{"a", "b"}));
    EXPECT_EQ(with(PermissionRule::Kind::Any, 0111), Names{"b"});
    EXPECT_EQ(with(PermissionRule::Kind::All, 0), (Names{"a", "b", "c"}));
}

TEST(OwnerFilter, IsTheUserOrTheGroupOrNot) {
    const TempTree tree{{"a"}};
    Query query;
    query.owner = geteuid();
    EXPECT_EQ(names(tree, query), Names{"a"});
    query.notOwner = true;
    EXPECT_EQ(names(tree, query), Names{});
    query = {};
    query.owner = geteuid() + 1;
    EXPECT_EQ(names(tree, query), Names{});
    query.notOwner = true;
    EXPECT_EQ(names(tree, query), Names{"a"});
    query = {};
    query.group = getegid() + 1;
    EXPECT_EQ(names(tree, query), Names{});
}

TEST(TimeFilter, KnowsAllFourTimes) {
    TempTree tree{{"a"}};
    tree.setTime("a", 5 * kSecond);  // modified and accessed; born and changed just now
    const auto with = [&](TimeRange Query::*time, TimeRange range) {
        Query query;
        query.*time = range;
        return names(tree, query).size();
    };
    const TimeRange early{.before = 6 * kSecond};
    EXPECT_EQ(with(&Query::modified, early), 1u);
    EXPECT_EQ(with(&Query::accessed, early), 1u);
    EXPECT_EQ(with(&Query::changed, early), 0u);
    EXPECT_EQ(with(&Query::created, early), 0u);
    const TimeRange late{.after = 1'700'000'000 * kSecond};
    EXPECT_EQ(with(&Query::modified, late), 0u);
    EXPECT_EQ(with(&Query::accessed, late), 0u);
    EXPECT_EQ(with(&Query::changed, late), 1u);
    FileStat facts;
    ASSERT_EQ(statPath(tree.path("a"), true, facts), 0);
    EXPECT_EQ(with(&Query::created, late), facts.created ? 1u : 0u);  // unknown: not included
}

TEST(NameFilter, EveryPatternOfAllHasToMatch) {
    const TempTree tree{{"ab"}, {"a"}, {"b"}};
    Query query;
    query.namesAll = {"*a*", "*b*"};
    EXPECT_EQ(names(tree, query), Names{"ab"});
    query.names = {"b*"};
    EXPECT_EQ(names(tree, query), Names{});
}

TEST(Filters, EachSkipHasItsReason) {
    TempTree tree{{"a.c", "x"}, {"b.h", "x"},  {"big.c", "xxxx"}, {"old.c", "x"},
                  {"l.c/"},     {"no.c", "x"}, {".h.c", "x"}};
    tree.setTime("old.c", 0);
    Query query;
    query.names = {"*.c"};
    query.kinds = {EntryKind::File};
    query.maxSize = 2;
    query.modified.after = kSecond;
    query.excludes = {"no*"};
    query.listSkips = SkipList::All;
    const auto sink = runIn(tree, query);
    EXPECT_EQ(below(tree, sink->paths()), Names{"a.c"});
    for (const SkipReason reason : {SkipReason::Pattern, SkipReason::Type, SkipReason::Size,
                                    SkipReason::Time, SkipReason::Excluded, SkipReason::Hidden}) {
        EXPECT_EQ(sink->skipped(reason), 1u) << name(reason);
    }
    for (const Skip& skip : sink->skips) EXPECT_FALSE(skip.rule.empty()) << skip.path;
}

TEST(Filters, NarrowWhatIsSearchedForText) {
    const TempTree tree{{"a.c", "needle\n"},
                        {"b.h", "needle\n"},
                        {"d/big.c", "needle" + std::string(100, ' ') + "\n"}};
    Query query = text("needle");
    query.names = {"*.c"};
    EXPECT_EQ(names(tree, query), (Names{"a.c", "d/big.c"}));
    query.maxSize = 50;
    EXPECT_EQ(names(tree, query), Names{"a.c"});
}

}  // namespace
}  // namespace findling
