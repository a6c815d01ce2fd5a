/// Reads the names in one open folder, block by block, without touching the entries themselves.
#pragma once

#include "core/walk/DirHandle.h"

#include <memory>
#include <string_view>
#include <vector>

namespace findling {

/// One name as the folder lists it. The text lives in the DirListing that was filled.
struct RawEntry {
    std::string_view name;              ///< followed by a NUL
    FileType type = FileType::Unknown;  ///< Unknown where the file system does not tell
};

/// The names of one folder, or of the part that was read so far. Blocks are kept for the next
/// folder, so that listing allocates only at the start.
class DirListing {
public:
    static constexpr size_t kBlockSize = 64 * 1024;

    std::vector<RawEntry> entries;

    void clear() {
        entries.clear();
        m_used = 0;
    }
    /// The next free block of kBlockSize bytes.
    char* nextBlock() {
        if (m_used == m_blocks.size()) m_blocks.push_back(std::make_unique<char[]>(kBlockSize));
        return m_blocks[m_used++].get();
    }

private:
    std::vector<std::unique_ptr<char[]>> m_blocks;
    size_t m_used = 0;
};

class DirReader {
public:
    explicit DirReader(const DirHandle& folder);
    ~DirReader();
    DirReader(const DirReader&) = delete;
    DirReader& operator=(const DirReader&) = delete;

    /// Appends the next block of entries ("." and ".." left out). False at the end; then `code`
    /// is 0, or errno where reading failed: what was listed before is still right.
    bool next(DirListing& listing, int& code);

private:
    intptr_t m_folder = -1;
    void* m_state = nullptr;  ///< of the platform
};

}  // namespace findling
