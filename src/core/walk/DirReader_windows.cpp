#include "core/walk/DirReader.h"

#include "core/base/WindowsText.h"

#include <cstring>
#include <windows.h>

namespace findling {

namespace {

/// The handle of the listing and the entry that waits to be handed on.
struct State {
    HANDLE find = INVALID_HANDLE_VALUE;
    WIN32_FIND_DATAW data{};
    bool waiting = false;
    int code = 0;
};

FileType typeOf(const WIN32_FIND_DATAW& data) {
    // Other reparse points (files kept in the cloud, deduplicated ones) are files to a reader.
    if ((data.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) &&
        (data.dwReserved0 == IO_REPARSE_TAG_SYMLINK ||
         data.dwReserved0 == IO_REPARSE_TAG_MOUNT_POINT)) {
        return FileType::Link;
    }
    return data.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY ? FileType::Folder : FileType::File;
}

}  // namespace

DirReader::DirReader(const DirHandle& folder) {
    auto* state = new State;
    m_state = state;
    const std::wstring pattern = extendedPath(folder.path()) + L"\\*";
    state->find = ::FindFirstFileExW(pattern.c_str(), FindExInfoBasic, &state->data,
                                     FindExSearchNameMatch, nullptr, FIND_FIRST_EX_LARGE_FETCH);
    state->waiting = state->find != INVALID_HANDLE_VALUE;
    if (!state->waiting && ::GetLastError() != ERROR_FILE_NOT_FOUND) state->code = lastErrorCode();
}

DirReader::~DirReader() {
    auto* state = static_cast<State*>(m_state);
    if (state->find != INVALID_HANDLE_VALUE) ::FindClose(state->find);
    delete state;
}

bool DirReader::next(DirListing& listing, int& code) {
    auto& state = *static_cast<State*>(m_state);
    char* block = listing.nextBlock();
    size_t used = 0;
    // 260 UTF-16 units are at most 780 bytes.
    while (state.waiting && used + 1024 < DirListing::kBlockSize) {
        const std::string name = fromWide(state.data.cFileName);
        if (name != "." && name != "..") {
            std::memcpy(block + used, name.c_str(), name.size() + 1);
            listing.entries.push_back({{block + used, name.size()}, typeOf(state.data)});
            used += name.size() + 1;
        }
        state.waiting = ::FindNextFileW(state.find, &state.data) != 0;
        if (!state.waiting && ::GetLastError() != ERROR_NO_MORE_FILES) state.code = lastErrorCode();
    }
    code = state.waiting ? 0 : state.code;
    return used > 0;
}

}  // namespace findling
