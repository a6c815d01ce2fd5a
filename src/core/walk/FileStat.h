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

}  // namespace findling
