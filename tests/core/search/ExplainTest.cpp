#include "core/search/Explain.h"

#include "support/InChild.h"
#include "support/Names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <thread>

namespace findling {
namespace {

using namespace test;

/// The sentence for a path below the tree, with the tree's own path left out.
std::string why(const TempTree& tree, const std::string& path, Query query = {}) {
    query.roots = {tree.path()};
    const auto explanation = explain(query, tree.path(path));
    if (!explanation) return "error: " + explanation.error().text;
    std::string reason = describe(*explanation);
    for (size_t at = 0; (at = reason.find(tree.path() + "/", at)) != std::string::npos;)
        reason.erase(at, tree.path().size() + 1);
    EXPECT_EQ(explanation->isResult(), reason == "is a result");
    return reason;
}

bool mentions(const std::string& text, std::initializer_list<const char*> words) {
    return std::all_of(words.begin(), words.end(),
                       [&](const char* word) { return text.find(word) != std::string::npos; });
}

TEST(Explain, SaysWhatIsAResult) {
    const TempTree tree{{"d/e/a.c"}};
    EXPECT_EQ(why(tree, "d/e/a.c"), "is a result");
    EXPECT_EQ(why(tree, "d/e"), "is a result");
    EXPECT_EQ(why(tree, "d/"), "is a result");
    EXPECT_EQ(why(tree, "d/e/a.c", text("")), "is left out (no match: no line of it matches)");
}

TEST(Explain, NamesTheRuleThatLeavesThePathOut) {
    const TempTree tree{{".git/HEAD", "ref: x\n"},
                        {".gitignore", "*.o\n"},
                        {"a.o"},
                        {"a.c", "int x;\n"},
                        {".env"},
                        {"big.c", "needle" + std::string(2000, 'x')},
                        {"bin.c", std::string("\0needle", 7)}};
    EXPECT_TRUE(mentions(why(tree, "a.o"), {"ignored", "*.o", ".gitignore:1"})) << why(tree, "a.o");
    EXPECT_TRUE(mentions(why(tree, ".env"), {"hidden"})) << why(tree, ".env");
    Query query;
    query.names = {"*.h"};
    EXPECT_TRUE(mentions(why(tree, "a.c", query), {"*.h"})) << why(tree, "a.c", query);
    query = {};
    query.maxSize = 100;
    EXPECT_TRUE(mentions(why(tree, "big.c", query), {"size", "larger"}))
        << why(tree, "big.c", query);
    query = {};
    query.excludes = {"a*"};
    EXPECT_TRUE(mentions(why(tree, "a.c", query), {"excluded", "a*"})) << why(tree, "a.c", query);
    EXPECT_TRUE(mentions(why(tree, "a.c", text("needle")), {"no match"}))
        << why(tree, "a.c", text("needle"));
    EXPECT_TRUE(mentions(why(tree, "bin.c", text("needle")), {"binary"}))
        << why(tree, "bin.c", text("needle"));
    EXPECT_EQ(why(tree, "big.c", text("needle")), "is a result");
}

TEST(Explain, NamesTheFolderAboveThatIsLeftOut) {
    const TempTree tree{{".git/HEAD", "ref: x\n"},
                        {".gitignore", "build/\n"},
                        {"build/x/a.c"},
                        {".h/x"},
                        {"d/e/f"}};
    EXPECT_TRUE(mentions(why(tree, "build/x/a.c"), {"is inside build", "build/", ".gitignore:1"}))
        << why(tree, "build/x/a.c");
    EXPECT_TRUE(mentions(why(tree, ".h/x"), {"is inside .h", "hidden"})) << why(tree, ".h/x");
    Query query;
    query.maxDepth = 2;
    EXPECT_TRUE(mentions(why(tree, "d/e/f", query), {"is inside d/e", "depth"}))
        << why(tree, "d/e/f", query);
    EXPECT_EQ(why(tree, "d/e", query), "is a result");
}

TEST(Explain, ALinkIsJudgedItself) {
    const TempTree tree{{"d/x"}, link("l", "d"), link("gone", "nowhere")};
    EXPECT_EQ(why(tree, "l"), "is a result");
    EXPECT_EQ(why(tree, "gone"), "is a result");
    Query query;
    query.kinds = {EntryKind::File};
    EXPECT_TRUE(mentions(why(tree, "l", query), {"type"}));
}

TEST(Explain, APathThatIsNotThereIsAnError) {
    const TempTree tree{{"a"}};
    EXPECT_EQ(why(tree, "missing"), "error: No such file or directory");
    Query query;
    query.roots = {tree.path("a")};
    const TempTree other{{"b"}};
    const auto outside = explain(query, other.path("b"));
    ASSERT_TRUE(outside);
    EXPECT_EQ(outside->kind, Explanation::Kind::Outside);
    EXPECT_TRUE(mentions(describe(*outside), {"outside"}));
    query.roots = {tree.path()};
    query.names = {"[a"};
    EXPECT_FALSE(explain(query, tree.path("a")));
}

TEST(Explain, APlaceThatCannotBeReadIsNamed) {
    TempTree tree{{"d/x", "needle\n"}};
    tree.setMode("d/x", 0);
    const std::string seen =
        inChild({.unprivileged = true}, [&] { return why(tree, "d/x", text("needle")); });
    EXPECT_TRUE(mentions(seen, {"Permission denied"})) << seen;
}

TEST(Explain, CarriesReasonAndRuleAsValues) {
    const TempTree tree{{".git/HEAD", "ref: x\n"},
                        {".gitignore", "*.o\n"},
                        {"a.o"},
                        {"a (hidden: x)/which/is left out (b)"},
                        {"b/a/b/a/b"}};
    Query query;
    query.roots = {tree.path()};
    using Kind = Explanation::Kind;
    const auto ignored = explain(query, tree.path("a.o"));
    ASSERT_TRUE(ignored);
    EXPECT_EQ(ignored->kind, Kind::LeftOut);
    EXPECT_EQ(ignored->skip.reason, SkipReason::Ignored);
    EXPECT_EQ(ignored->skip.path, tree.path("a.o"));
    EXPECT_EQ(ignored->skip.rule, "*.o in " + tree.path(".gitignore") + ":1");
    // Names that read like the sentence change nothing.
    query.excludes = {"a (hidden*"};
    const auto inside = explain(query, tree.path("a (hidden: x)/which/is left out (b)"));
    ASSERT_TRUE(inside);
    EXPECT_EQ(inside->kind, Kind::InsideLeftOut);
    EXPECT_EQ(inside->skip.reason, SkipReason::Excluded);
    EXPECT_EQ(inside->skip.path, tree.path("a (hidden: x)"));
    EXPECT_EQ(inside->skip.rule, "matches the exclude pattern a (hidden*");
    EXPECT_TRUE(inside->isLeftOut() && !inside->isResult());
    // A folder above whose path ends as the one below the root does is a folder above all the same.
    query = {};
    query.roots = {tree.path("b/a")};
    query.excludes = {"b"};
    const auto twice = explain(query, tree.path("b/a/b/a/b"));
    ASSERT_TRUE(twice);
    EXPECT_EQ(twice->kind, Kind::InsideLeftOut);
    EXPECT_EQ(twice->skip.path, tree.path("b/a/b"));
    const auto top = explain(query, tree.path("b/a"));
    ASSERT_TRUE(top);
    EXPECT_EQ(top->kind, Kind::Root);
    const auto found = explain(Query{.roots = {tree.path()}}, tree.path("b/a/b/a/b"));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->kind, Kind::Result);
    EXPECT_EQ(found->path, "b/a/b/a/b");
}

TEST(Explain, JudgesListedFilesByTheList) {
    const TempTree tree{{"d/a.c", "needle\n"},
                        {"d/b.c", "hay\n"},
                        {"d/c.c", "needle\n"},
                        {"e/a.c", "needle\n"},
                        link("l", "d")};
    Query query = text("needle");
    query.files =
        std::make_shared<const std::string>(tree.path("d/a.c") + '\0' + tree.path("d/b.c") + '\0');
    using Kind = Explanation::Kind;
    const auto kind = [&](const std::string& path) {
        const auto explanation = explain(query, tree.path(path));
        EXPECT_TRUE(explanation) << path;
        return explanation ? explanation->kind : Kind::NotReached;
    };
    EXPECT_EQ(kind("d/a.c"), Kind::Result);
    EXPECT_EQ(kind("d/b.c"), Kind::LeftOut);
    EXPECT_EQ(kind("d/c.c"), Kind::NotListed);
    EXPECT_EQ(kind("e/a.c"), Kind::NotListed);
    EXPECT_EQ(kind("l/a.c"), Kind::Result) << "another way to the same file";
    EXPECT_EQ(kind("d"), Kind::NotListed);
    query.roots = {tree.path("e")};  // files and folders together
    EXPECT_EQ(kind("e/a.c"), Kind::Result);
    EXPECT_EQ(kind("d/b.c"), Kind::LeftOut);
    EXPECT_EQ(kind("d/c.c"), Kind::Outside);
}

TEST(Explain, CanBeStopped) {
    const TempTree tree{{"a.c", "hay\n"}, {"slow", std::string(400'000, 'x') + "y\n"}};
    StopSource stopped;
    stopped.request();
    Query query = text("needle");
    query.roots = {tree.path()};
    const auto never = explain(query, tree.path("a.c"), stopped);
    ASSERT_TRUE(never);
    EXPECT_EQ(never->kind, Explanation::Kind::Stopped);
    EXPECT_TRUE(mentions(describe(*never), {"stopped"}));
    // This would go on until a limit is reached, and be another answer.
    query.content->patterns = {"x*x*[yq](?<!y)"};
    const auto limited = explain(query, tree.path("slow"));
    ASSERT_TRUE(limited);
    EXPECT_EQ(limited->kind, Explanation::Kind::Unreadable);
    StopSource stop;
    std::thread later([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        stop.request();
    });
    const auto half = explain(query, tree.path("slow"), stop);
    later.join();
    ASSERT_TRUE(half);
    EXPECT_EQ(half->kind, Explanation::Kind::Stopped);
}

/// The promise: explain runs the same code, so its answer is the search's for every path.
TEST(Explain, AgreesWithTheSearchOnEveryPath) {
    const TempTree tree{{".git/HEAD", "ref: x\n"},
                        {".gitignore", "*.o\n/d/e\n!keep.o\n"},
                        {"a.o"},
                        {"keep.o"},
                        {"a.c", "needle\n"},
                        {"d/e/x"},
                        {"d/f/y.c", "hay\n"},
                        {".h/z.c", "needle\n"},
                        {"n/.gitignore", "*\n!*.c\n"},
                        {"n/q.c", "needle\n"},
                        {"n/q.h"},
                        {"D/X.C"},
                        link("l.c", "a.c")};
    Query byName;
    byName.names = {"*.c", "d"};
    Query bySize;
    bySize.minSize = 1;
    for (const Query& query : {Query{}, byName, bySize, everything(), text("needle")}) {
        const Names results = names(tree, query);
        for (const std::string& path : names(tree, everything())) {
            const bool found = std::find(results.begin(), results.end(), path) != results.end();
            EXPECT_EQ(why(tree, path, query) == "is a result", found)
                << path << ": " << why(tree, path, query);
        }
    }
}

}  // namespace
}  // namespace findling
