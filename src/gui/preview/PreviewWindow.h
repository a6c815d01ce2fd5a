/// Which part of a file's text a preview shows: all of it, or what lies around a match.
#pragma once

#include "gui/preview/PreviewText.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace findling::gui {

class PreviewFile;

/// Text up to this size is shown whole, of larger one a window.
inline constexpr uint64_t kWholeFile = uint64_t{4} << 20;
inline constexpr uint64_t kFileWindow = uint64_t{2} << 20;
/// So much in front of a window is read for its colours: comments and strings may begin there.
inline constexpr uint64_t kLeadBytes = uint64_t{256} << 10;
inline constexpr int kLeadLines = 2000;

struct PreviewWindow {
    std::string bytes = {};  ///< the lead, then what is shown
    size_t shown = 0;        ///< where that begins
    uint64_t firstLine = 1;  ///< of what is shown
    uint64_t cutFront = 0;   ///< bytes of that line that are not there
    bool cutBack = false;    ///< nor is the end of the last line
    bool whole = true;
    bool fromStart = true;  ///< the lead reaches back to where the file begins
};

/// False with the reason in file.failure().
bool readWindow(PreviewFile& file, const PreviewTarget& target, const Cancelled& cancelled,
                PreviewWindow& out);

}  // namespace findling::gui
