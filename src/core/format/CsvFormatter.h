/// Results as CSV (RFC 4180) for spreadsheets: a row for each name, or for each line of contents.
#pragma once

#include "core/format/Formatter.h"

namespace findling {

class CsvFormatter : public Formatter {
public:
    /// `content`: the rows are lines of files, and so is the header. `escape`: they are for a
    /// terminal, where control characters must do nothing.
    explicit CsvFormatter(bool content, bool escape = false)
        : m_content(content), m_escape(escape) {}

    std::string header() const override;
    void entry(std::string& out, const Entry& entry) override;
    void beginFile(std::string& out, const Entry& entry) override;
    void match(std::string& out, const Entry& entry, const Match& match) override;
    void endFile(std::string& out, const Entry& entry, const FileEnd& end) override;

private:
    void path(std::string& out, const Entry& entry) const;

    bool m_content;
    bool m_escape;
};

/// Text as one cell: quoted where it must be, and disarmed where a spreadsheet would run it.
void appendCsvCell(std::string& out, std::string_view text);

}  // namespace findling
