#include "core/content/DecompressorEngine.h"

namespace findling {

// Windows has neither library, and none is shipped.
std::string whyNoEngine(Compression) {
    return "reading compressed files is not available in this build";
}

std::unique_ptr<DecompressorEngine> makeEngine(Compression, CompressedInput&) {
    return nullptr;
}

}  // namespace findling
