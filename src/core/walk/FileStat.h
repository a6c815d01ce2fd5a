/// What the system tells of one file or folder beyond its name.
#pragma once

#include <cstdint>
#include <optional>

namespace findling {

enum class FileType : uint8_t { Unknown, File, Folder, Link, Fifo, Socket, Block, Char };

struct FileStat {
    FileType type = FileType::Unknown;
    uint64_t size = 0;     ///< bytes
    int64_t modified = 0;  ///< nanoseconds since 1970, all times
    int64_t accessed = 0;
    int64_t changed = 0;                  ///< st_ctime: of the inode
    std::optional<int64_t> created = {};  ///< birth time, where the file system has it
    uint64_t device = 0;
    uint64_t inode = 0;
    uint32_t mode = 0;  ///< permission bits
    uint32_t owner = 0;
    uint32_t group = 0;
};

/// Times before 1677 or after 2262 become the first or last that 64 bits can hold: they sort and
/// compare right with all but each other.
inline int64_t toNanoseconds(int64_t seconds, int64_t nanoseconds) {
    constexpr int64_t kSecond = 1'000'000'000;
    if (seconds >= INT64_MAX / kSecond) return INT64_MAX;
    if (seconds <= INT64_MIN / kSecond) return INT64_MIN;
    return seconds * kSecond + nanoseconds;
}

}  // namespace findling
