/// Results as text: "path:line:text" for pipes, or grouped under a heading on a terminal.
#pragma once

#include "core/format/Formatter.h"

namespace findling {

class TextFormatter : public Formatter {
public:
    explicit TextFormatter(const FormatStyle& style) : m_style(style) {}

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
    void path(std::string& out, const Entry& entry, std::string_view codes) const;
    void prefix(std::string& out, const Entry& entry, const Match& match) const;
    void text(std::string& out, const Match& match) const;
    void number(std::string& out, uint64_t value) const;
    void marked(std::string& out, std::string_view text, std::span<const Span> spans,
                size_t offset) const;

    FormatStyle m_style;
    uint64_t m_lastLine = 0;  ///< of the group at hand, to see gaps
};

}  // namespace findling
