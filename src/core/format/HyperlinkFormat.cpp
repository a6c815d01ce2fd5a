#include "core/format/HyperlinkFormat.h"

#include "core/base/Digits.h"
#include "core/base/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace findling {

namespace {

struct Alias {
    std::string_view name;
    std::string_view format;
};

constexpr Alias kAliases[] = {
    {"default", "file://{host}{path}"},
    {"none", ""},
    {"file", "file://{host}{path}"},
    {"vscode", "vscode://file{path}:{line}:{column}"},
    {"vscode-insiders", "vscode-insiders://file{path}:{line}:{column}"},
    {"vscodium", "vscodium://file{path}:{line}:{column}"},
    {"cursor", "cursor://file{path}:{line}:{column}"},
    {"kitty", "file://{host}{path}#{line}"},
    {"macvim", "mvim://open?url=file://{path}&line={line}&column={column}"},
    {"textmate", "txmt://open?url=file://{path}&line={line}&column={column}"},
    {"grep+", "grep+://{path}:{line}"},
};

std::vector<std::string_view> aliasNames() {
    std::vector<std::string_view> names;
    for (const Alias& alias : kAliases) names.push_back(alias.name);
    return names;
}

bool isUnreserved(char c) {
    return isAsciiLetter(c) || isDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

bool isPrintable(char c) {
    return c >= 0x20 && c <= 0x7e;
}

/// "C:\" or "C:/". No absolute path of another system begins so.
bool hasDrive(std::string_view path) {
    return path.size() >= 3 && isAsciiLetter(path[0]) && path[1] == ':' &&
           (path[2] == '\\' || path[2] == '/');
}

/// "file:", "grep+:": what tells a URL from a path.
bool hasScheme(std::string_view text) {
    const auto inScheme = [](char c) {
        return isAsciiLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.';
    };
    const std::string_view scheme = text.substr(0, text.find(':'));
    return scheme.size() < text.size() && !scheme.empty() && isAsciiLetter(scheme.front()) &&
           std::all_of(scheme.begin(), scheme.end(), inScheme);
}

}  // namespace

std::string urlEncoded(std::string_view text, std::string_view keep) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (isUnreserved(c) || keep.find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += '%';
            out += kHex[byte >> 4];
            out += kHex[byte & 0xf];
        }
    }
    return out;
}

std::string urlPath(std::string_view absolutePath) {
    if (!hasDrive(absolutePath)) {
        return absolutePath.substr(0, 1) == "/" ? urlEncoded(absolutePath, "/") : std::string();
    }
    std::string rest(absolutePath.substr(2));
    std::replace(rest.begin(), rest.end(), '\\', '/');
    return "/" + std::string(absolutePath.substr(0, 2)) + urlEncoded(rest, "/");
}

/// Reads one format, once. The steps return false after an error, which is then in m_error.
class HyperlinkFormat::Parser {
public:
    explicit Parser(std::string_view text) : m_text(text) {}
    Result<HyperlinkFormat> parse();

private:
    bool variable();
    bool literal(size_t length);
    bool check();
    bool fail(std::optional<size_t> offset, const std::string& why);

    bool at(std::string_view what) const { return m_text.substr(m_at, what.size()) == what; }

    std::string_view m_text;
    size_t m_at = 0;
    std::optional<size_t> m_column;  ///< where the first {column} stands
    HyperlinkFormat m_format;
    std::optional<Error> m_error;
};

bool HyperlinkFormat::Parser::fail(std::optional<size_t> offset, const std::string& why) {
    m_error = Error{ErrorKind::Option,
                    fmt::format("{}; a format is a URL with {{path}} and maybe {{host}}, {{line}}, "
                                "{{column}}, {{wslprefix}}, or one of {}",
                                why, fmt::join(aliasNames(), ", ")),
                    std::string(m_text), offset};
    return false;
}

/// Takes the byte at hand as it is, and `length` bytes of the format for it.
bool HyperlinkFormat::Parser::literal(size_t length) {
    if (!isPrintable(m_text[m_at])) return fail(m_at, "not a printable ASCII character");
    auto& parts = m_format.m_parts;
    if (parts.empty() || parts.back().variable != Variable::Literal) parts.push_back({});
    parts.back().text += m_text[m_at];
    m_at += length;
    return true;
}

bool HyperlinkFormat::Parser::variable() {
    static constexpr std::pair<std::string_view, Variable> kVariables[] = {
        {"path", Variable::Path},     {"host", Variable::Host},           {"line", Variable::Line},
        {"column", Variable::Column}, {"wslprefix", Variable::WslPrefix},
    };
    const size_t close = m_text.find('}', m_at);
    if (close == std::string_view::npos) return fail(m_at, "a '{' without its '}'");
    const std::string_view name = m_text.substr(m_at + 1, close - m_at - 1);
    const auto* known = std::find_if(std::begin(kVariables), std::end(kVariables),
                                     [name](const auto& pair) { return pair.first == name; });
    if (known == std::end(kVariables)) return fail(m_at, "an unknown variable");
    if (known->second == Variable::Column && !m_column) m_column = m_at;
    m_format.m_parts.push_back({known->second, {}});
    m_at = close + 1;
    return true;
}

/// What holds for the whole of a format.
bool HyperlinkFormat::Parser::check() {
    // A variable in front has no text, and so no scheme.
    if (!hasScheme(m_format.m_parts.front().text)) {
        return fail(0, "it must begin with the scheme of a URL, such as 'file:'");
    }
    if (!m_format.has(Variable::Path)) return fail({}, "{path} is missing");
    if (m_column && !m_format.hasLine()) return fail(m_column, "{column} needs a {line}");
    return true;
}

Result<HyperlinkFormat> HyperlinkFormat::Parser::parse() {
    if (m_text.empty()) return HyperlinkFormat();
    if (m_text.find_first_of(":{}") == std::string_view::npos) {
        const std::string_view near = nearest(m_text, aliasNames());
        const std::string hint = near.empty() ? "" : fmt::format(" (did you mean {}?)", near);
        fail({}, "there is no format of this name" + hint);
        return std::move(*m_error);
    }
    while (m_at < m_text.size() && !m_error) {
        if (at("{{") || at("}}")) literal(2);
        else if (at("{")) variable();
        else if (at("}")) fail(m_at, "a single '}'");
        else literal(1);
    }
    if (m_error || !check()) return std::move(*m_error);
    return std::move(m_format);
}

Result<HyperlinkFormat> HyperlinkFormat::parse(std::string_view text) {
    const auto* alias = std::find_if(std::begin(kAliases), std::end(kAliases),
                                     [text](const Alias& a) { return a.name == text; });
    return Parser(alias == std::end(kAliases) ? text : alias->format).parse();
}

bool HyperlinkFormat::has(Variable variable) const {
    return std::any_of(m_parts.begin(), m_parts.end(),
                       [variable](const Part& part) { return part.variable == variable; });
}

std::string HyperlinkFormat::url(const LinkTarget& target) const {
    const std::string path = urlPath(target.path);
    if (path.empty()) return {};
    std::string out;
    for (const Part& part : m_parts) {
        switch (part.variable) {
            case Variable::Literal: out += part.text; break;
            case Variable::Path: out += path; break;
            case Variable::Host: out += urlEncoded(target.host); break;
            case Variable::Line: out += std::to_string(std::max<uint64_t>(target.line, 1)); break;
            case Variable::Column:
                out += std::to_string(std::max<uint64_t>(target.column, 1));
                break;
            // The prefix is a server and a folder of it: "wsl$/Debian".
            case Variable::WslPrefix: out += urlEncoded(target.wslPrefix, "$/"); break;
        }
    }
    return out;
}

}  // namespace findling
