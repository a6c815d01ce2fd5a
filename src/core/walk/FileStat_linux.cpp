#include "core/walk/DirHandle.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace findling {

namespace {

FileType typeOf(uint32_t mode) {
    switch (mode & S_IFMT) {
        case S_IFREG: return FileType::File;
        case S_IFDIR: return FileType::Folder;
        case S_IFLNK: return FileType::Link;
        case S_IFIFO: return FileType::Fifo;
        case S_IFSOCK: return FileType::Socket;
        case S_IFBLK: return FileType::Block;
        case S_IFCHR: return FileType::Char;
        default: return FileType::Unknown;
    }
}

int64_t nanoseconds(const struct statx_timestamp& t) {
    return toNanoseconds(t.tv_sec, t.tv_nsec);
}

int readStat(int folder, const char* name, int flags, FileStat& out) {
    struct statx facts;
    // DONT_SYNC: what a network file system knows already is good enough and does not wait.
    const unsigned mask = STATX_BASIC_STATS | STATX_BTIME;
    while (::statx(folder, name, flags | AT_STATX_DONT_SYNC | AT_NO_AUTOMOUNT, mask, &facts) != 0) {
        if (errno != EINTR) return errno;
    }
    out.type = typeOf(facts.stx_mode);
    out.size = facts.stx_size;
    out.modified = nanoseconds(facts.stx_mtime);
    out.accessed = nanoseconds(facts.stx_atime);
    out.changed = nanoseconds(facts.stx_ctime);
    out.created.reset();
    if (facts.stx_mask & STATX_BTIME) out.created = nanoseconds(facts.stx_btime);
    out.device = makedev(facts.stx_dev_major, facts.stx_dev_minor);
    out.inode = facts.stx_ino;
    out.mode = facts.stx_mode & 07777u;
    out.owner = facts.stx_uid;
    out.group = facts.stx_gid;
    return 0;
}

}  // namespace

int DirHandle::stat(const std::string& name, bool follow, FileStat& out) const {
    return readStat(static_cast<int>(m_native), name.c_str(), follow ? 0 : AT_SYMLINK_NOFOLLOW,
                    out);
}

int DirHandle::stat(FileStat& out) const {
    return readStat(static_cast<int>(m_native), "", AT_EMPTY_PATH, out);
}

int statPath(const std::string& path, bool follow, FileStat& out) {
    return readStat(AT_FDCWD, path.c_str(), follow ? 0 : AT_SYMLINK_NOFOLLOW, out);
}

}  // namespace findling
