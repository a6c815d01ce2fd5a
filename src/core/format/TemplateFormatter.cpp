#include "core/format/TemplateFormatter.h"

namespace findling {

void TemplateFormatter::entry(std::string& out, const Entry& entry) {
    if (m_style.rowTemplate) m_style.rowTemplate->append(out, entry, m_style.terminal);
    else out += printablePath(entry.path(), m_style.terminal);
    out += m_style.nullSeparator ? '\0' : '\n';
}

void TemplateFormatter::beginFile(std::string& out, const Entry& found) {
    entry(out, found);
}

void TemplateFormatter::match(std::string&, const Entry&, const Match&) {}

void TemplateFormatter::endFile(std::string&, const Entry&, const FileEnd&) {}

}  // namespace findling
