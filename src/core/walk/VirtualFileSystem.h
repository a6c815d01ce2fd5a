/// File systems that hold no files but views of the running system: /proc, /sys and their like.
#pragma once

#include "core/walk/DirHandle.h"

namespace findling {

bool isVirtualFileSystem(const DirHandle& folder);

/// Whether the folder lies on a file system of which it is known that a read of one of its files
/// yields less than asked for only at the end: local disks, not /proc, FUSE or a network.
bool hasWholeReads(const DirHandle& folder);

}  // namespace findling
