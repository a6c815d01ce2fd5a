#include "core/base/HostName.h"

#include <gtest/gtest.h>

#include <sys/utsname.h>

namespace findling {
namespace {

TEST(HostName, IsTheNameThatTheSystemGives) {
    struct utsname system;
    ASSERT_EQ(::uname(&system), 0);
    EXPECT_EQ(hostName(), system.nodename);
}

}  // namespace
}  // namespace findling
