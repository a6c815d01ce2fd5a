/// What a preview shows, made ready off the window's thread: lines that no widget can stumble
/// over, and where the matches lie in them.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>
#include <QTextCharFormat>
#include <QTextDocument>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace findling::gui {

/// Asked often by whatever takes long.
using Cancelled = std::function<bool()>;

/// A matching line of the file: `spans` are bytes of the line, [begin, end).
struct PreviewMatch {
    uint64_t line = 0;    ///< from 1
    uint64_t offset = 0;  ///< of the line in the file's text
    std::vector<std::pair<uint32_t, uint32_t>> spans = {};

    friend bool operator==(const PreviewMatch&, const PreviewMatch&) = default;
};

/// How files are read: as the search read them, for its matches speak of the text that it saw, and
/// as the user wants to see them.
struct PreviewReading {
    std::string searchEncoding = {};  ///< ContentQuery::encoding
    bool compressed = false;          ///< the search looked into compressed files
    bool binaryAsText = false;        ///< and into binary ones
    bool multiline = false;           ///< its matches may span lines
    char terminator = '\n';           ///< of its lines
    std::string encoding = {};        ///< what the user chose; empty = as the search, or guessed
    QSize largestImage = {};          ///< pixels; larger images are made smaller while decoding

    friend bool operator==(const PreviewReading&, const PreviewReading&) = default;
};

/// Which file to show, and around which of its matches.
struct PreviewTarget {
    QByteArray path = {};
    QByteArray title = {};  ///< the path as the table shows it
    std::vector<PreviewMatch> matches = {};
    qsizetype current = -1;  ///< index in matches; -1 = none
    PreviewReading reading = {};

    const PreviewMatch* match() const {
        return current >= 0 ? &matches[static_cast<size_t>(current)] : nullptr;
    }
};

struct PreviewText {
    enum class Kind { Text, Hex, Image, Folder, Message };
    struct Mark {
        int block = 0;  ///< line of the text, from 0
        int begin = 0;  ///< in QChars of that line
        int length = 0;
    };

    Kind kind = Kind::Message;
    QByteArray path = {};
    QString text = {};       ///< lines joined by \n; for Message: the reason
    QString note = {};       ///< what is special: "showing 2.00 MB of 3.10 GB · UTF-16LE"
    uint64_t firstLine = 1;  ///< number of the first line shown
    int lines = 0;
    bool whole = true;             ///< the text is all of the file
    std::vector<Mark> marks = {};  ///< ascending
    /// Lines in front of the text, each with its \n: not shown, but what colours depend on.
    QString lead = {};
    bool approximate = false;  ///< colours may be wrong: even the lead begins inside the file
    QImage image = {};
    std::shared_ptr<QTextDocument> document = {};  ///< of the text, where one is made already

    /// Whether it is shown as lines of text.
    bool isLines() const { return kind == Kind::Text || kind == Kind::Hex; }
    /// The block of a line of the file; -1 when it is not shown.
    int block(uint64_t line) const {
        if (line < firstLine || line >= firstLine + static_cast<uint64_t>(lines)) return -1;
        return static_cast<int>(line - firstLine);
    }
};

/// Colours of a text, by line.
struct PreviewColors {
    struct Span {
        int begin = 0;
        int length = 0;
        uint16_t format = 0;  ///< index in formats
    };
    std::vector<QTextCharFormat> formats = {};
    std::vector<Span> spans = {};
    std::vector<uint32_t> firstSpan = {};  ///< by line, and one more: where its spans begin
};

}  // namespace findling::gui
