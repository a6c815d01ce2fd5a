/// A file opened for the preview: its text as the search saw it, and as it is to be shown.
///
/// Text in encodings that keep ASCII, as nearly all do, stays bytes here and is decoded line by
/// line, so that a window of a large file can be read without all that lies before it. UTF-16,
/// UTF-32 and compressed files have to be read from their start.
#pragma once

#include "core/base/FileHandle.h"
#include "core/content/TextSource.h"
#include "gui/preview/PreviewText.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace findling::gui {

/// What one side, the search or the preview, takes the bytes of a file for.
struct Decoding {
    enum class Form : uint8_t {
        Bytes,    ///< UTF-8, or not decoded
        ByLine,   ///< newlines are the same bytes before and after
        Streamed  ///< has to be decoded from the start of the file
    };
    Form form = Form::Bytes;
    std::string name = {};  ///< for makeDecoder; empty for Bytes

    std::unique_ptr<TextDecoder> decoder() const;
    friend bool operator==(const Decoding&, const Decoding&) = default;
};

class PreviewFile {
public:
    explicit PreviewFile(const PreviewReading& reading) : m_reading(reading) {}

    enum class Opened : uint8_t { Yes, Failed, NotAFile, NoSuchEncoding };
    /// Opens a regular file, never anything else, and reads its beginning.
    Opened open(const std::string& path);

    /// errno of what failed, with the text of what was no fault of the system's.
    const ReadFailure& failure() const { return m_failure; }
    uint64_t size() const { return m_size; }
    /// The first bytes, decompressed, but not decoded.
    const std::string& head() const { return m_head; }
    bool isBinary() const { return m_binary; }

    const Decoding& shown() const { return m_shown; }
    const Decoding& searched() const { return m_searched; }
    /// Whether spans of the search can be found again in what is shown.
    bool keepsMatches() const;
    /// Whether skip() costs nothing; then size() is that of the text.
    bool isSeekable() const { return m_seekable; }

    /// Goes back to the first byte; what is read from here on is not decoded.
    bool rewindBytes();
    /// Goes back to where the text begins, behind a mark of UTF-8. Of a streamed decoding what is
    /// read from here on is UTF-8.
    bool rewind();
    /// Passes over so much.
    bool skip(uint64_t count, const Cancelled& cancelled);
    /// Passes over so many lines; returns the bytes that they take.
    uint64_t skipLines(uint64_t lines, const Cancelled& cancelled);
    /// Appends up to `length` bytes; less at the end. False with the reason in failure().
    bool read(uint64_t length, std::string& out, const Cancelled& cancelled);

private:
    bool readHead();
    bool decide();
    int64_t next(char* buffer, size_t size);

    const PreviewReading& m_reading;
    FileHandle m_file;
    TextSource m_source;
    std::string m_head;
    std::string m_ahead;  ///< read, but behind the lines that were passed over
    ReadFailure m_failure;
    Decoding m_shown;
    Decoding m_searched;
    uint64_t m_size = 0;
    uint64_t m_left = 0;  ///< a file that grows is read as long as it was
    size_t m_mark = 0;    ///< bytes of a mark of UTF-8
    bool m_compressed = false;
    bool m_seekable = false;
    bool m_binary = false;
};

}  // namespace findling::gui
