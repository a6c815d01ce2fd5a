#include "core/pattern/Needle.h"

#include "core/base/Text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace findling {
namespace {

TEST(Needle, FindsWithAndWithoutCase) {
    EXPECT_EQ(Needle("main").find("a main.c"), 2u);
    EXPECT_EQ(Needle("main").find("a MAIN.c"), std::string_view::npos);
    EXPECT_EQ(Needle("main", true).find("a MaIN.c"), 2u);
    EXPECT_EQ(Needle("x").find(""), std::string_view::npos);
    EXPECT_EQ(Needle("longer than that").find("short"), std::string_view::npos);
    EXPECT_EQ(Needle("").find("anything"), 0u);
    EXPECT_EQ(Needle("[", true).find("a{b["), 3u);  // "{" is not its lower case
    EXPECT_EQ(Needle("ends", true).find("it ENDS"), 3u);
}

/// All code points beyond ASCII that fold into it: their letters must not be looked for as bytes.
TEST(Needle, KnowsTheLettersWithRelativesOutsideAscii) {
    for (uint32_t c = 0x80; c < 0x110000; ++c) {
        const uint32_t folded = foldCase(c);
        if (folded < 0x80) {
            EXPECT_FALSE(Needle::foldsInAscii(static_cast<char>(folded))) << std::hex << c;
        }
    }
    EXPECT_TRUE(Needle::foldsInAscii('a') && Needle::foldsInAscii('E'));
    EXPECT_FALSE(Needle::foldsInAscii('\xC3'));
}

RC_GTEST_PROP(Needle, FindsWhatAPlainSearchFinds, ()) {
    const auto letter = rc::gen::elementOf(std::string("abAB[{@`_\xC3"));
    const auto text = *rc::gen::container<std::string>(letter);
    auto wanted = *rc::gen::resize(4, rc::gen::container<std::string>(letter));
    const bool fold = *rc::gen::arbitrary<bool>();
    if (fold) wanted = lowerAscii(wanted);
    const std::string haystack = fold ? lowerAscii(text) : text;
    const Needle needle(wanted, fold);
    RC_ASSERT(needle.find(text) == haystack.find(wanted));
    Needle::Scan scan(needle, text);
    size_t from = 0;
    for (int i = 0; i < 20 && from <= text.size(); ++i) {
        const size_t found = scan.next(from);
        RC_ASSERT(found == haystack.find(wanted, from));
        if (found == std::string::npos) break;
        from = found + *rc::gen::inRange<size_t>(0, 3);
    }
}

}  // namespace
}  // namespace findling
