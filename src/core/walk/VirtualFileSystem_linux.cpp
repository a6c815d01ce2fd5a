#include "core/walk/VirtualFileSystem.h"

#include <linux/magic.h>
#include <sys/vfs.h>

namespace findling {

bool isVirtualFileSystem(const DirHandle& folder) {
    struct statfs facts;
    if (::fstatfs(static_cast<int>(folder.native()), &facts) != 0) return false;
    return facts.f_type == PROC_SUPER_MAGIC || facts.f_type == SYSFS_MAGIC;
}

bool hasWholeReads(const DirHandle& folder) {
    // Not in <linux/magic.h> of every system.
    constexpr unsigned long kZfs = 0x2fc12fc1, kExfat = 0x2011bab0, kBcachefs = 0xca451a4e;
    struct statfs facts;
    if (::fstatfs(static_cast<int>(folder.native()), &facts) != 0) return false;
    switch (static_cast<unsigned long>(facts.f_type)) {
        case EXT4_SUPER_MAGIC:  // and ext2, ext3
        case XFS_SUPER_MAGIC:
        case BTRFS_SUPER_MAGIC:
        case F2FS_SUPER_MAGIC:
        case TMPFS_MAGIC:
        case RAMFS_MAGIC:
        case OVERLAYFS_SUPER_MAGIC:
        case SQUASHFS_MAGIC:
        case ISOFS_SUPER_MAGIC:
        case MSDOS_SUPER_MAGIC:
        case kZfs:
        case kExfat:
        case kBcachefs: return true;
        default: return false;
    }
}

}  // namespace findling
