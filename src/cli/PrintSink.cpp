#include "cli/PrintSink.h"

#include "cli/Terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

namespace findling::cli {

/// Formatted results, one piece per entry or file; the last may go on in the next batch.
struct PrintSink::PrintedRows : Rows {
    std::vector<PrintSink::Piece> pieces;
    bool continues = false;  ///< the first piece belongs to the file before
    bool open = false;       ///< the last piece goes on in the next rows
};

namespace {

using PrintedRows = PrintSink::PrintedRows;

constexpr std::chrono::milliseconds kHoldTime{100};
constexpr size_t kHoldPieces = 1000;
/// Bytes that a batch of names takes: reserved, so that they are not moved while they grow.
constexpr size_t kUsualPiece = 12 * 1024;

/// Sorted output is written in pieces of about this size.
constexpr size_t kWriteSize = 64 * 1024;

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

/// A file's lines with the ends of its matches behind them, for a limit on matches after sorting.
const std::string& packEnds(std::string& row, const std::vector<size_t>& ends) {
    const size_t count = ends.size();
    row.append(reinterpret_cast<const char*>(ends.data()), count * sizeof(size_t));
    row.append(reinterpret_cast<const char*>(&count), sizeof count);
    return row;
}

/// The lines of packEnds() up to the last match that `left` allows, which is used up.
std::string_view unpackEnds(std::string_view row, uint64_t& left) {
    const auto take = [&row] {
        size_t value = 0;
        row.remove_suffix(sizeof value);
        std::memcpy(&value, row.data() + row.size(), sizeof value);
        return value;
    };
    const size_t count = take();
    size_t last = 0;
    for (size_t i = count; i > 0; --i) {
        const size_t end = take();
        if (i == left) last = end;
    }
    if (left == 0) return row;
    if (count >= left && last > 0) row = row.substr(0, last);
    left -= std::min<uint64_t>(left, count);
    return row;
}

/// For results that are sorted before they are printed.
class SortingPacker : public RowPacker {
public:
    SortingPacker(const FormatStyle& style, const SortOrder& order)
        : m_formatter(makeFormatter(style)), m_order(order) {}

    void entry(const Entry& entry) override {
        if (!m_rows) m_rows = std::make_unique<SortedRows>();
        m_row.clear();
        m_formatter->entry(m_row, entry);
        m_rows->add(entry, m_row, m_order);
    }
    // A file is one row, whatever it holds.
    void beginFile(const Entry& entry) override {
        m_row.clear();
        m_ends.clear();
        m_formatter->beginFile(m_row, entry);
    }
    void match(const Entry& entry, const Match& match) override {
        m_formatter->match(m_row, entry, match);
        if (!match.context) m_ends.push_back(m_row.size());
    }
    void endFile(const Entry& entry, const FileEnd& end) override {
        m_formatter->endFile(m_row, entry, end);
        if (!m_rows) m_rows = std::make_unique<SortedRows>();
        m_rows->add(entry, packEnds(m_row, m_ends), m_order);
    }
    size_t bytes() const override { return m_rows ? m_rows->bytes() : 0; }
    std::unique_ptr<Rows> take() override { return std::move(m_rows); }

private:
    std::unique_ptr<Formatter> m_formatter;
    SortOrder m_order;
    std::string m_row;
    std::vector<size_t> m_ends;  ///< of the matches in m_row
    std::unique_ptr<SortedRows> m_rows;
};

/// For results that are only counted.
class CountingPacker : public RowPacker {
public:
    void entry(const Entry&) override {}
    void beginFile(const Entry&) override {}
    void match(const Entry&, const Match&) override {}
    void endFile(const Entry&, const FileEnd&) override {}
    size_t bytes() const override { return 0; }
    std::unique_ptr<Rows> take() override { return nullptr; }
};

}  // namespace

PrintSink::PrintSink(const FormatStyle& style, Detail detail, const Request& request,
                     StopSource stop)
    : m_style(style),
      m_detail(detail),
      m_output(request.output),
      m_content(request.query.content.has_value()),
      m_threads(request.query.threads > 0 ? request.query.threads
                                          : std::thread::hardware_concurrency()),
      m_stop(std::move(stop)),
      m_messages(request.output.why),
      m_formatter(makeFormatter(style)),
      m_holding(style.terminal && (style.format == OutputOptions::Format::Text ||
                                   style.format == OutputOptions::Format::Long)) {
    if (m_output.sort.any()) m_sorter.emplace(m_output.sort);
    write(m_formatter->header());
}

bool PrintSink::countsOnly() const {
    return m_output.quiet || (!m_content && m_output.show == OutputOptions::Show::Count);
}

std::unique_ptr<RowPacker> PrintSink::packer() {
    if (countsOnly()) return std::make_unique<CountingPacker>();
    if (m_sorter) return std::make_unique<SortingPacker>(m_style, m_output.sort);
    return std::make_unique<Packer>(m_style, m_style.terminal);
}

void PrintSink::write(std::string_view bytes) {
    if (m_output.quiet || m_pipeClosed || m_writeError != 0 || bytes.empty()) return;
    const int code = writeAll(Stream::Out, bytes);
    if (code == 0) return;
    if (code == EPIPE) m_pipeClosed = true;
    else m_writeError = code;
    m_stop.request();
}

void PrintSink::deliver(Batch batch, const StopToken&) {
    if (m_sorter) {
        m_sorter->take(std::unique_ptr<SortedRows>(static_cast<SortedRows*>(batch.rows.release())));
    } else if (auto* rows = static_cast<PrintedRows*>(batch.rows.get())) {
        print(*rows);
    }
    const bool late = std::chrono::steady_clock::now() - m_begin > kHoldTime;
    if (m_holding && (late || m_held.size() > kHoldPieces)) release();
    // Nobody reads on: that ends a search which finds nothing more, too.
    if (!m_output.quiet && !m_pipeClosed && readerGone(Stream::Out)) {
        m_pipeClosed = true;
        m_stop.request();
    }
    m_messages.print(batch);
}

void PrintSink::print(PrintedRows& rows) {
    std::string out;
    bool first = !rows.continues;
    for (size_t i = 0; i < rows.pieces.size(); ++i) {
        Piece& piece = rows.pieces[i];
        // A file that is not complete cannot wait for its place: what is held goes out first.
        const bool complete = !rows.open || i + 1 < rows.pieces.size();
        if (m_holding && (!complete || !first)) release();
        if (m_holding) {
            m_held.push_back(std::move(piece));
        } else {
            if (first && m_anything) out += m_formatter->separator();
            if (out.empty()) out = std::move(piece.bytes);
            else out += piece.bytes;
            m_anything = true;
        }
        first = true;
    }
    write(out);
}

/// Everything is there: out it goes, in order.
void PrintSink::printSorted(uint64_t limit) {
    std::string out;
    const bool limited = limit > 0;
    m_sorter->each(m_threads, [&](std::string_view row) {
        if (m_content) {
            row = unpackEnds(row, limit);
            if (std::exchange(m_anything, true)) out += m_formatter->separator();
        } else if (limited) {
            --limit;
        }
        out += row;
        if (out.size() >= kWriteSize) {
            write(out);
            out.clear();
        }
        return (!limited || limit != 0) && !m_pipeClosed && m_writeError == 0;
    });
    write(out);
}

/// Ends the moment of holding back: what came so far goes out sorted.
void PrintSink::release() {
    m_holding = false;
    std::stable_sort(m_held.begin(), m_held.end(), [](const Piece& a, const Piece& b) {
        return comparePaths(a.path, b.path) < 0;
    });
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
    // A number or an order of what a stop has left over would look like the whole.
    const bool whole = summary.end != Summary::End::Stopped;
    if (m_sorter && whole) printSorted(m_output.limit);
    std::string out;
    if (m_content) m_formatter->summary(out, summary);
    else if (countsOnly() && whole) out = fmt::format("{}\n", summary.totals.results);
    write(out);
    m_messages.printLeftOut();
}

}  // namespace findling::cli
