#include "core/content/BlockReader.h"
#include "support/InChild.h"
#include "support/Names.h"

#include <gtest/gtest.h>

#include <cerrno>

namespace findling {
namespace {

using namespace test;
using namespace std::literals;

constexpr size_t kBlock = BlockReader::kBlock;

std::string repeated(std::string_view text, size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += text;
    out.resize(bytes);
    return out;
}

TEST(Content, FindsLinesWithTheirNumbers) {
    const TempTree tree{{"f", "one\ntwo\nthree two\n"}};
    EXPECT_EQ(lines(tree, text("two")), (Names{"2:two", "3:three two"}));
    EXPECT_EQ(lines(tree, text("four")), Names{});
}

TEST(Content, AnEmptyFileHasNoLines) {
    const TempTree tree{{"f", ""}};
    EXPECT_EQ(lines(tree, text("")), Names{});
    Query inverted = text("x");
    inverted.content->invert = true;
    EXPECT_EQ(lines(tree, inverted), Names{});
}

TEST(Content, NothingIsLostAtTheEdgeOfABlock) {
    for (const size_t size : {kBlock - 2, kBlock - 1, kBlock, kBlock + 1, kBlock + 2,
                              2 * kBlock - 1, 2 * kBlock, 2 * kBlock + 1}) {
        // Lines of 64 bytes, then one that ends, or does not end, just at the edge.
        for (const bool newline : {true, false}) {
            std::string content = repeated(std::string(63, 'y') + "\n", size - 20);
            if (content.back() != '\n') content.back() = '\n';
            const size_t offset = content.size();
            content +=
                repeated("z", size - offset - 6 - newline) + "needle" + (newline ? "\n" : "");
            ASSERT_EQ(content.size(), size);
            const TempTree tree{{"f", content + (newline ? "after\nneedle\n" : "")}};
            const auto sink = runIn(tree, text("needle"));
            ASSERT_EQ(sink->files.size(), 1u) << size;
            const auto& matches = sink->files[0].matches;
            ASSERT_EQ(matches.size(), newline ? 2u : 1u) << size;
            EXPECT_EQ(matches[0].offset, offset) << size;
            EXPECT_EQ(matches[0].line, (offset + 63) / 64 + 1) << size;
            EXPECT_EQ(matches[0].text.size(), size - offset);
            if (newline) {
                EXPECT_EQ(matches[1].line, matches[0].line + 2);
            }
        }
    }
}

TEST(Content, ContextReachesOverTheEdgeOfABlock) {
    for (int shift = -3; shift <= 3; ++shift) {
        std::string content = repeated(std::string(1023, 'y') + "\n", kBlock);
        content.replace(static_cast<size_t>(static_cast<long>(kBlock) + 1024 * shift - 1024 * 3), 6,
                        "needle");
        content += repeated(std::string(1023, 'w') + "\n", 8 * 1024);
        const TempTree tree{{"f", content}};
        Query query = text("needle");
        query.content->before = 4;
        query.content->after = 4;
        const auto sink = runIn(tree, query);
        ASSERT_EQ(sink->files.size(), 1u);
        const auto& matches = sink->files[0].matches;
        ASSERT_EQ(matches.size(), 9u) << shift;
        for (size_t i = 1; i < matches.size(); ++i)
            EXPECT_EQ(matches[i].line, matches[i - 1].line + 1);
        EXPECT_FALSE(matches[4].context);
        // The last wanted match still has its context behind it, wherever the block ends.
        query.content->maxPerFile = 1;
        EXPECT_EQ(lines(tree, query).size(), 9u) << shift;
    }
}

TEST(Content, ALongLineIsSearchedWhole) {
    const size_t length = 3 * kBlock + 17;
    const TempTree tree{{"f", "a\n" + std::string(length, 'x') + "needle" +
                                  std::string(length, 'x') + "\nneedle\n"}};
    const auto sink = runIn(tree, text("needle"));
    ASSERT_EQ(sink->files.size(), 1u);
    ASSERT_EQ(sink->files[0].matches.size(), 2u);
    EXPECT_EQ(sink->files[0].matches[0].spans, (std::vector<Span>{{length, length + 6}}));
    EXPECT_EQ(sink->files[0].matches[1].line, 3u);
    EXPECT_TRUE(sink->problems.empty());
}

TEST(Content, ALineBeyondTheLimitIsSearchedInPiecesAndSaysSo) {
    const std::string line = std::string(20 << 20, 'x');
    const TempTree tree{{"f", "needle\n" + line + "needle" + line + "\nneedle\n"}};
    const auto sink = runIn(tree, text("needle"));
    ASSERT_EQ(sink->problems.size(), 1u);
    EXPECT_NE(sink->problems[0].text.find("16 MiB"), std::string::npos);
    ASSERT_EQ(sink->files.size(), 1u);
    std::vector<uint64_t> numbers;
    for (const RecordedMatch& match : sink->files[0].matches) numbers.push_back(match.line);
    EXPECT_EQ(numbers, (std::vector<uint64_t>{1, 2, 3}));
    EXPECT_EQ(sink->files[0].matches[2].offset, 7 + 2 * line.size() + 7);
}

TEST(Content, AHugeLineInOneFileSlowsNoOther) {
    TempTree tree{{"big", std::string(8 << 20, 'x')}};
    for (int i = 0; i < 200; ++i) tree.add({"f" + std::to_string(i), "needle\n"});
    Query query = text("needle");
    query.threads = 1;
    EXPECT_EQ(names(tree, query).size(), 200u);
}

TEST(Content, ANulAmongTheFirst8KMakesAFileBinary) {
    const TempTree tree{{"at-8191", std::string(8191, 'x') + "\0needle\n"s},
                        {"at-8192", std::string(8192, 'x') + "\0needle\n"s},
                        {"start", "\0needle\n"s},
                        {"none", "needle\n"}};
    const auto sink = runIn(tree, text("needle"));
    EXPECT_EQ(below(tree, sink->paths()), (Names{"at-8192", "none"}));
    EXPECT_EQ(sink->skipped(SkipReason::Binary), 2u);
    Query all = text("needle");
    all.content->binaryAsText = true;
    EXPECT_EQ(names(tree, all), (Names{"at-8191", "at-8192", "none", "start"}));
}

TEST(Content, ABinaryFileThatWasNamedIsSearchedAndSaysSo) {
    const TempTree tree{{"b", "head\n\0needle\n"s}, {"c", "\0hay\n"s}};
    Query query = text("needle");
    query.roots = {tree.path("b"), tree.path("c")};
    const auto sink = run(query);
    ASSERT_EQ(sink->files.size(), 1u);
    EXPECT_EQ(sink->files[0].path, tree.path("b"));
    EXPECT_TRUE(sink->files[0].end.binary);
    EXPECT_EQ(sink->files[0].end.binaryOffset, 5u);
    EXPECT_TRUE(sink->files[0].matches.empty());  // its lines are not for a terminal
    EXPECT_EQ(sink->skipped(SkipReason::Binary), 0u);
}

TEST(Content, AByteOrderMarkIsNoPartOfTheFirstLine) {
    const TempTree tree{{"f", "\xef\xbb\xbfneedle\nneedle\n"}};
    const auto sink = runIn(tree, text("^needle"));
    ASSERT_EQ(sink->files.size(), 1u);
    EXPECT_EQ(shown(sink->files[0].matches), (Names{"1:needle", "2:needle"}));
    EXPECT_EQ(sink->files[0].matches[0].spans, (std::vector<Span>{{0, 6}}));
    // Offsets count from behind the mark, as ripgrep's do.
    EXPECT_EQ(sink->files[0].matches[0].offset, 0u);
    EXPECT_EQ(sink->files[0].matches[1].offset, 7u);
}

TEST(Content, AByteOrderMarkElsewhereIsText) {
    const TempTree tree{{"f", "a\n\xef\xbb\xbfneedle\n"}};
    EXPECT_EQ(lines(tree, text("^needle")), Names{});
    EXPECT_EQ(lines(tree, text("needle")).size(), 1u);
}

TEST(Content, UnicodeInOtherFormsIsDecoded) {
    const TempTree tree{{"le", "\xff\xfen\0e\0"s},
                        {"be", "\xfe\xff\0n\0e"s},
                        {"le32", "\xff\xfe\0\0n\0\0\0"s},
                        {"be32", "\0\0\xfe\xff\0\0\0n"s}};
    const auto sink = runIn(tree, text("^n"));
    EXPECT_EQ(sink->files.size(), 4u);
    EXPECT_EQ(sink->skipped(SkipReason::Binary), 0u);
}

TEST(Content, OneLargeFileIsTheSameWithAnyNumberOfThreads) {
    // More than is searched by one thread alone; lines of all lengths, so that shares end anywhere.
    std::string all;
    for (size_t i = 0; all.size() < (33u << 20); ++i) {
        all += std::to_string(i) + (i % 1009 == 0 ? " needle" : " x") + std::string(i % 97, '.') +
               (i % 5003 == 0 ? "\xc3\xa9" : "") + "\n";
    }
    const TempTree tree{{"f", all}};
    Query query = text("needle|[0-9]{5}99 x");
    query.content->before = 1;
    // Whether alone, together, or with context that fills more than a window.
    query.threads = 1;
    const auto alone = runIn(tree, query);
    ASSERT_EQ(alone->files.size(), 1u);
    ASSERT_GT(alone->files[0].matches.size(), 1000u);
    EXPECT_EQ(alone->summary.totals.bytesSearched, all.size());
    for (const unsigned threads : {2u, 4u, 64u}) {
        query.threads = threads;
        const auto together = runIn(tree, query);
        ASSERT_EQ(together->files.size(), 1u);
        EXPECT_TRUE(together->files[0].matches == alone->files[0].matches) << threads;
        EXPECT_EQ(together->summary.totals.bytesSearched, all.size());
    }
}

TEST(Content, EveryLineOfLargeFilesIsCounted) {
    std::string all;
    while (all.size() < (34u << 20)) all += "line of some length\n";
    all += "the last line";
    const TempTree tree{{"a/f", all}, {"b/f", all}, {"c/f", all}, {"d/f", all}};
    const auto lines = static_cast<uint64_t>(std::count(all.begin(), all.end(), '\n')) + 1;
    for (const unsigned threads : {1u, 2u, 3u}) {
        Query query = text("line");
        query.threads = threads;
        EXPECT_EQ(runIn(tree, query, Detail::Count)->summary.totals.matches, 4 * lines) << threads;
    }
    Query query = text("last");
    query.content->before = 2'000'000;
    query.threads = 2;
    EXPECT_EQ(runIn(tree, query, Detail::Count)->summary.totals.matches, 4u);
}

TEST(Content, InvertedSearchOfManyLinesBeforeAMatchTakesTimeInProportion) {
    std::string all;
    for (int i = 0; i < 4; ++i)
        all += std::string(1'000'000, '\n') + std::string(1'000'000, 'y') + "foo\n";
    const TempTree tree{{"f", all}};
    Query query = text("foo");
    query.content->invert = true;
    EXPECT_EQ(runIn(tree, query, Detail::Count)->summary.totals.matches, 4'000'000u);
}

TEST(Content, InvalidUtf8StopsNoMatch) {
    const TempTree tree{{"f", "\xff\xfeneedle\nb\xc3needle\xe2\x82\n"}};
    // The first two bytes look like UTF-16: a mark alone decides there.
    EXPECT_EQ(lines(tree, text("needle")), Names{});
    const TempTree other{{"f", "x\xffneedle\nb\xc3needle\xe2\x82\n"}};
    EXPECT_EQ(lines(other, text("needle")).size(), 2u);
    EXPECT_EQ(lines(other, text(".needle")), Names{});
}

TEST(Content, AFileThatMayNotBeReadIsAProblemAndTheRestIsSearched) {
    TempTree tree{{"a", "needle\n"}, {"locked", "needle\n"}, {"z", "needle\n"}};
    tree.setMode("locked", 0);
    const std::string seen = inChild({.unprivileged = true}, [&] {
        const auto sink = runIn(tree, text("needle"));
        Names out = below(tree, sink->paths());
        for (const Problem& p : sink->problems)
            out.push_back(p.path.substr(tree.path().size() + 1) + "|" + std::to_string(p.code) +
                          "|" + p.operation);
        return joined(out);
    });
    EXPECT_EQ(seen, joined({"a", "z", "locked|13|open file"}));
}

TEST(Content, FilesWithoutASizeAreReadToTheirEnd) {
    Query query = text("Name:");
    query.roots = {"/proc/self/status"};
    if (!check(query)) GTEST_SKIP() << "there is no /proc here";
    EXPECT_EQ(run(query)->files.size(), 1u);
}

TEST(Content, ADeviceGivenAsRootIsRefused) {
    Query query = text("x");
    query.roots = {"/dev/zero"};
    const auto sink = run(query);
    ASSERT_EQ(sink->problems.size(), 1u);
    EXPECT_EQ(sink->problems[0].path, "/dev/zero");
    EXPECT_TRUE(sink->files.empty());
}

TEST(Content, LimitsBecomeProblemsThatNameTheLine) {
    const TempTree tree{{"f", "a\n" + std::string(28, 'a') + "b\na\n"}};
    const auto sink = runIn(tree, text("(?=(a+)+$)a"));
    ASSERT_EQ(sink->problems.size(), 1u);
    EXPECT_EQ(sink->problems[0].path, tree.path("f"));
    EXPECT_NE(sink->problems[0].text.find("line 2"), std::string::npos) << sink->problems[0].text;
    EXPECT_EQ(shown(sink->files.at(0).matches), (Names{"1:a", "3:a"}));
}

TEST(Content, AQuadraticLineIsNamedWithinSeconds) {
    const TempTree tree{{"f", std::string(200'000, 'x') + "y\nplain xq\n"}};
    const auto begin = std::chrono::steady_clock::now();
    const auto sink = runIn(tree, text("x*x*[yq](?<!y)"));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
    ASSERT_EQ(sink->problems.size(), 1u);
    EXPECT_NE(sink->problems[0].text.find("line 1"), std::string::npos);
    EXPECT_EQ(shown(sink->files.at(0).matches), Names{"2:plain xq"});
}

TEST(Content, CountsWhatWasSearched) {
    const TempTree tree{{"a", "needle\nx\n"}, {"b", "x\n"}, {"c", "\0"s}};
    const auto sink = runIn(tree, text("needle"));
    EXPECT_EQ(sink->summary.totals.filesSearched, 2u);
    EXPECT_EQ(sink->summary.totals.bytesSearched, 12u);  // read, to be exact
    EXPECT_EQ(sink->summary.totals.results, 1u);
    EXPECT_EQ(sink->summary.totals.matches, 1u);
    EXPECT_EQ(sink->skipped(SkipReason::Text), 1u);
    EXPECT_EQ(sink->skipped(SkipReason::Binary), 1u);
}

TEST(BlockReader, ForgetsWhatWasDroppedAndKeepsTheRest) {
    const std::string content = repeated("0123456789", 2 * kBlock + 5);
    const TempTree tree{{"f", content}};
    int code = 0;
    const DirHandle folder = DirHandle::openRoot(tree.path(), code);
    BlockReader reader;
    ReadFailure failure;
    reader.start(folder.openFile("f", false, code), false, false);
    std::string seen;
    while (reader.fill(failure) == BlockReader::Filled::More) {
        ASSERT_FALSE(failure.any());
        const size_t take = reader.text().size() - std::min<size_t>(reader.text().size(), 3);
        seen += reader.text().substr(0, take);
        reader.drop(take);
    }
    EXPECT_TRUE(reader.atEnd());
    EXPECT_EQ(seen + std::string(reader.text()), content);
}

}  // namespace
}  // namespace findling
