/// File systems that hold no files but views of the running system: /proc, /sys and their like.
#pragma once

#include "core/walk/DirHandle.h"

namespace findling {

bool isVirtualFileSystem(const DirHandle& folder);

}  // namespace findling
