/// The form of the links behind printed names: where a click on one leads, in a format as
/// ripgrep's --hyperlink-format has it.
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

/// The text for a part of a URL: every byte but unreserved ones (RFC 3986) and those in `keep` is
/// percent-encoded.
std::string urlEncoded(std::string_view text, std::string_view keep = {});

/// An absolute path as the path of a URL, its parts encoded. "C:\x" becomes "/C:/x". Empty for a
/// path that is not absolute: it would lead elsewhere.
std::string urlPath(std::string_view absolutePath);

/// What one link leads to.
struct LinkTarget {
    std::string_view path;  ///< absolute
    std::string_view host = {};
    std::string_view wslPrefix = {};  ///< "wsl$/" and $WSL_DISTRO_NAME; empty where that is unset
    uint64_t line = 0;                ///< from 1; 0 = not known, the link leads to line 1
    uint64_t column = 0;              ///< bytes, from 1; 0 likewise
};

/// A URL with variables in braces: {path}, {host}, {line}, {column}, {wslprefix}; {{ and }} are
/// braces. Immutable and shared between threads.
class HyperlinkFormat {
public:
    /// No links.
    HyperlinkFormat() = default;

    /// A format, or the name of one: file, vscode ... ("default" is file); "none" and "" are no
    /// links. Errors name the text, the offset where there is one, and the names that exist.
    static Result<HyperlinkFormat> parse(std::string_view text);

    /// Printable ASCII. Empty where there are no links or the path is not absolute.
    std::string url(const LinkTarget& target) const;

    bool none() const { return m_parts.empty(); }
    /// Whether each line, or each column, has a link of its own.
    bool hasLine() const { return has(Variable::Line); }
    bool hasColumn() const { return has(Variable::Column); }

private:
    enum class Variable : uint8_t { Literal, Path, Host, Line, Column, WslPrefix };
    struct Part {
        Variable variable = Variable::Literal;
        std::string text = {};  ///< of a literal
    };
    class Parser;

    bool has(Variable variable) const;

    std::vector<Part> m_parts;
};

}  // namespace findling
