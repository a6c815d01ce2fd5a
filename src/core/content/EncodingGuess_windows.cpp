#include "core/content/EncodingGuess.h"

namespace findling {

// uchardet is no part of the Windows build: there, only a byte-order mark and the user decide.
std::string guessEncoding(std::string_view) {
    return {};
}

bool encodingGuessAvailable() {
    return false;
}

}  // namespace findling
