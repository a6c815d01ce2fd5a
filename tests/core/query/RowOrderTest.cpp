#include "core/query/RowOrder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace findling {
namespace {

using Texts = std::vector<std::string>;

Texts sorted(Texts texts, int (*compare)(std::string_view, std::string_view)) {
    std::sort(texts.begin(), texts.end(),
              [&](const std::string& a, const std::string& b) { return compare(a, b) < 0; });
    return texts;
}

TEST(RowOrder, AFolderComesBeforeWhatIsInItAndThatBeforeTheNextName) {
    EXPECT_EQ(sorted({"a.c", "a/b", "a", "b", "a/b/c", "a/b.c", "a-b"}, comparePaths),
              (Texts{"a", "a/b", "a/b/c", "a/b.c", "a-b", "a.c", "b"}));
}

TEST(RowOrder, BytesCountAsTheyAre) {
    EXPECT_EQ(sorted({"b", "B", "\xc3\xa4", "a", "\xff", "a\x01"}, comparePaths),
              (Texts{"B", "a", "a\x01", "b", "\xc3\xa4", "\xff"}));
}

TEST(RowOrder, NaturalOrderTakesDigitsAsNumbers) {
    EXPECT_EQ(sorted({"a10", "a9", "a1b", "a1", "a010", "b", "a99999999999999999999999", "a"},
                     compareNaturally),
              (Texts{"a", "a1", "a1b", "a9", "a010", "a10", "a99999999999999999999999", "b"}));
    EXPECT_EQ(sorted({"v1/10", "v1/9", "v10/1", "v9/1", "v1.2"}, compareNaturally),
              (Texts{"v1/9", "v1/10", "v1.2", "v9/1", "v10/1"}));
}

TEST(RowOrder, BothOrdersAreOrders) {
    const Texts texts{"",   "0",   "00",   "1",    "01",    "a",  "a0", "a00",
                      "a/", "a/0", "a/00", "a1/2", "a01/1", "10", "9"};
    for (const auto compare : {comparePaths, compareNaturally}) {
        for (const std::string& a : texts) {
            for (const std::string& b : texts) {
                EXPECT_EQ(compare(a, b) == 0, a == b) << a << " and " << b;
                EXPECT_EQ(compare(a, b) < 0, compare(b, a) > 0) << a << " and " << b;
                for (const std::string& c : texts) {
                    if (compare(a, b) < 0 && compare(b, c) < 0) {
                        EXPECT_LT(compare(a, c), 0) << a << ", " << b << ", " << c;
                    }
                }
            }
        }
    }
}

TEST(RowOrder, KeysHaveTheNamesThatUsersSay) {
    EXPECT_EQ(sortKey("path"), SortKey::Path);
    EXPECT_EQ(sortKey("mtime"), SortKey::Modified);
    EXPECT_EQ(sortKey("modified"), SortKey::Modified);
    EXPECT_EQ(sortKey("none"), SortKey::Found);
    EXPECT_FALSE(sortKey("paths"));
}

TEST(RowOrder, AnExtensionIsWhatStandsBehindTheLastDot) {
    EXPECT_EQ(sortText(SortKey::Extension, "a.b/c.tar.gz"), "gz");
    EXPECT_EQ(sortText(SortKey::Extension, "a.b/c"), "");
    EXPECT_EQ(sortText(SortKey::Extension, "a/.profile"), "");
    EXPECT_EQ(sortText(SortKey::Name, "a/b"), "b");
    EXPECT_EQ(sortText(SortKey::Path, "a/b"), "a/b");
}

}  // namespace
}  // namespace findling
