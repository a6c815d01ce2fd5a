/// Reads a compressed file as what it was before: gzip, bzip2, xz, lzma, zstd, lz4 and compress.
///
/// It happens in this process, by libraries that are opened when first needed (zlib for gzip,
/// libarchive for the others); no program is started. A little is held at a time, whatever the
/// file would grow to. A file of several members, one behind the other, is read to the end of the
/// last.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace findling {

/// By the first bytes, ten at best. Not "lzma", whose start could be that of anything: files
/// called so can be handed to a Decompressor all the same.
bool isCompressed(std::string_view head);

/// Whether this build, on this machine, can read what starts like this.
bool canDecompress(std::string_view head);

class Decompressor {
public:
    /// As FileHandle::read: bytes read, 0 at the end, -1 with errno in `code`.
    using Source = std::function<int64_t(char* buffer, size_t size, int& code)>;

    explicit Decompressor(Source source);
    ~Decompressor();
    Decompressor(Decompressor&&) noexcept;
    Decompressor& operator=(Decompressor&&) noexcept;

    /// Bytes written to `buffer`, 0 at the end, or -1 with the reason in words. After a failure or
    /// the end it goes on saying so. A damaged or truncated file yields what came before: with gzip
    /// every byte, with the others whole blocks of 64 KiB or so. What only a checksum shows is
    /// said at the end; of lz4 and zstd files some have none, "compress" has neither that nor an
    /// end. What is not compressed at all is an error.
    int64_t read(char* buffer, size_t size, std::string& error);

    /// errno if reading failed because the source did, else 0.
    int sourceError() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace findling
