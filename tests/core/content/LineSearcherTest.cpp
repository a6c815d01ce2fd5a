#include "core/content/LineSearcher.h"

#include "core/content/LineFinder.h"
#include "support/LineOracle.h"
#include "support/RandomRegex.h"
#include "support/RecordingSink.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace findling {
namespace {

using test::RecordedMatch;
using test::shown;
using Lines = std::vector<std::string>;

class Receiver : public MatchReceiver {
public:
    Wish wantsMatch() override {
        if (wanted == 0) return Wish::Yes;
        ++asked;
        return asked > wanted ? Wish::No : asked == wanted ? Wish::Last : Wish::Yes;
    }
    bool match(const Match& match) override {
        matches.push_back({match.line,
                           match.offset,
                           std::string(match.text),
                           {match.spans.begin(), match.spans.end()},
                           match.context});
        return true;
    }
    bool goOn() override { return true; }
    void tooComplex(uint64_t line, bool last) override {
        complex.push_back(line);
        left = last;
    }
    void tooMany(uint64_t) override {}

    std::vector<RecordedMatch> matches;
    std::vector<uint64_t> complex;
    bool left = false;  ///< the rest of the text was given up
    size_t wanted = 0;  ///< matching lines; 0 = all
    size_t asked = 0;
};

std::shared_ptr<const Regex> regex(const std::string& pattern) {
    auto made = Regex::compile({pattern}, {});
    EXPECT_TRUE(made) << pattern;
    return *made;
}

/// Hands the text over in pieces that end behind newlines, as the reader of files does. `sizes`
/// tells how many bytes each piece adds at least; the last one repeats.
Receiver searchText(const Regex& regex, const ContentQuery& query, std::string_view text,
                    Detail detail = Detail::Spans, std::vector<size_t> sizes = {SIZE_MAX},
                    size_t wanted = 0) {
    Receiver receiver;
    receiver.wanted = wanted;
    RegexScratch scratch;
    LinePattern pattern;
    pattern.regex = pattern.shown = std::shared_ptr<const Regex>(std::shared_ptr<void>(), &regex);
    LineFinder finder(pattern, query);
    LineSearcher lines(finder, query, detail);
    lines.startText(receiver);
    size_t begin = 0;
    size_t end = 0;
    size_t piece = 0;
    bool last = false;
    while (!last && !lines.ended()) {
        const size_t step = sizes[std::min(piece++, sizes.size() - 1)];
        const size_t newline =
            step >= text.size() - end ? std::string_view::npos : text.find('\n', end + step);
        end = newline == std::string_view::npos ? text.size() : newline + 1;
        last = end == text.size();
        begin += lines.search(text.substr(begin, end - begin),
                              last ? LineSearcher::Edge::TextEnd : LineSearcher::Edge::LineEnd,
                              scratch, 0);
    }
    EXPECT_EQ(lines.matches(),
              static_cast<uint64_t>(std::count_if(receiver.matches.begin(), receiver.matches.end(),
                                                  [](const auto& m) { return !m.context; })));
    return receiver;
}

Lines found(const std::string& pattern, std::string_view text, const ContentQuery& query = {}) {
    return shown(searchText(*regex(pattern), query, text).matches);
}

TEST(LineSearcher, NumbersLinesAndTellsOffsetsAndSpans) {
    const auto matches = searchText(*regex("b+"), {}, "a\nxbb b\n\nb").matches;
    ASSERT_EQ(matches.size(), 2u);
    EXPECT_EQ(matches[0], (RecordedMatch{2, 2, "xbb b\n", {{1, 3}, {4, 5}}, false}));
    EXPECT_EQ(matches[1], (RecordedMatch{4, 9, "b", {{0, 1}}, false}));
}

TEST(LineSearcher, TheLastLineNeedsNoNewline) {
    EXPECT_EQ(found("b", "a\nb"), Lines{"2:b"});
    EXPECT_EQ(found("b$", "a\nb\n"), Lines{"2:b"});
    EXPECT_EQ(found("", "a\n"), Lines{"1:a"});  // nothing follows the last newline
    EXPECT_EQ(found("^$", "\n\n\n"), (Lines{"1:", "2:", "3:"}));
    EXPECT_EQ(found("", ""), Lines{});
    EXPECT_EQ(found("x*", "a"), Lines{"1:a"});
}

TEST(LineSearcher, ACarriageReturnBelongsToTheLine) {
    const auto matches = searchText(*regex("bar"), {}, "foo\r\nbar\r\n").matches;
    ASSERT_EQ(matches.size(), 1u);
    EXPECT_EQ(matches[0].text, "bar\r\n");
    EXPECT_EQ(matches[0].line, 2u);
}

TEST(LineSearcher, MatchesDoNotOverlapAndEmptyOnesAdvanceByCharacters) {
    EXPECT_EQ(searchText(*regex("aa"), {}, "aaaaa").matches[0].spans,
              (std::vector<Span>{{0, 2}, {2, 4}}));
    EXPECT_EQ(searchText(*regex("x*"), {}, "ab").matches[0].spans,
              (std::vector<Span>{{0, 0}, {1, 1}, {2, 2}}));
    EXPECT_EQ(searchText(*regex("x*"), {}, "\xc3\xa9x").matches[0].spans,
              (std::vector<Span>{{0, 0}, {2, 3}}));
    EXPECT_EQ(searchText(*regex("a?"), {}, "ba").matches[0].spans,
              (std::vector<Span>{{0, 0}, {1, 2}}));
}

TEST(LineSearcher, AMatchNeverCrossesLines) {
    EXPECT_EQ(found("o\\s+b", "foo\nbar\n"), Lines{});
    EXPECT_EQ(found("foo(?!\\s*bar)", "foo\nbar\n"), Lines{"1:foo"});
    EXPECT_EQ(found("a\\s++$", "a  \n  b\n"), Lines{"1:a  "});
    EXPECT_EQ(found("(?<!\\n)b", "a\nb\n"), Lines{"2:b"});
    EXPECT_EQ(found("\\Ab\\z", "a\nb\nc\n"), Lines{"2:b"});
    EXPECT_EQ(found("(?s)a.b", "a\nb\n"), Lines{});
    EXPECT_EQ(found("a[^x]b", "a\nb\n"), Lines{});
    EXPECT_EQ(found("a\\Rb", "a\nb\n"), Lines{});
}

TEST(LineSearcher, ContextGroupsMerge) {
    ContentQuery query;
    query.before = 1;
    query.after = 1;
    EXPECT_EQ(found("x", "a\nx1\nb\nc\nx2\nd\ne\nf\n", query),
              (Lines{"1-a", "2:x1", "3-b", "4-c", "5:x2", "6-d"}));
    EXPECT_EQ(found("x", "x1\nb\nx2\n", query), (Lines{"1:x1", "2-b", "3:x2"}));
    EXPECT_EQ(found("x", "x1\nx2", query), (Lines{"1:x1", "2:x2"}));
    query.before = 5;
    query.after = 0;
    EXPECT_EQ(found("x", "a\nb\nx\n", query), (Lines{"1-a", "2-b", "3:x"}));
    query.before = 0;
    query.after = 5;
    EXPECT_EQ(found("x", "x\na\nb", query), (Lines{"1:x", "2-a", "3-b"}));
}

TEST(LineSearcher, InvertedLinesHaveContextAndNoSpans) {
    ContentQuery query;
    query.invert = true;
    EXPECT_EQ(found("x", "x\na\nx\nb\n", query), (Lines{"2:a", "4:b"}));
    EXPECT_EQ(found("", "x\na\n", query), Lines{});
    query.before = 1;
    const auto matches = searchText(*regex("x"), query, "x\na\n").matches;
    EXPECT_EQ(shown(matches), (Lines{"1-x", "2:a"}));
    EXPECT_TRUE(matches[1].spans.empty());
}

TEST(LineSearcher, ALimitPerFileKeepsTheContextBehindTheLastMatch) {
    ContentQuery query;
    query.maxPerFile = 2;
    EXPECT_EQ(found("x", "x1\nx2\nx3\n", query), (Lines{"1:x1", "2:x2"}));
    query.after = 2;
    EXPECT_EQ(found("x", "x1\na\nx2\nb\nc\nd\n", query),
              (Lines{"1:x1", "2-a", "3:x2", "4-b", "5-c"}));
    // Also where that context arrives with the next piece.
    for (size_t size = 0; size < 12; ++size) {
        const auto pieces =
            searchText(*regex("x"), query, "x1\na\nx2\nb\nc\nd\n", Detail::Spans, {size, 0})
                .matches;
        EXPECT_EQ(shown(pieces), (Lines{"1:x1", "2-a", "3:x2", "4-b", "5-c"})) << size;
    }
}

TEST(LineSearcher, AReceiverThatHasEnoughStillGetsTheContextOfItsLastLine) {
    ContentQuery query;
    query.before = query.after = 1;
    for (size_t size = 0; size < 12; ++size) {
        const auto pieces =
            searchText(*regex("x"), query, "a\nx1\nb\nc\nx2\nd\n", Detail::Spans, {size, 0}, 1)
                .matches;
        EXPECT_EQ(shown(pieces), (Lines{"1-a", "2:x1", "3-b"})) << size;
    }
    EXPECT_EQ(searchText(*regex("x"), {}, "x\nx\nx\n", Detail::Count, {SIZE_MAX}, 2).matches.size(),
              2u);
}

TEST(LineSearcher, WhoWantsLessGetsLess) {
    const std::string text = "x\nb\nx\n";
    auto count = searchText(*regex("x"), {}, text, Detail::Count).matches;
    EXPECT_EQ(count.size(), 2u);
    EXPECT_TRUE(count[0].text.empty());
    EXPECT_EQ(searchText(*regex("x"), {}, text, Detail::Files).matches.size(), 1u);
    EXPECT_TRUE(searchText(*regex("x"), {}, text, Detail::Lines).matches[0].spans.empty());
}

TEST(LineSearcher, ALineThatHitsALimitIsNamedAndTheNextIsSearched) {
    const std::string bad = std::string(28, 'a') + "b";
    const Receiver receiver = searchText(*regex("(?=(a+)+$)a"), {}, "a\n" + bad + "\nca\n");
    EXPECT_EQ(receiver.complex, std::vector<uint64_t>{2});
    EXPECT_FALSE(receiver.left);
    EXPECT_EQ(shown(receiver.matches), (Lines{"1:a", "3:ca"}));
}

TEST(LineSearcher, AfterFiftySuchLinesTheFileIsLeft) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += std::string(28, 'a') + "b\n";
    const Receiver receiver = searchText(*regex("(?=(a+)+$)a"), {}, text);
    EXPECT_EQ(receiver.complex.size(), 50u);
    EXPECT_TRUE(receiver.left);  // and whoever listens knows that there is more
}

TEST(LineSearcher, ALineThatNobodyCouldJudgeIsNoMatchWhenInvertedEither) {
    ContentQuery query;
    query.invert = true;
    const Receiver receiver =
        searchText(*regex("(?=(a+)+$)a"), query, std::string(28, 'a') + "b\nz\n");
    EXPECT_EQ(receiver.complex.size(), 1u);
    EXPECT_EQ(shown(receiver.matches), Lines{"2:z"});
}

/// The lines, numbers and offsets by the simplest means.
std::vector<RecordedMatch> obvious(const test::LineOracle& oracle, const ContentQuery& query,
                                   std::string_view text) {
    std::vector<RecordedMatch> lines;
    std::vector<bool> hit;
    for (size_t at = 0; at < text.size();) {
        const size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        const std::string_view line = text.substr(at, end - at);
        const std::string_view bare = line.back() == '\n' ? line.substr(0, line.size() - 1) : line;
        lines.push_back({lines.size() + 1, at, std::string(line), {}, true});
        hit.push_back(oracle.matches(bare) != query.invert);
        if (hit.back() && !query.invert) lines.back().spans = oracle.spans(bare);
        at = end;
    }
    std::vector<RecordedMatch> out;
    for (size_t i = 0; i < lines.size(); ++i) {
        bool shownHere = hit[i];
        for (size_t j = i; !shownHere && j-- > 0 && i - j <= query.after;) shownHere = hit[j];
        for (size_t j = i + 1; !shownHere && j < lines.size() && j - i <= query.before; ++j)
            shownHere = hit[j];
        lines[i].context = !hit[i];
        if (!hit[i]) lines[i].spans.clear();
        if (shownHere) out.push_back(lines[i]);
    }
    return out;
}

RC_GTEST_PROP(LineSearcher, AnyPiecesGiveWhatTheObviousLoopGives, (uint32_t seed)) {
    test::Random random(seed);
    const std::string pattern = test::randomRegex(random, 2);
    test::LineOracle oracle({pattern}, {.caseMode = CaseMode::Sensitive});
    const auto made = Regex::compile({pattern}, {.caseMode = CaseMode::Sensitive});
    RC_PRE(oracle.valid() && bool(made));
    std::string text;
    for (size_t count = random.below(30); count > 0; --count)
        text += test::randomLine(random) + "\n";
    if (random.percent(30) && !text.empty()) text.pop_back();
    RC_PRE(!oracle.uncertain(text));
    ContentQuery query;
    query.invert = random.percent(20);
    query.before = static_cast<uint32_t>(random.below(3));
    query.after = static_cast<uint32_t>(random.below(3));
    const auto expected = obvious(oracle, query, text);
    RC_PRE(!oracle.limited());
    const std::vector<size_t> sizes{random.below(20), random.below(20), random.below(40)};
    const auto got = searchText(**made, query, text, Detail::Spans, sizes).matches;
    if (got != expected) {
        RC_LOG() << "pattern " << test::quoted(pattern) << "\ntext " << test::quoted(text) << "\n";
        RC_ASSERT(shown(got) == shown(expected));
        for (size_t i = 0; i < got.size(); ++i) {
            for (const RecordedMatch* one :
                 {static_cast<const RecordedMatch*>(&got[i]), &expected[i]}) {
                RC_LOG() << one->line << " at " << one->offset << ":";
                for (const Span& span : one->spans)
                    RC_LOG() << " " << span.begin << "-" << span.end;
                RC_LOG() << "\n";
            }
        }
        RC_FAIL("spans or offsets differ");
    }
}

}  // namespace
}  // namespace findling
