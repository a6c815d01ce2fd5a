/// Results as JSON, one object a line. Contents follow ripgrep's JSON Lines schema, so that
/// editors which read that can read this; names are {"path", "type", "size", "modified"}.
#pragma once

#include "core/format/Formatter.h"

#include <chrono>

namespace findling {

class JsonFormatter : public Formatter {
public:
    /// `totals`: of all formatters of one search; null where no summary is asked for.
    explicit JsonFormatter(std::shared_ptr<JsonTotals> totals = {}) : m_totals(std::move(totals)) {}

    void entry(std::string& out, const Entry& entry) override;
    void beginFile(std::string& out, const Entry& entry) override;
    void match(std::string& out, const Entry& entry, const Match& match) override;
    void endFile(std::string& out, const Entry& entry, const FileEnd& end) override;
    void summary(std::string& out, const Summary& summary) override;

private:
    std::chrono::steady_clock::time_point m_begin;
    size_t m_printed = 0;  ///< bytes of the file at hand
    uint64_t m_submatches = 0;
    uint64_t m_lines = 0;  ///< that matches cover
    std::shared_ptr<JsonTotals> m_totals;
};

/// Text as a JSON string with its quotes.
void appendJsonString(std::string& out, std::string_view utf8);
/// {"text":"..."} for UTF-8, {"bytes":"<base64>"} for anything else.
void appendJsonBytes(std::string& out, std::string_view bytes);

}  // namespace findling
