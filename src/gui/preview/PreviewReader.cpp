#include "gui/preview/PreviewReader.h"

#include "core/base/Problem.h"
#include "core/base/Text.h"
#include "core/walk/DirHandle.h"
#include "gui/preview/Seek.h"
#include "gui/results/DisplayText.h"
#include "gui/results/ResultModel.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace findling::gui {

namespace {

constexpr size_t kBinaryProbe = 8192;
constexpr size_t kHexBytes = 16 * 1024;
constexpr size_t kHexRow = 16;
constexpr size_t kBeforeMatch = 1000;  ///< bytes of a cut line in front of its match

struct PreviewReaderText {
    Q_DECLARE_TR_FUNCTIONS(PreviewReaderText)
};

PreviewText message(const PreviewTarget& target, const QString& text) {
    PreviewText out;
    out.path = target.path;
    out.text = text;
    return out;
}

QString reason(int code) {
    return QString::fromLocal8Bit(systemProblem({}, {}, code).text.c_str());
}

/// A part of a file: where it begins, and how many bytes.
struct Window {
    uint64_t begin = 0;
    uint64_t length = 0;
};

Window windowFor(const PreviewTarget& target, uint64_t size) {
    if (size <= kWholeFile) return {0, kWholeFile};
    const PreviewMatch* match = target.match();
    uint64_t begin = match && match->offset > kFileWindow / 2 ? match->offset - kFileWindow / 2 : 0;
    return {std::min(begin, size - kFileWindow), kFileWindow};
}

/// Up to `length` bytes; less at the end of the file. False with the reason in `code`.
bool readBytes(FileHandle& file, uint64_t length, std::string& out, int& code,
               const Cancelled& cancelled) {
    constexpr size_t kStep = 256 * 1024;
    while (out.size() < length && !cancelled()) {
        const size_t had = out.size();
        out.resize(std::min<size_t>(had + kStep, static_cast<size_t>(length)));
        const int64_t got = file.read(out.data() + had, out.size() - had, code);
        out.resize(had + static_cast<size_t>(std::max<int64_t>(got, 0)));
        if (got < 0) return false;
        if (got == 0) break;
    }
    return true;
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
    out.note = PreviewReaderText::tr("binary file");
}

/// Turns bytes into the lines of a PreviewText.
class Lines {
public:
    Lines(PreviewText& out, const PreviewTarget& target) : m_out(out) {
        for (const PreviewMatch& match : target.matches) m_matches[match.line] = &match;
    }

    void add(std::string_view line) {
        const auto found = m_matches.find(m_out.firstLine + static_cast<uint64_t>(m_out.lines));
        const PreviewMatch* match = found == m_matches.end() ? nullptr : found->second;
        if (m_out.lines > 0) m_out.text += u'\n';
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        size_t begin = 0;
        size_t end = line.size();
        if (line.size() > kLongestLine) {
            const size_t first = match && !match->spans.empty() ? match->spans.front().first : 0;
            if (first > kLongestLine - kBeforeMatch)
                begin = std::min(first, line.size()) - kBeforeMatch;
            begin = characterStart(line, begin);
            end = characterStart(line, std::min(begin + kLongestLine, line.size()));
        }
        append(line, begin, end, match);
        ++m_out.lines;
    }

private:
    static size_t characterStart(std::string_view text, size_t at) {
        for (int i = 0; i < 4 && at > 0 && at < text.size() && (text[at] & 0xC0) == 0x80; ++i) --at;
        return at;
    }

    void append(std::string_view line, size_t begin, size_t end, const PreviewMatch* match) {
        std::vector<size_t> offsets;
        if (match) {
            for (const auto& [from, to] : match->spans) {
                offsets.push_back(std::clamp<size_t>(from, begin, end) - begin);
                offsets.push_back(std::clamp<size_t>(to, begin, end) - begin);
            }
        }
        const QString text = displayText(line.substr(begin, end - begin), offsets, true);
        int shift = 0;
        if (begin > 0) {
            m_out.text += u"… ";
            shift = 2;
        }
        m_out.text += text;
        if (line.size() > kLongestLine) {
            const QString size = shortSize(line.size());
            m_out.text += PreviewReaderText::tr(" … [cut: this line has %1]").arg(size);
        }
        for (size_t i = 0; i + 1 < offsets.size(); i += 2) {
            const auto length = static_cast<int>(offsets[i + 1] - offsets[i]);
            if (length > 0)
                m_out.marks.push_back({m_out.lines, static_cast<int>(offsets[i]) + shift, length});
        }
    }

    PreviewText& m_out;
    std::map<uint64_t, const PreviewMatch*> m_matches;
};

/// A window begins and ends somewhere: only its whole lines are shown, and its first one needs
/// its number, which is known from the match.
void trimWindow(PreviewText& out, const PreviewTarget& target, Window window, uint64_t size,
                std::string_view& bytes) {
    if (window.begin > 0) {
        const size_t newline = bytes.find('\n');
        const size_t cut = newline == std::string_view::npos ? 0 : newline + 1;
        bytes.remove_prefix(cut);
        window.begin += cut;
    }
    const size_t last = bytes.rfind('\n');
    if (window.begin + bytes.size() < size && last != std::string_view::npos)
        bytes = bytes.substr(0, last);
    if (const PreviewMatch* match = target.match(); match && match->offset >= window.begin) {
        const auto before = bytes.substr(0, static_cast<size_t>(match->offset - window.begin));
        const auto lines = static_cast<uint64_t>(std::count(before.begin(), before.end(), '\n'));
        out.firstLine = match->line > lines ? match->line - lines : 1;
    }
    out.note =
        PreviewReaderText::tr("showing %1 of %2").arg(shortSize(bytes.size()), shortSize(size));
    out.whole = false;
}

}  // namespace

PreviewText readPreview(const PreviewTarget& target, const Cancelled& cancelled) {
    const std::string path = target.path.toStdString();
    FileStat facts;
    int code = statPath(path, true, facts);
    if (code != 0) return message(target, reason(code));
    if (facts.type == FileType::Folder) return message(target, PreviewReaderText::tr("A folder"));
    if (facts.type != FileType::File)
        return message(target, PreviewReaderText::tr("Not a regular file"));
    if (facts.size == 0) return message(target, PreviewReaderText::tr("An empty file"));
    FileHandle file = openPath(path, code);
    if (!file.isOpen()) return message(target, reason(code));
    const Window window = windowFor(target, facts.size);
    if (window.begin > 0 && !seekTo(file, window.begin)) return message(target, reason(EINVAL));
    std::string read;
    if (!readBytes(file, window.length, read, code, cancelled))
        return message(target, reason(code));

    PreviewText out;
    out.path = target.path;
    std::string_view bytes = read;
    if (bytes.substr(0, kBinaryProbe).find('\0') != std::string_view::npos) {
        fillHex(out, bytes.substr(0, kHexBytes));
        return out;
    }
    if (window.begin == 0 && bytes.substr(0, 3) == "\xef\xbb\xbf") bytes.remove_prefix(3);
    if (facts.size > kWholeFile) trimWindow(out, target, window, facts.size, bytes);
    out.kind = PreviewText::Kind::Text;
    Lines lines(out, target);
    while (!bytes.empty() && !cancelled()) {
        const size_t newline = std::min(bytes.find('\n'), bytes.size());
        lines.add(bytes.substr(0, newline));
        bytes.remove_prefix(std::min(newline + 1, bytes.size()));
    }
    return out;
}

}  // namespace findling::gui
