/// THE table of file kinds: names for sets of file names, as "cpp" or "image". The names and
/// patterns of ripgrep's types are among them; groups such as "code" or "archive" go across.
#pragma once

#include <span>
#include <string_view>

namespace findling {

/// A named set of file names: "cpp" is *.cpp, *.hpp, ...
///
/// The patterns are meant for CaseMode::Smart, each by itself: *.png is PNG too, but *.C is C++
/// alone, and BUILD is not a file "build".
struct FileKind {
    std::string_view name;      ///< lower case
    std::string_view aliases;   ///< between spaces; may be empty
    std::string_view patterns;  ///< globs on the name, between spaces: "*.c *.h Makefile"
};

/// Sorted by name.
std::span<const FileKind> fileKinds();
/// By name or alias; null where there is none.
const FileKind* findFileKind(std::string_view name);

}  // namespace findling
