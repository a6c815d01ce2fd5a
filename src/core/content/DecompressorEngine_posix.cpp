#include "core/content/DecompressorEngine.h"

#include "core/content/ArchiveEngine.h"
#include "core/content/GzipEngine.h"

namespace findling {

std::string whyNoEngine(Compression compression) {
    if (compression == Compression::None) return "not compressed in a way that is known here";
    if (compression != Compression::Gzip) return whyNoArchiveEngine(compression);
    return gzipEngineAvailable() ? "" : "reading gzip needs zlib (libz), which is not installed";
}

std::unique_ptr<DecompressorEngine> makeEngine(Compression compression, CompressedInput& input) {
    if (compression == Compression::Gzip) return makeGzipEngine(input);
    return makeArchiveEngine(compression, input);
}

}  // namespace findling
