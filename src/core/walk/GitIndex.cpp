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

Error damaged(std::string text) {
    return {ErrorKind::Path, "the git index is damaged (" + std::move(text) + ")"};
}

/// Reads numbers in network order; one read past the end makes the whole reader bad.
class Reader {
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
        uint32_t value = 0;
        for (size_t i = 0; i < bytes; ++i) value = value << 8 | byte();
        return value;
    }
    unsigned char byte() {
        if (left() == 0) m_good = false;
        return m_good ? static_cast<unsigned char>(m_bytes[m_at++]) : 0;
    }
    /// Up to a NUL, which is read too.
    std::string_view text() {
        const size_t end = m_bytes.find('\0', m_at);
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

struct RawIndexEntry {
    std::string name;
    uint32_t mode = 0;
};

/// One entry; `previous` is the name before it, which version 4 builds upon.
bool readEntry(Reader& in, uint32_t version, size_t hashSize, const std::string& previous,
               RawIndexEntry& out) {
    const size_t begin = in.at();
    in.skip(kModeAt);
    out.mode = in.number(4);
    in.skip(kFacts - kModeAt - 4 + hashSize);
    const uint32_t flags = in.number(2);
    if (flags & kExtended) {
        if (version < 3) return false;
        in.skip(2);
    }
    if (version >= 4) {
        const uint64_t drop = in.offset();
        if (!in.good() || drop > previous.size()) return false;
        out.name = previous.substr(0, previous.size() - drop);
        out.name += in.text();
    } else {
        out.name = in.text();
        // Padded with NULs to a multiple of eight, at least one of them.
        const size_t length = in.at() - begin - 1;
        in.skip((length / 8 + 1) * 8 - length - 1);
    }
    return in.good() && !out.name.empty();
}

}  // namespace

Result<GitIndex> GitIndex::parse(std::string_view bytes) {
    std::optional<Error> problem;
    // The file does not say which hash it uses: the wrong one makes no sense of the first entries.
    for (const size_t hashSize : {size_t{20}, size_t{32}}) {
        Reader in(bytes);
        if (in.number(4) != 0x44495243) return damaged("it does not begin with DIRC");
        const uint32_t version = in.number(4);
        const uint32_t count = in.number(4);
        if (!in.good()) return damaged("its header is cut off");
        if (version < 2 || version > 4) {
            return Error{ErrorKind::Unsupported,
                         "a git index of version " + std::to_string(version) + " is not read"};
        }
        GitIndex index;
        RawIndexEntry entry;
        bool good = count <= in.left() / (kFacts + hashSize);
        for (uint32_t i = 0; good && i < count; ++i) {
            const std::string previous = std::move(entry.name);
            good = readEntry(in, version, hashSize, previous, entry) &&
                   (i == 0 || previous <= entry.name);
            if (!good) break;
            if (entry.mode == kFolderMode) index.m_folders.push_back(entry.name);
            index.m_begins.push_back(index.m_names.size());
            index.m_names += entry.name;
        }
        if (!good) {
            problem = damaged("an entry makes no sense");
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
        index.m_begins.shrink_to_fit();
        return index;
    }
    return *problem;
}

std::string_view GitIndex::nameAt(size_t i) const {
    const uint64_t end = i + 1 < m_begins.size() ? m_begins[i + 1] : m_names.size();
    return std::string_view(m_names).substr(m_begins[i], end - m_begins[i]);
}

size_t GitIndex::firstNotBefore(std::string_view path) const {
    size_t low = 0;
    size_t high = m_begins.size();
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (nameAt(middle) < path) low = middle + 1;
        else high = middle;
    }
    return low;
}

bool GitIndex::tracks(std::string_view path) const {
    const size_t i = firstNotBefore(path);
    if (i < m_begins.size() && nameAt(i) == path) return true;
    return std::any_of(m_folders.begin(), m_folders.end(), [&](const std::string& folder) {
        return path.substr(0, folder.size()) == folder;  // they end in "/"
    });
}

bool GitIndex::tracksBelow(std::string_view folder) const {
    const std::string prefix = std::string(folder) + "/";
    const size_t i = firstNotBefore(prefix);
    if (i < m_begins.size() && nameAt(i).substr(0, prefix.size()) == prefix) return true;
    return std::any_of(m_folders.begin(), m_folders.end(), [&](const std::string& sparse) {
        return prefix.substr(0, sparse.size()) == sparse;
    });
}

}  // namespace findling
