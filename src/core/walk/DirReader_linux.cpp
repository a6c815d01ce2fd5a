#include "core/walk/DirReader.h"

#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <sys/syscall.h>
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

// The system call itself: readdir() would copy every name once more and takes a lock each.
DirReader::DirReader(const DirHandle& folder) : m_folder(folder.native()) {}

DirReader::~DirReader() = default;

bool DirReader::next(DirListing& listing, int& code) {
    char* block = listing.nextBlock();
    long got = 0;
    do {
        got = ::syscall(SYS_getdents64, static_cast<int>(m_folder), block, DirListing::kBlockSize);
    } while (got < 0 && errno == EINTR);
    code = got < 0 ? errno : 0;
    if (got <= 0) return false;
    for (long at = 0; at < got;) {
        const auto* record = reinterpret_cast<const struct dirent64*>(block + at);
        at += record->d_reclen;
        const char* name = record->d_name;
        if (name[0] == '.' && (name[1] == '\0' || (name[1] == '.' && name[2] == '\0'))) continue;
        listing.entries.push_back(
            {std::string_view(name, std::strlen(name)), typeOf(record->d_type)});
    }
    return true;
}

}  // namespace findling
