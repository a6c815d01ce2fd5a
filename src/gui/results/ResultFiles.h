/// What one search has found so far: files in found order with their matching lines. It only grows,
/// so that a worker can sort and filter a snapshot of it while more comes in.
#pragma once

#include "gui/session/PackedRows.h"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace findling::gui {

class ResultFiles {
public:
    /// Lines that a file shows before it is asked for all of them.
    static constexpr uint32_t kFirstLines = 25;

    enum class Shown : uint8_t { None, Some, All };
    struct Line {
        const PackedRows* home = nullptr;
        const PackedMatch* match = nullptr;
    };
    size_t files() const { return m_count; }
    const PackedFile& file(uint32_t file) const;
    std::string path(uint32_t file) const;
    std::string_view folder(uint32_t file) const;  ///< below the root, without a "/" at the end
    std::string_view name(uint32_t file) const;
    std::string_view encoding(uint32_t file) const;  ///< empty for UTF-8
    uint32_t lines(uint32_t file) const { return at(file).lines; }
    size_t allLines() const { return m_lines; }
    uint64_t matches(uint32_t file) const;
    Line line(uint32_t file, uint32_t line) const;
    /// All of its lines have come.
    bool ended(uint32_t file) const;

    Shown shown(uint32_t file) const { return static_cast<Shown>(at(file).shown); }
    void setShown(uint32_t file, Shown shown) {
        change(file).shown = static_cast<uint32_t>(shown) & 3;
    }
    void setAllShown(Shown shown);

    /// A file that is not on the disk any longer has no rows.
    bool gone(uint32_t file) const { return at(file).gone != 0; }
    void setGone(uint32_t file);
    size_t present() const { return m_count - m_gone; }
    /// Whether the search told size, time and the like of every file.
    bool factsKnown() const { return m_factsKnown; }

    /// Takes a batch in; says which files of earlier ones have grown.
    void add(std::shared_ptr<const PackedRows> rows, std::vector<uint32_t>& grown);

    /// What is here now, for another thread. It shares memory with this one, which from now on
    /// copies what it has to change.
    ResultFiles snapshot();

private:
    struct Segment {
        uint32_t chunk = 0;
        uint32_t first = 0;
        uint32_t count = 0;
    };
    /// Of a file whose lines came in several batches.
    struct Extra {
        uint64_t matches = 0;
        uint32_t lastChunk = 0;  ///< which knows the encoding
        uint32_t lastIndex = 0;
        std::vector<Segment> segments = {};
    };
    /// 12 bytes: there may be millions.
    struct File {
        uint32_t chunk = 0;
        uint32_t lines = 0;       ///< kept
        uint32_t index : 24 = 0;  ///< in the chunk's files
        uint32_t shown : 2 = static_cast<uint32_t>(Shown::Some);
        uint32_t split : 1 = 0;  ///< has an Extra
        uint32_t gone : 1 = 0;
    };
    static constexpr uint32_t kMaxIndex = (1U << 24) - 1;
    static constexpr size_t kBlock = 16 * 1024;  ///< files
    struct Block {
        std::shared_ptr<std::vector<File>> files;
        bool shared = false;  ///< with a snapshot
    };

    const File& at(uint32_t file) const { return (*m_blocks[file / kBlock].files)[file % kBlock]; }
    File& change(uint32_t file);
    void append(const File& file);
    void continueFile(uint32_t file, uint32_t chunk, size_t piece, std::vector<uint32_t>& grown);

    std::vector<std::shared_ptr<const PackedRows>> m_chunks;
    std::vector<Block> m_blocks;
    size_t m_count = 0;
    size_t m_gone = 0;
    bool m_factsKnown = true;
    size_t m_lines = 0;
    std::unordered_map<uint32_t, Extra> m_extra;    ///< by file
    std::unordered_map<unsigned, uint32_t> m_open;  ///< by search thread: its unfinished file
};

}  // namespace findling::gui
