#include "support/Names.h"

#include <gtest/gtest.h>

namespace findling {
namespace {

using namespace test;

Query across(std::vector<std::string> patterns) {
    Query query;
    query.content.emplace();
    query.content->patterns = std::move(patterns);
    query.content->multiline = true;
    return query;
}

std::vector<std::string> found(const TempTree& tree, const Query& query) {
    std::vector<std::string> out;
    const auto sink = runIn(tree, query);
    for (const RecordedFile& file : sink->files) {
        for (const RecordedMatch& match : file.matches) {
            out.push_back(std::to_string(match.line) + ":" + std::string(match.text));
            for (const Span& span : match.spans)
                out.back() += " " + std::to_string(span.begin) + "-" + std::to_string(span.end);
        }
    }
    return out;
}

using Rows = std::vector<std::string>;

TEST(BlockFinder, AMatchIsHandedOverAsTheLinesItCovers) {
    const TempTree tree{{"f", "one\ntwo\nthree\nfour\n"}};
    EXPECT_EQ(found(tree, across({"wo\\nth"})), Rows{"2:two\nthree\n 1-6"});
    EXPECT_EQ(found(tree, across({"^four$"})), Rows{"4:four\n 0-4"});
    EXPECT_EQ(found(tree, across({"e$"})), (Rows{"1:one\n 2-3", "3:three\n 4-5"}));
}

TEST(BlockFinder, MatchesThatShareALineComeTogether) {
    const TempTree tree{{"f", "a b\nc a b\nc x\na\n"}};
    EXPECT_EQ(found(tree, across({"b\\nc"})), Rows{"1:a b\nc a b\nc x\n 2-5 8-11"});
}

TEST(BlockFinder, ThereIsNoLineBehindTheLastNewline) {
    const TempTree tree{{"f", "x\ny\n"}};
    EXPECT_EQ(found(tree, across({"^"})), (Rows{"1:x\n 0-0", "2:y\n 0-0"}));
    EXPECT_EQ(found(tree, across({"\\z"})), Rows{});
}

TEST(BlockFinder, InvertedItHandsOverTheOtherLines) {
    const TempTree tree{{"f", "one\ntwo\nthree\nfour\n"}};
    Query query = across({"o\\nth"});
    query.content->invert = true;
    EXPECT_EQ(found(tree, query), (Rows{"1:one\n", "4:four\n"}));
}

TEST(BlockFinder, WhatWasFoundBeforeALimitIsHandedOverAndTheRestIsNamed) {
    const TempTree tree{{"f", "foo\nfoo\n" + std::string(40, 'a') + "b\n\nfoo\n"}};
    const auto sink = runIn(tree, across({"foo|(?=(a+)+$)a"}));
    ASSERT_EQ(sink->problems.size(), 1u);
    EXPECT_NE(sink->problems[0].text.find("line 3"), std::string::npos) << sink->problems[0].text;
    EXPECT_NE(sink->problems[0].text.find("rest of the file"), std::string::npos);
    ASSERT_EQ(sink->files.size(), 1u);
    EXPECT_EQ(sink->files[0].matches.size(), 2u);
}

TEST(BlockFinder, AManifoldMatchInOneLineTakesTimeInProportion) {
    const TempTree tree{{"f", std::string(500'000, 'a') + "\n"}};
    const auto sink = runIn(tree, across({"a"}));
    ASSERT_EQ(sink->files.size(), 1u);
    EXPECT_EQ(sink->files[0].matches[0].spans.size(), 500'000u);
}

TEST(BlockFinder, CrLfIsALineEndWhereItIsAskedFor) {
    const TempTree tree{{"f", "one\r\ntwo\r\n"}};
    Query query = across({"e$"});
    EXPECT_EQ(found(tree, query), Rows{});
    query.content->crlf = true;
    EXPECT_EQ(found(tree, query), Rows{"1:one\r\n 2-3"});
    EXPECT_EQ(found(tree, across({"e\\Rt"})), Rows{"1:one\r\ntwo\r\n 2-6"});
}

}  // namespace
}  // namespace findling
