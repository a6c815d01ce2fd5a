/// A guess at the encoding of text that is neither UTF-8 nor Unicode in another form. It rests on
/// the frequency of letters, so it can be wrong: a face says that it guessed, and what.
#pragma once

#include <string>
#include <string_view>

namespace findling {

/// A name that makeDecoder takes. Empty for ASCII and UTF-8, where the library (uchardet) is
/// missing or not sure, and where the text is not valid in what it says or holds control
/// characters, as binary files do. `head` is the start of a file; the guess needs about 1 KiB of
/// it, and is better with more. Any thread.
std::string guessEncoding(std::string_view head);

/// Whether there is a library that guesses. The first call looks for it, in a few milliseconds.
bool encodingGuessAvailable();

}  // namespace findling
