/// What stands between a Decompressor and the libraries that do its work.
#pragma once

#include "core/content/Decompressor.h"

#include <array>

namespace findling {

enum class Compression : uint8_t { None, Gzip, Bzip2, Xz, Lzma, Zstd, Lz4, Compress };

/// Which format starts like this: ten bytes tell best.
Compression compressionOf(std::string_view head);

/// The compressed bytes in blocks; what was looked at in advance comes again.
class CompressedInput {
public:
    explicit CompressedInput(Decompressor::Source source) : m_source(std::move(source)) {}

    /// The first bytes: ten, if there are so many, or more.
    std::string_view peek();
    /// The next block, valid until the next call; empty at the end or after an error.
    std::string_view next();
    int error() const { return m_error; }  ///< errno of the source

private:
    void read();

    Decompressor::Source m_source;
    std::array<char, 64 * 1024> m_block;
    size_t m_size = 0;
    bool m_peeked = false;  ///< the block was looked at and not yet taken
    bool m_atEnd = false;
    int m_error = 0;
};

class DecompressorEngine {
public:
    virtual ~DecompressorEngine() = default;
    /// As Decompressor::read, but not asked again after the end or an error.
    virtual int64_t read(char* buffer, size_t size, std::string& error) = 0;
};

/// Why the format cannot be read here, in words; empty if it can.
std::string whyNoEngine(Compression compression);
/// For a format that can be read here. `input` outlives it. Null when memory is short.
std::unique_ptr<DecompressorEngine> makeEngine(Compression compression, CompressedInput& input);

}  // namespace findling
