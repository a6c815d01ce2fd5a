#include "core/base/WindowsText.h"

#include <cerrno>
#include <cstdint>
#include <windows.h>

namespace findling {

namespace {

bool isHighSurrogate(uint32_t unit) {
    return unit >= 0xd800 && unit < 0xdc00;
}

bool isLowSurrogate(uint32_t unit) {
    return unit >= 0xdc00 && unit < 0xe000;
}

void appendWtf8(std::string& out, uint32_t c) {
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3f)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xc0 | (c >> 6));
        tail(0);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xe0 | (c >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xf0 | (c >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

}  // namespace

std::wstring toWide(std::string_view text) {
    std::wstring out;
    for (size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        uint32_t c = length == 1 ? lead : lead & (0xffu >> (length + 1));
        for (size_t j = 1; j < length && i + j < text.size(); ++j) {
            c = c << 6 | (static_cast<unsigned char>(text[i + j]) & 0x3fu);
        }
        i += length;
        if (c >= 0x10000) {
            out += static_cast<wchar_t>(0xd800 + ((c - 0x10000) >> 10));
            out += static_cast<wchar_t>(0xdc00 + ((c - 0x10000) & 0x3ff));
        } else {
            out += static_cast<wchar_t>(c);
        }
    }
    return out;
}

std::string fromWide(std::wstring_view wide) {
    std::string out;
    out.reserve(wide.size());
    for (size_t i = 0; i < wide.size(); ++i) {
        uint32_t c = wide[i];
        if (isHighSurrogate(c) && i + 1 < wide.size() && isLowSurrogate(wide[i + 1])) {
            c = 0x10000 + ((c - 0xd800) << 10) + (wide[++i] - 0xdc00u);
        }
        appendWtf8(out, c);
    }
    return out;
}

std::wstring extendedPath(const std::string& path) {
    std::wstring wide = toWide(path);
    for (wchar_t& c : wide) {
        if (c == L'/') c = L'\\';
    }
    if (wide.compare(0, 4, L"\\\\?\\") == 0) return wide;
    const DWORD length = ::GetFullPathNameW(wide.c_str(), 0, nullptr, nullptr);
    if (length == 0) return wide;
    std::wstring full(length, L'\0');
    full.resize(::GetFullPathNameW(wide.c_str(), length, full.data(), nullptr));
    if (full.compare(0, 2, L"\\\\") == 0) return L"\\\\?\\UNC\\" + full.substr(2);
    return L"\\\\?\\" + full;
}

int lastErrorCode() {
    switch (::GetLastError()) {
        case ERROR_FILE_NOT_FOUND:
        case ERROR_PATH_NOT_FOUND:
        case ERROR_INVALID_NAME:
        case ERROR_BAD_NETPATH: return ENOENT;
        case ERROR_ACCESS_DENIED:
        case ERROR_SHARING_VIOLATION:
        case ERROR_LOCK_VIOLATION: return EACCES;
        case ERROR_TOO_MANY_OPEN_FILES: return EMFILE;
        case ERROR_DIRECTORY: return ENOTDIR;
        case ERROR_NOT_ENOUGH_MEMORY:
        case ERROR_OUTOFMEMORY: return ENOMEM;
        case ERROR_BROKEN_PIPE:
        case ERROR_NO_DATA: return EPIPE;
        case ERROR_DISK_FULL: return ENOSPC;
        default: return EIO;
    }
}

}  // namespace findling
