#include "gui/preview/PreviewFile.h"

#include "core/content/BlockReader.h"
#include "core/content/Decompressor.h"
#include "core/content/Encoding.h"
#include "core/content/EncodingGuess.h"
#include "core/walk/DirHandle.h"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace findling::gui {

namespace {

/// As in the search: a NUL byte among the first so many makes a file binary.
constexpr size_t kBinaryProbe = 8 * 1024;
/// A guess sees as much as that of the search.
constexpr size_t kHead = BlockReader::kBlock;
constexpr size_t kStep = 256 * 1024;

size_t markLength(std::string_view text) {
    return text.starts_with("\xef\xbb\xbf") ? 3 : 0;
}

bool hasNul(std::string_view head) {
    return head.substr(0, markLength(head) + kBinaryProbe).find('\0') != std::string_view::npos;
}

/// An encoding by its name; false for one that the system does not know.
bool named(const std::string& name, Decoding& out) {
    out = {};
    if (isUtf8Name(name)) return true;
    auto decoder = makeDecoder(name);
    if (!decoder) return false;
    std::string text;
    (*decoder)->decode("a\nb", true, text);
    out.form = text == "a\nb" ? Decoding::Form::ByLine : Decoding::Form::Streamed;
    out.name = name;
    return true;
}

Decoding guessed(std::string_view head) {
    Decoding out;
    const std::string guess = guessEncoding(head);
    if (!guess.empty()) named(guess, out);
    return out;
}

/// What ContentSearcher makes of a file.
Decoding searchedAs(std::string_view head, const std::string& wish) {
    Decoding out;
    if (wish == "none" || head.empty()) return out;
    if (!wish.empty() && wish != "auto" && !isUtf8Name(wish)) {
        named(wish, out);
        return out;
    }
    if (hasNul(head) || static_cast<unsigned char>(head.front()) >= 0xfe) {
        const Encoding found = detectEncoding(head.substr(0, kEncodingProbe)).encoding;
        if (found != Encoding::Bytes)
            return {Decoding::Form::Streamed, std::string(encodingName(found))};
    }
    if (markLength(head) > 0 || wish != "auto") return out;
    return guessed(head);
}

}  // namespace

std::unique_ptr<TextDecoder> Decoding::decoder() const {
    if (form == Form::Bytes) return nullptr;
    auto made = makeDecoder(name);
    return made ? std::move(*made) : nullptr;
}

PreviewFile::Opened PreviewFile::open(const std::string& path) {
    // Asked first, for to open a FIFO or a device can do something to it.
    FileStat facts;
    m_failure.code = statPath(path, true, facts);
    if (m_failure.code != 0) return Opened::Failed;
    if (facts.type != FileType::File) return Opened::NotAFile;
    m_file = openPath(path, m_failure.code);
    if (!m_file.isOpen()) return Opened::Failed;
    FileExtent extent;
    if (!m_file.extent(extent)) return Opened::NotAFile;
    m_size = extent.size;
    if (!readHead()) return Opened::Failed;
    return decide() ? Opened::Yes : Opened::NoSuchEncoding;
}

/// From the first byte on, decompressed. A size of 0 tells nothing: files of /proc have that.
bool PreviewFile::rewindBytes() {
    m_failure = {};
    m_ahead.clear();
    m_left = m_size > 0 ? m_size : UINT64_MAX;
    if (!m_file.moveTo(0)) {
        m_failure.code = errno != 0 ? errno : EIO;
        return false;
    }
    m_source = [this](char* buffer, size_t size, ReadFailure& failure) {
        const auto wanted = static_cast<size_t>(std::min<uint64_t>(size, m_left));
        if (wanted == 0) return int64_t{0};
        const int64_t got = m_file.read(buffer, wanted, failure.code);
        if (got > 0) m_left -= static_cast<uint64_t>(got);
        return got;
    };
    if (m_compressed) m_source = decompressed(std::move(m_source));
    return true;
}

bool PreviewFile::readHead() {
    const Cancelled never = [] { return false; };
    if (!rewindBytes() || !read(kHead, m_head, never)) return false;
    if (!m_reading.compressed || !isCompressed(m_head) || !canDecompress(m_head)) return true;
    m_compressed = true;
    m_head.clear();
    return rewindBytes() && read(kHead, m_head, never);
}

bool PreviewFile::decide() {
    const std::string& wish = m_reading.encoding;
    m_searched = searchedAs(m_head, m_reading.searchEncoding);
    m_shown = m_searched;
    if (!wish.empty()) {
        if (!named(wish, m_shown)) return false;
    } else if (m_shown.form == Decoding::Form::Bytes && markLength(m_head) == 0 &&
               !hasNul(m_head)) {
        m_shown = guessed(m_head);  // readable is better, even where the search saw only bytes
    }
    if (m_reading.searchEncoding != "none" && m_shown.form != Decoding::Form::Streamed)
        m_mark = markLength(m_head);
    m_binary = wish.empty() && m_shown.form == Decoding::Form::Bytes && !m_reading.binaryAsText &&
               hasNul(m_head);
    m_seekable = !m_compressed && m_size > 0 && m_shown.form != Decoding::Form::Streamed;
    return true;
}

bool PreviewFile::keepsMatches() const {
    return m_shown == m_searched || (m_shown.form != Decoding::Form::Streamed &&
                                     m_searched.form != Decoding::Form::Streamed);
}

bool PreviewFile::rewind() {
    if (!rewindBytes()) return false;
    if (m_shown.form == Decoding::Form::Streamed) {
        auto decoder = m_shown.decoder();
        if (decoder) m_source = decoded(std::move(m_source), std::move(decoder));
        return true;
    }
    return m_mark == 0 || skip(m_mark, [] { return false; });
}

int64_t PreviewFile::next(char* buffer, size_t size) {
    if (!m_ahead.empty()) {
        const size_t count = m_ahead.copy(buffer, size);
        m_ahead.erase(0, count);
        return static_cast<int64_t>(count);
    }
    return m_source(buffer, size, m_failure);
}

bool PreviewFile::skip(uint64_t count, const Cancelled& cancelled) {
    if (m_seekable && m_ahead.empty()) {
        const uint64_t at = m_size - m_left + count;
        m_left = m_size - std::min(at, m_size);
        return m_file.moveTo(std::min(at, m_size));
    }
    std::string passed(kStep, '\0');
    while (count > 0 && !cancelled()) {
        const auto wanted = static_cast<size_t>(std::min<uint64_t>(count, passed.size()));
        const int64_t got = next(passed.data(), wanted);
        if (got < 0) return false;
        if (got == 0) break;
        count -= static_cast<uint64_t>(got);
    }
    return true;
}

uint64_t PreviewFile::skipLines(uint64_t lines, const Cancelled& cancelled) {
    std::string piece(kStep, '\0');
    uint64_t passed = 0;
    while (lines > 0 && !cancelled()) {
        const int64_t got = next(piece.data(), piece.size());
        if (got <= 0) break;
        const std::string_view text(piece.data(), static_cast<size_t>(got));
        size_t at = 0;
        while (lines > 0 && at < text.size()) {
            const size_t end = text.find(m_reading.terminator, at);
            if (end == std::string_view::npos) {
                at = text.size();
            } else {
                at = end + 1;
                --lines;
            }
        }
        passed += at;
        m_ahead.insert(0, text.substr(at));
    }
    return passed;
}

bool PreviewFile::read(uint64_t length, std::string& out, const Cancelled& cancelled) {
    const size_t before = out.size();
    while (out.size() - before < length && !cancelled()) {
        const size_t had = out.size();
        const auto wanted = static_cast<size_t>(std::min<uint64_t>(kStep, length - (had - before)));
        out.resize(had + wanted);
        const int64_t got = next(out.data() + had, wanted);
        out.resize(had + static_cast<size_t>(std::max<int64_t>(got, 0)));
        if (got < 0) return out.size() > before;  // what came before a failure is shown
        if (got == 0) break;
    }
    return true;
}

}  // namespace findling::gui
