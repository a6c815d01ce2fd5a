#include "core/walk/DirReader.h"

#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <unistd.h>

namespace findling {

namespace {

FileType typeOf(unsigned char type) {
    switch (type) {
        case DT_REG: return FileType::File;
        case DT_DIR: return FileType::Folder;
        case DT_LNK: return FileType::Link;
        case DT_FIFO: return FileType::Fifo;
        case DT_SOCK: return FileType::Socket;
        case DT_BLK: return FileType::Block;
        case DT_CHR: return FileType::Char;
        default: return FileType::Unknown;
    }
}

}  // namespace

DirReader::DirReader(const DirHandle& folder) {
    // closedir() closes its descriptor, and the folder's own is still needed: duplicate it.
    const int copy = ::dup(static_cast<int>(folder.native()));
    if (copy >= 0) m_state = ::fdopendir(copy);
    m_folder = m_state ? 0 : errno;
}

DirReader::~DirReader() {
    if (m_state) ::closedir(static_cast<DIR*>(m_state));
}

bool DirReader::next(DirListing& listing, int& code) {
    if (!m_state) {
        code = static_cast<int>(m_folder);
        return false;
    }
    char* block = listing.nextBlock();
    size_t used = 0;
    // A name has at most 255 bytes almost everywhere; 1024 leaves room for the exceptions.
    while (used + 1024 < DirListing::kBlockSize) {
        errno = 0;
        const struct dirent* record = ::readdir(static_cast<DIR*>(m_state));
        if (!record) {
            code = errno;
            return used > 0 && code == 0;
        }
        const std::string_view name(record->d_name);
        if (name == "." || name == "..") continue;
        std::memcpy(block + used, record->d_name, name.size() + 1);
        listing.entries.push_back({{block + used, name.size()}, typeOf(record->d_type)});
        used += name.size() + 1;
    }
    code = 0;
    return true;
}

}  // namespace findling
