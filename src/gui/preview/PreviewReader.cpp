#include "gui/preview/PreviewReader.h"

#include "core/base/Problem.h"
#include "core/walk/DirHandle.h"
#include "gui/preview/PreviewFile.h"
#include "gui/preview/PreviewFolder.h"
#include "gui/preview/PreviewImage.h"
#include "gui/preview/PreviewLines.h"
#include "gui/preview/PreviewWindow.h"
#include "gui/results/DisplayText.h"
#include "gui/results/ResultModel.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <string>
#include <string_view>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kHexBytes = 16 * 1024;
constexpr size_t kHexRow = 16;

struct PreviewReaderText {
    Q_DECLARE_TR_FUNCTIONS(PreviewReaderText)
};

QString reason(int code) {
    if (code == ENOENT || code == ENOTDIR)
        return PreviewReaderText::tr("There is no such file any more: it was moved or deleted");
    if (code == EACCES) return PreviewReaderText::tr("You have no permission to read this");
    return QString::fromLocal8Bit(systemProblem({}, {}, code).text.c_str());
}

QString reason(const ReadFailure& failure) {
    if (failure.code != 0 || failure.text.empty()) return reason(failure.code);
    return QString::fromStdString(failure.text);
}

/// What a path that is neither file nor folder is; it is never opened.
QString specialName(FileType type) {
    switch (type) {
        case FileType::Fifo:
            return PreviewReaderText::tr("A named pipe: what another program writes into it");
        case FileType::Socket:
            return PreviewReaderText::tr("A socket, through which programs talk to each other");
        case FileType::Block: return PreviewReaderText::tr("A block device, such as a disk");
        case FileType::Char: return PreviewReaderText::tr("A character device, such as a terminal");
        default: return PreviewReaderText::tr("Not a regular file");
    }
}

void addNote(PreviewText& out, const QString& note) {
    if (note.isEmpty()) return;
    if (!out.note.isEmpty()) out.note += u" · ";
    out.note += note;
}

void fillHex(PreviewText& out, std::string_view bytes) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (size_t at = 0; at < bytes.size(); at += kHexRow) {
        if (at > 0) text += '\n';
        for (int shift = 28; shift >= 0; shift -= 4) text += kDigits[(at >> shift) & 15];
        text += ' ';
        std::string letters;
        for (size_t i = 0; i < kHexRow; ++i) {
            if (i == kHexRow / 2) text += ' ';
            if (at + i >= bytes.size()) {
                text += "   ";
                continue;
            }
            const auto byte = static_cast<unsigned char>(bytes[at + i]);
            text += ' ';
            text += kDigits[byte >> 4];
            text += kDigits[byte & 15];
            letters += byte >= 0x20 && byte < 0x7F ? static_cast<char>(byte) : '.';
        }
        text += "  |" + letters + "|";
        ++out.lines;
    }
    out.kind = PreviewText::Kind::Hex;
    out.text = QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

void readHex(const PreviewFile& file, PreviewText& out) {
    const std::string_view bytes = std::string_view(file.head()).substr(0, kHexBytes);
    fillHex(out, bytes);
    addNote(out, PreviewReaderText::tr("binary file"));
    if (file.size() > bytes.size()) {
        addNote(out, PreviewReaderText::tr("showing %1 of %2")
                         .arg(shortSize(bytes.size()), shortSize(file.size())));
    }
}

/// The lines of a window: first those for the colours alone, then those that are shown.
void addLines(PreviewLines& lines, const PreviewWindow& window, char terminator,
              const Cancelled& cancelled) {
    std::string_view bytes = window.bytes;
    uint64_t cutFront = window.cutFront;
    size_t lead = window.shown;
    while (!bytes.empty() && !cancelled()) {
        const size_t end = std::min(bytes.find(terminator), bytes.size());
        const size_t next = std::min(end + 1, bytes.size());
        if (lead > 0) {
            lines.addLead(bytes.substr(0, end));
            lead -= std::min(lead, next);
        } else {
            lines.add(bytes.substr(0, end), cutFront, window.cutBack && end == bytes.size());
            cutFront = 0;
        }
        bytes.remove_prefix(next);
    }
}

void readText(PreviewFile& file, const PreviewTarget& target, PreviewText& out,
              const Cancelled& cancelled) {
    PreviewWindow window;
    if (!readWindow(file, target, cancelled, window)) {
        out.text = reason(file.failure());
        return;
    }
    if (window.bytes.empty()) {
        out.text = PreviewReaderText::tr("An empty file");
        return;
    }
    out.kind = PreviewText::Kind::Text;
    out.whole = window.whole;
    out.firstLine = window.firstLine;
    out.approximate = !window.fromStart;
    PreviewLines lines(out, target, file);
    addLines(lines, window, target.reading.terminator, cancelled);
    if (!window.whole) {
        const QString size = shortSize(file.size());
        addNote(out, file.isSeekable()
                         ? PreviewReaderText::tr("showing %1 of %2")
                               .arg(shortSize(window.bytes.size() - window.shown), size)
                         : PreviewReaderText::tr("showing a part of %1").arg(size));
    }
    addNote(out, QString::fromStdString(file.shown().name));
    // What was read before it broke off is there; that it did must be said.
    if (file.failure().any()) addNote(out, reason(file.failure()));
}

void readFile(PreviewFile& file, const PreviewTarget& target, PreviewText& out,
              const Cancelled& cancelled) {
    if (file.head().empty()) {
        out.text = PreviewReaderText::tr("An empty file");
        return;
    }
    // Who searched the text of a drawing, or chose how to read it, wants to see text.
    const QByteArray format = imageFormat(target.path, file.head());
    const bool asText =
        !target.reading.encoding.empty() || (format == "svg" && !target.matches.empty());
    if (!format.isEmpty() && !asText) {
        if (readImage(file, format, target.reading, out, cancelled)) return;
        if (format != "svg") addNote(out, PreviewReaderText::tr("image that cannot be shown"));
    }
    if (file.isBinary()) readHex(file, out);
    else readText(file, target, out, cancelled);
}

void readTarget(const PreviewTarget& target, PreviewText& out, const Cancelled& cancelled) {
    FileStat facts;
    int code = statPath(target.path.toStdString(), true, facts);
    if (code == 0 && facts.type == FileType::Folder) {
        if (!readFolder(target.path, out, code, cancelled)) out.text = reason(code);
        return;
    }
    PreviewFile file(target.reading);
    switch (file.open(target.path.toStdString())) {
        case PreviewFile::Opened::Yes: return readFile(file, target, out, cancelled);
        case PreviewFile::Opened::Failed: out.text = reason(file.failure()); return;
        case PreviewFile::Opened::NotAFile: out.text = specialName(facts.type); return;
        case PreviewFile::Opened::NoSuchEncoding:
            out.text = PreviewReaderText::tr("This system does not know the encoding %1")
                           .arg(QString::fromStdString(target.reading.encoding));
            return;
    }
}

}  // namespace

PreviewText readPreview(const PreviewTarget& target, const Cancelled& cancelled) {
    PreviewText out;
    out.path = target.path;
    const QByteArray link = linkTarget(target.path);
    const QString leads = displayText(view(link));
    FileStat facts;
    if (!link.isEmpty() && statPath(target.path.toStdString(), true, facts) == ENOENT) {
        out.text = PreviewReaderText::tr("A link to %1, which does not exist").arg(leads);
        return out;
    }
    readTarget(target, out, cancelled);
    if (link.isEmpty()) return out;
    if (out.kind == PreviewText::Kind::Message)
        out.text = PreviewReaderText::tr("A link to %1").arg(leads) + u"\n"_s + out.text;
    addNote(out, PreviewReaderText::tr("link to %1").arg(leads));
    return out;
}

}  // namespace findling::gui
