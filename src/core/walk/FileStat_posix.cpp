#include "core/walk/DirHandle.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace findling {

namespace {

FileType typeOf(mode_t mode) {
    if (S_ISREG(mode)) return FileType::File;
    if (S_ISDIR(mode)) return FileType::Folder;
    if (S_ISLNK(mode)) return FileType::Link;
    if (S_ISFIFO(mode)) return FileType::Fifo;
    if (S_ISSOCK(mode)) return FileType::Socket;
    if (S_ISBLK(mode)) return FileType::Block;
    if (S_ISCHR(mode)) return FileType::Char;
    return FileType::Unknown;
}

int64_t nanoseconds(const struct timespec& t) {
    return toNanoseconds(t.tv_sec, t.tv_nsec);
}

void convert(const struct stat& facts, FileStat& out) {
    out.type = typeOf(facts.st_mode);
    out.size = static_cast<uint64_t>(facts.st_size);
#ifdef __APPLE__  // the same fields under other names
    out.modified = nanoseconds(facts.st_mtimespec);
    out.accessed = nanoseconds(facts.st_atimespec);
    out.changed = nanoseconds(facts.st_ctimespec);
    out.created = nanoseconds(facts.st_birthtimespec);
#else
    out.modified = nanoseconds(facts.st_mtim);
    out.accessed = nanoseconds(facts.st_atim);
    out.changed = nanoseconds(facts.st_ctim);
    out.created.reset();
#endif
    out.device = static_cast<uint64_t>(facts.st_dev);
    out.inode = static_cast<uint64_t>(facts.st_ino);
    out.mode = facts.st_mode & 07777u;
    out.owner = facts.st_uid;
    out.group = facts.st_gid;
}

}  // namespace

int DirHandle::stat(const std::string& name, bool follow, FileStat& out) const {
    struct stat facts;
    const int flags = follow ? 0 : AT_SYMLINK_NOFOLLOW;
    if (::fstatat(static_cast<int>(m_native), name.c_str(), &facts, flags) != 0) return errno;
    convert(facts, out);
    return 0;
}

int DirHandle::stat(FileStat& out) const {
    struct stat facts;
    if (::fstat(static_cast<int>(m_native), &facts) != 0) return errno;
    convert(facts, out);
    return 0;
}

int statPath(const std::string& path, bool follow, FileStat& out) {
    struct stat facts;
    if (::fstatat(AT_FDCWD, path.c_str(), &facts, follow ? 0 : AT_SYMLINK_NOFOLLOW) != 0) {
        return errno;
    }
    convert(facts, out);
    return 0;
}

}  // namespace findling
