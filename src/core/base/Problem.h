/// Places that could not be read, and entries that were left out: what makes a result honest.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace findling {

/// One place that could not be read or searched in full. The search goes on around it.
struct Problem {
    std::string path;       ///< bytes, as the system spells it
    std::string operation;  ///< "open folder", "read file", ...
    int code = 0;           ///< errno; 0 when the system had no part in it
    std::string text;       ///< the reason in words
};

Problem systemProblem(std::string path, std::string operation, int code);

/// "path: reason (operation)", for a log or a terminal (not yet escaped).
std::string describe(const Problem& problem);

/// Why an entry is no result although it was seen.
enum class SkipReason : uint8_t {
    Pattern,  ///< the name is not the one that was asked for
    Type,
    Extension,
    Hidden,
    Ignored,   ///< by a rule of an ignore file
    Excluded,  ///< by an exclude pattern
    Depth,
    Size,
    Time,
    Owner,
    Permissions,
    Binary,
    Encoding,
    OtherFileSystem,
    VirtualFileSystem,  ///< /proc, /sys and their like below the root
    Vanished,           ///< deleted between listing and reading
    Text,               ///< the file was searched and has no match
    Limit,
};
inline constexpr size_t kSkipReasons = static_cast<size_t>(SkipReason::Limit) + 1;

/// The reason in one or two words, the same in all faces: "ignored", "other file system".
std::string_view name(SkipReason reason);

/// One skipped entry, made only where somebody asked for the list.
struct Skip {
    SkipReason reason = SkipReason::Pattern;
    std::string path;
    std::string rule;     ///< the rule that decided, e.g. "*.o in .gitignore:3"; may be empty
    bool folder = false;  ///< a folder: its contents were not visited
};

/// Whether what was left out for this reason could have been a result: it was not merely something
/// else than what was asked for.
bool isLoss(SkipReason reason);

/// Skipped entries by reason. A folder that is not entered counts once.
using SkipCounts = std::array<uint64_t, kSkipReasons>;

inline uint64_t& at(SkipCounts& counts, SkipReason reason) {
    return counts[static_cast<size_t>(reason)];
}
inline uint64_t at(const SkipCounts& counts, SkipReason reason) {
    return counts[static_cast<size_t>(reason)];
}

/// Entries left out by a rule the user may not have in mind: everything but a pattern, type,
/// extension or text that was asked for and is simply not there.
uint64_t leftOut(const SkipCounts& counts);

}  // namespace findling
