/// A search among what a walk came upon finds what a search on the disk finds, and two records tell
/// what has changed between them.

#include "core/index/WalkRecord.h"

#include "agree/RandomTree.h"
#include "support/Names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <numeric>

namespace findling {
namespace {

using namespace test;

constexpr size_t kNoLimit = std::numeric_limits<size_t>::max();

/// Walks for the query and keeps what it came upon.
std::shared_ptr<WalkRecord> record(const Query& query, RecordingSink& sink,
                                   size_t budget = kNoLimit) {
    auto out = std::make_shared<WalkRecord>(budget);
    auto search = Search::start(query, sink, out);
    if (search) (*search)->wait();
    return out;
}

std::shared_ptr<WalkRecord> record(const Query& query) {
    RecordingSink sink;
    return record(query, sink);
}

/// Result paths, sorted.
Names among(const std::shared_ptr<const WalkRecord>& record, const Query& query) {
    RecordingSink sink;
    auto search = Search::among(record, query, sink);
    if (!search) return {"error: " + search.error().text};
    (*search)->wait();
    return sink.paths();
}

Query namesIn(const TempTree& tree, std::string glob) {
    Query query;
    query.roots = {tree.path()};
    query.names = {std::move(glob)};
    return query;
}

TEST(WalkRecord, KeepsWhatHasAnotherNameThanAskedFor) {
    const TempTree tree{{"a.c"}, {"b.h"}, {"sub/c.c"}, {".hidden"}, {".gitignore", "d.c\n"},
                        {"d.c"}};
    RecordingSink sink;
    const auto kept = record(namesIn(tree, "*.h"), sink);
    EXPECT_EQ(below(tree, sink.paths()), (Names{"b.h"}));
    ASSERT_TRUE(kept->isComplete());
    EXPECT_EQ(kept->entries(), 5u);  // a.c b.h d.c sub sub/c.c
    EXPECT_EQ(below(tree, among(kept, namesIn(tree, "*.c"))), (Names{"a.c", "d.c", "sub/c.c"}));
    EXPECT_EQ(below(tree, among(kept, namesIn(tree, "s*"))), (Names{"sub"}));
    EXPECT_EQ(below(tree, among(kept, namesIn(tree, "sub/*"))), (Names{"sub/c.c"}));
}

TEST(WalkRecord, CountsOfAWalkAreTheSameWithARecord) {
    const TempTree tree{
        {".git/"}, {".gitignore", "*.o\n"}, {"a.o"}, {"b.c"}, {".x/b.c"}, {"sub/.y"}, {"k/l"}};
    Query query = namesIn(tree, "*.c");
    query.excludes = {"k"};
    RecordingSink plain, recording;
    auto search = Search::start(query, plain);
    ASSERT_TRUE(search);
    (*search)->wait();
    record(query, recording);
    EXPECT_EQ(plain.summary.totals.skips, recording.summary.totals.skips);
    EXPECT_EQ(plain.summary.totals.entries, recording.summary.totals.entries);
    EXPECT_EQ(plain.paths(), recording.paths());
}

TEST(WalkRecord, ServesQueriesThatWalkAlike) {
    const TempTree tree{{"a"}};
    const Query query = namesIn(tree, "*");
    const auto kept = record(query);
    const auto serves = [&](auto change) {
        Query other = query;
        change(other);
        return kept->serves(other);
    };
    EXPECT_TRUE(serves([](Query& q) { q.names = {"b"}; }));
    EXPECT_TRUE(serves([](Query& q) { q.minSize = 7; }));
    EXPECT_TRUE(serves([](Query& q) { q.nameCase = CaseMode::Sensitive; }));
    EXPECT_FALSE(serves([](Query& q) { q.hidden = true; }));
    EXPECT_FALSE(serves([](Query& q) { q.ignore.gitRules = false; }));
    EXPECT_FALSE(serves([](Query& q) { q.roots.push_back("/"); }));
    EXPECT_FALSE(serves([](Query& q) { q.excludes = {"x"}; }));
    EXPECT_FALSE(serves([](Query& q) { q.maxDepth = 1; }));
    EXPECT_FALSE(serves([](Query& q) { q.follow = true; }));
    EXPECT_FALSE(serves([](Query& q) { q.sameFileSystem = true; }));
}

TEST(WalkRecord, IsNotCompleteWhereSomethingIsMissing) {
    TempTree tree;
    for (int i = 0; i < 3000; ++i)
        tree.add({"d" + std::to_string(i % 7) + "/" + std::to_string(i)});
    Query limited = namesIn(tree, "*");
    limited.maxResults = 1;
    EXPECT_FALSE(record(limited)->isComplete());
    RecordingSink sink;
    EXPECT_FALSE(record(namesIn(tree, "*"), sink, 1000)->isComplete());
    EXPECT_EQ(sink.paths().size(), 3007u);  // what was asked for is there all the same
    Query file;
    file.roots = {tree.path("d0/0")};
    EXPECT_FALSE(record(file)->isComplete());
}

TEST(WalkRecord, LongFoldersAndManyBlocks) {
    TempTree tree;
    std::string name(200, 'n');
    for (int i = 0; i < 6000; ++i) tree.add({"big/" + name + std::to_string(i)});
    const auto kept = record(namesIn(tree, "no"));
    EXPECT_GT(kept->blocks().size(), 3u);
    EXPECT_EQ(kept->entries(), 6001u);
    EXPECT_EQ(among(kept, namesIn(tree, "*7")).size(), 600u);
    const WalkChanges none = compareWalks(*kept, *record(namesIn(tree, "x")), {});
    EXPECT_TRUE(!none.added && none.removed.empty());
}

TEST(WalkRecord, AFilterReadsFactsOfTheDiskAsItIsNow) {
    TempTree tree{{"a", "12345"}, {"b", "1"}};
    Query query = namesIn(tree, "*");
    const auto kept = record(query);
    query.minSize = 3;
    EXPECT_EQ(below(tree, among(kept, query)), (Names{"a"}));
    tree.add({"b", "1234567"});
    EXPECT_EQ(below(tree, among(kept, query)), (Names{"a", "b"}));
}

TEST(WalkRecord, TellsWhatHasChanged) {
    TempTree tree{{"a"}, {"k/b"}, {"k/c"}, {"gone/x"}, {"gone/y/z"}, {"same/s"}};
    const Query query = namesIn(tree, "*");
    const auto before = record(query);
    std::filesystem::remove_all(tree.path("gone"));
    std::filesystem::remove(tree.path("k/b"));
    std::filesystem::remove(tree.path("a"));
    tree.add({"a/"});  // of another type now
    tree.add({"k/d"});
    tree.add({"new/n"});
    WalkChanges changes = compareWalks(*before, *record(query), {});
    EXPECT_EQ(below(tree, changes.removed),
              (Names{"a", "gone", "gone/x", "gone/y", "gone/y/z", "k/b"}));
    ASSERT_TRUE(changes.added);
    EXPECT_EQ(below(tree, among(changes.added, query)), (Names{"a", "k/d", "new", "new/n"}));
    StopSource stop;
    stop.request();
    changes = compareWalks(*before, *record(query), stop.token());
    EXPECT_TRUE(!changes.added && changes.removed.empty());
}

TEST(WalkRecord, OfSeveralRootsAllMustBeThere) {
    const TempTree one{{"same"}, {"a"}}, two{{"same"}, {"b"}};
    Query query;
    query.roots = {one.path(), two.path()};
    const auto both = record(query);
    ASSERT_TRUE(both->isComplete());
    EXPECT_EQ(among(both, query).size(), 4u);
    std::filesystem::remove(two.path("b"));
    const WalkChanges changes = compareWalks(*both, *record(query), {});
    EXPECT_EQ(changes.removed, (Names{two.path("b")}));
    EXPECT_FALSE(changes.added);
    std::filesystem::rename(one.path(), one.path() + ".away");
    EXPECT_FALSE(record(query)->isComplete());  // the other one's place in it would be another
    std::filesystem::rename(one.path() + ".away", one.path());
    Query swapped = query;
    std::swap(swapped.roots[0], swapped.roots[1]);
    EXPECT_FALSE(record(swapped)->hasSameRoots(*both));
    EXPECT_TRUE(record(query)->hasSameRoots(*both));
}

TEST(WalkRecord, ASearchInItEndsOnce) {
    TempTree tree;
    for (int i = 0; i < 2500; ++i) tree.add({std::string(240, 'n') + std::to_string(i)});
    Query query = namesIn(tree, "none");
    const auto kept = record(query);
    ASSERT_GT(kept->blocks().size(), 1u);
    query.threads = 4;
    for (int i = 0; i < 1000; ++i) {
        RecordingSink sink;
        {
            auto search = Search::among(kept, query, sink);
            ASSERT_TRUE(search);
            (*search)->wait();
        }
        ASSERT_EQ(sink.finishedCalls, 1);
        ASSERT_FALSE(sink.brokenRules);
    }
}

/// Random questions on random trees: on the disk, and in a record that another question left.
TEST(WalkRecord, FindsWhatTheDiskDoes) {
    const CaseRange cases = casesToRun("WalkRecord.FindsWhatTheDiskDoes", 150);
    for (uint64_t seed = cases.first; seed < cases.first + cases.count; ++seed) {
        Random random(seed);
        TempTree tree;
        fillRandomly(tree, random, {});
        if (random.percent(50)) tree.add({".gitignore", random.pick({"a*\n", "!b\n*o*\n", "x\n"})});
        if (random.percent(50)) tree.add({".git/"});
        Query walk;
        walk.roots = {tree.path()};
        walk.hidden = random.percent(50);
        walk.ignore.gitRules = random.percent(70);
        walk.follow = random.percent(30);
        if (random.percent(30)) walk.excludes = {random.pick({"b*", "*/a", "foo"})};
        if (random.percent(30)) walk.maxDepth = static_cast<uint32_t>(random.below(4));
        Query first = walk;
        first.names = {random.pick({"*a*", "nothing", "*"})};
        const auto kept = record(first);
        ASSERT_TRUE(kept->isComplete());
        for (int i = 0; i < 6; ++i) {
            Query query = walk;
            query.names = {random.pick({"*", "*a*", "a/**", "*.", "[!a]*", "*/", "**/b*"})};
            if (random.percent(30)) query.namesAll = {random.pick({"*o*", "*b*"})};
            if (random.percent(30)) query.minDepth = static_cast<uint32_t>(random.below(3));
            if (random.percent(30)) query.minSize = random.below(600);
            if (random.percent(30))
                query.kinds = {random.percent(50) ? EntryKind::File : EntryKind::Empty};
            EXPECT_EQ(test::run(query)->paths(), among(kept, query))
                << repeatCommand("WalkRecord.FindsWhatTheDiskDoes", seed);
        }
    }
}

/// What a record lacks after random changes is exactly what a comparison tells.
TEST(WalkRecord, ChangesLeadFromOneWalkToTheNext) {
    const CaseRange cases = casesToRun("WalkRecord.ChangesLeadFromOneWalkToTheNext", 100);
    for (uint64_t seed = cases.first; seed < cases.first + cases.count; ++seed) {
        Random random(seed);
        TempTree tree;
        const std::vector<std::string> paths = fillRandomly(tree, random, {.fifos = false});
        Query query = namesIn(tree, "*");
        query.hidden = true;
        const auto before = record(query);
        for (const std::string& path : paths) {
            std::error_code ignored;
            if (random.percent(10)) std::filesystem::remove_all(tree.path(path), ignored);
        }
        for (int i = 0; i < 5; ++i)
            tree.add({"new" + std::to_string(random.below(3)) + "/" + std::to_string(i)});
        const auto now = record(query);
        const WalkChanges changes = compareWalks(*before, *now, {});
        Names left = among(before, query);
        for (const std::string& path : changes.removed) {
            const auto at = std::find(left.begin(), left.end(), path);
            ASSERT_NE(at, left.end()) << path;
            left.erase(at);
        }
        if (changes.added) {
            for (const std::string& path : among(changes.added, query)) left.push_back(path);
        }
        std::sort(left.begin(), left.end());
        EXPECT_EQ(left, test::run(query)->paths())
            << repeatCommand("WalkRecord.ChangesLeadFromOneWalkToTheNext", seed);
    }
}

/// Paths with a NUL behind each.
std::shared_ptr<const std::string> asFiles(const Names& paths) {
    std::string out;
    for (const std::string& path : paths) (out += path) += '\0';
    return std::make_shared<const std::string>(std::move(out));
}

TEST(SearchInFiles, TakesOnlyTheFilesThatItIsGiven) {
    const TempTree tree{
        {"a.c", "needle\n"}, {"b.c", "hay\n"}, {"sub/c.h", "needle\n"}, {"d.c", "needle\n"}};
    Query query = text("needle");
    query.files = asFiles({tree.path("a.c"), tree.path("b.c"), tree.path("sub/c.h")});
    const auto found = test::run(query);
    EXPECT_EQ(below(tree, found->paths()), (Names{"a.c", "sub/c.h"}));
    EXPECT_EQ(found->summary.totals.filesSearched, 3u);
    query.extensions = {"c"};
    EXPECT_EQ(below(tree, test::run(query)->paths()), (Names{"a.c"}));
    query.content.reset();
    EXPECT_EQ(below(tree, test::run(query)->paths()), (Names{"a.c", "b.c"}));
    query.excludes = {"b*"};
    EXPECT_EQ(below(tree, test::run(query)->paths()), (Names{"a.c"}));
}

TEST(SearchInFiles, PatternsJudgePathsFromTheFolderOn) {
    const TempTree tree{{"src/a.c"}, {"src/b.h"}, {"build/c.c"}};
    Query query;
    query.roots = {tree.path()};
    Query within;
    within.files = asFiles({tree.path("src/a.c"), tree.path("src/b.h"), tree.path("build/c.c")});
    within.filesBelow = {"/no/such", tree.path(), "/"};
    const std::string top = tree.path().substr(tree.path().rfind('/') + 1);
    const std::string patterns[] = {"src/*.c", tree.path("src/*.c"), "/src/*", "**/a.c",
                                    "*.c",     "*/" + top + "/**"};
    for (const std::string& pattern : patterns) {
        query.names = within.names = {pattern};
        query.kinds = within.kinds = {EntryKind::File};
        EXPECT_EQ(test::run(query)->paths(), test::run(within)->paths()) << pattern;
    }
    query.names = within.names = {};
    for (const std::string& pattern : {std::string("build"), tree.path("src"), std::string("/src"),
                                       top, std::string("src/*.h")}) {
        query.excludes = within.excludes = {pattern};
        EXPECT_EQ(test::run(query)->paths(), test::run(within)->paths()) << pattern;
    }
}

TEST(SearchInFiles, AFileThatIsGoneIsCountedAndNoFolderIsWalked) {
    const TempTree tree{{"a"}, {"folder/x"}};
    Query query;
    query.files = asFiles({tree.path("a"), tree.path("gone"), tree.path("folder")});
    const auto found = test::run(query);
    EXPECT_EQ(below(tree, found->paths()), (Names{"a", "folder"}));
    EXPECT_EQ(found->skipped(SkipReason::Vanished), 1u);
    EXPECT_TRUE(found->problems.empty());
    query.files = asFiles({});
    EXPECT_TRUE(test::run(query)->paths().empty());  // none is none, not the current folder
}

TEST(SearchInFiles, ManyFilesOnSeveralThreadsEachOnce) {
    TempTree tree;
    Names paths;
    for (int i = 0; i < 3000; ++i) {
        tree.add({"d" + std::to_string(i % 5) + "/f" + std::to_string(i), "needle\n"});
        paths.push_back(tree.path("d" + std::to_string(i % 5) + "/f" + std::to_string(i)));
    }
    Query query = text("needle");
    query.files = asFiles(paths);
    query.threads = 4;
    const auto found = test::run(query);
    std::sort(paths.begin(), paths.end());
    EXPECT_EQ(found->paths(), paths);
    query.threads = 1;
    EXPECT_EQ(test::run(query)->paths(), paths);
}

}  // namespace
}  // namespace findling
