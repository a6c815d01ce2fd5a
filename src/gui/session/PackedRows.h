/// Results as the search threads pack them for the table: a few plain structs over one string of
/// bytes, so that a million rows cost no million allocations.
#pragma once

#include "core/content/Match.h"
#include "core/search/Sink.h"
#include "core/walk/FileStat.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace findling::gui {

/// Bytes of a line as [begin, end); lines longer than 4 GiB end there.
struct PackedSpan {
    uint32_t begin = 0;
    uint32_t end = 0;
};

struct PackedMatch {
    uint64_t line = 0;    ///< from 1
    uint64_t offset = 0;  ///< bytes from the start of the text to the start of the line
    uint32_t textAt = 0;  ///< in bytes: what is shown of the line
    uint32_t textLength = 0;
    uint32_t cutBefore = 0;  ///< bytes of the line in front of it
    uint32_t firstSpan = 0;  ///< spans count from the start of the line
    uint16_t spanCount = 0;
    bool moreBefore = false;  ///< something was cut off, not only blanks
    bool moreAfter = false;
};

/// A folder with its "/" at the end, shared by the files that were found in it one after another.
struct PackedFolder {
    uint32_t at = 0;  ///< in bytes
    uint32_t length = 0;
    uint32_t rootLength = 0;  ///< part of it that is the search root
};

/// 40 bytes: there may be millions.
struct PackedFile {
    uint64_t size = 0;
    int64_t modified = 0;     ///< nanoseconds since 1970
    uint32_t folder = 0;      ///< index in folders
    uint32_t nameAt = 0;      ///< in bytes
    uint32_t firstMatch = 0;  ///< its matches go as far as those of the next file
    uint32_t matches = 0;     ///< matching lines, known once it has ended
    uint16_t nameLength = 0;
    uint16_t mode = 0;  ///< permission bits
    FileType type = FileType::Unknown;
    uint8_t encoding = 0;  ///< index in encodings
    bool statKnown : 1 = false;
    bool executable : 1 = false;
    bool binary : 1 = false;
    bool continued : 1 = false;  ///< began in earlier rows of the same thread
    bool ended : 1 = false;
};

struct PackedRows : Rows {
    /// More lines of one file are counted, but not kept.
    static constexpr uint32_t kMaxLinesPerFile = 10'000;
    static constexpr size_t kMaxSpansPerLine = 200;
    static constexpr size_t kMaxText = 320;    ///< bytes shown of a line
    static constexpr size_t kTextBefore = 80;  ///< of these, in front of the first match

    unsigned thread = 0;
    std::string bytes;
    std::vector<PackedFolder> folders;
    std::vector<PackedFile> files;
    std::vector<PackedMatch> matches;
    std::vector<PackedSpan> spans;
    std::vector<std::string> encodings = {{}};  ///< of files that are not UTF-8; the first is that

    uint32_t matchCount(size_t file) const {
        const size_t end = file + 1 < files.size() ? files[file + 1].firstMatch : matches.size();
        return static_cast<uint32_t>(end) - files[file].firstMatch;
    }
    std::string_view text(uint32_t at, uint32_t length) const {
        return std::string_view(bytes).substr(at, length);
    }
    size_t memory() const {
        return bytes.capacity() + folders.capacity() * sizeof(PackedFolder) +
               files.capacity() * sizeof(PackedFile) + matches.capacity() * sizeof(PackedMatch) +
               spans.capacity() * sizeof(PackedSpan);
    }
};

}  // namespace findling::gui
