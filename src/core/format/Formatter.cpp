#include "core/format/Formatter.h"

#include "core/format/JsonFormatter.h"
#include "core/format/TextFormatter.h"

namespace findling {

std::unique_ptr<Formatter> makeFormatter(const FormatStyle& style) {
    switch (style.format) {
        case OutputOptions::Format::Json: return std::make_unique<JsonFormatter>();
        case OutputOptions::Format::Text: break;
    }
    return std::make_unique<TextFormatter>(style);
}

}  // namespace findling
