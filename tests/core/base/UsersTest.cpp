#include "core/base/Users.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace findling {
namespace {

// Numbers that nobody has.
constexpr uint32_t kNoUser = 3'999'999'999;
constexpr uint32_t kNoGroup = 3'999'999'998;

TEST(Users, ANameAndItsNumberLeadToEachOther) {
    EXPECT_EQ(userName(0), "root");
    EXPECT_EQ(userId("root"), 0u);
    const std::string group = groupName(0);  // "root" or "wheel"
    ASSERT_FALSE(group.empty());
    EXPECT_EQ(groupId(group), 0u);
}

TEST(Users, AnUnknownNumberHasNoName) {
    EXPECT_EQ(userName(kNoUser), "");
    EXPECT_EQ(userName(kNoUser), "");  // remembered, and still none
    EXPECT_EQ(groupName(kNoGroup), "");
}

TEST(Users, UsersAndGroupsAreToldApart) {
    // Twice: worked out, and remembered. Two names for one number are nothing unusual, two
    // numbers for one name are.
    for (int round = 0; round < 2; ++round) {
        for (uint32_t id = 0; id < 200; ++id) {
            const std::string user = userName(id);
            const std::string group = groupName(id);
            EXPECT_TRUE(user.empty() || userId(user) == id) << id << " " << user;
            EXPECT_TRUE(group.empty() || groupId(group) == id) << id << " " << group;
        }
    }
}

TEST(Users, ManyThreadsGetTheSameNames) {
    constexpr uint32_t kIds = 200;
    const auto all = [] {
        std::vector<std::string> out;
        for (uint32_t id = 0; id < kIds; ++id) out.push_back(userName(id) + ":" + groupName(id));
        return out;
    };
    const std::vector<std::string> expected = all();
    std::vector<std::vector<std::string>> seen(4);
    std::vector<std::thread> threads;
    for (auto& names : seen) threads.emplace_back([&] { names = all(); });
    for (std::thread& thread : threads) thread.join();
    for (const auto& names : seen) EXPECT_EQ(names, expected);
}

}  // namespace
}  // namespace findling
