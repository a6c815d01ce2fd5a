#include "core/pattern/NameSet.h"

#include "support/RandomCases.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace findling {
namespace {

NameSet setOf(std::initializer_list<std::string_view> globs, CaseMode mode = CaseMode::Smart) {
    NameSet set;
    for (const std::string_view glob : globs) EXPECT_TRUE(set.add(glob, mode)) << glob;
    return set;
}

TEST(NameSet, HoldsExtensionsWholeNamesAndOtherGlobs) {
    const NameSet set = setOf({"*.c", "Makefile", "*.tar.gz", "log[0-9]"});
    for (const std::string_view name :
         {"a.c", ".c", "a.b.c", "A.C", "Makefile", "x.tar.gz", "log7"})
        EXPECT_TRUE(set.matches(name)) << name;
    for (const std::string_view name : {"c", "a.cc", "makefile", "x.gz", "log", "a.c.", ""})
        EXPECT_FALSE(set.matches(name)) << name;
}

TEST(NameSet, EachGlobDecidesAboutCaseByItself) {
    const NameSet set = setOf({"*.png", "*.C"});
    EXPECT_TRUE(set.matches("A.PNG"));
    EXPECT_TRUE(set.matches("a.C"));
    EXPECT_FALSE(set.matches("a.c"));
    EXPECT_FALSE(setOf({"*.png"}, CaseMode::Sensitive).matches("A.PNG"));
    EXPECT_TRUE(setOf({"*.C"}, CaseMode::Insensitive).matches("a.c"));
}

TEST(NameSet, LettersBeyondAsciiFoldIntoAscii) {
    EXPECT_TRUE(setOf({"*.mk"}).matches("a.m\xe2\x84\xaa"));  // the Kelvin sign
    EXPECT_TRUE(setOf({"*.\xc3\xa4"}).matches("a.\xc3\x84"));
    EXPECT_FALSE(setOf({"*.mk"}).matches("a.m\xff"));
}

TEST(NameSet, AnInvalidGlobIsAnError) {
    NameSet set;
    EXPECT_FALSE(set.add("[", CaseMode::Smart));
    EXPECT_TRUE(set.empty());
}

/// The set is a shortcut for asking every glob.
TEST(NameSet, AgreesWithItsGlobs) {
    const std::vector<std::string> globs{"*.c", "*.H",        "a",       "B.c",    "*.t.c",
                                         "*",   "?.c",        "*.",      "*.[ch]", "a*",
                                         "*.k", "*.\xc3\xa4", "x.{c,h}", "*.s"};
    const std::vector<std::string> names{"a",
                                         "A",
                                         "b.c",
                                         "B.C",
                                         ".c",
                                         "a.",
                                         "a.t.c",
                                         "a.T.C",
                                         "x.h",
                                         "x.H",
                                         "k.\xe2\x84\xaa",
                                         "\xc5\xbf.\xc5\xbf",
                                         "a.\xc3\x84",
                                         "\xff.c",
                                         "a.c.d"};
    uint64_t hits = 0;
    for (uint64_t seed = 1; seed <= 3000; ++seed) {
        test::Random random(seed);
        const CaseMode mode = std::vector<CaseMode>{CaseMode::Smart, CaseMode::Sensitive,
                                                    CaseMode::Insensitive}[random.below(3)];
        NameSet set;
        std::vector<Glob> slow;
        for (size_t n = 1 + random.below(4); n > 0; --n) {
            const std::string& glob = random.pick(globs);
            ASSERT_TRUE(set.add(glob, mode));
            slow.push_back(*Glob::compile(glob, mode));
        }
        const std::string& name = random.pick(names);
        const bool expected = std::any_of(
            slow.begin(), slow.end(), [&](const Glob& glob) { return glob.matchesSlowly(name); });
        hits += expected ? 1 : 0;
        ASSERT_EQ(set.matches(name), expected) << test::quoted(name) << ", seed " << seed;
    }
    EXPECT_GT(hits, 300u);
}

}  // namespace
}  // namespace findling
