/// How the user wants a result written, as text with fields in braces: "{size:h}\t{name}".
#pragma once

#include "core/base/Result.h"
#include "core/format/TemplateParser.h"
#include "core/walk/Entry.h"

#include <string>
#include <string_view>
#include <vector>

namespace findling {

class RowTemplate {
public:
    /// Fields as in TemplateParser, "{{" and "}}" for braces, and \n \t \0 \e \\; anything else of
    /// that kind is an error.
    static Result<RowTemplate> parse(std::string_view text);

    /// What is unknown becomes nothing. A path that begins with "-" gets "./" before it, so that
    /// no program takes it for an option. `escape`: names are made safe for a terminal.
    void append(std::string& out, const Entry& entry, bool escape = false) const;

private:
    static void appendPlace(std::string& out, RowField field, const Entry& entry, bool escape);
    static void appendFact(std::string& out, const RowPart& part, const FileStat& facts);

    std::vector<RowPart> m_parts;
};

}  // namespace findling
