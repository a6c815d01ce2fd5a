#include "core/walk/WildName.h"

#include <cctype>

namespace findling {

namespace {

bool inClass(std::string_view name, int c, bool& known) {
    known = true;
    // The C locale's classes: git compares bytes, whatever the user's language is.
    const bool ascii = c < 0x80;
    if (name == "alnum") return ascii && std::isalnum(c);
    if (name == "alpha") return ascii && std::isalpha(c);
    if (name == "blank") return c == ' ' || c == '\t';
    if (name == "cntrl") return ascii && std::iscntrl(c);
    if (name == "digit") return ascii && std::isdigit(c);
    if (name == "graph") return ascii && std::isgraph(c);
    if (name == "lower") return ascii && std::islower(c);
    if (name == "print") return ascii && std::isprint(c);
    if (name == "punct") return ascii && std::ispunct(c);
    if (name == "space") return ascii && std::isspace(c);
    if (name == "upper") return ascii && std::isupper(c);
    if (name == "xdigit") return ascii && std::isxdigit(c);
    known = false;
    return false;
}

uint64_t bitOf(unsigned char c) {
    return uint64_t{1} << (c & 63u);
}

bool startsWith(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

void WildName::addByte(unsigned char byte, bool ignoreCase) {
    m_tokens.push_back({Op::Byte, ignoreCase ? lowerByte(byte) : byte});
}

void WildName::addStar() {
    if (m_tokens.empty() || m_tokens.back().op != Op::Star) m_tokens.push_back({Op::Star});
}

/// The bytes of [:name:]; false for a name that git does not know.
bool WildName::addNamedClass(std::string_view name, Set& set, bool ignoreCase) const {
    for (int i = 0; i < 256; ++i) {
        bool known = false;
        // With folding, git counts lower-case letters as upper-case ones, not the reverse.
        const bool holds = inClass(name, i, known) ||
                           (ignoreCase && name == "upper" && i < 0x80 && std::islower(i));
        if (!known) return false;
        if (holds) set.set(static_cast<size_t>(i));
    }
    return true;
}

/// Follows git's reading of a class byte by byte, oddities too: "[b-a]" is b alone.
size_t WildName::addClass(std::string_view pattern, size_t at, bool ignoreCase) {
    Set set;
    ++at;
    bool negated = false;
    if (at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^')) {
        negated = true;
        ++at;
    }
    constexpr size_t kMalformed = std::string_view::npos;
    int previous = -1;  // what a range may start from
    for (bool first = true;; first = false, ++at) {
        if (at >= pattern.size()) return kMalformed;
        char c = pattern[at];
        if (c == ']' && !first) break;
        if (c == '\\') {
            if (++at >= pattern.size()) return kMalformed;
            previous = static_cast<unsigned char>(pattern[at]);
            set.set(static_cast<size_t>(previous));
        } else if (c == '-' && previous > 0 && at + 1 < pattern.size() && pattern[at + 1] != ']') {
            c = pattern[++at];
            if (c == '\\') {
                if (++at >= pattern.size()) return kMalformed;
                c = pattern[at];
            }
            for (int i = previous; i <= static_cast<unsigned char>(c); ++i) {
                set.set(static_cast<size_t>(i));
                // With folding a range holds the lower-case twins of its letters. A letter by
                // itself does not: to git "[F]" then matches nothing.
                if (ignoreCase && i >= 'A' && i <= 'Z') set.set(static_cast<size_t>(i) + 32);
            }
            previous = -1;
        } else if (c == '[' && at + 1 < pattern.size() && pattern[at + 1] == ':') {
            const size_t close = pattern.find(']', at + 2);
            if (close == std::string_view::npos) return kMalformed;
            if (close < at + 3 || pattern[close - 1] != ':') {
                previous = '[';
                set.set('[');
                continue;
            }
            if (!addNamedClass(pattern.substr(at + 2, close - at - 3), set, ignoreCase))
                return kMalformed;
            at = close;
            previous = -1;
        } else {
            previous = static_cast<unsigned char>(c);
            set.set(static_cast<size_t>(previous));
        }
    }
    if (negated) set.flip();
    m_tokens.push_back({Op::Set, static_cast<uint32_t>(m_sets.size())});
    m_sets.push_back(set);
    return at + 1;
}

void WildName::finish() {
    bool plain = true;
    size_t stars = 0;
    for (const Token& token : m_tokens) {
        if (token.op == Op::Star) {
            ++stars;
        } else if (token.op == Op::Byte) {
            m_literal += static_cast<char>(token.value);
            m_required |= bitOf(static_cast<unsigned char>(token.value));
        } else {
            plain = false;
        }
    }
    if (!plain || stars > 1) m_shape = Shape::General;
    else if (stars == 0) m_shape = Shape::Literal;
    else if (m_tokens.size() == 1) m_shape = Shape::Any;
    else if (m_tokens.front().op == Op::Star) m_shape = Shape::Suffix;
    else m_shape = m_tokens.back().op == Op::Star ? Shape::Prefix : Shape::General;
    if (m_shape == Shape::General) m_literal.clear();
}

bool WildName::matches(std::string_view name) const {
    switch (m_shape) {
        case Shape::Any: return true;
        case Shape::Literal: return name == m_literal;
        case Shape::Prefix: return startsWith(name, m_literal);
        case Shape::Suffix: return endsWith(name, m_literal);
        case Shape::General: break;
    }
    return matchesTokens(name);
}

bool WildName::matchesOne(const Token& token, unsigned char c) const {
    switch (token.op) {
        case Op::Byte: return token.value == c;
        case Op::AnyByte: return true;
        case Op::Set: return m_sets[token.value].test(c);
        case Op::Star: break;
    }
    return false;
}

bool WildName::matchesTokens(std::string_view name) const {
    constexpr size_t kNone = std::string_view::npos;
    size_t t = 0;
    size_t n = 0;
    size_t starToken = kNone;  // the last * seen, and where it may resume
    size_t starName = 0;
    while (n < name.size()) {
        if (t < m_tokens.size() && m_tokens[t].op == Op::Star) {
            starToken = t++;
            starName = n;
        } else if (t < m_tokens.size() &&
                   matchesOne(m_tokens[t], static_cast<unsigned char>(name[n]))) {
            ++t;
            ++n;
        } else {
            if (starToken == kNone) return false;
            n = ++starName;
            t = starToken + 1;
        }
    }
    while (t < m_tokens.size() && m_tokens[t].op == Op::Star) ++t;
    return t == m_tokens.size();
}

}  // namespace findling
