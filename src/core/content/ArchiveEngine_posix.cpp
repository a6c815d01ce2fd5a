#include "core/content/ArchiveEngine.h"

#include "core/base/SharedLibrary.h"

#if __has_include(<archive.h>)

#include <algorithm>
#include <archive.h>
#include <cstring>
#include <iterator>

namespace findling {

namespace {

struct Filter {
    Compression compression;
    int code;  ///< what libarchive calls it
    const char* function;
};

// Each by itself: all together would include those that start programs.
constexpr Filter kFilters[] = {
    {Compression::Bzip2, ARCHIVE_FILTER_BZIP2, "archive_read_support_filter_bzip2"},
    {Compression::Xz, ARCHIVE_FILTER_XZ, "archive_read_support_filter_xz"},
    {Compression::Lzma, ARCHIVE_FILTER_LZMA, "archive_read_support_filter_lzma"},
    {Compression::Zstd, ARCHIVE_FILTER_ZSTD, "archive_read_support_filter_zstd"},
    {Compression::Lz4, ARCHIVE_FILTER_LZ4, "archive_read_support_filter_lz4"},
    {Compression::Compress, ARCHIVE_FILTER_COMPRESS, "archive_read_support_filter_compress"},
};
constexpr size_t kFilterCount = std::size(kFilters);

struct Library {
    SharedLibrary library{"libarchive.so.13", "libarchive.13.dylib"};
    decltype(&archive_read_new) create = nullptr;
    decltype(&archive_read_free) destroy = nullptr;
    decltype(&archive_read_support_format_raw) supportRaw = nullptr;
    decltype(&archive_read_support_format_empty) supportEmpty = nullptr;
    decltype(&archive_read_open) open = nullptr;
    decltype(&archive_read_next_header) nextHeader = nullptr;
    decltype(&archive_read_data_block) dataBlock = nullptr;
    decltype(&archive_filter_code) filterCode = nullptr;
    decltype(&archive_filter_bytes) filterBytes = nullptr;
    decltype(&archive_error_string) errorString = nullptr;
    std::array<decltype(&archive_read_support_filter_xz), kFilterCount> filters{};
    bool complete = library.find("archive_read_new", create) &&
                    library.find("archive_read_free", destroy) &&
                    library.find("archive_read_support_format_raw", supportRaw) &&
                    library.find("archive_read_support_format_empty", supportEmpty) &&
                    library.find("archive_read_open", open) &&
                    library.find("archive_read_next_header", nextHeader) &&
                    library.find("archive_read_data_block", dataBlock) &&
                    library.find("archive_filter_code", filterCode) &&
                    library.find("archive_filter_bytes", filterBytes) &&
                    library.find("archive_error_string", errorString);

    Library() {
        for (size_t i = 0; complete && i < kFilterCount; ++i) {
            if (!isInProcess(kFilters[i], filters[i])) filters[i] = nullptr;
        }
    }

    /// Built without a library for a format, libarchive would start a program instead, and says so
    /// with a warning.
    template <class Function>
    bool isInProcess(const Filter& filter, Function& function) {
        if (!library.find(filter.function, function)) return false;
        archive* trial = create();
        const bool fine = trial && function(trial) == ARCHIVE_OK;
        if (trial) destroy(trial);
        return fine;
    }
};

const Library& lib() {
    static const Library library;
    return library;
}

const Filter* filterOf(Compression compression) {
    const auto* const found =
        std::find_if(std::begin(kFilters), std::end(kFilters),
                     [&](const Filter& filter) { return filter.compression == compression; });
    return found == std::end(kFilters) ? nullptr : found;
}

size_t indexOf(const Filter& filter) {
    return static_cast<size_t>(&filter - kFilters);
}

class ArchiveEngine final : public DecompressorEngine {
public:
    ArchiveEngine(CompressedInput& input, const Filter& filter)
        : m_input(input), m_filter(filter), m_archive(lib().create(), lib().destroy) {}

    bool isMade() const { return m_archive != nullptr; }

    int64_t read(char* buffer, size_t size, std::string& error) override {
        if (!m_open && !open(error)) return -1;
        if (m_empty) return atEnd(error);
        while (m_block.empty()) {
            const void* data = nullptr;
            size_t length = 0;
            la_int64_t offset = 0;
            const int outcome = lib().dataBlock(m_archive.get(), &data, &length, &offset);
            if (outcome == ARCHIVE_EOF) return atEnd(error);
            if (outcome != ARCHIVE_OK) return fail(error);
            m_block = {static_cast<const char*>(data), length};
        }
        const size_t count = std::min(size, m_block.size());
        std::memcpy(buffer, m_block.data(), count);
        m_block.remove_prefix(count);
        return static_cast<int64_t>(count);
    }

private:
    static la_ssize_t give(archive*, void* self, const void** block) {
        auto& engine = *static_cast<ArchiveEngine*>(self);
        const std::string_view bytes = engine.m_input.next();
        engine.m_given += static_cast<la_int64_t>(bytes.size());
        *block = bytes.data();
        return engine.m_input.error() != 0 ? ARCHIVE_FATAL : static_cast<la_ssize_t>(bytes.size());
    }

    bool open(std::string& error) {
        m_open = true;
        archive* const raw = m_archive.get();
        lib().filters[indexOf(m_filter)](raw);
        lib().supportRaw(raw);
        lib().supportEmpty(raw);
        archive_entry* entry = nullptr;
        int outcome = lib().open(raw, this, nullptr, &give, nullptr);
        if (outcome == ARCHIVE_OK) outcome = lib().nextHeader(raw, &entry);
        m_empty = outcome == ARCHIVE_EOF;
        // Without a filter this would be the compressed bytes themselves.
        const bool filtered = lib().filterCode(raw, 0) == m_filter.code;
        if (filtered && (m_empty || outcome == ARCHIVE_OK)) return true;
        fail(error);
        return false;
    }

    int64_t atEnd(std::string& error) {
        constexpr int kSource = -1;
        const bool more =
            lib().filterBytes(m_archive.get(), kSource) < m_given || !m_input.next().empty();
        // A file that breaks off before its first block is taken for an empty one.
        if (lib().errorString(m_archive.get()) || m_input.error() != 0) return fail(error);
        // What does not begin like a further member is left alone by libarchive: it may be one
        // that is damaged. In "compress" all that follows is data.
        if (!more || m_filter.compression == Compression::Compress) return 0;
        error = "something else follows the compressed data";
        return -1;
    }

    int64_t fail(std::string& error) {
        const char* text = lib().errorString(m_archive.get());
        error = std::string("damaged or truncated data") + (text ? std::string(": ") + text : "");
        return -1;
    }

    CompressedInput& m_input;
    const Filter& m_filter;
    std::unique_ptr<archive, decltype(&archive_read_free)> m_archive;
    bool m_open = false;
    bool m_empty = false;
    la_int64_t m_given = 0;  ///< compressed bytes that libarchive has asked for
    std::string_view m_block;
};

}  // namespace

std::string whyNoArchiveEngine(Compression compression) {
    if (!lib().complete) {
        return "reading compressed files needs libarchive, which is not installed";
    }
    const Filter* filter = filterOf(compression);
    if (filter && lib().filters[indexOf(*filter)]) return {};
    return "the libarchive that is installed cannot read this by itself";
}

std::unique_ptr<DecompressorEngine> makeArchiveEngine(Compression compression,
                                                      CompressedInput& input) {
    auto engine = std::make_unique<ArchiveEngine>(input, *filterOf(compression));
    if (!engine->isMade()) return nullptr;
    return engine;
}

}  // namespace findling

#else

namespace findling {

std::string whyNoArchiveEngine(Compression) {
    return "reading compressed files is not available in this build";
}

std::unique_ptr<DecompressorEngine> makeArchiveEngine(Compression, CompressedInput&) {
    return nullptr;
}

}  // namespace findling

#endif
