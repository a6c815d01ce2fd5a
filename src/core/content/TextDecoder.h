/// Turns text in any encoding into UTF-8, in which it is searched.
#pragma once

#include "core/base/Result.h"
#include "core/content/Encoding.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace findling {

/// Takes one text in pieces, cut anywhere: the pieces never show in what comes out. One per thread.
class TextDecoder {
public:
    virtual ~TextDecoder() = default;

    /// Appends `bytes` to `out` as valid UTF-8. A character that is incomplete at their end waits
    /// for the next call; `last`: there is none. What is invalid becomes U+FFFD. A byte-order mark
    /// of UTF-16 or UTF-32 at the start is dropped.
    virtual void decode(std::string_view bytes, bool last, std::string& out) = 0;

    /// Begins a new text, and counts from 0 again.
    virtual void reset() = 0;

    /// How many U+FFFD stand for something invalid; those that were in the text do not count.
    uint64_t replaced() const { return m_replaced; }

protected:
    uint64_t m_replaced = 0;
};

/// For an encoding that a user names: "latin1", "Windows-1252", "shift-jis", "utf-16" (by its mark,
/// or little-endian), ... - all that the system knows, without regard to case. For a name that
/// nobody knows an Error of kind Option that tells the way out.
Result<std::unique_ptr<TextDecoder>> makeDecoder(std::string_view name);

/// For a detected encoding; null for Bytes, which need none.
std::unique_ptr<TextDecoder> makeDecoder(Encoding encoding);

/// Whether the name means UTF-8: text that is searched as it is.
bool isUtf8Name(std::string_view name);

/// What makeDecoder builds on: the system's own decoder by a name it knows, null where it knows
/// none. The name holds letters, digits and "-_.:+()" only.
std::unique_ptr<TextDecoder> makeSystemDecoder(const std::string& name);
/// Where the user finds the names that makeSystemDecoder takes, as part of a sentence.
std::string_view whereEncodingsAreListed();

}  // namespace findling
