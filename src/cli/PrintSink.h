/// Prints results: each search thread formats its own, and what is formatted is written in turn.
#pragma once

#include "cli/Messages.h"
#include "core/format/Formatter.h"
#include "core/format/SortedRows.h"
#include "core/search/Sink.h"

#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace findling::cli {

class PrintSink : public Sink {
public:
    /// `stop` is requested when nobody reads the output any more.
    PrintSink(const FormatStyle& style, Detail detail, const Request& request, StopSource stop);

    Detail detail() const override { return m_detail; }
    bool wholeFiles() const override { return true; }
    std::unique_ptr<RowPacker> packer() override;
    void deliver(Batch batch, const StopToken& stop) override;
    void finished(const Summary& summary) override;

    bool pipeClosed() const { return m_pipeClosed; }
    int writeError() const { return m_writeError; }  ///< errno, 0 if all is well

    struct Piece {
        std::string path;
        std::string bytes;
    };
    struct PrintedRows;

private:
    bool countsOnly() const;
    void write(std::string_view bytes);
    void print(PrintedRows& rows);
    void printSorted(uint64_t limit);
    void release();

    FormatStyle m_style;
    Detail m_detail;
    OutputOptions m_output;
    bool m_content;
    unsigned m_threads;
    StopSource m_stop;
    Messages m_messages;
    std::unique_ptr<Formatter> m_formatter;  ///< for the summary
    bool m_anything = false;                 ///< something was printed
    bool m_pipeClosed = false;
    int m_writeError = 0;
    std::optional<RowSorter> m_sorter;

    // On a terminal results are kept for a moment, so that a quick search comes out sorted.
    bool m_holding = false;
    std::vector<Piece> m_held;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

}  // namespace findling::cli
