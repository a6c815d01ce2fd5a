#include "core/walk/GitIndex.h"

#include <algorithm>
#include <optional>

namespace findling {

namespace {

constexpr size_t kHeader = 12;
constexpr size_t kFacts = 40;  ///< times, device, inode, mode, owner, group, size
constexpr size_t kModeAt = 24;
constexpr uint16_t kExtended = 0x4000;
constexpr uint32_t kFolderMode = 0040000;
constexpr uint32_t kNameLength = 0xfff;  ///< in the flags; longer names have all of its bits

Error damaged(std::string text) {
    return {ErrorKind::Path, "the git index is damaged (" + std::move(text) + ")"};
}

}  // namespace

/// Reads numbers in network order; one read past the end makes the whole reader bad.
class GitIndex::Reader {
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) {}

    bool good() const { return m_good; }
    size_t at() const { return m_at; }
    size_t left() const { return m_bytes.size() - m_at; }
    void skip(size_t count) {
        m_good = m_good && count <= left();
        if (m_good) m_at += count;
    }
    uint32_t number(size_t bytes) {
        if (left() < bytes) m_good = false;
        uint32_t value = 0;
        for (size_t i = 0; m_good && i < bytes; ++i)
            value = value << 8 | static_cast<unsigned char>(m_bytes[m_at++]);
        return value;
    }
    unsigned char byte() {
        if (left() == 0) m_good = false;
        return m_good ? static_cast<unsigned char>(m_bytes[m_at++]) : 0;
    }
    /// Up to a NUL, which is read too. `expected`: where it should be, so that it need not be
    /// looked for.
    std::string_view text(size_t expected = 0) {
        size_t end = m_at + expected;
        if (expected == 0 || end >= m_bytes.size() || m_bytes[end] != '\0')
            end = m_bytes.find('\0', m_at);
        if (end == std::string_view::npos) {
            m_good = false;
            return {};
        }
        const std::string_view out = m_bytes.substr(m_at, end - m_at);
        m_at = end + 1;
        return out;
    }
    /// The variable-length number of version 4 (as in git's pack offsets).
    uint64_t offset() {
        unsigned char c = byte();
        uint64_t value = c & 127u;
        while (m_good && (c & 128u)) {
            c = byte();
            value = ((value + 1) << 7) | (c & 127u);
        }
        return value;
    }

private:
    std::string_view m_bytes;
    size_t m_at = 0;
    bool m_good = true;
};

/// False where an entry makes no sense: with a hash of this size, or at all. `in` stands behind the
/// header of the file, which for versions 2 and 3 is m_text.
bool GitIndex::readEntries(Reader& in, uint32_t version, size_t hashSize, uint32_t count) {
    if (count > in.left() / (kFacts + hashSize)) return false;
    m_names.reserve(count);
    for (uint32_t i = 0; i < count; ++i) {
        const size_t begin = in.at();
        in.skip(kModeAt);
        const uint32_t mode = in.number(4);
        in.skip(kFacts - kModeAt - 4 + hashSize);
        const uint32_t flags = in.number(2);
        if (flags & kExtended) {
            if (version < 3) return false;
            in.skip(2);
        }
        if (!(version < 4 ? readPadded(in, begin, flags) : readShortened(in))) return false;
        const std::string_view name = nameAt(i);
        // A split index leaves out the names of entries that it replaces: it is refused later on.
        if (!name.empty() && i > 0 && name < nameAt(i - 1)) return false;
        if (mode == kFolderMode) m_folders.emplace_back(name);
    }
    return true;
}

/// A name as it is, with NULs up to a multiple of eight bytes behind it: at least one of them.
bool GitIndex::readPadded(Reader& in, size_t entryBegin, uint32_t flags) {
    const size_t at = in.at();
    const uint32_t length = flags & kNameLength;
    const std::string_view name = in.text(length < kNameLength ? length : 0);
    m_names.push_back({at, static_cast<uint32_t>(name.size())});
    const size_t entry = in.at() - entryBegin - 1;
    in.skip((entry / 8 + 1) * 8 - entry - 1);
    return in.good();
}

/// What a name has in common with the one before it is left out.
bool GitIndex::readShortened(Reader& in) {
    const std::string_view previous =
        m_names.empty() ? std::string_view() : nameAt(m_names.size() - 1);
    const uint64_t drop = in.offset();
    if (!in.good() || drop > previous.size()) return false;
    const std::string name =
        std::string(previous.substr(0, previous.size() - drop)) + std::string(in.text());
    m_names.push_back({m_text.size(), static_cast<uint32_t>(name.size())});
    m_text += name;
    return in.good();
}

Result<GitIndex> GitIndex::parse(std::string bytes) {
    Reader head(bytes);
    if (head.number(4) != 0x44495243) return damaged("it does not begin with DIRC");
    const uint32_t version = head.number(4);
    const uint32_t count = head.number(4);
    if (!head.good()) return damaged("its header is cut off");
    if (version < 2 || version > 4) {
        return Error{ErrorKind::Unsupported,
                     "a git index of version " + std::to_string(version) + " is not read"};
    }
    // The file does not say which hash it uses: the wrong one makes no sense of the first entries.
    for (const size_t hashSize : {size_t{20}, size_t{32}}) {
        GitIndex index;
        if (version < 4) index.m_text = std::move(bytes);
        Reader in(version < 4 ? index.m_text : bytes);
        in.skip(kHeader);
        if (!index.readEntries(in, version, hashSize, count)) {
            if (version < 4) bytes = std::move(index.m_text);
            continue;
        }
        while (in.good() && in.left() > hashSize + 8) {
            const uint32_t signature = in.number(4);
            const uint32_t size = in.number(4);
            if (signature == 0x6c696e6b) {  // "link"
                return Error{ErrorKind::Unsupported,
                             "the git index is split over two files, which is not read; "
                             "git update-index --no-split-index joins them"};
            }
            in.skip(size);
        }
        if (std::any_of(index.m_names.begin(), index.m_names.end(),
                        [](const Name& name) { return name.length == 0; }))
            return damaged("an entry has no name");
        return index;
    }
    return damaged("an entry makes no sense");
}

size_t GitIndex::firstNotBefore(std::string_view path) const {
    size_t low = 0;
    size_t high = m_names.size();
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (nameAt(middle) < path) low = middle + 1;
        else high = middle;
    }
    return low;
}

bool GitIndex::tracks(std::string_view path) const {
    const size_t i = firstNotBefore(path);
    if (i < m_names.size() && nameAt(i) == path) return true;
    return std::any_of(m_folders.begin(), m_folders.end(), [&](const std::string& folder) {
        return path.substr(0, folder.size()) == folder;  // they end in "/"
    });
}

bool GitIndex::tracksBelow(std::string_view folder) const {
    if (m_names.empty()) return false;
    const std::string prefix = std::string(folder) + "/";
    const size_t i = firstNotBefore(prefix);
    if (i < m_names.size() && nameAt(i).substr(0, prefix.size()) == prefix) return true;
    return std::any_of(m_folders.begin(), m_folders.end(), [&](const std::string& sparse) {
        return prefix.substr(0, sparse.size()) == sparse;
    });
}

}  // namespace findling
