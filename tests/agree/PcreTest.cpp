/// What a search finds in files against PCRE2 line by line: its interpreter, without JIT,
/// prefilter, blocks or ASCII form.

#include "support/LineOracle.h"
#include "support/Names.h"
#include "support/RandomRegex.h"

#include <gtest/gtest.h>

#include <iostream>
#include <sstream>

namespace findling {
namespace {

using namespace test;

struct Case {
    std::vector<std::string> patterns;
    RegexOptions options;
    bool invert = false;
    std::string text;
};

/// Around a block of the reader, or small; lines with and without a last newline.
std::string randomText(Random& random) {
    constexpr size_t kBlock = 256 * 1024;
    std::string text;
    if (random.percent(10)) text = std::string("\xef\xbb\xbf");
    if (random.percent(12)) {
        const std::string filler = random.pick(
            {"y\n", "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n", "zzz \xc3\xa9 zzz\n"});
        // Also lengths at which lines of ASCII and others are searched by turns.
        const size_t want =
            random.percent(50) ? kBlock - 40 + random.below(40) : random.below(1500);
        while (text.size() < want) text += filler;
    }
    if (random.percent(3))
        text += std::string(5000 + random.below(3000), 'q');  // a long line runs another form
    for (size_t count = random.below(25); count > 0; --count) {
        text += randomLine(random) + "\n";
        if (random.percent(10)) text += std::string(300 + random.below(600), 'y') + "\n";
    }
    if (random.percent(30) && !text.empty()) text.pop_back();
    return text;
}

Case randomCase(Random& random) {
    Case out;
    out.options.caseMode = random.percent(50) ? CaseMode::Sensitive : CaseMode::Insensitive;
    out.options.fixed = random.percent(10);
    out.options.word = random.percent(12);
    out.options.wholeLine = !out.options.word && random.percent(8);
    for (size_t count = random.percent(15) ? 2 + random.below(2) : 1; count > 0; --count) {
        out.patterns.push_back(out.options.fixed ? randomLine(random) : randomRegex(random));
    }
    out.invert = random.percent(10);
    out.text = randomText(random);
    return out;
}

/// "line offset begin-end begin-end" for every line that matches. Spans only where one pattern
/// and no inversion make them comparable.
std::vector<std::string> expected(const Case& test, const LineOracle& oracle) {
    std::vector<std::string> out;
    std::string_view text = test.text;
    if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
    const bool spans = test.patterns.size() == 1 && !test.invert;
    size_t number = 1;
    for (size_t at = 0; at < text.size(); ++number) {
        const size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        if (!oracle.uncertain(line) && oracle.matches(line) != test.invert) {
            std::ostringstream row;
            row << number << " " << at;
            if (spans) {
                for (const Span& span : oracle.spans(line))
                    row << " " << span.begin << "-" << span.end;
            }
            out.push_back(row.str());
        }
        at = end + 1;
    }
    return out;
}

std::vector<std::string> found(const Case& test, const LineOracle& oracle,
                               const RecordingSink& sink) {
    std::vector<std::string> out;
    const bool spans = test.patterns.size() == 1 && !test.invert;
    for (const RecordedFile& file : sink.files) {
        for (const RecordedMatch& match : file.matches) {
            if (oracle.uncertain(match.text)) continue;
            std::ostringstream row;
            row << match.line << " " << match.offset;
            if (spans) {
                for (const Span& span : match.spans) row << " " << span.begin << "-" << span.end;
            }
            out.push_back(row.str());
        }
    }
    return out;
}

TEST(AgreeWithPcre, OnRandomPatternsAndTexts) {
    constexpr const char* kName = "AgreeWithPcre.OnRandomPatternsAndTexts";
    const CaseRange range = casesToRun(kName, 300);
    uint64_t hits = 0, invalid = 0, limited = 0;
    for (uint64_t seed = range.first; seed < range.first + range.count; ++seed) {
        Random random(seed);
        const Case test = randomCase(random);
        const LineOracle oracle(test.patterns, test.options);
        const auto compiled = Regex::compile(test.patterns, test.options);
        const auto describeCase = [&] {
            std::string all = "patterns:\n" + quoted(test.patterns);
            if (test.options.word) all += "word ";
            if (test.options.wholeLine) all += "whole-line ";
            if (test.options.fixed) all += "fixed ";
            if (test.options.caseMode == CaseMode::Insensitive) all += "caseless ";
            if (test.invert) all += "inverted ";
            return all + "\n" + repeatCommand(kName, seed);
        };
        if (!oracle.valid()) {
            ++invalid;
            continue;
        }
        if (!compiled) {
            ADD_FAILURE() << "refused: " << describe(compiled.error()) << "\n" << describeCase();
            break;
        }
        const std::vector<std::string> wanted = expected(test, oracle);
        const TempTree tree{{"f", test.text}};
        Query query;
        query.content.emplace();
        query.content->patterns = test.patterns;
        query.content->caseMode = test.options.caseMode;
        query.content->fixed = test.options.fixed;
        query.content->word = test.options.word;
        query.content->wholeLine = test.options.wholeLine;
        query.content->invert = test.invert;
        query.content->scanner = random.percent(80);
        const auto sink = runIn(tree, query);
        if (oracle.limited() || !sink->problems.empty()) {  // a limit that is reported is an answer
            ++limited;
            continue;
        }
        hits += wanted.empty() ? 0 : 1;
        const std::vector<std::string> got = found(test, oracle, *sink);
        if (got == wanted) continue;
        ADD_FAILURE() << "found:\n"
                      << quoted(got) << "PCRE2 finds:\n"
                      << quoted(wanted) << "text: "
                      << quoted(test.text.size() < 2000 ? test.text
                                                        : test.text.substr(test.text.size() - 1000))
                      << "\n"
                      << describeCase();
        break;
    }
    std::cout << hits << " with matches, " << invalid << " invalid patterns, " << limited
              << " at a limit\n";
    if (range.count >= 50) {
        EXPECT_GT(hits, range.count / 4) << "too few matches: the test tests nothing";
        EXPECT_LT(limited, range.count / 20);
    }
}

}  // namespace
}  // namespace findling
