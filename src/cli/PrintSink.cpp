#include "cli/PrintSink.h"

#include "cli/Terminal.h"
#include "core/base/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>

namespace findling::cli {

namespace {

constexpr std::chrono::milliseconds kHoldTime{100};
constexpr size_t kHoldPieces = 1000;
/// Bytes that a batch of names takes: reserved, so that they are not moved while they grow.
constexpr size_t kUsualPiece = 12 * 1024;

/// Formatted results, one piece per entry or file; the last may go on in the next batch.
struct PrintedRows : Rows {
    std::vector<PrintSink::Piece> pieces;
    bool continues = false;  ///< the first piece belongs to the file before
    bool open = false;       ///< the last piece goes on in the next rows
};

class Packer : public RowPacker {
public:
    Packer(const FormatStyle& style, bool keepPaths)
        : m_formatter(makeFormatter(style)), m_keepPaths(keepPaths) {}

    void entry(const Entry& entry) override {
        begin(entry);
        m_formatter->entry(bytes_(), entry);
    }
    void beginFile(const Entry& entry) override {
        begin(entry);
        m_fileOpen = true;
        m_formatter->beginFile(bytes_(), entry);
    }
    void match(const Entry& entry, const Match& match) override {
        m_formatter->match(bytes_(), entry, match);
    }
    void endFile(const Entry& entry, const FileEnd& end) override {
        m_formatter->endFile(bytes_(), entry, end);
        m_fileOpen = false;
    }
    size_t bytes() const override {
        return m_done + (m_rows ? m_rows->pieces.back().bytes.size() : 0);
    }
    std::unique_ptr<Rows> take() override {
        m_done = 0;
        std::unique_ptr<PrintedRows> out = std::move(m_rows);
        if (out) out->open = m_fileOpen;
        m_continues = m_fileOpen;
        return out;
    }

private:
    void begin(const Entry& entry) {
        if (m_keepPaths || !m_rows || !m_formatter->separator().empty()) {
            if (m_rows) m_done += m_rows->pieces.back().bytes.size();
            newPiece();
            if (m_keepPaths) m_rows->pieces.back().path = entry.path();
        }
    }
    void newPiece() {
        if (!m_rows) {
            m_rows = std::make_unique<PrintedRows>();
            m_rows->continues = m_continues;
            m_continues = false;
        }
        m_rows->pieces.emplace_back();
        if (!m_keepPaths && m_formatter->separator().empty())
            m_rows->pieces.back().bytes.reserve(kUsualPiece);
    }
    std::string& bytes_() {
        if (!m_rows) newPiece();
        return m_rows->pieces.back().bytes;
    }

    std::unique_ptr<Formatter> m_formatter;
    bool m_keepPaths;
    bool m_fileOpen = false;
    bool m_continues = false;
    size_t m_done = 0;  ///< bytes of the pieces before the last
    std::unique_ptr<PrintedRows> m_rows;
};

/// One line for standard error.
std::string message(const std::string& text) {
    return (isTerminal(Stream::Error) ? escapeForTerminal(text) : text) + "\n";
}

}  // namespace

PrintSink::PrintSink(const FormatStyle& style, Detail detail, const Request& request,
                     StopSource stop)
    : m_style(style),
      m_detail(detail),
      m_output(request.output),
      m_content(request.query.content.has_value()),
      m_stop(std::move(stop)),
      m_formatter(makeFormatter(style)),
      m_holding(style.terminal && style.format == OutputOptions::Format::Text) {}

std::unique_ptr<RowPacker> PrintSink::packer() {
    return std::make_unique<Packer>(m_style, m_style.terminal);
}

void PrintSink::write(std::string_view bytes) {
    if (m_output.quiet || m_pipeClosed || m_writeError != 0 || bytes.empty()) return;
    m_written += bytes.size();
    const int code = writeAll(Stream::Out, bytes);
    if (code == 0) return;
    if (code == EPIPE) m_pipeClosed = true;
    else m_writeError = code;
    m_stop.request();
}

void PrintSink::deliver(Batch batch, const StopToken&) {
    if (auto* rows = static_cast<PrintedRows*>(batch.rows.get())) {
        std::string out;
        bool first = !rows->continues;
        for (size_t i = 0; i < rows->pieces.size(); ++i) {
            Piece& piece = rows->pieces[i];
            // A file that is not complete cannot wait for its place: what is held goes out first.
            const bool complete = !rows->open || i + 1 < rows->pieces.size();
            if (m_holding && (!complete || !first)) release();
            if (m_holding) {
                m_held.push_back(std::move(piece));
            } else {
                if (first && m_anything) out += m_formatter->separator();
                out += piece.bytes;
                m_anything = true;
            }
            first = true;
        }
        write(out);
    }
    const bool late = std::chrono::steady_clock::now() - m_begin > kHoldTime;
    if (m_holding && (late || m_held.size() > kHoldPieces)) release();
    // Nobody reads on: that ends a search which finds nothing more, too.
    if (!m_pipeClosed && readerGone(Stream::Out)) {
        m_pipeClosed = true;
        m_stop.request();
    }
    std::string messages;
    for (const Problem& problem : batch.problems)
        messages += message("findling: " + describe(problem));
    for (const Skip& skip : batch.skips) {
        messages += message(fmt::format("{}: {}{}{}{}", skip.path, name(skip.reason),
                                        skip.rule.empty() ? "" : ": ", skip.rule,
                                        skip.folder ? " (contents not visited)" : ""));
    }
    if (!messages.empty()) writeAll(Stream::Error, messages);
}

/// Ends the moment of holding back: what came so far goes out sorted.
void PrintSink::release() {
    m_holding = false;
    std::stable_sort(m_held.begin(), m_held.end(),
                     [](const Piece& a, const Piece& b) { return a.path < b.path; });
    std::string out;
    for (const Piece& piece : m_held) {
        if (m_anything) out += m_formatter->separator();
        out += piece.bytes;
        m_anything = true;
    }
    m_held.clear();
    write(out);
}

void PrintSink::finished(const Summary& summary) {
    if (m_holding) release();
    std::string out;
    if (m_content) m_formatter->summary(out, summary, m_written);
    write(out);
}

}  // namespace findling::cli
