#include "support/SlowWildmatch.h"

#include <algorithm>
#include <cctype>

namespace findling::test {

namespace {

unsigned char lower(unsigned char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<unsigned char>(c + 32) : c;
}

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

}  // namespace

SlowWildmatch::SlowWildmatch(std::string_view pattern, bool wholePath, bool ignoreCase)
    : m_ignoreCase(ignoreCase) {
    for (size_t at = 0; at < pattern.size() && !m_never;) {
        const char c = pattern[at];
        if (c == '*') {
            at = addStars(pattern, at, wholePath);
        } else if (c == '?') {
            m_tokens.push_back({Op::AnyByte});
            ++at;
        } else if (c == '[') {
            at = addSet(pattern, at, wholePath);
        } else {
            const bool escaped = c == '\\';  // git does not fold what is escaped
            if (escaped && ++at == pattern.size()) {
                m_never = true;
                break;
            }
            const auto byte = static_cast<unsigned char>(pattern[at++]);
            m_tokens.push_back({Op::Byte, m_ignoreCase && !escaped ? lower(byte) : byte});
        }
    }
}

size_t SlowWildmatch::addStars(std::string_view pattern, size_t at, bool wholePath) {
    const size_t begin = at;
    while (at < pattern.size() && pattern[at] == '*') ++at;
    const bool several = at - begin > 1;
    const bool atStart = begin == 0 || pattern[begin - 1] == '/';
    const bool atEnd = at == pattern.size() || pattern[at] == '/' ||
                       (pattern[at] == '\\' && at + 1 < pattern.size() && pattern[at + 1] == '/');
    if (!wholePath || !several || !atStart || !atEnd) {
        m_tokens.push_back({wholePath ? Op::Star : Op::StarAll});
        return at;
    }
    if (at < pattern.size() && pattern[at] == '/') {
        m_tokens.push_back({Op::Folders});
        m_tokens.push_back({Op::InFolders});
        return at + 1;
    }
    m_tokens.push_back({Op::StarAll});
    return at;
}

/// The bytes of [:name:]; false for a name that git does not know.
bool SlowWildmatch::addClass(std::string_view name, Set& set) const {
    for (int i = 0; i < 256; ++i) {
        bool known = false;
        // With folding, git counts lower-case letters as upper-case ones, not the reverse.
        const bool holds = inClass(name, i, known) ||
                           (m_ignoreCase && name == "upper" && i < 0x80 && std::islower(i));
        if (!known) return false;
        if (holds) set.set(static_cast<size_t>(i));
    }
    return true;
}

/// Follows git's reading of a class byte by byte, oddities too: "[b-a]" is b alone.
size_t SlowWildmatch::addSet(std::string_view pattern, size_t at, bool wholePath) {
    Set set;
    ++at;
    bool negated = false;
    if (at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^')) {
        negated = true;
        ++at;
    }
    const auto malformed = [&] {
        m_never = true;
        return pattern.size();
    };
    int previous = -1;  // what a range may start from
    for (bool first = true;; first = false, ++at) {
        if (at >= pattern.size()) return malformed();
        char c = pattern[at];
        if (c == ']' && !first) break;
        if (c == '\\') {
            if (++at >= pattern.size()) return malformed();
            previous = static_cast<unsigned char>(pattern[at]);
            set.set(static_cast<size_t>(previous));
        } else if (c == '-' && previous > 0 && at + 1 < pattern.size() && pattern[at + 1] != ']') {
            c = pattern[++at];
            if (c == '\\') {
                if (++at >= pattern.size()) return malformed();
                c = pattern[at];
            }
            for (int i = previous; i <= static_cast<unsigned char>(c); ++i) {
                set.set(static_cast<size_t>(i));
                // With folding a range holds the lower-case twins of its letters. A letter by
                // itself does not: to git "[F]" then matches nothing.
                if (m_ignoreCase && i >= 'A' && i <= 'Z') set.set(static_cast<size_t>(i) + 32);
            }
            previous = -1;
        } else if (c == '[' && at + 1 < pattern.size() && pattern[at + 1] == ':') {
            const size_t close = pattern.find(']', at + 2);
            if (close == std::string_view::npos) return malformed();
            if (close < at + 3 || pattern[close - 1] != ':') {
                previous = '[';
                set.set('[');
                continue;
            }
            if (!addClass(pattern.substr(at + 2, close - at - 3), set)) return malformed();
            at = close;
            previous = -1;
        } else {
            previous = static_cast<unsigned char>(c);
            set.set(static_cast<size_t>(previous));
        }
    }
    if (negated) set.flip();
    if (wholePath) set.reset('/');
    m_tokens.push_back({Op::Set, static_cast<uint32_t>(m_sets.size())});
    m_sets.push_back(set);
    return at + 1;
}

/// Marks a state and those that are reached from it without reading a byte.
void SlowWildmatch::addStates(std::vector<uint8_t>& states, size_t state) const {
    while (!states[state]) {
        states[state] = 1;
        if (state == m_tokens.size()) return;
        switch (m_tokens[state].op) {
            case Op::Star:
            case Op::StarAll: ++state; break;
            case Op::Folders:
                states[state + 1] = 1;
                state += 2;
                break;
            default: return;
        }
    }
}

bool SlowWildmatch::matches(std::string_view text) const {
    if (m_never) return false;
    const size_t count = m_tokens.size();
    thread_local std::vector<uint8_t> now;
    thread_local std::vector<uint8_t> next;
    now.assign(count + 1, 0);
    addStates(now, 0);
    for (const char raw : text) {
        auto c = static_cast<unsigned char>(raw);
        if (m_ignoreCase) c = lower(c);
        next.assign(count + 1, 0);
        bool alive = false;
        for (size_t i = 0; i < count; ++i) {
            if (!now[i]) continue;
            bool step = false;
            bool stay = false;
            switch (m_tokens[i].op) {
                case Op::Byte: step = m_tokens[i].value == c; break;
                case Op::AnyByte: step = c != '/'; break;
                case Op::Set: step = m_sets[m_tokens[i].value].test(c); break;
                case Op::Star: stay = c != '/'; break;
                case Op::StarAll: stay = true; break;
                case Op::InFolders:
                    stay = true;
                    step = c == '/';
                    break;
                case Op::Folders: break;
            }
            if (stay) addStates(next, i);
            if (step) addStates(next, i + 1);
            alive = alive || stay || step;
        }
        if (!alive) return false;
        now.swap(next);
    }
    return now[count] != 0;
}

}  // namespace findling::test
