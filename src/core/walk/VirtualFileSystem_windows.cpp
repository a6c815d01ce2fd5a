#include "core/walk/VirtualFileSystem.h"

namespace findling {

bool isVirtualFileSystem(const DirHandle&) {
    return false;
}

bool hasWholeReads(const DirHandle&) {
    return false;
}

}  // namespace findling
