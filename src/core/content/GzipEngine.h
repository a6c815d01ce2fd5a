/// gzip by zlib itself: libarchive does not look at the checksums, and of a damaged file it drops
/// what it had read last.
#pragma once

#include "core/content/DecompressorEngine.h"

namespace findling {

bool gzipEngineAvailable();
/// Null when memory is short. `input` outlives it.
std::unique_ptr<DecompressorEngine> makeGzipEngine(CompressedInput& input);

}  // namespace findling
