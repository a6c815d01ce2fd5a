/// In which order files are shown. Plain functions over a ResultFiles: sorting millions runs on a
/// worker.
#pragma once

#include "gui/results/ResultFiles.h"

#include <functional>
#include <memory>
#include <vector>

namespace findling::gui {

enum class SortKey : uint8_t {
    Found,
    Name,
    Folder,
    Size,
    Modified,
    Matches,
    Type,
    Encoding,
    Permissions,
    Created,
    Owner
};

/// Files in some order.
using FileOrder = std::shared_ptr<const std::vector<uint32_t>>;

/// Whether the order can only be told when the disk has been asked about files.
bool readsDisk(const ResultFiles& files, SortKey key);

/// All files by the key; equal ones stay in found order. Null when cancelled.
FileOrder sortedFiles(const ResultFiles& files, SortKey key, bool descending,
                      const std::function<bool()>& cancelled);

}  // namespace findling::gui
