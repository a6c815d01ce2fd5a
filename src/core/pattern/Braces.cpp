#include "core/pattern/Braces.h"

#include <fmt/format.h>

namespace findling {

namespace {

class Expander {
public:
    Expander(std::string_view pattern, size_t limit) : m_pattern(pattern), m_limit(limit) {}

    Result<std::vector<std::string>> run() {
        auto out = sequence(0);
        if (!out) return out;
        if (m_at < m_pattern.size())
            return fail(m_at, "'}' without '{'; write \\} for the character");
        return out;
    }

private:
    /// Deeper nesting than this is no pattern that a person wrote.
    static constexpr size_t kMaxDepth = 64;

    Error fail(size_t offset, std::string text) const {
        return {ErrorKind::Pattern, std::move(text), std::string(m_pattern), offset};
    }

    /// One token of plain text: an escape, a class, or a character.
    size_t plainLength() const {
        const char c = m_pattern[m_at];
        if (c == '\\' && m_at + 1 < m_pattern.size()) return 2;
        if (c != '[') return 1;
        size_t end = m_at + 1;
        if (end < m_pattern.size() && (m_pattern[end] == '!' || m_pattern[end] == '^')) ++end;
        if (end < m_pattern.size() && m_pattern[end] == ']') ++end;
        while (end < m_pattern.size() && m_pattern[end] != ']') {
            if (m_pattern.compare(end, 2, "[:") == 0) {
                const size_t close = m_pattern.find(":]", end + 2);
                end = close == std::string_view::npos ? end + 1 : close + 2;
            } else {
                end += m_pattern[end] == '\\' ? 2 : 1;
            }
        }
        // An unclosed class is reported by the glob parser, which knows more about it.
        return end < m_pattern.size() ? end + 1 - m_at : 1;
    }

    /// Text up to the end, or inside braces up to "," or "}".
    Result<std::vector<std::string>> sequence(size_t depth) {
        std::vector<std::string> out{""};
        while (m_at < m_pattern.size()) {
            const char c = m_pattern[m_at];
            if (c == '}' || (c == ',' && depth > 0)) break;
            if (c == '{') {
                const auto inner = alternatives(depth + 1);
                if (!inner) return inner.error();
                if (out.size() * inner->size() > m_limit) {
                    return fail(m_at - 1,
                                fmt::format("braces expand to more than {} patterns", m_limit));
                }
                std::vector<std::string> product;
                product.reserve(out.size() * inner->size());
                for (const std::string& head : out) {
                    for (const std::string& tail : *inner) product.push_back(head + tail);
                }
                out = std::move(product);
                continue;
            }
            const size_t length = plainLength();
            for (std::string& text : out) text.append(m_pattern.substr(m_at, length));
            m_at += length;
        }
        return out;
    }

    Result<std::vector<std::string>> alternatives(size_t depth) {
        const size_t open = m_at++;
        if (depth > kMaxDepth) return fail(open, "braces are nested too deeply");
        std::vector<std::string> out;
        for (;;) {
            auto part = sequence(depth);
            if (!part) return part;
            if (out.size() + part->size() > m_limit) {
                return fail(open, fmt::format("braces expand to more than {} patterns", m_limit));
            }
            out.insert(out.end(), std::make_move_iterator(part->begin()),
                       std::make_move_iterator(part->end()));
            if (m_at >= m_pattern.size()) {
                return fail(open, "'{' is not closed; write \\{ for the character");
            }
            if (m_pattern[m_at++] == '}') return out;
        }
    }

    std::string_view m_pattern;
    size_t m_limit;
    size_t m_at = 0;
};

}  // namespace

Result<std::vector<std::string>> expandBraces(std::string_view pattern, size_t limit) {
    return Expander(pattern, limit).run();
}

}  // namespace findling
