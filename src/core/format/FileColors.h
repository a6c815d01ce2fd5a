/// Which colour a name has on a terminal.
#pragma once

#include "core/walk/Entry.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

/// Colours of names by type and extension, as LS_COLORS describes them for ls.
class FileColors {
public:
    /// Understands what dircolors(1) writes. Like ls it starts from the built-in colours, which
    /// are all there is for an empty text. Unlike ls, which then shows no colours at all, it leaves
    /// out just the parts that are malformed, unknown, or hold more than digits and ";": nothing
    /// from the environment reaches the terminal as anything but a colour.
    static FileColors parse(std::string_view lsColors);

    /// The codes between "\033[" and "m" for an entry, or an empty view for none. Asks for facts
    /// (a system call) only where a colour may depend on them. Valid as long as this object stays
    /// where it is.
    std::string_view codesFor(const Entry& entry) const;

private:
    enum class Key : uint8_t {
        Normal,
        File,
        Folder,
        Link,
        Fifo,
        Socket,
        Block,
        Char,
        Orphan,
        Executable,
        SetUid,
        SetGid,
        Sticky,
        OtherWritable,
        StickyOtherWritable,
        Count
    };
    struct KeyName {
        std::string_view name;
        std::string_view builtIn;
    };
    struct Suffix {
        std::string text;   ///< what the name ends with
        std::string lower;  ///< the same in lower case
        std::string codes;
        size_t order;  ///< among all suffixes: the last-listed wins
    };

    FileColors();
    void readPart(std::string_view part);
    void setKey(std::string_view name, std::string_view value);
    void addSuffix(std::string text, std::string_view codes);
    const std::string& color(Key key) const { return m_colors[static_cast<size_t>(key)]; }
    bool isColored(Key key) const { return !color(key).empty(); }
    bool needsFacts(FileType type) const;
    Key keyOf(FileType type, uint32_t mode) const;
    std::string_view codesFor(std::string_view name, FileType type, uint32_t mode) const;
    std::string_view codesForLink(const Entry& entry) const;
    const Suffix* suffixOf(std::string_view name) const;

    static const std::array<KeyName, static_cast<size_t>(Key::Count)> kKeys;

    std::array<std::string, static_cast<size_t>(Key::Count)> m_colors;  ///< empty: no colour
    bool m_fileIsSet = false;                                           ///< even to no colour
    bool m_linkAsTarget = false;
    std::vector<Suffix> m_extensions;  ///< ".ext" with one dot: nearly all; sorted by lower
    std::vector<Suffix> m_others;      ///< "~", ".tar.gz", "README": looked through one by one
};

/// Text in a colour, and the end of the colour behind it; just the text where there are no codes.
void appendColored(std::string& out, std::string_view codes, std::string_view text);

}  // namespace findling
