#include "gui/preview/Seek.h"

#include <windows.h>

namespace findling::gui {

bool seekTo(const FileHandle& file, uint64_t offset) {
    LARGE_INTEGER place;
    place.QuadPart = static_cast<LONGLONG>(offset);
    return SetFilePointerEx(reinterpret_cast<HANDLE>(file.native()), place, nullptr, FILE_BEGIN) !=
           0;
}

}  // namespace findling::gui
