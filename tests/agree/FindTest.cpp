/// The walk and its filters against GNU find, on random trees.

#include "agree/RandomTree.h"
#include "core/base/Text.h"
#include "support/Names.h"
#include "support/RunCommand.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>

namespace findling {
namespace {

using namespace test;

/// The same question for both.
struct Question {
    std::string name;
    Query query;
    std::vector<std::string> options = {};     ///< of find, before the path
    std::vector<std::string> expression = {};  ///< of find
    bool asciiOnly = false;                    ///< other names are left out of the comparison
};

bool isOther(const std::string& path) {
    return !isAscii(path.substr(path.rfind('/') + 1));
}

bool findWorks() {
    return runCommand({"find", "--version"}).output.find("GNU findutils") != std::string::npos;
}

Names fromFind(const TempTree& tree, const Question& question, const char* program = "find") {
    std::vector<std::string> words{program};
    words.insert(words.end(), question.options.begin(), question.options.end());
    words.insert(words.end(), {".", "-mindepth", "1"});
    words.insert(words.end(), question.expression.begin(), question.expression.end());
    words.emplace_back("-print0");
    // The C locale: bytes, as we read them.
    Names out;
    for (const std::string& path : splitAtNul(
             runCommand(words, {.folder = tree.path(), .environment = {"LC_ALL=C"}}).output)) {
        out.push_back(path.substr(2));
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// find leaves out what loops, with a warning: links that lead back to a folder above, which we
/// list and name as a problem, and links that only lead to one another, which we list as links.
Names withoutLoops(const TempTree& tree, const RecordingSink& sink, bool follow) {
    Names paths = below(tree, sink.paths());
    if (!follow) return paths;
    std::set<std::string> reported;
    for (const Problem& problem : sink.problems) {
        if (problem.code == ELOOP) reported.insert(problem.path);
    }
    FileStat facts;
    const auto loops = [&](const std::string& path) {
        const std::string whole = tree.path(path);
        return reported.count(whole) > 0 || statPath(whole, true, facts) == ELOOP;
    };
    paths.erase(std::remove_if(paths.begin(), paths.end(), loops), paths.end());
    return paths;
}

Question typed(const char* letter, EntryKind kind) {
    Question out{std::string("type ") + letter, everything(), {}, {"-type", letter}};
    out.query.kinds = {kind};
    return out;
}

/// A glob of the features that both have, for names of ASCII: in the C locale find sees bytes.
std::string sharedGlob(Random& random) {
    std::string glob;
    for (size_t count = 1 + random.below(4); count > 0; --count) {
        glob += random.pick({"*", "*", "a", "b", "o", "foo", ".", "A", "[ab]", "[!a]", "[a-c]",
                             "\\*", "x", " ", "-"});
    }
    return glob;
}

std::string octal(uint32_t bits) {
    std::string out;
    for (; bits > 0; bits /= 8) out.insert(out.begin(), static_cast<char>('0' + bits % 8));
    return out;
}

std::vector<Question> questions(Random& random) {
    std::vector<Question> out;
    out.push_back({"everything", everything()});
    out.push_back(typed("f", EntryKind::File));
    out.push_back(typed("d", EntryKind::Folder));
    out.push_back(typed("l", EntryKind::Link));
    out.push_back(typed("p", EntryKind::Fifo));

    Question depth{"depth", everything()};
    depth.query.minDepth = static_cast<uint32_t>(1 + random.below(3));
    depth.query.maxDepth = static_cast<uint32_t>(1 + random.below(4));
    depth.options = {};
    depth.expression = {"-mindepth", std::to_string(*depth.query.minDepth), "-maxdepth",
                        std::to_string(*depth.query.maxDepth)};
    out.push_back(depth);

    Question name{"name", everything()};
    name.query.names = {sharedGlob(random)};
    name.query.nameCase = CaseMode::Sensitive;
    name.expression = {"-name", name.query.names[0]};
    name.name += " " + name.query.names[0];
    name.asciiOnly = true;
    out.push_back(name);

    Question size{"size", everything()};
    const uint64_t bytes = std::vector<uint64_t>{0, 1, 512, 1024, 4096}[random.below(5)];
    size.query.minSize = bytes;
    size.expression = {"-type", "f", "-size", "+" + std::to_string(bytes) + "c", "-o",
                       "-type", "f", "-size", std::to_string(bytes) + "c"};
    size.expression.insert(size.expression.begin(), "(");
    size.expression.emplace_back(")");
    size.name += " from " + std::to_string(bytes);
    out.push_back(size);

    Question sizeTo{"size", everything()};
    sizeTo.query.maxSize = bytes;
    sizeTo.expression = {"-type", "f", "!", "-size", "+" + std::to_string(bytes) + "c"};
    sizeTo.name += " to " + std::to_string(bytes);
    out.push_back(sizeTo);

    // find asks for "newer than", we for "from ... on".
    Question time{"mtime", everything()};
    time.query.modified.after = 1'700'000'000'000'000'000;
    time.expression = {"-newermt", "@1699999999.999999999"};
    out.push_back(time);

    Question timeTo{"mtime before", everything()};
    timeTo.query.modified.before = 1'700'000'000'000'000'000;
    timeTo.expression = {"!", "-newermt", "@1700000000"};
    out.push_back(timeTo);

    Question permissions{"permissions", everything()};
    const uint32_t bits =
        std::vector<uint32_t>{0644, 0755, 0111, 0222, 0400, 0004}[random.below(6)];
    const auto kind =
        std::vector<PermissionRule::Kind>{PermissionRule::Kind::Exactly, PermissionRule::Kind::All,
                                          PermissionRule::Kind::Any}[random.below(3)];
    permissions.query.permissions = {kind, bits};
    const std::string sign = kind == PermissionRule::Kind::All   ? "-"
                             : kind == PermissionRule::Kind::Any ? "/"
                                                                 : "";
    permissions.expression = {"-perm", sign + octal(bits)};
    permissions.name += " " + permissions.expression[1];
    out.push_back(permissions);

    Question empty{"empty", everything()};
    empty.query.kinds = {EntryKind::Empty};
    empty.expression = {"-empty"};
    out.push_back(empty);

    Question follow{"follow", everything()};
    follow.query.follow = true;
    follow.options = {"-L"};
    out.push_back(follow);

    Question followFiles{"follow, files", everything()};
    followFiles.query.follow = true;
    followFiles.query.kinds = {EntryKind::File};
    followFiles.options = {"-L"};
    followFiles.expression = {"-type", "f"};
    out.push_back(followFiles);

    Question followLinks{"follow, links", everything()};
    followLinks.query.follow = true;
    followLinks.query.kinds = {EntryKind::Link};
    followLinks.options = {"-L"};
    followLinks.expression = {"-type", "l"};
    out.push_back(followLinks);
    return out;
}

TEST(AgreeWithFind, OnRandomTrees) {
    if (!findWorks()) GTEST_SKIP() << "GNU find is not here";
    constexpr const char* kName = "AgreeWithFind.OnRandomTrees";
    const CaseRange range = casesToRun(kName, 300);
    uint64_t compared = 0;
    // The second opinion, where it is installed.
    const bool withBfs = runCommand({"bfs", "--version"}).exitCode == 0;
    for (uint64_t seed = range.first; seed < range.first + range.count; ++seed) {
        Random random(seed);
        TempTree tree{};
        fillRandomly(tree, random, {});
        for (Question& question : questions(random)) {
            question.query.threads = 1 + static_cast<unsigned>(random.below(4));
            // A few links upwards make a tree of millions of paths, for find as well.
            if (question.query.follow) question.query.maxResults = 5000;
            const auto sink = runIn(tree, question.query);
            if (sink->summary.end == Summary::End::Limit) continue;
            Names ours = withoutLoops(tree, *sink, question.query.follow);
            Names theirs = fromFind(tree, question);
            if (question.asciiOnly) {
                ours.erase(std::remove_if(ours.begin(), ours.end(), isOther), ours.end());
                theirs.erase(std::remove_if(theirs.begin(), theirs.end(), isOther), theirs.end());
            }
            ++compared;
            EXPECT_EQ(quoted(ours), quoted(theirs)) << question.name << "\n"
                                                    << repeatCommand(kName, seed);
            // (bfs knows no "@seconds", and sees loops in its own way.)
            if (!withBfs || question.asciiOnly || question.query.follow ||
                question.query.modified.any())
                continue;
            EXPECT_EQ(quoted(theirs), quoted(fromFind(tree, question, "bfs")))
                << "find and bfs differ: " << question.name << "\n"
                << repeatCommand(kName, seed);
        }
        if (testing::Test::HasFailure()) break;  // one tree is enough to look at
    }
    RecordProperty("compared", std::to_string(compared));
}

}  // namespace
}  // namespace findling
