/// In which order results are handed out when that is not the order in which they are found.
#pragma once

#include "core/walk/Entry.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace findling {

enum class SortKey : uint8_t {
    Found,  ///< no order: as they come
    Path,
    Name,
    Extension,
    Size,
    Modified,
    Accessed,
    Created,
    Changed,
};

/// By the name that users say: "path", "mtime", ...
std::optional<SortKey> sortKey(std::string_view name);

struct SortOrder {
    SortKey key = SortKey::Found;
    bool reverse = false;
    bool natural = false;  ///< numbers in names by their value: a9 before a10

    bool any() const { return key != SortKey::Found; }
    friend bool operator==(const SortOrder&, const SortOrder&) = default;
};

/// The number that a row is sorted by: a size, or a time (the lowest where it is unknown). 0 for
/// keys that are texts.
int64_t sortNumber(SortKey key, const Entry& entry);

/// Less than, equal to or greater than 0. Folder by folder: what lies in a comes before a.b, as
/// "/" counts for less than any other character. Bytes otherwise.
int comparePaths(std::string_view a, std::string_view b);
/// The same with runs of digits by their value; equal only for equal texts.
int compareNaturally(std::string_view a, std::string_view b);

/// Text of a path that the key looks at: all of it, its name, or that one's extension.
std::string_view sortText(SortKey key, std::string_view path);

}  // namespace findling
