#include "core/query/Options.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace findling {
namespace {

/// A value that the option takes, and one that it does not (empty: it takes any text).
struct Sample {
    std::string good, bad;
};

Sample sampleFor(const OptionSpec& option) {
    using Value = OptionSpec::Value;
    switch (option.value) {
        case Value::None: return {};
        case Value::Size: return {"10k", "10x"};
        case Value::Time: return {"-2h", "2025-02-30"};
        case Value::Number: return {"3", "-3"};
        case Value::Choice:
            return {std::string(option.valueName.substr(option.valueName.rfind('|') + 1)),
                    "sideways"};
        case Value::Text: break;
    }
    if (option.name == "type") return {"f", "q"};
    if (option.name == "newer") return {"/", "/no/such/file"};
    if (option.name == "owner") return {"0", "no such user!"};
    if (option.name == "permissions") return {"0644", "rwx?"};
    if (option.name == "kind-add") return {"mine:*.m", "mine"};
    if (option.name == "sort") return {"size", "sideways"};
    return {"some", ""};
}

TEST(Options, NamesAndAliasesAreUnique) {
    std::set<std::string> seen;
    for (const OptionSpec& option : options()) {
        EXPECT_TRUE(seen.insert(std::string(option.name)).second) << option.name;
        for (const std::string& alias : splitList(option.aliases)) {
            if (!alias.empty()) {
                EXPECT_TRUE(seen.insert(alias).second) << alias;
            }
        }
    }
}

TEST(Options, ShortLettersAreUniqueWithinACommand) {
    std::map<char, std::string_view> find, search;
    for (const OptionSpec& option : options()) {
        if (option.shortFind) {
            EXPECT_TRUE(option.belongsTo(Command::Find)) << option.name;
            EXPECT_TRUE(find.emplace(option.shortFind, option.name).second) << option.name;
        }
        if (option.shortSearch) {
            EXPECT_TRUE(option.belongsTo(Command::Search)) << option.name;
            EXPECT_TRUE(search.emplace(option.shortSearch, option.name).second) << option.name;
        }
        // -h is help in every command.
        EXPECT_NE(option.shortFind, 'h');
        EXPECT_NE(option.shortSearch, 'h');
    }
}

TEST(Options, EveryRowIsCompleteAndFoundByItsNames) {
    for (const OptionSpec& option : options()) {
        EXPECT_FALSE(option.help.empty()) << option.name;
        EXPECT_FALSE(option.group.empty()) << option.name;
        EXPECT_EQ(option.takesValue(), !option.valueName.empty()) << option.name;
        EXPECT_EQ(findOption(option.name), &option);
        for (const std::string& alias : splitList(option.aliases)) {
            if (!alias.empty()) {
                EXPECT_EQ(findOption(alias), &option) << alias;
            }
        }
    }
    EXPECT_EQ(findOption("no-such-option"), nullptr);
    EXPECT_EQ(findOption(""), nullptr);
}

TEST(Options, EveryRowChangesTheRequest) {
    for (const OptionSpec& option : options()) {
        if (option.name.substr(0, 4) == "exec") continue;  // the command line cuts these out
        // A search, so that the options of the text have something to work on.
        Request before;
        before.query.content.emplace();
        // The default of these is what they ask for: start from the opposite.
        before.query.content->caseMode =
            option.name == "smart-case" ? CaseMode::Sensitive : CaseMode::Smart;
        Request after = before;
        const auto ok = applyOption(after, option.name, sampleFor(option).good);
        ASSERT_TRUE(ok) << option.name << ": " << ok.error().text;
        EXPECT_FALSE(after.query == before.query && after.output == before.output) << option.name;
    }
}

TEST(Options, ABadValueNamesTheOptionAndTheValue) {
    for (const OptionSpec& option : options()) {
        const std::string bad = sampleFor(option).bad;
        if (bad.empty()) continue;
        Request request;
        const auto ok = applyOption(request, option.name, bad);
        ASSERT_FALSE(ok) << option.name;
        EXPECT_NE(ok.error().kind, ErrorKind::Pattern) << option.name;
        EXPECT_NE(describe(ok.error()).find("--" + std::string(option.name)), std::string::npos)
            << describe(ok.error());
        EXPECT_NE(describe(ok.error()).find(bad), std::string::npos) << describe(ok.error());
    }
    Request request;
    EXPECT_FALSE(applyOption(request, "no-such-option", ""));
}

TEST(Options, NumbersAreWholeAndFit) {
    for (const std::string_view bad : {"", "x", "-1", "+1", "1.5", "4294967296", "3 ", "0x3"}) {
        Request request;
        EXPECT_FALSE(applyOption(request, "depth", bad)) << bad;
    }
    Request request;
    ASSERT_TRUE(applyOption(request, "depth", "4294967295"));
    EXPECT_EQ(request.query.maxDepth, 4294967295u);
}

Request with(std::initializer_list<std::pair<std::string_view, std::string_view>> options) {
    Request request;
    for (const auto& [name, value] : options) {
        const auto ok = applyOption(request, name, value);
        EXPECT_TRUE(ok) << name;
    }
    return request;
}

TEST(Options, TheFirstNamedRootReplacesTheDefault) {
    EXPECT_EQ(with({{"root", "a"}, {"root", "b"}}).query.roots,
              (std::vector<std::string>{"a", "b"}));
    // A "." that was named is a root like any other.
    EXPECT_EQ(with({{"root", "."}, {"root", "src"}}).query.roots,
              (std::vector<std::string>{".", "src"}));
}

TEST(Options, SizesReadLikeFd) {
    EXPECT_EQ(with({{"size", "+10k"}}).query.minSize, 10240u);
    EXPECT_EQ(with({{"size", "+10k"}}).query.maxSize, std::nullopt);
    EXPECT_EQ(with({{"size", "-1M"}}).query.maxSize, 1048576u);
    EXPECT_EQ(with({{"size", "-1M"}}).query.minSize, std::nullopt);
    const Query exact = with({{"size", "5k"}}).query;
    EXPECT_EQ(exact.minSize, 5120u);
    EXPECT_EQ(exact.maxSize, 5120u);
}

TEST(Options, TypesMayBeALetterAWordOrAList) {
    using Kinds = std::vector<EntryKind>;
    EXPECT_EQ(with({{"type", "f"}, {"type", "directory"}}).query.kinds,
              (Kinds{EntryKind::File, EntryKind::Folder}));
    EXPECT_EQ(with({{"type", "l,x"}}).query.kinds, (Kinds{EntryKind::Link, EntryKind::Executable}));
    Request request;
    for (const std::string_view bad : {"", "f,", ",f", "fd", "F", "cpp"}) {
        EXPECT_FALSE(applyOption(request, "type", bad)) << bad;
    }
}

TEST(Options, PermissionsAreOctalAsInFind) {
    using Kind = PermissionRule::Kind;
    EXPECT_EQ(with({{"permissions", "644"}}).query.permissions,
              (PermissionRule{Kind::Exactly, 0644}));
    EXPECT_EQ(with({{"perm", "-0111"}}).query.permissions, (PermissionRule{Kind::All, 0111}));
    EXPECT_EQ(with({{"permissions", "/222"}}).query.permissions, (PermissionRule{Kind::Any, 0222}));
    EXPECT_EQ(with({{"permissions", "7777"}}).query.permissions,
              (PermissionRule{Kind::Exactly, 07777}));
    Request request;
    for (const std::string_view bad : {"", "-", "/", "8", "0o644", "77777", "0x1", "u+x+"}) {
        EXPECT_FALSE(applyOption(request, "permissions", bad)) << bad;
    }
}

TEST(Options, AnOwnerIsAUserAGroupOrBothAndMayBeDenied) {
    EXPECT_EQ(with({{"owner", "0"}}).query.owner, 0u);
    EXPECT_EQ(with({{"owner", "root"}}).query.owner, 0u);
    EXPECT_EQ(with({{"owner", "root"}}).query.group, std::nullopt);
    const Query group = with({{"owner", ":0"}}).query;
    EXPECT_EQ(group.owner, std::nullopt);
    EXPECT_EQ(group.group, 0u);
    const Query both = with({{"owner", "1000:7"}}).query;
    EXPECT_EQ(both.owner, 1000u);
    EXPECT_EQ(both.group, 7u);
    EXPECT_TRUE(with({{"owner", "!root"}}).query.notOwner);
    Request request;
    for (const std::string_view bad : {"", ":", "!", "no such user", "-1", "99999999999"}) {
        EXPECT_FALSE(applyOption(request, "owner", bad)) << bad;
    }
}

TEST(Options, AGlobWithAnExclamationMarkLeavesOut) {
    const Query query = with({{"glob", "*.c"}, {"glob", "!x*"}}).query;
    EXPECT_EQ(query.names, std::vector<std::string>{"*.c"});
    EXPECT_EQ(query.excludes, std::vector<std::string>{"x*"});
}

TEST(Options, AnAliasOfTimeSetsTheSameEnd) {
    Request a, b;
    a.now = b.now = 1'700'000'000'000'000'000;
    ASSERT_TRUE(applyOption(a, "changed-within", "2h"));
    ASSERT_TRUE(applyOption(b, "mtime-after", "-2h"));
    EXPECT_EQ(a.query, b.query);
    EXPECT_EQ(a.query.modified.after, b.now - 7'200'000'000'000);
}

TEST(Options, AllTimesOfOneRequestCountFromOneMoment) {
    Request request;
    ASSERT_TRUE(applyOption(request, "mtime-after", "-2h"));
    ASSERT_TRUE(applyOption(request, "mtime-before", "-1h"));
    EXPECT_EQ(*request.query.modified.before - *request.query.modified.after, 3'600'000'000'000);
}

TEST(Options, CaseSpeaksOfNamesInFindAndOfTheTextInSearch) {
    Request find;
    ASSERT_TRUE(applyOption(find, "ignore-case", ""));
    EXPECT_EQ(find.query.nameCase, CaseMode::Insensitive);
    Request search;
    search.query.content.emplace();
    ASSERT_TRUE(applyOption(search, "case-sensitive", ""));
    EXPECT_EQ(search.query.content->caseMode, CaseMode::Sensitive);
    EXPECT_EQ(search.query.nameCase, CaseMode::Smart);
}

TEST(Options, ASecondUnrestrictedReadsBinaryFilesInSearch) {
    Request once;
    once.query.content.emplace();
    ASSERT_TRUE(applyOption(once, "unrestricted", ""));
    EXPECT_TRUE(once.query.hidden);
    EXPECT_FALSE(once.query.ignore.any());
    EXPECT_FALSE(once.query.content->binaryAsText);
    ASSERT_TRUE(applyOption(once, "unrestricted", ""));
    EXPECT_TRUE(once.query.content->binaryAsText);
}

TEST(Options, ContextSetsBothSides) {
    const Query query = with({{"context", "2"}, {"after-context", "5"}}).query;
    EXPECT_EQ(query.content->before, 2u);
    EXPECT_EQ(query.content->after, 5u);
}

TEST(SplitList, KeepsEmptyParts) {
    EXPECT_EQ(splitList("a,b"), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(splitList("a"), std::vector<std::string>{"a"});
    EXPECT_EQ(splitList("a,,"), (std::vector<std::string>{"a", "", ""}));
    EXPECT_EQ(splitList(""), std::vector<std::string>{""});
}

}  // namespace
}  // namespace findling
