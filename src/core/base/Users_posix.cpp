#include "core/base/Users.h"

#include <cerrno>
#include <grp.h>
#include <pwd.h>
#include <unordered_map>
#include <vector>

namespace findling {

namespace {

constexpr size_t kBuffer = 64 * 1024;
/// A group's buffer also takes the names of its members, so there is no small limit.
constexpr size_t kMaxBuffer = 64 * 1024 * 1024;

/// Asks with a buffer that grows until the answer fits. `ask` returns errno and sets the name.
template <class Ask>
std::string nameWith(Ask ask) {
    std::vector<char> buffer(1024);
    for (;;) {
        const char* name = nullptr;
        const int code = ask(buffer, name);
        if (code == EINTR) continue;
        if (code != ERANGE || buffer.size() >= kMaxBuffer) return name ? name : "";
        buffer.resize(buffer.size() * 4);
    }
}

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

std::string homeFolder(const std::string& userName) {
    return nameWith([&](std::vector<char>& buffer, const char*& out) {
        struct passwd entry;
        struct passwd* found = nullptr;
        const int code =
            ::getpwnam_r(userName.c_str(), &entry, buffer.data(), buffer.size(), &found);
        if (found) out = found->pw_dir;
        return code;
    });
}

std::string userName(uint32_t id) {
    static thread_local std::unordered_map<uint32_t, std::string> known;
    if (const auto at = known.find(id); at != known.end()) return at->second;
    std::string name = nameWith([id](std::vector<char>& buffer, const char*& out) {
        struct passwd entry;
        struct passwd* found = nullptr;
        const int code = ::getpwuid_r(id, &entry, buffer.data(), buffer.size(), &found);
        if (found) out = found->pw_name;
        return code;
    });
    return known.emplace(id, std::move(name)).first->second;
}

std::string groupName(uint32_t id) {
    static thread_local std::unordered_map<uint32_t, std::string> known;
    if (const auto at = known.find(id); at != known.end()) return at->second;
    std::string name = nameWith([id](std::vector<char>& buffer, const char*& out) {
        struct group entry;
        struct group* found = nullptr;
        const int code = ::getgrgid_r(id, &entry, buffer.data(), buffer.size(), &found);
        if (found) out = found->gr_name;
        return code;
    });
    return known.emplace(id, std::move(name)).first->second;
}

}  // namespace findling
