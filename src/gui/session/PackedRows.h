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

struct PackedFile {
    uint64_t size = 0;
    int64_t modified = 0;   ///< nanoseconds since 1970
    uint64_t matches = 0;   ///< matching lines, known once it has ended
    uint32_t folderAt = 0;  ///< in bytes; with its "/"; shared by neighbours
    uint32_t folderLength = 0;
    uint32_t rootLength = 0;  ///< part of the folder that is the search root
    uint32_t nameAt = 0;
    uint32_t nameLength = 0;
    uint32_t firstMatch = 0;
    uint32_t matchCount = 0;  ///< in these rows
    FileType type = FileType::Unknown;
    bool statKnown = false;
    bool executable = false;
    bool binary = false;
    bool continued = false;  ///< began in earlier rows of the same thread
    bool ended = false;
};

struct PackedRows : Rows {
    /// More lines of one file are counted, but not kept.
    static constexpr uint32_t kMaxLinesPerFile = 10'000;
    static constexpr size_t kMaxSpansPerLine = 200;
    static constexpr size_t kMaxText = 320;    ///< bytes shown of a line
    static constexpr size_t kTextBefore = 80;  ///< of these, in front of the first match

    unsigned thread = 0;
    std::string bytes;
    std::vector<PackedFile> files;
    std::vector<PackedMatch> matches;
    std::vector<PackedSpan> spans;

    std::string_view text(uint32_t at, uint32_t length) const {
        return std::string_view(bytes).substr(at, length);
    }
    size_t memory() const {
        return bytes.capacity() + files.capacity() * sizeof(PackedFile) +
               matches.capacity() * sizeof(PackedMatch) + spans.capacity() * sizeof(PackedSpan);
    }
};

}  // namespace findling::gui
