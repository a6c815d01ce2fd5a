#include "core/walk/GitIndex.h"

#include "support/Names.h"
#include "support/RandomCases.h"
#include "support/RunCommand.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace findling {
namespace {

using namespace test;

/// A repository made by git itself, which is the authority for its own format.
class Repository {
public:
    explicit Repository(const std::vector<std::string>& initOptions = {}) {
        std::vector<std::string> words{"init", "-q", "--template="};
        words.insert(words.end(), initOptions.begin(), initOptions.end());
        git(words);
    }
    void git(std::vector<std::string> words) {
        words.insert(words.begin(), "git");
        const CommandResult result = runCommand(words, {tree.path()});
        if (result.exitCode != 0) throw std::runtime_error(result.errors);
    }
    void addAll() { git({"add", "-f", "."}); }
    std::string indexBytes() const {
        std::ifstream in(tree.path(".git/index"), std::ios::binary);
        std::ostringstream out;
        out << in.rdbuf();
        return out.str();
    }
    GitIndex index() const {
        auto parsed = GitIndex::parse(indexBytes());
        if (!parsed) throw std::runtime_error(describe(parsed.error()));
        return *parsed;
    }
    TempTree tree{};
};

class GitIndexTest : public testing::Test {
protected:
    void SetUp() override {
        if (runCommand({"git", "--version"}).exitCode != 0) GTEST_SKIP() << "git is not here";
    }
};

void addSome(Repository& repository) {
    for (const char* path :
         {"a", "b/c", "b/c.txt", "b/d/e", "b0", "caf\xc3\xa9", "\xff", "x y", "z/new\nline"}) {
        repository.tree.add({path, path});
    }
    repository.addAll();
}

void expectSome(const GitIndex& index) {
    EXPECT_EQ(index.size(), 9u);
    for (const char* path :
         {"a", "b/c", "b/c.txt", "b/d/e", "b0", "caf\xc3\xa9", "\xff", "x y", "z/new\nline"}) {
        EXPECT_TRUE(index.tracks(path)) << path;
    }
    for (const char* path : {"", "b", "b/", "b/d", "b/c.tx", "b/c.txt2", "c", "B/c", "/a", "z/new"})
        EXPECT_FALSE(index.tracks(path)) << path;
    for (const char* folder : {"b", "b/d", "z"}) EXPECT_TRUE(index.tracksBelow(folder)) << folder;
    for (const char* folder : {"a", "b/c", "b0", "b/", "z/new", "y", "bb"})
        EXPECT_FALSE(index.tracksBelow(folder)) << folder;
}

TEST_F(GitIndexTest, EveryVersionIsRead) {
    for (const char* version : {"2", "4"}) {
        Repository repository;
        repository.git({"config", "index.version", version});
        addSome(repository);
        repository.git({"update-index", "--index-version", version});
        expectSome(repository.index());
    }
    Repository three;
    addSome(three);
    three.tree.add({"later", "x"});
    three.git({"add", "-N", "later"});  // an extended flag: version 3
    EXPECT_EQ(three.indexBytes()[7], 3);
    EXPECT_TRUE(three.index().tracks("later"));
    EXPECT_TRUE(three.index().tracks("b/c.txt"));
}

TEST_F(GitIndexTest, BothHashesAreRead) {
    Repository repository({"--object-format=sha256"});
    addSome(repository);
    expectSome(repository.index());
}

TEST_F(GitIndexTest, AnEmptyIndexTracksNothing) {
    Repository repository;
    repository.tree.add({"a", ""});
    repository.addAll();
    repository.git({"rm", "-q", "--cached", "a"});
    EXPECT_EQ(repository.index().size(), 0u);
    EXPECT_FALSE(repository.index().tracks("a"));
    EXPECT_FALSE(GitIndex().tracks("a"));
    EXPECT_FALSE(GitIndex().tracksBelow("a"));
}

TEST_F(GitIndexTest, LongNamesWithCommonBeginningsAreRead) {
    Repository repository;
    std::vector<std::string> paths;
    for (int i = 0; i < 300; ++i) {
        paths.push_back("folder-with-a-long-name/" +
                        std::string(static_cast<size_t>(i % 200) + 1, 'n') + std::to_string(i));
        repository.tree.add({paths.back(), ""});
    }
    repository.addAll();
    repository.git({"update-index", "--index-version", "4"});
    const GitIndex index = repository.index();
    EXPECT_EQ(index.size(), 300u);
    for (const std::string& path : paths) EXPECT_TRUE(index.tracks(path)) << path;
}

TEST_F(GitIndexTest, AMergeConflictListsANameSeveralTimes) {
    Repository repository;
    repository.tree.add({"a", "x"});
    repository.addAll();
    const std::string blob = runCommand({"git", "hash-object", "-w", "a"}, {repository.tree.path()})
                                 .output.substr(0, 40);
    std::string stages;
    for (const char* stage : {"1", "2", "3"}) stages += "100644 " + blob + " " + stage + "\\ta\\n";
    repository.git({"update-index", "--force-remove", "a"});
    const auto made =
        runCommand({"sh", "-c", "printf '" + stages + "' | git update-index --index-info"},
                   {repository.tree.path()});
    ASSERT_EQ(made.exitCode, 0) << made.errors;
    EXPECT_TRUE(repository.index().tracks("a"));
}

TEST_F(GitIndexTest, ASplitIndexIsAnErrorNotASilence) {
    Repository repository;
    addSome(repository);
    repository.git({"update-index", "--split-index"});
    EXPECT_FALSE(GitIndex::parse(repository.indexBytes()));
}

TEST_F(GitIndexTest, ASparseIndexTracksWholeFolders) {
    Repository repository;
    addSome(repository);
    repository.git({"-c", "user.name=x", "-c", "user.email=x@y", "commit", "-q", "-m", "x"});
    const auto sparse = runCommand({"git", "sparse-checkout", "init", "--cone", "--sparse-index"},
                                   {repository.tree.path()});
    if (sparse.exitCode != 0) GTEST_SKIP() << "this git knows no sparse index";
    const GitIndex index = repository.index();
    EXPECT_TRUE(index.tracks("b/c.txt"));
    EXPECT_TRUE(index.tracksBelow("b"));
    EXPECT_FALSE(index.tracks("q/x"));
}

TEST_F(GitIndexTest, DamageIsAnErrorOrReadableAndNeverACrash) {
    for (const char* version : {"2", "4"}) {
        Repository repository;
        addSome(repository);
        repository.git({"update-index", "--index-version", version});
        const std::string good = repository.indexBytes();
        for (size_t length = 0; length < good.size(); ++length) {
            // Names ask for answers too: a damaged table could send them astray.
            if (const auto cut = GitIndex::parse(good.substr(0, length)))
                (void)cut->tracks("b/c.txt");
        }
        Random random(1);
        for (int i = 0; i < 20'000; ++i) {
            std::string bad = good;
            for (size_t n = 1 + random.below(3); n > 0; --n)
                bad[random.below(bad.size())] = static_cast<char>(random.below(256));
            if (const auto parsed = GitIndex::parse(bad)) {
                (void)parsed->tracks("b/c.txt");
                (void)parsed->tracksBelow("b");
            }
        }
        EXPECT_FALSE(GitIndex::parse(good.substr(0, 11)));
        EXPECT_FALSE(GitIndex::parse(good.substr(0, 100)));
        EXPECT_FALSE(GitIndex::parse(""));
        EXPECT_FALSE(GitIndex::parse("DIRC" + std::string(8, '\xff')));
        EXPECT_FALSE(GitIndex::parse("XXXX" + good.substr(4)));
    }
}

TEST_F(GitIndexTest, ADamagedIndexIsAProblemOfTheSearch) {
    Repository repository;
    repository.tree.add({".gitignore", "*.o\n"});
    repository.tree.add({"a.o", ""});
    repository.tree.add({"b.c", ""});
    repository.tree.add({".git/index", "nonsense"});
    const auto sink = runIn(repository.tree, {});
    EXPECT_EQ(below(repository.tree, sink->paths()), Names{"b.c"});
    ASSERT_EQ(sink->problems.size(), 1u);
    EXPECT_EQ(sink->problems[0].path, repository.tree.path(".git/index"));
}

TEST_F(GitIndexTest, TrackedPathsAreKeptInIgnoredFoldersAndNothingElseThere) {
    Repository repository;
    for (const char* path :
         {"build/keep/a", "build/keep/b", "build/other", "x.o", "y.o", ".h/tracked"})
        repository.tree.add({path, ""});
    repository.git({"add", "-f", "build/keep/a", "x.o", ".h/tracked"});
    repository.tree.add({".gitignore", "build/\n*.o\n.h\n"});
    EXPECT_EQ(names(repository.tree), (Names{"build", "build/keep", "build/keep/a", "x.o"}));
    Query query;
    query.hidden = true;
    query.excludes = {"/.git"};
    EXPECT_EQ(names(repository.tree, query), (Names{".gitignore", ".h", ".h/tracked", "build",
                                                    "build/keep", "build/keep/a", "x.o"}));
    // Excludes and .ignore files are the user's own wish: they hide what is tracked too.
    repository.tree.add({".ignore", "x.o\n"});
    EXPECT_EQ(names(repository.tree), (Names{"build", "build/keep", "build/keep/a"}));
}

TEST_F(GitIndexTest, ATrackedFileThatIsGoneIsNoResult) {
    Repository repository;
    repository.tree.add({"a.o", ""});
    repository.tree.add({"d/b.o", ""});
    repository.addAll();
    repository.tree.add({".gitignore", "*.o\nd/\n"});
    ASSERT_EQ(runCommand({"rm", "-r", repository.tree.path("d")}).exitCode, 0);
    EXPECT_EQ(names(repository.tree), Names{"a.o"});
}

}  // namespace
}  // namespace findling
