#include "gui/results/RowFilter.h"

#include "core/base/Text.h"

namespace findling::gui {

std::shared_ptr<const RowFilter> RowFilter::make(const std::string& text) {
    if (text.empty()) return nullptr;
    RegexOptions options;
    options.fixed = true;
    options.caseMode = CaseMode::Smart;
    auto regex = Regex::compile({text}, options);
    if (!regex) return nullptr;  // no plain text is invalid
    auto filter = std::make_shared<RowFilter>();
    filter->m_regex = std::move(*regex);
    return filter;
}

bool RowFilter::Use::holds(std::string_view text) {
    return m_filter->m_regex->test(text, isAscii(text), m_scratch) == MatchOutcome::Found;
}

bool RowFilter::Use::path(const ResultFiles& files, uint32_t file) {
    m_path = files.folder(file);
    m_path += '/';
    m_path += files.name(file);
    return holds(m_path);
}

bool RowFilter::Use::line(const ResultFiles& files, uint32_t file, uint32_t line) {
    const ResultFiles::Line found = files.line(file, line);
    return found.match && holds(found.home->text(found.match->textAt, found.match->textLength));
}

}  // namespace findling::gui
