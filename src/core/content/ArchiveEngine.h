/// Everything but gzip, by libarchive.
#pragma once

#include "core/content/DecompressorEngine.h"

namespace findling {

/// Why the format cannot be read here, in words; empty if it can.
std::string whyNoArchiveEngine(Compression compression);
/// For a format that can be read here. Null when memory is short. `input` outlives it.
std::unique_ptr<DecompressorEngine> makeArchiveEngine(Compression compression,
                                                      CompressedInput& input);

}  // namespace findling
