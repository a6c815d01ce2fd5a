#include "core/search/Explain.h"

#include "support/InChild.h"
#include "support/Names.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace findling {
namespace {

using namespace test;

/// The sentence for a path below the tree, with the tree's own path left out.
std::string why(const TempTree& tree, const std::string& path, Query query = {}) {
    query.roots = {tree.path()};
    const auto explanation = explain(query, tree.path(path));
    if (!explanation) return "error: " + explanation.error().text;
    std::string reason = explanation->reason;
    for (size_t at = 0; (at = reason.find(tree.path() + "/", at)) != std::string::npos;)
        reason.erase(at, tree.path().size() + 1);
    EXPECT_EQ(explanation->result, reason == "is a result");
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
    EXPECT_FALSE(outside->result);
    EXPECT_TRUE(mentions(outside->reason, {"outside"}));
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
