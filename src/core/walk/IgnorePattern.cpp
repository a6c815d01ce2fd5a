#include "core/walk/IgnorePattern.h"

#include <utility>

namespace findling {

namespace {

using Parts = std::vector<IgnorePart>;

class Splitter {
public:
    Splitter(std::string_view pattern, bool ignoreCase)
        : m_pattern(pattern), m_ignoreCase(ignoreCase) {}

    std::optional<Parts> run() {
        while (m_at < m_pattern.size()) {
            if (!step()) return std::nullopt;
        }
        if (m_open) closePart();
        return std::move(m_parts);
    }

private:
    /// Reads one token. False where the pattern is malformed.
    bool step() {
        const char c = m_pattern[m_at];
        if (c == '*') {
            readStars();
        } else if (c == '?') {
            m_name.addAnyByte();
            ++m_at;
        } else if (c == '[') {
            m_at = m_name.addClass(m_pattern, m_at, m_ignoreCase);
            return m_at != std::string_view::npos;
        } else {
            // git folds no letter behind a backslash: with folding "\\F" matches nothing.
            const bool escaped = c == '\\';
            if (escaped && ++m_at == m_pattern.size()) return false;
            readByte(m_pattern[m_at++], m_ignoreCase && !escaped);
        }
        return true;
    }

    void readByte(char c, bool fold) {
        if (c == '/') closePart();
        else m_name.addByte(static_cast<unsigned char>(c), fold);
    }

    void readStars() {
        const size_t begin = m_at;
        while (m_at < m_pattern.size() && m_pattern[m_at] == '*') ++m_at;
        const std::string_view rest = m_pattern.substr(m_at);
        const bool several = m_at - begin > 1;
        const bool atStart = begin == 0 || m_pattern[begin - 1] == '/';
        if (several && atStart && rest.empty()) {
            m_parts.push_back({IgnorePart::Kind::Rest});
            m_open = false;
        } else if (several && atStart && rest.front() == '/') {
            m_parts.push_back({IgnorePart::Kind::Folders});
            ++m_at;
        } else {
            m_name.addStar();
            // An escaped slash keeps "**" from matching nothing: one folder at least.
            if (!several || !atStart || rest.substr(0, 2) != "\\/") return;
            closePart();
            m_parts.push_back({IgnorePart::Kind::Folders});
            m_at += 2;
        }
    }

    void closePart() {
        m_name.finish();
        m_parts.push_back({IgnorePart::Kind::Name, std::exchange(m_name, WildName())});
    }

    std::string_view m_pattern;
    bool m_ignoreCase;
    size_t m_at = 0;
    bool m_open = true;  ///< a part is still being read
    WildName m_name;
    Parts m_parts;
};

}  // namespace

std::optional<Parts> splitIgnorePattern(std::string_view pattern, bool ignoreCase) {
    return Splitter(pattern, ignoreCase).run();
}

}  // namespace findling
