#include "core/search/Search.h"

#include "support/Names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <set>
#include <thread>

namespace findling {
namespace {

using namespace test;
using namespace std::literals;

/// A tree of many small files, a third of which hold "needle".
const TempTree& manyFiles() {
    static const auto tree = [] {
        auto made = std::make_unique<TempTree>();
        for (int i = 0; i < 2000; ++i) {
            made->add({"d" + std::to_string(i % 40) + "/f" + std::to_string(i),
                       i % 3 == 0 ? "hay\nneedle\nhay\n" : "hay\n"});
        }
        return made;
    }();
    return *tree;
}

TEST(Search, RunsOnThreadsOfItsOwnAndIsDoneOnce) {
    const TempTree tree{{"a"}, {"b/c"}};
    RecordingSink sink;
    Query query;
    query.roots = {tree.path()};
    auto search = Search::start(query, sink);
    ASSERT_TRUE(search);
    const Summary& summary = (*search)->wait();
    EXPECT_TRUE((*search)->finished());
    EXPECT_EQ(sink.finishedCalls, 1);
    EXPECT_EQ(below(tree, sink.paths()), (Names{"a", "b", "b/c"}));
    EXPECT_EQ(summary.end, Summary::End::Finished);
    EXPECT_EQ(summary.totals.results, 3u);
    EXPECT_EQ(summary.totals.entries, 3u);
    EXPECT_EQ(summary.searchId, (*search)->id());
    for (const RecordedBatch& batch : sink.batches) EXPECT_EQ(batch.searchId, (*search)->id());
    (*search)->wait();  // again is no harm
}

TEST(Search, EverySearchHasAnIdOfItsOwn) {
    const TempTree tree{{"a"}};
    std::set<uint64_t> ids;
    for (int i = 0; i < 5; ++i) ids.insert(runIn(tree, {})->summary.searchId);
    EXPECT_EQ(ids.size(), 5u);
}

TEST(Search, ErrorsComeBackBeforeAnyWalking) {
    const TempTree tree{{"a"}};
    std::vector<std::pair<Query, ErrorKind>> rows;
    Query query;
    query.roots = {tree.path("missing")};
    rows.emplace_back(query, ErrorKind::Path);
    query.roots = {""};
    rows.emplace_back(query, ErrorKind::Path);
    query.roots = {tree.path("a") + "/x"};  // below a file
    rows.emplace_back(query, ErrorKind::Path);
    query.roots = {"a\0b"s};
    rows.emplace_back(query, ErrorKind::Path);
    query.roots = {tree.path()};
    query.names = {"[a"};
    rows.emplace_back(query, ErrorKind::Pattern);
    query.names = {};
    query.excludes = {"{a"};
    rows.emplace_back(query, ErrorKind::Pattern);
    query.excludes = {};
    query.extensions = {"a/b"};
    rows.emplace_back(query, ErrorKind::Option);
    query.extensions = {};
    query.minSize = 2;
    query.maxSize = 1;
    rows.emplace_back(query, ErrorKind::Option);
    rows.emplace_back(text("a("), ErrorKind::Pattern);
    rows.back().first.roots = {tree.path()};
    rows.emplace_back(text(""), ErrorKind::Pattern);
    rows.back().first.content->patterns.clear();
    for (size_t row = 0; row < rows.size(); ++row) {
        const auto& [bad, kind] = rows[row];
        RecordingSink sink;
        const auto search = Search::start(bad, sink);
        ASSERT_FALSE(search) << "row " << row;
        EXPECT_EQ(search.error().kind, kind) << describe(search.error());
        EXPECT_FALSE(search.error().text.empty());
        EXPECT_EQ(sink.finishedCalls, 0);
        EXPECT_TRUE(sink.batches.empty());
        EXPECT_FALSE(check(bad));
    }
    query = {};
    query.roots = {tree.path()};
    EXPECT_TRUE(check(query));
}

TEST(Search, TheErrorOfAMissingRootNamesIt) {
    Query query;
    query.roots = {"/no/such/folder"};
    RecordingSink sink;
    const auto search = Search::start(query, sink);
    ASSERT_FALSE(search);
    EXPECT_EQ(search.error().subject, "/no/such/folder");
    EXPECT_EQ(search.error().code, ENOENT);
}

TEST(Search, TheFirstResultComesAloneAndTheRestInBatches) {
    Query query;
    query.roots = {manyFiles().path()};
    query.threads = 1;
    const auto sink = test::run(query);
    ASSERT_GT(sink->batches.size(), 2u);
    const auto first = std::find_if(sink->batches.begin(), sink->batches.end(),
                                    [](const auto& b) { return b.entries > 0; });
    ASSERT_NE(first, sink->batches.end());
    EXPECT_EQ(first->entries, 1u);
    size_t sum = 0;
    for (const RecordedBatch& batch : sink->batches) {
        EXPECT_LE(batch.entries, 256u);
        sum += batch.entries;
    }
    EXPECT_EQ(sum, 2040u);
}

TEST(Search, AFileWithManyMatchesSpansBatches) {
    std::string content;
    for (int i = 0; i < 20'000; ++i) content += "needle\n";
    const TempTree tree{{"f", content}};
    const auto sink = runIn(tree, text("needle"));
    ASSERT_EQ(sink->files.size(), 1u);
    EXPECT_EQ(sink->files[0].matches.size(), 20'000u);
    EXPECT_EQ(sink->files[0].end.matches, 20'000u);
    EXPECT_GE(sink->batches.size(), 4u);
    for (const RecordedBatch& batch : sink->batches) EXPECT_LE(batch.matches, 4096u);
}

TEST(Search, LongLinesCloseABatchEarly) {
    std::string content;
    for (int i = 0; i < 64; ++i) content += "needle" + std::string(64 * 1024, 'x') + "\n";
    const TempTree tree{{"f", content}};
    const auto sink = runIn(tree, text("needle"), Detail::Lines);
    EXPECT_EQ(sink->files.at(0).matches.size(), 64u);
    for (const RecordedBatch& batch : sink->batches) EXPECT_LE(batch.matches, 5u);
}

TEST(Search, OneDeliveryAtATimeWithAnyNumberOfThreads) {
    for (const bool wholeFiles : {false, true}) {
        Query query = text("needle");
        query.roots = {manyFiles().path()};
        query.threads = 8;
        RecordingSink sink(Detail::Spans, wholeFiles);
        sink.onDeliver = [](const RecordedBatch&) { std::this_thread::yield(); };
        ASSERT_TRUE(Search::run(query, sink));
        EXPECT_FALSE(sink.brokenRules);
        EXPECT_EQ(sink.files.size(), 667u);
        for (const RecordedFile& file : sink.files) {
            EXPECT_TRUE(file.ended);
            EXPECT_EQ(shown(file.matches), Names{"2:needle"});
        }
    }
}

TEST(Search, FilesStayInOnePieceWhereTheSinkAsksForIt) {
    std::string content;
    for (int i = 0; i < 9000; ++i) content += "needle\n";
    TempTree tree{};
    for (int i = 0; i < 12; ++i) tree.add({"d" + std::to_string(i) + "/f", content});
    Query query = text("needle");
    query.threads = 4;
    query.roots = {tree.path()};
    const auto sink =
        test::run(query, Detail::Spans, true);  // fails when another thread comes between
    ASSERT_EQ(sink->files.size(), 12u);
    const bool torn = std::any_of(sink->batches.begin(), sink->batches.end(),
                                  [](const auto& b) { return b.endsInFile; });
    EXPECT_TRUE(torn) << "no file was longer than a batch: this test tests nothing";
}

TEST(Search, ProgressOnlyGrowsAndEndsAtTheSummary) {
    Query query = text("needle");
    query.roots = {manyFiles().path()};
    query.threads = 4;
    const auto sink = test::run(query);
    uint64_t entries = 0;
    uint64_t results = 0;
    for (const RecordedBatch& batch : sink->batches) {
        EXPECT_GE(batch.progress.entries, entries);
        EXPECT_GE(batch.progress.results, results);
        entries = batch.progress.entries;
        results = batch.progress.results;
    }
    EXPECT_EQ(sink->summary.totals.entries, 2040u);
    EXPECT_EQ(sink->summary.totals.results, 667u);
    EXPECT_EQ(sink->summary.totals.matches, 667u);
    EXPECT_EQ(sink->summary.totals.folders, 40u);
    EXPECT_EQ(entries, 2040u);
}

TEST(Search, EveryEntryIsAResultOrASkip) {
    Query query = everything();
    query.roots = {manyFiles().path()};
    query.names = {"f1*"};
    query.maxSize = 5;
    const Progress totals = test::run(query)->summary.totals;
    EXPECT_EQ(std::accumulate(totals.skips.begin(), totals.skips.end(), totals.results),
              totals.entries);
}

TEST(Search, TheLimitIsExact) {
    for (const unsigned threads : {1u, 8u}) {
        for (const uint64_t limit : {1u, 2u, 100u, 667u, 700u}) {
            Query query;
            query.roots = {manyFiles().path()};
            query.kinds = {EntryKind::File};
            query.threads = threads;
            query.maxResults = limit;
            auto sink = test::run(query);
            EXPECT_EQ(sink->entries.size(), limit);
            EXPECT_EQ(sink->summary.totals.results, limit);
            EXPECT_EQ(sink->summary.end, Summary::End::Limit);
            query = text("needle");
            query.roots = {manyFiles().path()};
            query.threads = threads;
            query.maxResults = limit;
            sink = test::run(query);
            uint64_t matches = 0;
            for (const RecordedFile& file : sink->files) matches += file.matches.size();
            EXPECT_EQ(matches, std::min<uint64_t>(limit, 667));
            EXPECT_EQ(sink->summary.totals.matches, matches);
        }
    }
}

TEST(Search, AStopEndsALongSearchSoon) {
    std::string content;
    for (int i = 0; i < 50'000; ++i) content += "needle and " + std::to_string(i) + "\n";
    TempTree tree{};
    for (int i = 0; i < 30; ++i) tree.add({"f" + std::to_string(i), content});
    Query query = text("needle");
    query.roots = {tree.path()};
    RecordingSink sink;
    std::atomic<bool> begun{false};
    sink.onDeliver = [&](const RecordedBatch&) { begun = true; };
    auto search = Search::start(query, sink);
    ASSERT_TRUE(search);
    while (!begun) std::this_thread::yield();
    const auto asked = std::chrono::steady_clock::now();
    (*search)->stop();
    const Summary& summary = (*search)->wait();
    EXPECT_LT(std::chrono::steady_clock::now() - asked, 3s);
    EXPECT_EQ(summary.end, Summary::End::Stopped);
    EXPECT_EQ(sink.finishedCalls, 1);
    EXPECT_LT(summary.totals.matches, 30u * 50'000);
}

TEST(Search, AStopReachesIntoARunningMatch) {
    const TempTree tree{{"f", std::string(400'000, 'x') + "y"}};
    Query query = text("x*x*[yq](?<!y)");
    query.roots = {tree.path()};
    RecordingSink sink;
    auto search = Search::start(query, sink);
    ASSERT_TRUE(search);
    std::this_thread::sleep_for(100ms);
    const auto asked = std::chrono::steady_clock::now();
    search->reset();
    EXPECT_LT(std::chrono::steady_clock::now() - asked, 1500ms);  // its own time budget is 2 s
    EXPECT_EQ(sink.finishedCalls, 1);
}

TEST(Search, TheDestructorStopsAndWaits) {
    Query query = everything();
    query.roots = {manyFiles().path()};
    for (int i = 0; i < 500; ++i) {
        RecordingSink sink;  // destroyed right after: a thread that still delivers would be seen
        auto search = Search::start(query, sink);
        ASSERT_TRUE(search);
        if (i % 3 == 0) (*search)->stop();
        if (i % 7 == 0) (*search)->wait();
        search->reset();
        ASSERT_EQ(sink.finishedCalls, 1);
        ASSERT_FALSE(sink.brokenRules);
    }
}

TEST(Search, ASlowReceiverLosesNothing) {
    Query query = text("needle");
    query.roots = {manyFiles().path()};
    query.threads = 4;
    RecordingSink sink;
    int deliveries = 0;
    sink.onDeliver = [&](const RecordedBatch&) {
        if (++deliveries % 4 == 0) std::this_thread::sleep_for(5ms);
    };
    ASSERT_TRUE(Search::run(query, sink));
    EXPECT_EQ(sink.files.size(), 667u);
    EXPECT_FALSE(sink.brokenRules);
}

TEST(Search, RunCanBeStoppedFromOutsideBeforeItBegins) {
    Query query;
    query.roots = {manyFiles().path()};
    RecordingSink sink;
    StopSource stop;
    stop.request();
    const auto summary = Search::run(query, sink, stop);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->end, Summary::End::Stopped);
    EXPECT_EQ(sink.finishedCalls, 1);
}

TEST(Search, SkipsAreListedOnlyOnDemandAndCountedAlways) {
    const TempTree tree{{"a.c"}, {"b.h"}, {".x"}};
    Query query;
    query.names = {"*.c"};
    auto sink = runIn(tree, query);
    EXPECT_TRUE(sink->skips.empty());
    EXPECT_EQ(sink->skipped(SkipReason::Pattern), 2u);
    query.listSkips = SkipList::All;
    sink = runIn(tree, query);
    EXPECT_EQ(sink->skips.size(), 2u);
}

TEST(Search, LossesAreListedWithoutWhatWasMerelyNotAskedFor) {
    const TempTree tree{{"a.c"}, {"b.h"}, {".x.c"}, {"c.txt"}};
    Query query;
    query.names = {"*.c"};
    query.listSkips = SkipList::Losses;
    const auto sink = runIn(tree, query);
    ASSERT_EQ(sink->skips.size(), 1u);
    EXPECT_EQ(sink->skips.front().reason, SkipReason::Hidden);
    EXPECT_EQ(sink->skipped(SkipReason::Pattern), 2u);
}

TEST(Search, SkipsComeWhileTheSearchRuns) {
    Query query;
    query.roots = {manyFiles().path()};
    query.names = {"no such name"};
    query.listSkips = SkipList::All;
    query.threads = 1;
    RecordingSink sink;
    ASSERT_TRUE(Search::run(query, sink));
    EXPECT_TRUE(sink.entries.empty());
    EXPECT_EQ(sink.skips.size(), sink.summary.totals.skips[size_t(SkipReason::Pattern)]);
    ASSERT_GT(sink.skips.size(), 1'500u);
    EXPECT_GT(sink.batches.size(), 1u);
}

}  // namespace
}  // namespace findling
