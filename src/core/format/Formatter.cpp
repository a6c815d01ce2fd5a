#include "core/format/Formatter.h"

#include "core/format/CsvFormatter.h"
#include "core/format/JsonFormatter.h"
#include "core/format/LongFormatter.h"
#include "core/format/TemplateFormatter.h"
#include "core/format/TextFormatter.h"

namespace findling {

std::unique_ptr<Formatter> makeFormatter(const FormatStyle& style) {
    switch (style.format) {
        case OutputOptions::Format::Json: return std::make_unique<JsonFormatter>(style.jsonTotals);
        case OutputOptions::Format::Csv:
            return std::make_unique<CsvFormatter>(style.content, style.terminal);
        case OutputOptions::Format::Long: return std::make_unique<LongFormatter>(style);
        case OutputOptions::Format::Template: return std::make_unique<TemplateFormatter>(style);
        case OutputOptions::Format::Text: break;
    }
    return std::make_unique<TextFormatter>(style);
}

}  // namespace findling
