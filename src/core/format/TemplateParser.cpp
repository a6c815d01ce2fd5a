#include "core/format/TemplateParser.h"

#include "core/format/TimeFormat.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace findling {

namespace {

/// What may follow the name of a field behind a colon.
enum class Takes : uint8_t { Nothing, TimeForm, HumanSize };

struct Spec {
    std::string_view name;
    std::string_view shortForm;  ///< fd's
    RowField field;
    Takes takes;
};

constexpr Spec kFields[] = {
    {"path", "{}", RowField::Path, Takes::Nothing},
    {"name", "{/}", RowField::Name, Takes::Nothing},
    {"parent", "{//}", RowField::Parent, Takes::Nothing},
    {"", "{.}", RowField::PathStem, Takes::Nothing},
    {"stem", "{/.}", RowField::Stem, Takes::Nothing},
    {"extension", "", RowField::Extension, Takes::Nothing},
    {"absolute", "", RowField::Absolute, Takes::Nothing},
    {"type", "", RowField::Type, Takes::Nothing},
    {"size", "", RowField::Size, Takes::HumanSize},
    {"modified", "", RowField::Modified, Takes::TimeForm},
    {"accessed", "", RowField::Accessed, Takes::TimeForm},
    {"created", "", RowField::Created, Takes::TimeForm},
    {"changed", "", RowField::Changed, Takes::TimeForm},
    {"mode", "", RowField::Mode, Takes::Nothing},
    {"owner", "", RowField::Owner, Takes::Nothing},
    {"group", "", RowField::Group, Takes::Nothing},
    {"depth", "", RowField::Depth, Takes::Nothing},
    {"root", "", RowField::Root, Takes::Nothing},
};

Takes takes(RowField field) {
    return std::find_if(std::begin(kFields), std::end(kFields),
                        [field](const Spec& spec) { return spec.field == field; })
        ->takes;
}

std::string allFields() {
    std::string out = "the fields are ";
    for (const Spec& spec : kFields) {
        if (&spec != kFields) out += ' ';
        out += spec.shortForm;
        if (spec.name.empty()) continue;
        if (!spec.shortForm.empty()) out += '=';
        fmt::format_to(std::back_inserter(out), "{{{}}}", spec.name);
    }
    return out + ", {size:h} and times as in {modified:%F %T}; {{ and }} are braces";
}

}  // namespace

void TemplateParser::literal(char c) {
    if (m_parts.empty() || m_parts.back().field != RowField::Literal) {
        m_parts.push_back({});
    }
    m_parts.back().text += c;
}

bool TemplateParser::take(RowField field, std::string text) {
    m_parts.push_back({field, std::move(text)});
    return true;
}

bool TemplateParser::fail(size_t offset, std::string why) {
    m_error = Error{ErrorKind::Option, why + "; " + allFields(), std::string(m_text), offset};
    return false;
}

bool TemplateParser::shortForm() {
    for (const Spec& spec : kFields) {
        if (spec.shortForm.empty() || !at(spec.shortForm)) continue;
        m_at += spec.shortForm.size();
        return take(spec.field);
    }
    return false;
}

Result<std::vector<RowPart>> TemplateParser::parse() {
    while (m_at < m_text.size() && !m_error) {
        if (at("{{") || at("}}")) {
            literal(m_text[m_at]);
            m_at += 2;
        } else if (at("{")) {
            if (!shortForm()) field();
        } else if (at("}")) {
            fail(m_at, "a single '}'");
        } else if (at("\\")) {
            std::string c;
            if (escape(c)) literal(c.front());
        } else {
            literal(m_text[m_at++]);
        }
    }
    if (m_error) return std::move(*m_error);
    return std::move(m_parts);
}

/// The escape at hand, as the one byte that it means.
bool TemplateParser::escape(std::string& out) {
    static constexpr std::string_view kLetters = "nt0e\\";
    static constexpr std::string_view kMeanings{"\n\t\0\033\\", 5};
    const size_t which =
        m_at + 1 < m_text.size() ? kLetters.find(m_text[m_at + 1]) : std::string_view::npos;
    if (which == std::string_view::npos) {
        return fail(m_at, R"(an unknown escape: there are \n \t \0 \e and \\)");
    }
    out += kMeanings[which];
    m_at += 2;
    return true;
}

/// "{name}" or "{name:form}"
bool TemplateParser::field() {
    const size_t begin = m_at + 1;
    const size_t end = m_text.find('}', begin);
    if (end == std::string_view::npos) return fail(m_at, "a '{' without its '}'");
    const size_t colon = std::min(m_text.find(':', begin), end);
    const std::string_view name = m_text.substr(begin, colon - begin);
    const auto* spec = std::find_if(std::begin(kFields), std::end(kFields), [name](const Spec& s) {
        return !s.name.empty() && s.name == name;
    });
    if (spec == std::end(kFields)) return fail(m_at, "an unknown field");
    if (colon < end) return form(spec->field, colon + 1, end);
    m_at = end + 1;
    return take(spec->field);
}

bool TemplateParser::form(RowField field, size_t begin, size_t end) {
    switch (takes(field)) {
        case Takes::TimeForm: return timeForm(field, begin, end);
        case Takes::HumanSize:
            if (m_text.substr(begin, end - begin) != "h") break;
            m_at = end + 1;
            return take(RowField::HumanSize);
        case Takes::Nothing: break;
    }
    return fail(begin - 1, "a form that this field does not have");
}

bool TemplateParser::timeForm(RowField field, size_t begin, size_t end) {
    if (begin == end) return fail(begin, "no form behind the ':'");
    std::string out;
    for (m_at = begin; m_at < end;) {
        if (m_text[m_at] == '\\') {
            if (!escape(out)) return false;
            continue;
        }
        const size_t length = m_text[m_at] == '%' ? 2 : 1;
        // Behind the last byte stands the "}", which is no conversion.
        if (length == 2 && kTimeConversions.find(m_text[m_at + 1]) == std::string_view::npos) {
            return fail(m_at, "'%' must be followed by one of " + std::string(kTimeConversions));
        }
        out += m_text.substr(m_at, length);
        m_at += length;
    }
    m_at = end + 1;
    return take(field, std::move(out));
}

}  // namespace findling
