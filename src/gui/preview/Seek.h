/// Places the next read of a file that is open.
#pragma once

#include "core/base/FileHandle.h"

#include <cstdint>

namespace findling::gui {

/// False where the file cannot do that.
bool seekTo(const FileHandle& file, uint64_t offset);

}  // namespace findling::gui
