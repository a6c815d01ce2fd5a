/// The tests shall not depend on the git settings of the machine and the user that run them.

#include <gtest/gtest.h>

#include <cstdlib>

namespace findling {
namespace {

class HermeticEnvironment : public testing::Environment {
public:
    void SetUp() override {
        setenv("GIT_CONFIG_SYSTEM", "/dev/null", 1);
        setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
        setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
        setenv("HOME", "/nonexistent", 1);
    }
};

const auto* const kEnvironment = testing::AddGlobalTestEnvironment(new HermeticEnvironment);

}  // namespace
}  // namespace findling
