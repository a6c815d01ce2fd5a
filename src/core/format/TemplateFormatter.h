/// Results as the user's own template writes them, one row each. For contents: a row for each file
/// that matches.
#pragma once

#include "core/format/Formatter.h"

namespace findling {

class TemplateFormatter : public Formatter {
public:
    explicit TemplateFormatter(const FormatStyle& style) : m_style(style) {}

    void entry(std::string& out, const Entry& entry) override;
    void beginFile(std::string& out, const Entry& entry) override;
    void match(std::string& out, const Entry& entry, const Match& match) override;
    void endFile(std::string& out, const Entry& entry, const FileEnd& end) override;

private:
    FormatStyle m_style;
};

}  // namespace findling
