#include "core/base/PageBuffer.h"

#include <new>

namespace findling {

namespace {

constexpr std::align_val_t kPage{4096};

}  // namespace

void PageFree::operator()(char* memory) const {
    ::operator delete[](memory, kPage);
}

PageBuffer allocatePages(size_t size) {
    return PageBuffer(static_cast<char*>(::operator new[](size, kPage)));
}

}  // namespace findling
