#include "core/base/Users.h"

#include <grp.h>
#include <pwd.h>
#include <vector>

namespace findling {

namespace {

constexpr size_t kBuffer = 64 * 1024;

}  // namespace

std::optional<uint32_t> userId(const std::string& name) {
    struct passwd entry;
    struct passwd* found = nullptr;
    std::vector<char> buffer(kBuffer);
    ::getpwnam_r(name.c_str(), &entry, buffer.data(), buffer.size(), &found);
    return found ? std::optional<uint32_t>(found->pw_uid) : std::nullopt;
}

std::optional<uint32_t> groupId(const std::string& name) {
    struct group entry;
    struct group* found = nullptr;
    std::vector<char> buffer(kBuffer);
    ::getgrnam_r(name.c_str(), &entry, buffer.data(), buffer.size(), &found);
    return found ? std::optional<uint32_t>(found->gr_gid) : std::nullopt;
}

}  // namespace findling
