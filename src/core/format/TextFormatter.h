/// Results as text: "path:line:text" for pipes, or grouped under a heading on a terminal.
#pragma once

#include "core/format/Formatter.h"
#include "core/format/ShownLine.h"

namespace findling {

class TextFormatter : public Formatter {
public:
    explicit TextFormatter(const FormatStyle& style);

    void entry(std::string& out, const Entry& entry) override;
    void beginFile(std::string& out, const Entry& entry) override;
    void match(std::string& out, const Entry& entry, const Match& match) override;
    void endFile(std::string& out, const Entry& entry, const FileEnd& end) override;
    std::string_view separator() const override;

protected:
    const FormatStyle& style() const { return m_style; }
    /// The path of a result, in the colour of its type and as a link where that is wanted.
    void name(std::string& out, const Entry& entry) const;

private:
    /// Where a row comes from, for what stands before its text.
    struct Place {
        bool context;
        uint64_t line;
        uint64_t offset;
        uint64_t column;  ///< from 1; 0 = none
    };
    void path(std::string& out, const Entry& entry, std::string_view codes,
              const Place* place = nullptr) const;
    void prefix(std::string& out, const Entry& entry, const Place& place) const;
    void number(std::string& out, uint64_t value) const;
    void row(std::string& out, const Entry& entry, const Place& place,
             const MarkedText& line) const;
    void rows(std::string& out, const Entry& entry, const Match& match);
    void eachMatch(std::string& out, const Entry& entry, const Match& match);
    void plainRow(std::string& out, const Match& match);

    FormatStyle m_style;
    MarkStyle m_mark;
    std::string m_groupSeparator;
    bool m_plain;             ///< nothing in a row but path, number and text
    std::string m_plainPath;  ///< of the file at hand, with what stands behind it
    uint64_t m_lastLine = 0;  ///< of the group at hand, to see gaps
    std::string m_buffer;
};

}  // namespace findling
