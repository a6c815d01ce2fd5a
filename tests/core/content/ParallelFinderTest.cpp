/// One large file on all threads: it has to find what one thread finds, line numbers and all.
#include "support/Names.h"
#include "support/RandomCases.h"

#include <gtest/gtest.h>

namespace findling {
namespace {

using namespace test;

/// Lines of all lengths: many of a few bytes, some that fill pieces of the file, no end at the end.
std::string largeText(Random& random) {
    constexpr size_t kSize = 34 * 1024 * 1024;
    std::string text;
    text.reserve(kSize + 2 * 1024 * 1024);
    while (text.size() < kSize) {
        const bool huge = random.below(50'000) == 0;
        text.append(random.below(huge ? 1'500'000 : 60), random.percent(30) ? ' ' : '.');
        if (random.percent(1)) text += "needle";
        if (random.percent(1))
            text += "n\xc3\xa4"
                    "dle needle";
        if (random.percent(97)) text += '\n';
    }
    return text;
}

class ParallelFinder : public testing::TestWithParam<int> {
protected:
    static void SetUpTestSuite() {
        Random random(7);
        m_tree.reset(new TempTree{{"large", largeText(random)}});
    }
    static void TearDownTestSuite() { m_tree.reset(); }
    static std::vector<RecordedMatch> found(Query query, unsigned threads, Progress& totals) {
        query.threads = threads;
        const auto sink = runIn(*m_tree, std::move(query));
        totals = sink->summary.totals;
        EXPECT_TRUE(sink->problems.empty());
        return sink->files.empty() ? std::vector<RecordedMatch>{} : sink->files.front().matches;
    }
    static std::unique_ptr<TempTree> m_tree;
};
std::unique_ptr<TempTree> ParallelFinder::m_tree;

TEST_P(ParallelFinder, FindsWhatOneThreadFinds) {
    Query query = text("needle");
    ContentQuery& content = *query.content;
    switch (GetParam()) {
        case 0: break;
        case 1: content.patterns = {"^ *needle$"}; break;
        case 2: content.before = 2, content.after = 3; break;
        case 3: content.maxPerFile = 1'000; break;
        case 4: content.patterns = {"n.dle"}; break;
        case 5: content.patterns = {"\\.{59}$"}; break;
        case 6: content.patterns = {"[ .]"}, content.invert = true; break;
        case 7: content.patterns = {"(?=n)\\w+e(?<=e)$"}; break;
        default: FAIL();
    }
    Progress alone, together;
    const std::vector<RecordedMatch> expected = found(query, 1, alone);
    ASSERT_GT(expected.size(), 100u);
    for (const unsigned threads : {2u, 5u}) {
        const std::vector<RecordedMatch> got = found(query, threads, together);
        ASSERT_EQ(got.size(), expected.size());
        for (size_t i = 0; i < got.size(); ++i)
            ASSERT_TRUE(got[i] == expected[i]) << "match " << i << ", line " << got[i].line;
        EXPECT_EQ(together.matches, alone.matches);
        EXPECT_EQ(together.spans, alone.spans);
        if (!content.maxPerFile) {
            EXPECT_EQ(together.bytesSearched, alone.bytesSearched);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(EachWay, ParallelFinder, testing::Range(0, 8));

}  // namespace
}  // namespace findling
