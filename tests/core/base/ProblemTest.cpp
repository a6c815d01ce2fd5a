#include "core/base/Problem.h"

#include "core/base/Result.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <set>

namespace findling {
namespace {

TEST(Problem, NamesThePathTheReasonAndTheOperation) {
    EXPECT_EQ(describe(systemProblem("a/b", "open folder", EACCES)),
              "a/b: Permission denied (open folder)");
    EXPECT_EQ(describe(Problem{"a", "", 0, "too long"}), "a: too long");
}

TEST(SkipReason, EachHasANameOfItsOwn) {
    std::set<std::string_view> seen;
    for (size_t i = 0; i < kSkipReasons; ++i) {
        const std::string_view reason = name(static_cast<SkipReason>(i));
        EXPECT_NE(reason, "unknown") << i;
        EXPECT_TRUE(seen.insert(reason).second) << reason;
    }
}

TEST(SkipReason, WhatWasAskedForIsNotLeftOut) {
    SkipCounts counts{};
    at(counts, SkipReason::Pattern) = 1;
    at(counts, SkipReason::Type) = 2;
    at(counts, SkipReason::Extension) = 4;
    at(counts, SkipReason::Text) = 8;
    EXPECT_EQ(leftOut(counts), 0u);
    at(counts, SkipReason::Hidden) = 16;
    at(counts, SkipReason::Ignored) = 32;
    at(counts, SkipReason::Binary) = 64;
    EXPECT_EQ(leftOut(counts), 112u);
}

TEST(Error, NamesPatternAndOffset) {
    EXPECT_EQ(describe(Error{ErrorKind::Pattern, "missing )", "a(b", 3}),
              "invalid pattern 'a(b' at offset 3: missing )");
    EXPECT_EQ(describe(Error{ErrorKind::Path, "No such file", "x"}),
              "cannot search 'x': No such file");
    EXPECT_EQ(describe(Error{ErrorKind::Option, "a command is missing"}), "a command is missing");
}

}  // namespace
}  // namespace findling
