/// Turns results into bytes: text for people and pipes, JSON for programs. One object per thread,
/// as a file's lines may arrive in several calls.
#pragma once

#include "core/format/FileColors.h"
#include "core/format/HyperlinkFormat.h"
#include "core/format/RowTemplate.h"
#include "core/query/Options.h"
#include "core/search/Sink.h"

#include <atomic>
#include <memory>
#include <string>

namespace findling {

/// What JSON's summary tells of all files, over all threads.
struct JsonTotals {
    std::atomic<uint64_t> printed{0};  ///< bytes
    std::atomic<uint64_t> lines{0};    ///< in matches
};

/// What was decided about the output, after looking at the terminal.
struct FormatStyle {
    OutputOptions::Format format = OutputOptions::Format::Text;
    OutputOptions::Show show = OutputOptions::Show::Lines;
    bool color = false;
    bool heading = false;
    bool lineNumber = true;
    bool withFilename = true;
    bool column = false;
    bool byteOffset = false;
    bool vimgrep = false;    ///< a line for each match
    bool multiline = false;  ///< a match may be several lines
    size_t maxColumns = 0;   ///< longer lines are cut around their first match; 0 = none
    char terminator = '\n';  ///< of lines that came without one
    bool nullSeparator = false;
    bool terminal = false;  ///< a person reads: names are escaped
    bool context = false;   ///< groups of lines are separated
    std::string contextSeparator = "--";
    bool content = false;                               ///< lines in files, not names
    std::shared_ptr<const FileColors> colors = {};      ///< of names; null = none
    std::shared_ptr<const HyperlinkFormat> links = {};  ///< for the terminal; null = none
    std::string host = {};                              ///< in them
    std::string wslPrefix = {};
    std::shared_ptr<const RowTemplate> rowTemplate = {};
    std::shared_ptr<JsonTotals> jsonTotals = {};  ///< of Format::Json, shared by its formatters
};

class Formatter {
public:
    virtual ~Formatter() = default;
    /// What stands before the first row.
    virtual std::string header() const { return {}; }
    virtual void entry(std::string& out, const Entry& entry) = 0;
    virtual void beginFile(std::string& out, const Entry& entry) = 0;
    virtual void match(std::string& out, const Entry& entry, const Match& match) = 0;
    virtual void endFile(std::string& out, const Entry& entry, const FileEnd& end) = 0;
    /// What stands between two files; the sink knows which file is the first.
    virtual std::string_view separator() const { return {}; }
    /// What follows the last line of a search in contents.
    virtual void summary(std::string&, const Summary&) {}
};

std::unique_ptr<Formatter> makeFormatter(const FormatStyle& style);

/// The path as it is printed: "./" before a leading "-", so that no program takes it for an option.
void appendPath(std::string& out, std::string_view path, bool escape);
std::string printablePath(std::string_view path, bool escape);

}  // namespace findling
