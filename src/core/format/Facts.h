/// What is known of an entry, in words and digits: shared by all formats that print more than a
/// path, so that a time or a mode looks the same in each.
#pragma once

#include "core/walk/FileStat.h"

#include <string>
#include <string_view>

namespace findling {

/// "file", "folder", "link", ...; empty where it is unknown.
std::string_view typeName(FileType type);

/// Whole seconds, rounded down before 1970 too.
int64_t wholeSeconds(int64_t nanoseconds);
/// "2024-03-01T12:30:05.25Z": to the nanosecond, without trailing zeros.
std::string isoTimeUtc(int64_t nanoseconds);
/// "2024-03-01T13:30:05.25+01:00": the same moment on the user's clock.
std::string isoTimeLocal(int64_t nanoseconds);

/// "drwxr-sr-t", as ls shows it; type and permission bits.
std::string modeLetters(FileType type, uint32_t mode);
/// "0644"
std::string modeOctal(uint32_t mode);

/// The name, or the number where it has none.
std::string ownerText(const FileStat& facts);
std::string groupText(const FileStat& facts);

/// A name without its last extension. Dots at its beginning belong to the name: what is left is
/// never "." or "..", which would be another place altogether.
std::string_view stemOf(std::string_view name);
/// Without its dot; empty where there is none.
std::string_view extensionOf(std::string_view name);

}  // namespace findling
