#include "core/format/FileColors.h"

#include "core/base/Digits.h"
#include "core/base/Text.h"

#include <algorithm>
#include <cerrno>
#include <optional>

namespace findling {

namespace {

constexpr uint32_t kSetUidBit = 04000, kSetGidBit = 02000, kStickyBit = 01000;
constexpr uint32_t kOtherWriteBit = 0002, kExecuteBits = 0111;

constexpr std::string_view kStart = "\033[";
constexpr std::string_view kReset = "\033[0m";

bool isCodes(std::string_view value) {
    return std::all_of(value.begin(), value.end(), [](char c) { return isDigit(c) || c == ';'; });
}

/// ls takes these for "no colour", too: a file with "ex=0" still gets the colour of its suffix.
std::string_view withoutZero(std::string_view codes) {
    return codes == "0" || codes == "00" ? std::string_view() : codes;
}

/// Where `mark` is first without a backslash before it; the size where it is nowhere.
size_t findUnescaped(std::string_view text, char mark) {
    size_t at = 0;
    while (at < text.size() && text[at] != mark) at += text[at] == '\\' ? 2 : 1;
    return std::min(at, text.size());
}

/// Punctuation after a backslash is itself, and "\_" a space. All other escapes of ls stand for
/// control characters: such a suffix is left out.
std::optional<std::string> unescaped(std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '^') return std::nullopt;
        if (c == '\\') {
            if (++i == text.size()) return std::nullopt;
            c = text[i];
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (letter || isDigit(c) || c == '?') return std::nullopt;
            if (c == '_') c = ' ';
        }
        out += c;
    }
    return out;
}

}  // namespace

// In the order of Key. Not here, and so left out as unknown keys are:
// - rs, lc, rc, ec and cl change the sequence around the codes; ours is fixed, so that every colour
//   surely ends;
// - mi is for the target that a long listing shows behind a broken link;
// - mh, ca and do need what FileStat does not tell: the number of hard links, capabilities, doors.
const std::array<FileColors::KeyName, static_cast<size_t>(FileColors::Key::Count)>
    FileColors::kKeys = {{
        {"no", ""},
        {"fi", ""},
        {"di", "01;34"},
        {"ln", "01;36"},
        {"pi", "40;33"},
        {"so", "01;35"},
        {"bd", "40;33;01"},
        {"cd", "40;33;01"},
        {"or", ""},
        {"ex", "01;32"},
        {"su", "37;41"},
        {"sg", "30;43"},
        {"st", "37;44"},
        {"ow", "34;42"},
        {"tw", "30;42"},
    }};

FileColors::FileColors() {
    for (size_t i = 0; i < kKeys.size(); ++i) m_colors[i] = kKeys[i].builtIn;
}

FileColors FileColors::parse(std::string_view lsColors) {
    FileColors out;
    while (!lsColors.empty()) {
        const size_t end = findUnescaped(lsColors, ':');
        out.readPart(lsColors.substr(0, end));
        lsColors.remove_prefix(std::min(end + 1, lsColors.size()));
    }
    // "no" is for all text that has no colour of its own.
    if (!out.m_fileIsSet) out.m_colors[static_cast<size_t>(Key::File)] = out.color(Key::Normal);
    std::stable_sort(out.m_extensions.begin(), out.m_extensions.end(),
                     [](const Suffix& a, const Suffix& b) { return a.lower < b.lower; });
    return out;
}

void FileColors::readPart(std::string_view part) {
    const size_t equals = findUnescaped(part, '=');
    if (equals == part.size()) return;
    const std::string_view key = part.substr(0, equals);
    const std::string_view value = part.substr(equals + 1);
    if (key.substr(0, 1) != "*") {
        setKey(key, value);
    } else if (isCodes(value)) {
        if (auto text = unescaped(key.substr(1))) addSuffix(std::move(*text), withoutZero(value));
    }
}

void FileColors::setKey(std::string_view name, std::string_view value) {
    const auto found = std::find_if(kKeys.begin(), kKeys.end(),
                                    [&](const KeyName& known) { return known.name == name; });
    if (found == kKeys.end()) return;
    const auto index = static_cast<size_t>(found - kKeys.begin());
    const auto key = static_cast<Key>(index);
    const bool asTarget = key == Key::Link && value == "target";
    if (!asTarget && !isCodes(value)) return;
    if (key == Key::Link) m_linkAsTarget = asTarget;
    if (key == Key::File) m_fileIsSet = true;
    if (!asTarget) m_colors[index] = withoutZero(value);
}

void FileColors::addSuffix(std::string text, std::string_view codes) {
    std::vector<Suffix>& list = text.rfind('.') == 0 ? m_extensions : m_others;
    const size_t order = m_extensions.size() + m_others.size();
    std::string lower = lowerAscii(text);
    list.push_back({std::move(text), std::move(lower), std::string(codes), order});
}

/// The last-listed suffix that fits letter for letter; where none does, the last-listed that fits
/// but for ASCII case.
const FileColors::Suffix* FileColors::suffixOf(std::string_view name) const {
    const Suffix* best = nullptr;
    bool bestExact = false;
    const auto consider = [&](const Suffix& suffix) {
        const bool exact = name.ends_with(suffix.text);
        if (best && (exact != bestExact ? bestExact : suffix.order < best->order)) return;
        best = &suffix;
        bestExact = exact;
    };
    const std::string lower = lowerAscii(name);
    if (const size_t dot = lower.rfind('.'); dot != std::string::npos) {
        const std::string_view extension = std::string_view(lower).substr(dot);
        auto at = std::lower_bound(
            m_extensions.begin(), m_extensions.end(), extension,
            [](const Suffix& suffix, std::string_view wanted) { return suffix.lower < wanted; });
        for (; at != m_extensions.end() && at->lower == extension; ++at) consider(*at);
    }
    for (const Suffix& suffix : m_others) {
        if (lower.ends_with(suffix.lower)) consider(suffix);
    }
    return best;
}

bool FileColors::needsFacts(FileType type) const {
    if (type == FileType::File) {
        return isColored(Key::SetUid) || isColored(Key::SetGid) || isColored(Key::Executable);
    }
    return type == FileType::Folder && (isColored(Key::StickyOtherWritable) ||
                                        isColored(Key::OtherWritable) || isColored(Key::Sticky));
}

/// What the type and the permissions make of an entry; the order is that of ls.
FileColors::Key FileColors::keyOf(FileType type, uint32_t mode) const {
    const auto is = [&](uint32_t bit, Key key) { return (mode & bit) != 0 && isColored(key); };
    switch (type) {
        case FileType::File:
            if (is(kSetUidBit, Key::SetUid)) return Key::SetUid;
            if (is(kSetGidBit, Key::SetGid)) return Key::SetGid;
            if (is(kExecuteBits, Key::Executable)) return Key::Executable;
            return Key::File;
        case FileType::Folder:
            if ((mode & kStickyBit) != 0 && is(kOtherWriteBit, Key::StickyOtherWritable))
                return Key::StickyOtherWritable;
            if (is(kOtherWriteBit, Key::OtherWritable)) return Key::OtherWritable;
            if (is(kStickyBit, Key::Sticky)) return Key::Sticky;
            return Key::Folder;
        case FileType::Link: return Key::Link;
        case FileType::Fifo: return Key::Fifo;
        case FileType::Socket: return Key::Socket;
        case FileType::Block: return Key::Block;
        case FileType::Char: return Key::Char;
        case FileType::Unknown: break;
    }
    return Key::Orphan;
}

std::string_view FileColors::codesFor(std::string_view name, FileType type, uint32_t mode) const {
    const Key key = keyOf(type, mode);
    if (key == Key::File) {
        if (const Suffix* suffix = suffixOf(name)) return suffix->codes;
    }
    return color(key);
}

std::string_view FileColors::codesForLink(const Entry& entry) const {
    if (!m_linkAsTarget && !isColored(Key::Orphan)) return color(Key::Link);
    // Where links are followed, only one whose target cannot be had still is a link.
    FileStat target;
    const int code =
        entry.followsLinks() ? ENOENT : statPath(std::string(entry.path()), true, target);
    // An Entry can be deeper down than a path may be long: what is there, this does not tell.
    if (code == ENAMETOOLONG) return color(Key::Link);
    if (code != 0) return color(Key::Orphan);
    if (!m_linkAsTarget) return color(Key::Link);
    return codesFor(entry.name(), target.type, target.mode);
}

std::string_view FileColors::codesFor(const Entry& entry) const {
    if (entry.type() == FileType::Link) return codesForLink(entry);
    const FileStat* facts = needsFacts(entry.type()) ? entry.stat() : nullptr;
    return codesFor(entry.name(), entry.type(), facts ? facts->mode : 0);
}

void appendColored(std::string& out, std::string_view codes, std::string_view text) {
    if (codes.empty()) {
        out += text;
        return;
    }
    out += kStart;
    out += codes;
    out += 'm';
    out += text;
    out += kReset;
}

}  // namespace findling
