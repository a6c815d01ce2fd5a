#include "core/pattern/Replacement.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace findling {
namespace {

using namespace std::literals;

/// Four groups; "either" is the name of two of them.
const GroupNames kGroups{
    4, {{"year", 1}, {"either", 2}, {"either", 3}, {"gr\xc3\xb6\xc3\x9f", 4}, {"_x9", 4}}};

Replacement parsed(std::string_view text, const GroupNames& groups = kGroups) {
    auto replacement = Replacement::parse(text, groups);
    if (!replacement) throw std::runtime_error(describe(replacement.error()));
    return *replacement;
}

std::string shown(std::string_view text, const std::vector<std::string_view>& groups) {
    std::string out = "<";
    parsed(text).append(out, groups);
    return out + ">";
}

Error refused(std::string_view text, const GroupNames& groups = kGroups) {
    const auto replacement = Replacement::parse(text, groups);
    if (replacement) throw std::runtime_error(std::string(text) + " was taken");
    return replacement.error();
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(Replacement, References) {
    const std::vector<std::string_view> groups = {"all", "1999", "b", "c", "d"};
    const struct {
        std::string_view text;
        std::string_view shown;
    } kCases[] = {
        {"", "<>"},
        {"plain", "<plain>"},
        {"$0", "<all>"},
        {"${0}", "<all>"},
        {"[$1]", "<[1999]>"},
        {"$1$2", "<1999b>"},
        {"$1-$2", "<1999-b>"},
        {"$4.$3", "<d.c>"},
        {"${1}a", "<1999a>"},
        {"${1}2", "<19992>"},
        {"$year", "<1999>"},
        {"$year's", "<1999's>"},
        {"${year}s", "<1999s>"},
        {"$_x9", "<d>"},
        {"${gr\xc3\xb6\xc3\x9f}", "<d>"},
        // Numbers as ripgrep reads them.
        {"$01", "<1999>"},
        {"${0001}", "<1999>"},
        // A byte that is no ASCII letter ends a name.
        {"$1\xc3\xa4", "<1999\xc3\xa4>"},
        {"$1\xff", "<1999\xff>"},
        // Dollars that are nothing else.
        {"$", "<$>"},
        {"a$", "<a$>"},
        {"$ 1", "<$ 1>"},
        {"$-1", "<$-1>"},
        {"$}", "<$}>"},
        {"$\xc3\xa4", "<$\xc3\xa4>"},
        {"$$", "<$>"},
        {"$$1", "<$1>"},
        {"$$$1", "<$1999>"},
        {"$$$$", "<$$>"},
        {"$$$", "<$$>"},
        {"$${year}", "<${year}>"},
        {"$1$", "<1999$>"},
        // Neither backslashes nor braces mean anything.
        {R"(\1\n\$1)", R"(<\1\n\1999>)"},
        {"{1}{", "<{1}{>"},
    };
    for (const auto& c : kCases) EXPECT_EQ(shown(c.text, groups), c.shown) << c.text;
    EXPECT_EQ(shown("a\0$1\0"sv, groups), "<a\0001999\0>"s);
}

TEST(Replacement, GroupsThatTookNoPart) {
    constexpr std::string_view kUnset;
    EXPECT_EQ(shown("[$1]", {"all", kUnset}), "<[]>");
    EXPECT_EQ(shown("[$1]", {"all", ""}), "<[]>");
    EXPECT_EQ(shown("[$4$0]", {"all", "1999"}), "<[all]>");
    EXPECT_EQ(shown("[$4$0]", {}), "<[]>");
}

TEST(Replacement, TheFirstSetGroupOfANameCounts) {
    constexpr std::string_view kUnset;
    EXPECT_EQ(shown("$either", {"all", "a", "b", "c"}), "<b>");
    EXPECT_EQ(shown("$either", {"all", "a", kUnset, "c"}), "<c>");
    EXPECT_EQ(shown("$either", {"all", "a", kUnset, kUnset}), "<>");
    EXPECT_EQ(shown("$either", {"all", "a", kUnset}), "<>");
    // Set and empty is set.
    EXPECT_EQ(shown("$either", {"all", "a", "", "c"}), "<>");
    // The order is that of the names, not of the numbers.
    std::string out;
    const std::vector<std::string_view> groups = {"all", "a", "b"};
    parsed("$n", {2, {{"n", 2}, {"n", 1}}}).append(out, groups);
    EXPECT_EQ(out, "b");
}

TEST(Replacement, SaysWhichGroupsItNeeds) {
    const struct {
        std::string_view text;
        uint32_t last;
    } kCases[] = {
        {"", 0},   {"a$$1", 0}, {"$0", 0},      {"$ 3", 0},
        {"$1", 1}, {"$3$1", 3}, {"$either", 3}, {"${year}$0", 1},
    };
    for (const auto& c : kCases) {
        EXPECT_EQ(parsed(c.text).lastGroup(), c.last) << c.text;
        EXPECT_EQ(parsed(c.text).needsGroups(), c.last > 0) << c.text;
    }
}

TEST(Replacement, ErrorsNameTheDollar) {
    const struct {
        std::string_view text;
        size_t offset;
        std::string_view why;
    } kCases[] = {
        {"$5", 0, "no group '5'"},
        {"a $1 $5", 5, "no group '5'"},
        {"$$$x", 2, "no group 'x'"},
        {"$Year", 0, "no group 'Year'"},
        {"${1a}", 0, "no group '1a'"},
        {"${ 1}", 0, "no group ' 1'"},
        {"${+1}", 0, "no group '+1'"},
        {"${-1}", 0, "no group '-1'"},
        {"$4294967296", 0, "no group '4294967296'"},
        {"$99999999999999999999999", 0, "no group '999"},
        {"x${", 1, "without its '}'"},
        {"x${1", 1, "without its '}'"},
        {"x${1 $2", 1, "without its '}'"},
        {"x${}", 1, "names no group"},
        {"${$1}", 0, "no group '$1'"},
    };
    for (const auto& c : kCases) {
        const Error error = refused(c.text);
        EXPECT_EQ(error.kind, ErrorKind::Option);
        EXPECT_EQ(error.subject, c.text);
        EXPECT_EQ(error.offset, c.offset) << c.text;
        EXPECT_TRUE(contains(error.text, c.why)) << error.text;
        EXPECT_TRUE(contains(error.text, "$$ is a dollar")) << error.text;
    }
}

TEST(Replacement, ErrorsNameTheGroupsThatExist) {
    EXPECT_TRUE(contains(refused("$z").text,
                         "the groups are $0 to $4, ${year}, ${either}, ${gr\xc3\xb6\xc3\x9f}, "
                         "${_x9};"))
        << refused("$z").text;
    EXPECT_TRUE(contains(refused("$1", {}).text, "has no groups, only $0"));
    EXPECT_TRUE(contains(refused("$n", {1, {}}).text, "the groups are $0 to $1;"));
}

TEST(Replacement, ErrorsShowWhereANameShouldEnd) {
    EXPECT_TRUE(contains(refused("$1a").text, "write ${1}a "));
    EXPECT_TRUE(contains(refused("$42").text, "write ${4}2 "));
    EXPECT_TRUE(contains(refused("$years_old").text, "write ${year}s_old "));
    // Nothing to be shown where the braces are there, or no group begins so.
    for (const std::string_view text : {"${1a}", "$a1", "$5", "$yea"}) {
        EXPECT_FALSE(contains(refused(text).text, "write")) << text;
    }
}

}  // namespace
}  // namespace findling
