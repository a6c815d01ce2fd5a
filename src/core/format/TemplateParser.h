/// The grammar of row templates: text with fields in braces becomes parts, one after the other.
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

enum class RowField : uint8_t {
    Literal,
    Path,
    Name,
    Parent,    ///< "." for none
    PathStem,  ///< the path without the extension
    Stem,
    Extension,
    Absolute,
    Type,
    Size,
    HumanSize,
    Modified,
    Accessed,
    Created,
    Changed,
    Mode,
    Owner,
    Group,
    Depth,
    Root,
};

struct RowPart {
    RowField field = RowField::Literal;
    std::string text = {};  ///< the literal, or the form of a time; empty = ISO 8601
};

/// Reads one template, once.
class TemplateParser {
public:
    explicit TemplateParser(std::string_view text) : m_text(text) {}

    Result<std::vector<RowPart>> parse();

private:
    // These return false after an error, which is then in m_error, or where nothing was there.
    bool shortForm();
    bool field();
    bool form(RowField field, size_t begin, size_t end);
    bool timeForm(RowField field, size_t begin, size_t end);
    bool escape(std::string& out);

    bool at(std::string_view what) const { return m_text.substr(m_at, what.size()) == what; }
    void literal(char c);
    bool take(RowField field, std::string text = {});
    bool fail(size_t offset, std::string why);

    std::string_view m_text;
    size_t m_at = 0;
    std::vector<RowPart> m_parts;
    std::optional<Error> m_error;
};

}  // namespace findling
