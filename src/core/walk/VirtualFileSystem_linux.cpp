#include "core/walk/VirtualFileSystem.h"

#include <linux/magic.h>
#include <sys/vfs.h>

namespace findling {

bool isVirtualFileSystem(const DirHandle& folder) {
    struct statfs facts;
    if (::fstatfs(static_cast<int>(folder.native()), &facts) != 0) return false;
    return facts.f_type == PROC_SUPER_MAGIC || facts.f_type == SYSFS_MAGIC;
}

}  // namespace findling
