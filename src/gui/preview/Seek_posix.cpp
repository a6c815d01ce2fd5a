#include "gui/preview/Seek.h"

#include <unistd.h>

namespace findling::gui {

bool seekTo(const FileHandle& file, uint64_t offset) {
    return ::lseek(static_cast<int>(file.native()), static_cast<off_t>(offset), SEEK_SET) >= 0;
}

}  // namespace findling::gui
