#include "core/format/RowTemplate.h"

#include "core/base/Text.h"
#include "core/format/Facts.h"
#include "core/format/Formatter.h"
#include "core/format/TimeFormat.h"
#include "core/query/Units.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace findling {

namespace {

/// The folder that a path lies in, "." for none.
std::string_view parentOf(std::string_view path) {
    const size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return ".";
    const size_t last = path.find_last_not_of('/', slash);
    return last == std::string_view::npos ? "/" : path.substr(0, last + 1);
}

}  // namespace

Result<RowTemplate> RowTemplate::parse(std::string_view text) {
    auto parts = TemplateParser(text).parse();
    if (!parts) return parts.error();
    RowTemplate out;
    out.m_parts = std::move(*parts);
    return out;
}

void RowTemplate::append(std::string& out, const Entry& entry, bool escape) const {
    for (const RowPart& part : m_parts) {
        switch (part.field) {
            case RowField::Literal: out += part.text; break;
            case RowField::Type: out += typeName(entry.type()); break;
            case RowField::Depth:
                fmt::format_to(std::back_inserter(out), "{}", entry.depth());
                break;
            case RowField::Path:
            case RowField::Name:
            case RowField::Parent:
            case RowField::PathStem:
            case RowField::Stem:
            case RowField::Extension:
            case RowField::Absolute:
            case RowField::Root: appendPlace(out, part.field, entry, escape); break;
            default:
                if (const FileStat* facts = entry.stat()) appendFact(out, part, *facts);
        }
    }
}

void RowTemplate::appendPlace(std::string& out, RowField field, const Entry& entry, bool escape) {
    const auto name = [&](std::string_view text) {
        if (escape) out += escapeForTerminal(text);
        else out += text;
    };
    const std::string_view path = entry.path();
    const size_t extension = entry.name().size() - stemOf(entry.name()).size();
    switch (field) {
        case RowField::Path: out += printablePath(path, escape); break;
        case RowField::PathStem:
            out += printablePath(path.substr(0, path.size() - extension), escape);
            break;
        case RowField::Parent: out += printablePath(parentOf(path), escape); break;
        case RowField::Root: out += printablePath(entry.root().path, escape); break;
        case RowField::Name: name(entry.name()); break;
        case RowField::Stem: name(stemOf(entry.name())); break;
        case RowField::Extension: name(extensionOf(entry.name())); break;
        default: name(entry.absolutePath()); break;
    }
}

void RowTemplate::appendFact(std::string& out, const RowPart& part, const FileStat& facts) {
    const auto time = [&](int64_t nanoseconds) {
        if (part.text.empty()) out += isoTimeLocal(nanoseconds);
        else appendTime(out, part.text, nanoseconds);
    };
    switch (part.field) {
        case RowField::Size: out += fmt::format("{}", facts.size); break;
        case RowField::HumanSize: out += formatSize(facts.size); break;
        case RowField::Modified: time(facts.modified); break;
        case RowField::Accessed: time(facts.accessed); break;
        case RowField::Changed: time(facts.changed); break;
        case RowField::Created:
            if (facts.created) time(*facts.created);
            break;
        case RowField::Mode: out += modeOctal(facts.mode); break;
        case RowField::Owner: out += ownerText(facts); break;
        case RowField::Group: out += groupText(facts); break;
        default: break;
    }
}

}  // namespace findling
